import PII
import Testing

/// Dates beside words for birth in many languages, and dates of other things.
@Suite struct DateOfBirthTests {
    private let detector = PIIDetector()

    private func found(in text: String) -> [PIIMatch] { detector.find(in: text).filter { $0.kind == .dateOfBirth } }

    @Test(arguments: [
        "dob 1985-03-12", "1985年3月12日出生", "昭和60年3月12日生まれ", "d.o.b. 12.03.85", "sinh ngày 12/3/1985", "متولد 1364/12/21",
        "dob19850312", "dob-12.3.85", "geb. 12.03.1985", "geboren am 12. März 1985",
        "née le 12/03/1985", "né le 12 mars 1985", "nacido el 12 de marzo de 1985", "fecha nac 12-03-1985",
        "nato il 12/3/85", "data di nascita 12.03.1985", "ur. 12.03.1985", "född 1985-03-12", "syntynyt 12.3.1985",
        "narozen 12. 3. 1985", "született 1985. március 12.", "doğum 12.03.1985", "дата рождения 12.03.1985",
        "12.03.1985 г. рождения", "γενν. 12/03/1985", "נולד 12.3.1985", "تاريخ الميلاد 12/03/1985",
        "जन्म 12-03-1985", "出生1985年3月12日", "生年月日1985年3月12日", "생년월일 850312", "생년월일 1985년 3월 12일",
        "วันเกิด 12/03/2528", "ngày sinh 12/03/1985", "lahir 12 Maret 1985", "born 12mar85", "born March 12, 1985",
        "Born-12-March-1985", "birthday_12_03_1985", "dateOfBirth=1985-03-12", "1985-03-12 dob", "1985-03-12_born",
        "maria_dob_03121985", "dob_maria_1985-03-12", "DOB: 03/12/85",
    ])
    func datesBesideAWordForBirthAreFound(_ text: String) {
        let found = found(in: text)
        #expect(found.contains { $0.level >= .medium }, "\(detector.find(in: text))")
        #expect(detector.find(in: text).allSatisfy { $0.kind == .dateOfBirth }, "\(detector.find(in: text))")
        #expect(found.allSatisfy { $0.masked == "****-**-**" }, "\(found)")
    }

    @Test(arguments: [
        "birthday-campaign-2024-05-01", "dob-migration-2024-01-15", "dob-service-20240115",
        "born-digital-2024-01-15", "nato-2024-05-01", "us-ne-2024-01-15", "release 2024-01-15 born",
        "backup 12mar85", "12 March 1985", "born-2024-festival", "ur-2024-01-15", "dob", "dob-1985",
        "dob 2085-03-12", "dob 1885-03-12", "dob 13-13-1985", "dob-v1.2.3", "dob 40.3.85", "reborn-2024-01-15",
        "stubborn 12.03.1985", "unborn-20240115", "airborne-2024-01-15",
    ])
    func datesOfOtherThingsAreNone(_ text: String) {
        #expect(found(in: text).isEmpty, "\(found(in: text))")
    }

    @Test(arguments: [
        "birthday-2024-05-01", "birthday 2023-07-05",
    ])
    func birthdaysOfLateYearsStayLow(_ text: String) {
        #expect(!found(in: text).isEmpty)
        #expect(found(in: text).allSatisfy { $0.level == .low }, "\(found(in: text))")
    }

    @Test func everyYearOfBirthIsFound() {
        for year in 1900...2029 {
            #expect(found(in: "dob \(year)-03-12").map(\.range) == [4..<14])
            #expect(found(in: "geb. 12.3.\(year)").map(\.range) == [5..<14])
            #expect(found(in: "\(year)0312").isEmpty && found(in: "release \(year)-03-12").isEmpty)
        }
        #expect(found(in: "dob 1899-03-12").isEmpty && found(in: "dob 2030-03-12").isEmpty)
    }
}
