import SeededGenerator
import ServiceModel
import Testing
import Text

@testable import AuditEngine

/// What is asked before texts are searched for secrets and URLs never leaves one out.
@Suite struct SecretGateTests {
    private static let parts = [
        "AKIA", "IOSFODNN7EXAMPLE", "ghp_", "sk_live_", "eyJ", "-----BEGIN", "-", "--", "A", "s", "SG.", "0123456789",
        "abcdefghijklmnopqrstuvwxyz", " ", "é", "http:", "//", "/", "u:p@h", "?", "whsec_", "AIza",
    ]

    @Test(arguments: 1...60) func nothingIsLeftOut(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var known = KnownSecrets()
        known.insert(["hunter2-hunter2"])
        for _ in 0..<50 {
            var text = ""
            for _ in 0..<generator.next(below: 6) { text += Self.parts[generator.next(below: Self.parts.count)] }
            if generator.next(below: 3) == 0 { text += "x hunter2-Hunter2" }
            let bytes = Array(text.utf8)
            let (mayStand, mayBeKnown, mayBeURL) = bytes.withUnsafeBufferPointer {
                (KnownSecrets().mayStand(in: $0), known.mayStand(in: $0), URLMask.mayStand(in: $0))
            }
            #expect(mayStand || KnownSecrets().ranges(in: bytes).isEmpty, "\(text)")
            #expect(mayBeKnown || known.ranges(in: bytes).isEmpty, "\(text)")
            #expect(mayBeURL || !text.contains("//"), "\(text)")
        }
    }

    /// Each format, wherever in a text it stands, and at its end.
    @Test(arguments: [
        "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-",
        "xoxr-", "xoxs-", "xapp-", "sk_live_", "rk_live_", "sk_test_", "rk_test_", "whsec_", "SG.", "AIza", "eyJ",
        "-----BEGIN",
    ])
    func eachFormatIsSeen(beginning: String) {
        for before in ["", " ", "a-", "rides: "] {
            let text = before + beginning + String(repeating: "x", count: 40)
            #expect(Array(text.utf8).withUnsafeBufferPointer { KnownSecrets().mayStand(in: $0) })
            #expect(KnownSecrets().ranges(in: Array(text.utf8)).count == 1)
            let end = before + beginning
            #expect(Array(end.utf8).withUnsafeBufferPointer { KnownSecrets().mayStand(in: $0) })
        }
    }

    private static let urlParts = [
        "https://", "//", "/", "host.test", "u:p", "@", "?", "#", "&a=b", "\\", "(", " ", "é", "12345", "abcde", "x9",
        "A1b2",
        "aB3dE5fG7hI9jK1lM3nO5p", "0000000000000000000000",
    ]

    @Test(arguments: 1...60) func urlsThatAreLeftHaveNothingToHide(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var left = 0
        for _ in 0..<100 {
            let text = (0..<generator.next(below: 9)).map { _ in
                Self.urlParts[generator.next(below: Self.urlParts.count)]
            }.joined()
            guard Array(text.utf8).withUnsafeBufferPointer(URLMask.leaves) else { continue }
            left += 1
            #expect(URLMask(URLMask.maskingAll(in: text)).masked == text)
        }
        #expect(left > 10)
    }

    /// A callback URL is left only where nothing is hidden in it, be it met for the first time or again.
    @Test(arguments: [
        ("https://hooks.host.test/proxy/1", true), ("https://host.test/call/+14155550134", false),
        ("https://host.test/DE89370400440532013000", false), ("https://u:p@host.test/", false),
        ("https://host.test/?token=x", false), ("https://host.test/sk_live_abcdefghijklmnop", false),
    ])
    func callbackURLsAreLeftWhereTheyHoldNothing(url: String, isLeft: Bool) {
        for _ in 0..<2 {
            #expect(url.withBytes { Masker().leaves($0, of: .callbackURL) } == isLeft)
            #expect((Masker().value(url, of: .callbackURL) == url) == isLeft)
        }
    }

    @Test func ordinaryNamesNeedNoSearch() {
        for name in [
            "rides-prod-eu", "night-shift", "risk_whistle", "SGeyAI",
            "Owl_1_8b5230ed-0000-4000-8000-fe8bbada7947_service", "",
        ] {
            #expect(
                !Array(name.utf8).withUnsafeBufferPointer {
                    KnownSecrets().mayStand(in: $0) || URLMask.mayStand(in: $0)
                })
        }
    }
}
