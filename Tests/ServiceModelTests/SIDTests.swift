import ServiceModel
import Testing

@Suite struct SIDTests {
    static let digits = "0123456789abcdefABCDEF0123456789"

    @Test(arguments: SID.Kind.allCases) func acceptsEveryKind(_ kind: SID.Kind) {
        let text = kind.rawValue + Self.digits
        let sid = SID(text, kind: kind)
        #expect(sid?.text == text)
        #expect(sid?.kind == kind)
        #expect(sid?.description == text)
        for other in SID.Kind.allCases where other != kind { #expect(SID(text, kind: other) == nil) }
    }

    static let malformed: [String] = [
        "", "KS", "KS\(digits.dropLast())", "KS\(digits)0", "ks\(digits)", "Ks\(digits)", " KS\(digits.dropLast())",
        "KS\(digits.dropLast())g", "KS\(digits.dropLast())\n", "KS\(digits.dropLast())é", "KS\(digits.dropLast())\u{0}",
        "KS\(String(repeating: "١", count: 16))", "KS\(String(repeating: "０", count: 32))", "\(digits)KS",
    ]

    @Test(arguments: malformed)
    func refuses(_ text: String) {
        #expect(SID(text, kind: .service) == nil)
        #expect(!SID.isWellFormed(text, kind: .service))
    }

    @Test func ordersByBytes() {
        let texts = ["AC" + String(repeating: "A", count: 32), "AC" + String(repeating: "a", count: 32)]
        let sids = texts.compactMap { SID($0, kind: .account) }
        #expect(sids.count == 2)
        #expect(sids[0] < sids[1])
        #expect(!(sids[1] < sids[0]))
    }
}
