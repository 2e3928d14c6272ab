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
}
