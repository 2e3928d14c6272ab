import PII
import Testing

@Suite struct MaskingTests {
    private let detector = PIIDetector()

    @Test(arguments: [
        ("prod-john.smith@acme.io", "p***@***.io"), ("jo@x.io", "***@***.io"), ("joé1@acme.de", "j***@***.de"),
        ("иван@почта.рф", "***@***"), ("Masking +44 20 7946 0958!", "Masking +44***58!"),
        ("00 49 1512 3456789", "+49***89"),
        ("card 4539 5260 1815 9083.", "card 4***83."), ("pay GB29 NWBK 6016 1331 9268 19 out", "pay GB***19 out"),
        ("gb29nwbk60161331926819", "GB***19"), ("ip 81.2.69.142:80", "ip ***.***.***.***:80"),
        ("2a00:1450:4009:80b::200e", "***:***::***"),
        ("john%40acme.io-prod", "j***@***.io-prod"), ("é john＠acme.io é", "é j***@***.io é"),
        ("a@b.io@c.io", "***@***.***@***.io"),
        ("maria@acme.io,+14155552671", "m***@***.io,+1***71"), ("nothing here", "nothing here"),
    ])
    func everyMatchIsReplaced(text: String, masked: String) {
        #expect(detector.mask(text) == masked)
    }

    @Test func matchesBelowTheMinimumStay() {
        let text = "support@acme.io maria@acme.io"
        #expect(detector.mask(text) == "s***@***.io m***@***.io")
        #expect(detector.mask(text, minimum: .medium) == "support@acme.io m***@***.io")
        #expect(detector.mask("order 4539526018159083", minimum: .high) == "order 4539526018159083")
    }
}
