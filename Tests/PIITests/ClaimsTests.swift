import SeededGenerator
import Testing

@testable import PII

/// Claims, as bits in short texts, are what was marked last.
@Suite struct ClaimsTests {
    private static let kinds = [Claim.none, .identifier, .time, .version, .match]

    @Test(arguments: [0, 1, 7, 63, 64, 65, 200])
    func claimsAreWhatWasMarked(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        for _ in 0..<200 {
            var claims = Claims(count: count)
            var expected = [Claim](repeating: .none, count: count)
            func range() -> Range<Int> {
                let start = Int.random(in: 0...count, using: &generator)
                return start..<Int.random(in: start...count, using: &generator)
            }
            for _ in 0..<6 {
                let (marked, asked) = (range(), range())
                let claim = Self.kinds.randomElement(using: &generator) ?? .none
                claims.mark(marked, as: claim)
                for index in marked { expected[index] = claim }
                #expect(expected.indices.allSatisfy { claims[$0] == expected[$0] })
                for kind in Self.kinds { #expect(claims.hold(kind, in: asked) == expected[asked].contains(kind)) }
                #expect(claims.areFree(in: asked) == expected[asked].allSatisfy { $0 == .none })
            }
            let bits =
                count > 64 ? nil : expected.indices.reduce(UInt64(0)) { $0 | (expected[$1] == .none ? 0 : 1 << $1) }
            #expect(claims.bits == bits)
        }
    }
}
