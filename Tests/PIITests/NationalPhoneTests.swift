import Testing

@testable import PII

@Suite struct NationalPhoneTests {
    private let detector = PIIDetector()

    private func isFound(_ text: String) -> Bool {
        detector.find(in: text).filter { $0.level >= .medium }.map(\.kind) == [.phone]
    }

    @Test func everyCountrysNumbersAreFound() {
        #expect(PhoneExamples.all.count > 400)
        for (code, national, _) in PhoneExamples.all where code.count + national.count >= 8 {
            #expect(isFound("ride +\(code)\(national)"), "\(code) \(national)")
            #expect(isFound("tel:00\(code) \(national)-eu"), "\(code) \(national)")
            let mask = "+\(code)***" + (national.count >= 10 ? String(national.suffix(2)) : "")
            #expect(detector.find(in: "+\(code)-\(national)").map(\.masked) == [mask], "\(code) \(national)")
        }
    }

    @Test func everyCountrysNationalFormIsFoundBesideAWord() {
        for (code, _, written) in PhoneExamples.all where written.filter(\.isNumber).count >= 8 {
            for text in ["phone \(written)", "driver_mobile_\(written)_eu", "тел: \(written)", "手机\(written)"] {
                #expect(isFound(text), "\(code) \(text)")
            }
        }
    }

    @Test func everyCountrysGroupingIsFoundWithItsTrunkPrefix() {
        var count = 0
        for (code, national, written) in PhoneExamples.all {
            let groups = written.split { !$0.isNumber }
            guard groups.count > 2, written.filter(\.isNumber).count >= 10,
                written.hasPrefix("0") || written.hasPrefix("(") || code == "1", !national.hasPrefix("123456789")
            else { continue }
            count += 1
            // Five pairs with hyphens may be a point in time.
            for separator in groups.count == 5 ? [" ", ".", "/"] : [" ", "-", ".", "_", "/"] {
                let text = groups.joined(separator: separator)
                if !written.hasPrefix("(") { #expect(isFound("ride \(text) eu"), "\(code) \(text)") }
            }
            #expect(isFound("ride \(written) eu"), "\(code) \(written)")
        }
        #expect(count > 100)
        #expect(isFound("ride 011 15-2345-6789") && isFound("tel (0223) 15-123-4567"))
    }

    @Test(arguments: [
        ("driver (415) 555-2671 eu", 7..<21), ("tel4155552671", 3..<13), ("4155552671-cell", 0..<10),
        ("415.555.2671x12", 0..<15),
        ("06 12 34 56 78 ext. 5", 0..<21), ("+1-415-555-2671;ext=12", 0..<22), ("mobile_07400123456-prod", 7..<18),
        ("415-555-2671 2024", 0..<12), ("1-415-555-2671", 0..<14), ("8 (912) 345-67-89", 0..<17),
        ("011 44 20 7946 0958", 0..<19),
        ("wa_919876543210", 3..<15), ("phone-4155552671-02", 6..<16), ("415-555-2671 (2)", 0..<12),
        ("415-555-2671-2", 0..<12), ("phone1: 4155552671", 8..<18), ("MyPhone4155552671", 7..<17),
        ("driver630-596-1121", 6..<18), ("courier212 555 0188", 7..<19),
        ("0171 123 45 67", 0..<14),
    ])
    func rangesAreThoseOfTheNumber(text: String, range: Range<Int>) {
        #expect(detector.find(in: text).map(\.range) == [range], "\(detector.find(in: text))")
    }

    @Test(arguments: [
        "tel", "Phone", "mobileNo", "handy", "móvil", "celular", "портативный телефон", "komórka", "puhelin",
        "cep telefonu", "sđt",
        "điện thoại", "τηλέφωνο", "טלפון", "هاتف", "جوال", "फ़ोन", "मोबाइल", "ফোন", "電話番号", "휴대폰", "โทรศัพท์", "telepon",
        "whatsapp", "手机号码",
        "phone number", "Tel.-Nr.", "driverphone", "userMobile", "телефон №", "telefonszám", "telefón", "símanúmer",
    ])
    func wordsOfManyLanguagesAreKnown(word: String) {
        for number in ["4155552671", "07400123456", "020 79460958", "447400123456"] {
            for text in ["\(word) \(number)", "prod_\(word)_\(number)-eu", "\(word):\(number)"] {
                #expect(isFound(text), "\(text)")
            }
        }
    }

    @Test(arguments: [
        "phone 911", "tel 415", "tel 555-2671", "tel 0900-1700", "phone 8000-8080", "phone 2019-2024", "phone 20240115",
        "tel 1699999999",
        "phone-order 4155552671", "phone id 4155552671", "order number 4155552671", "imei 490154203237518",
        "phone imei 490154203237518",
        "iphone-12345679", "mobile-app-48291734", "phone-masking-4155552671", "sms-proxy-48291734", "call-48291734",
        "4155552671",
        "98765 43210", "030 901820", "07400123456", "447400123456", "4155552671-phone-masking", "tel 1111111111",
        "phone 12345678",
        "1.415.555.2671.3", "2024-415-555-2671", "415-555-2671-4711", "order 415-555-2671", "115-555-2671",
        "415-155-2671", "100-200-3000",
        "a415-555-2671", "abc415-555-2671", "order415-555-2671", "415-555-2671b", "003 477 18843",
        "fleet-100-200-300-400", "2024-0001-0002", "12-34567-8901",
        "0800 123 456",
        "tel 0800 1234567", "1-800-555-0199", "(888) 555-2671", "phone 8005550199",
    ])
    func nearMissesAreNone(text: String) {
        #expect(!detector.find(in: text).contains { $0.level >= .medium }, "\(detector.find(in: text))")
    }

    @Test(arguments: [
        ("US", "prod-4155552671", true), ("US", "415-5552671", true), ("US", "14155552671", true),
        ("CA", "prod-4155552671", false),
        ("CA", "prod-6045552671", true), ("GB", "07400123456_eu", true), ("GB", "7400123456", true),
        ("IN", "98765 43210", true),
        ("DK", "32 12 34 56", true), ("US", "order-4155552671", false), ("US", "1699999999", false),
        ("US", "8005552671", false),
        ("US", "x4155552671", false), ("US", "4155552671.5", false), ("US", "123.4155552671", false),
        ("", "4155552671", false),
    ])
    func numbersOfConfiguredCountriesCountBare(region: String, text: String, isFound: Bool) {
        var scan = Scan(NormalizedText(text))
        scan.homePlans = [NumberingPlan(region: region)].compactMap { $0 }
        scan.claimTimes()
        scan.findPhones()
        #expect(scan.matches.contains { $0.level >= .medium } == isFound, "\(scan.matches)")
    }

    @Test func wordsAreWrittenAsTextsAreRead() {
        for word in PhoneWords.lists.flatMap(\.words) {
            let units = NormalizedText(word).units.map(\.lowercased)
            #expect(units == word.unicodeScalars.map(\.value), "\(word)")
            #expect(PhoneWords.kinds(of: units[...]) != [], "\(word)")
        }
    }

    @Test func regionsAreKnownByTheirLetters() {
        #expect(NumberingPlan(region: "GB")?.callingCode == 44 && NumberingPlan(region: "ZW")?.callingCode == 263)
        #expect(
            NumberingPlan(region: "XX") == nil && NumberingPlan(region: "") == nil
                && NumberingPlan(callingCode: 999) == nil)
        #expect(Array(NumberingPlan.all).count > 210 && NumberingPlan.northAmerica.callingCode == 1)
    }
}
