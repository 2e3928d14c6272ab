import PII
import SeededGenerator
import Testing

/// A finder that is left out because of what a text lacks would have found nothing.
@Suite struct SkippedFinderTests {
    private static let separators = ["", " ", "-", "_", ".", "/", ":", "@", "+", "=", ", ", "://", "|", "'s "]

    /// Words that finders ask for, and characters that they are made of.
    private static let words = [
        "prod", "tel", "born", "passport", "ssn", "visa", "iban", "ip", "v", "ig", "at", "dot", "one", "two", "flat",
        "po box", "calle", "Hauptstr", "driver", "Maria", "Garcia", "J", "o", "O", "l", "서울시", "路", "号", "Мария",
        "2a00", "::1", "DE89370400440532013000", "4539", "m4r14", "J0hn", "ann4", "locked bag", "P_O_ _B_o_x_",
        "s.u.i.t.e.", "flat no", "TWFyaWEgR2FyY2lh", "6d61726961",
        "k8s", "18f", "a4n", "geb", "fodd", "1.2.85", "10.0.0", "12345", "hmpps", "pumpMaria", "github", "case",
    ]

    private static let texts: [String] = {
        var generator = SeededGenerator(seed: 2_026)
        let names = LabelledName.all.map(\.name)
        var texts = names + ["J0hn Sm1th", "J. Sm1th", "locked bag-57", "P_O_ _B_o_x_ _1_2_3", "s.u.i.t.e. .2.0.0"]
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: text += names.randomElement(using: &generator) ?? ""
                case 1, 2: text += generator.digits(Int.random(in: 1...9, using: &generator))
                case 3: text += generator.text(Int.random(in: 1...12, using: &generator), of: "0123456789abcdefABCDEF")
                default: text += words.randomElement(using: &generator) ?? ""
                }
                text += separators.randomElement(using: &generator) ?? ""
            }
            texts.append(text)
            let spaced = text.map(String.init).joined(separator: separators.randomElement(using: &generator) ?? "")
            if text.count < 30 { texts.append(spaced) }
        }
        // Texts of common words, which are told at a glance.
        let plain = names.filter { $0.utf8.allSatisfy { $0 < 0x80 } && !$0.contains("@") }
        for _ in 0..<4_000 {
            var text = plain.randomElement(using: &generator) ?? ""
            text += separators.randomElement(using: &generator) ?? ""
            text += generator.digits(Int.random(in: 1...5, using: &generator))
            if Bool.random(using: &generator) { text += words.randomElement(using: &generator) ?? "" }
            texts.append(text)
        }
        for count in [63, 64, 65, 127, 128, 129, 200] {
            for _ in 0..<40 { texts.append(generator.text(count, of: "0123456789 -.abAB@:")) }
        }
        return texts
    }()

    @Test(arguments: [[], ["US", "DE", "IN"]] as [Set<String>])
    func leavingFindersOutChangesNothing(regions: Set<String>) {
        let configuration = PIIConfiguration(regions: regions)
        let (usual, complete) = (
            PIIDetector(configuration), PIIDetector(configuration, skips: false)
        )
        var found = 0
        for text in Self.texts {
            let matches = usual.find(in: text)
            found += matches.count
            #expect(matches == complete.find(in: text), "\(text)")
        }
        #expect(found > 1_000)
    }

    /// Words that say what a number is, in the ways that they are joined, and words that end as they do.
    private static let tellingWords = [
        "dob", "date of birth", "ur.", "n.", "szul.", "geb.", "f\u{F8}dt", "born", "nato il", "urodzony", "birthday",
        "newborn", "passport", "passport no",
        "pas", "trespass", "numero de pasaporte", "tel", "cartel", "hotel", "driverPhone", "iphone", "call", "recall",
        "handynummer",
        "whatsapp", "number", "tax id", "cpf", "cpf number", "cpfs", "ssn", "lessn", "national id", "DNIe", "dni",
        "steuer-id", "nr",
        "personnummer", "usa", "ig", "insta", "twitter", "big", "unsignal", "john at acme dot io", "johnATacme",
        "four one five",
        "flat", "Hauptstr.", "Ringstra\u{DF}e", "sharing", "main street", "upstream", "po box", "xbox", "Calle Mayor",
        "no", "id", "of",
    ]

    /// What stands beside them; the words for numbers of persons are left out in half of the texts.
    private static let numbers =
        NationalIDExample.all.flatMap(\.numbers) + [
            "1985-03-12", "12.3.85", "12 March 1985", "850312", "19850312", "X1234567", "C01X00T47", "AB 123456",
            "030 901820",
            "020 7946 0958", "(415) 555-2671", "5551234567", "12", "221B", "12-14", "maria.garcia88",
            "four one five five two six seven",
            "4539578763621486", "8.8.4.7", "DE89370400440532013000",
        ]

    private static let filling = [
        "prod", "eu", "x1", "masking", "serviceDesk", "a", "42", "USA", "zzzzzzzzzzzzzzzzzzzzzzzzz",
    ]

    private static let tellingTexts: [String] = {
        var generator = SeededGenerator(seed: 7_411)
        func sign() -> String {
            let sign = ["", " ", "-", "_", ".", ": ", "@", "+", "/", "#"].randomElement(using: &generator) ?? ""
            let count = Int.random(in: 0..<8, using: &generator) == 0 ? Int.random(in: 1...60, using: &generator) : 1
            return String(repeating: sign, count: count)
        }
        func word() -> String {
            var word = tellingWords.randomElement(using: &generator) ?? ""
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: word = word.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            case 1: word = word.replacing(" ", with: sign())
            case 2: word = word.uppercased()
            case 3: word = (filling.randomElement(using: &generator) ?? "") + word
            case 4: word = word.map { Bool.random(using: &generator) ? $0.uppercased() : String($0) }.joined()
            default: break
            }
            return word
        }
        // How far words are read, so that some are cut where they would say something.
        var texts: [String] = []
        for count in 1...70 {
            let (signs, letters) = (String(repeating: "-", count: count), String(repeating: "z", count: count))
            texts.append("1985-03-12 na\(signs)scxyz")
            texts.append("5551234567 \(letters)phonexyz")
            texts.append(
                "xbsn \(letters.prefix(14)) \(letters.prefix(14)) \(letters.prefix(max(1, count - 40))) 399787331")
            texts.append("dobzz \(letters) zzzz 1985-03-12")
            texts.append("passportzz \(letters) zzzz X1234567")
            for other in 1...8 where count < 9 {
                texts.append("cartel\(signs)numarasi\(String(repeating: ".", count: other))5551234567")
                texts.append("cartel\(signs)my.no\(String(repeating: ".", count: other))5551234567")
            }
        }
        for number in NationalIDExample.all.flatMap(\.numbers) {
            for word in ["ssn", "nino", "xdni", "tax id "] { texts += [word + number, word + number.lowercased()] }
        }
        return texts
            + (0..<12_000).map { index in
                var parts: [String] = []
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    parts.append(filling.randomElement(using: &generator) ?? "")
                }
                let number = numbers.randomElement(using: &generator) ?? ""
                parts.append(number)
                if index.isMultiple(of: 2) { parts.append(word()) }
                if index.isMultiple(of: 4) { parts.append(word()) }
                parts.shuffle(using: &generator)
                return parts.reduce("") { $0 + sign() + $1 }
            }
    }()

    @Test func wordsThatTellOfNumbersAreNotMissed() {
        let (usual, complete) = (PIIDetector(), PIIDetector(skips: false))
        var found: [PIIKind: Int] = [:]
        for text in Self.tellingTexts {
            let matches = usual.find(in: text)
            for match in matches { found[match.kind, default: 0] += 1 }
            #expect(matches == complete.find(in: text), "\(text)")
        }
        for kind in [
            PIIKind.dateOfBirth, .passport, .phone, .nationalID, .socialHandle, .streetAddress, .email, .paymentCard,
            .iban,
        ] {
            #expect(found[kind, default: 0] > 20, "\(kind)")
        }
    }

    /// What is recognized beside names, as far as the features of a text have to tell, and what only looks like it.
    private static let recognized = [
        "8b5230ed-0000-4000-8000-fe8bbada7947", "AB8b5230ed_0000_4000_8000_fe8bbada7947x", "1234567-89ab-cdef",
        "44e1b856557d728ce2d28da83cbb5615352c5f80", "dadface", "bad0beef", "12345678Z", "a1290cc", "1700000054424",
        "20240131", "31012024", "2024-01-31", "1.1.2024", "1/31/2024", "31_12_2020", "12.3", "22:00-06:00",
        "+20240131 555 0123", "010-1700000000", "(02) 1.1.2024", "10.0.0.1", "8.8.4.4", "v1.2.3", "7", "12", "4711",
        "(123) 45", "1-23-4", "github.com", "UGFyaSBEZXZp", "THVjeSBHcmFz", "dwayneATcomcastDOTnet", "igMaria_88",
    ]

    private static let joinedTexts: [String] = {
        var generator = SeededGenerator(seed: 9_105)
        let names = LabelledName.all.flatMap { $0.name.split { !$0.isASCII || !$0.isLetter }.map { $0.lowercased() } }
            .filter { $0.count > 1 }
        let others = [
            "driver", "J", "d", "O'Brien", "Maria's", "dr", "mrs", "kim min jun", "Will", "ride", "de", "van",
        ]
        func joined() -> String {
            let words = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                names.randomElement(using: &generator) ?? ""
            }
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: return words.joined(separator: " ")
            case 1, 2: return words[0] + words.dropFirst().map(\.capitalizedFirst).joined()
            case 3, 4: return words.map(\.capitalizedFirst).joined()
            default: return others.randomElement(using: &generator) ?? ""
            }
        }
        return (0..<12_000).map { index in
            var parts = (0..<Int.random(in: 1...2, using: &generator)).map { _ in joined() }
            for _ in 0..<index % 3 { parts.append(recognized.randomElement(using: &generator) ?? "") }
            parts.shuffle(using: &generator)
            let sign = ["-", "_", " ", ".", "/", ", ", ": ", "", "."].randomElement(using: &generator) ?? ""
            return parts.joined(separator: sign)
        }
    }()

    @Test func namesBesideWhatIsRecognizedAreNotMissed() {
        let (usual, complete) = (PIIDetector(), PIIDetector(skips: false))
        var found: [PIIKind: Int] = [:]
        for text in Self.joinedTexts {
            let matches = usual.find(in: text)
            for match in matches { found[match.kind, default: 0] += 1 }
            #expect(matches == complete.find(in: text), "\(text)")
        }
        #expect(found[.personName, default: 0] > 500)
        #expect(found[.phone, default: 0] + found[.ipAddress, default: 0] > 20)
    }

    /// Texts in which what `make` gives is joined by one sign, or none.
    private static func texts(
        _ count: Int, seed: UInt64, _ make: (inout SeededGenerator) -> String
    ) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let parts = (0..<Int.random(in: 1...5, using: &generator)).map { _ in make(&generator) }
            return parts.joined(
                separator: ["-", "_", " ", ".", "/", ", ", ":", ""].randomElement(using: &generator) ?? "")
        }
    }

    /// Numbers that no word names begin among letters, digits and identifiers of all lengths.
    @Test func numbersWithoutAWordAreNotMissed() {
        let (usual, complete) = (PIIDetector(), PIIDetector(skips: false))
        let numbers = NationalIDExample.all.flatMap(\.numbers)
        var found = 0
        let texts = Self.texts(12_000, seed: 6_006) { generator in
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: Self.filling.randomElement(using: &generator) ?? ""
            case 1: generator.text(Int.random(in: 1...8, using: &generator), of: "abzABZ")
            case 2: generator.digits(Int.random(in: 1...22, using: &generator))
            case 3: generator.text([7, 20, 21, 32, 34, 40].randomElement(using: &generator) ?? 0, of: "09abcdef")
            case 4: "8b5230ed-0000-4000-8000-fe8bbada7947"
            default: numbers.randomElement(using: &generator) ?? ""
            }
        }
        for text in texts + texts.map({ $0.uppercased() }) {
            let matches = usual.find(in: text)
            found += matches.count { $0.kind == .nationalID }
            #expect(matches == complete.find(in: text), "\(text)")
        }
        #expect(found > 1_000, "\(found)")
    }

    /// Words that are names as well are some beside a word for a role, as in `driver Will Grant`.
    @Test func namesInARoleAreNotMissed() {
        let (usual, complete) = (PIIDetector(), PIIDetector(skips: false))
        let words = [
            "driver", "rider", "ride", "dr", "mrs", "family", "phone", "will", "grant", "rose", "may", "mark", "hunter",
            "owl", "east", "service", "night", "de", "van", "a", "j", "o", "prod", "shift", "maria", "42",
            "8b5230ed-0000-4000-8000-fe8bbada7947", "2024-01-31", "JMSmith",
        ]
        var found = 0
        for text in Self.texts(12_000, seed: 3_141, { words.randomElement(using: &$0) ?? "" }) {
            for text in [text, text.split(separator: " ").map { String($0).capitalizedFirst }.joined(separator: " ")] {
                let matches = usual.find(in: text)
                found += matches.count { $0.kind == .personName }
                #expect(matches == complete.find(in: text), "\(text)")
            }
        }
        #expect(found > 1_000, "\(found)")
    }
}

extension String {
    /// The word with its first letter as a capital.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
