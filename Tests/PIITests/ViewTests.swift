import PII
import Testing

/// Personal data that somebody hid, or that a program encoded.
@Suite struct ViewTests {
    private let detector = PIIDetector()

    @Test(arguments: [
        ("john%2540acme.io", PIIKind.email, Disguise.percentEncoding),
        ("john&#64;acme&period;io", .email, .htmlEntities),
        ("Mar&iacute;a Garc&iacute;a", .personName, .htmlEntities), ("driver-TWFyaWEgR2FyY2lh", .personName, .base64),
        ("am9obi5zbWl0aEBhY21lLmlv", .email, .base64), ("6a6f686e2e736d6974684061636d652e696f", .email, .hexadecimal),
        ("0x2b3434203230203739343620303935 38".filter { $0 != " " }, .phone, .hexadecimal),
        ("john dot smith at acme dot io", .email, .spelledOut), ("john[at]acme[dot]io", .email, .spelledOut),
        ("juan arroba acme punto es", .email, .spelledOut),
        ("plus four four two zero seven nine four six zero nine five eight", .phone, .spelledOut),
        (
            "\u{7535}\u{8BDD}\u{4E00}\u{4E09}\u{516B}\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E94}\u{516D}\u{4E03}\u{516B}",
            .phone, .spelledOut
        ),
        ("VFdGeWFXRWdSMkZ5WTJsaA==", .personName, .base64), ("\u{202E}aicraG airaM", .personName, .reversed),
        ("x \u{202E}aicraG airaM\u{202C} y", .personName, .reversed),
        ("Maria\u{202E} Garcia", .personName, .invisibleCharacters),
        ("M a r i a  G a r c i a", .personName, .spacedOut), ("j o h n @ a c m e . i o", .email, .spacedOut),
        ("m4r14_g4rc14", .personName, .leet), ("tel +49 3O 25558l73", .phone, .confusables),
        ("M\u{430}ri\u{430} G\u{430}rci\u{430}", .personName, .confusables),
        ("Ma\u{200B}ria Gar\u{200D}cia", .personName, .invisibleCharacters),
        (
            "\u{1D40C}\u{1D41A}\u{1D42B}\u{1D422}\u{1D41A} \u{1D406}\u{1D41A}\u{1D42B}\u{1D41C}\u{1D422}\u{1D41A}",
            .personName, .compatibilityForms
        ),
        (
            "+\u{664}\u{664} \u{667}\u{664}\u{660}\u{660} \u{661}\u{662}\u{663}\u{664}\u{665}\u{666}", .phone,
            .otherDigits
        ),
    ])
    func whatIsHiddenIsFound(text: String, kind: PIIKind, disguise: Disguise) {
        let match = detector.find(in: text).first { $0.kind == kind && $0.level >= .medium }
        #expect(match?.disguise.contains(disguise) == true, "\(detector.find(in: text))")
        #expect(match.map { $0.range.upperBound <= text.utf8.count } == true)
        #expect(match?.disguise.view.hasPrefix("without ") == true)
    }

    @Test func whatIsWrittenOutHasNoView() {
        #expect(detector.find(in: "john.smith@acme.io").map(\.disguise.view) == ["as written"])
    }

    @Test(arguments: [
        "MaskingProxyService", "deadbeefcafe", "one two three", "a b c d e", "team4you",
        "ride2go", "v1.0.0",
        "aGVsbG8gd29ybGQ", "look at acme.io", "twenty four seven support",
    ])
    func ordinaryTextsHideNothing(_ text: String) {
        #expect(detector.find(in: text).allSatisfy { $0.level == .low }, "\(detector.find(in: text))")
    }
}
