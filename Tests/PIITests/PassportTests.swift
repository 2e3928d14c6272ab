import PII
import Testing

/// Passports' numbers and machine-readable lines, and words about passports.
@Suite struct PassportTests {
    private let detector = PIIDetector()

    private func found(in text: String) -> [PIIMatch] { detector.find(in: text).filter { $0.kind == .passport } }

    @Test(arguments: [
        "passport X1234567", "загранпаспорт 71 1234567", "passport# 123456789", "পাসপোর্ট BX1234567",
        "رقم جواز السفر: N1234567", "passport no 123456789", "passport_no_123456789", "Passport: AB123456",
        "passport-C01X00T47", "reisepass C01X00T47", "паспорт 4509 123456", "паспорт серия 4509 номер 123456",
        "паспорт 45 09 123456", "pasaporte AAA123456", "passeport 12AB34567", "护照E12345678", "護照號碼 312345678",
        "パスポート TK1234567", "旅券番号TK1234567", "여권 M12345678", "hộ chiếu B1234567", "passportX1234567",
        "X1234567 passport", "pas no. NX1234567", "paszport AB 1234567", "ppn 123456789", "passport_maria_X1234567",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "P<UTOERIKSSON<<ANNA<MARIA<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "I<UTOD231458907<<<<<<<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<6", "mrz_P<D<<MUSTERMANN<<ERIKA<<<",
    ])
    func passportsAreFound(_ text: String) {
        let found = found(in: text)
        #expect(found.contains { $0.level >= .medium }, "\(detector.find(in: text))")
        #expect(detector.find(in: text).allSatisfy { $0.kind == .passport }, "\(detector.find(in: text))")
        #expect(found.allSatisfy { $0.masked == "P<***" || $0.masked.hasPrefix("***") }, "\(found)")
    }

    @Test(arguments: [
        "passport-upload", "passport-v2", "passport-js-0.6", "passport-api-12345678", "passport-check-1699999999",
        "passport-20240115", "boarding-pass-123456", "ski pass 123456", "passport-service-1234567", "X1234567",
        "123456789", "C01X00T47", "passport", "passport 2024", "passport-1699999999",
        "passport-7b0d3c1e-52f4-4c4b-9d8f-2f6f3f0b8f10", "build-1234567-passport-service", "pass-e5774e65",
        "compass 1234567", "trespass-12345678", "P<UTO", "a<b<c", "vector<map<int>>", "List<String>", "P<T>",
        "x<<12", "L898902C46UTO7408122F1204159ZE184226B<<<<<10", "7408123F1204159UTO<<<<<<<<<<<6",
    ])
    func wordsAboutPassportsAreNone(_ text: String) {
        #expect(found(in: text).isEmpty, "\(found(in: text))")
    }
}
