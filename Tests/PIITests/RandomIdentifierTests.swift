import PII
import SeededGenerator
import Testing

/// Identifiers that a machine drew at random, whatever short names their letters spell here and there.
@Suite struct RandomIdentifierTests {
    private static let digits = "0123456789"
    private static let small = "abcdefghijklmnopqrstuvwxyz"
    private static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

    enum Kind: CaseIterable {
        case uuid, ulid, ksuid, nanoid, base62, hexadecimal, smallLetters, capitals, twoSmall, twoCapitals, pod

        func draw(_ generator: inout SeededGenerator) -> String {
            let hex = digits + "abcdef"
            func letters(_ alphabet: String) -> String {
                generator.text(Int.random(in: 4...12, using: &generator), of: alphabet)
            }
            switch self {
            case .uuid:
                let parts = [8, 4, 3, 3, 12].map { generator.text($0, of: hex) }
                let variant = generator.text(1, of: "89ab")
                return "\(parts[0])-\(parts[1])-4\(parts[2])-\(variant)\(parts[3])-\(parts[4])"
            case .ulid: return "01" + generator.text(24, of: "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
            case .ksuid: return generator.text(27, of: digits + capitals + small)
            case .nanoid: return generator.text(21, of: digits + capitals + small + "_-")
            case .base62:
                return generator.text(Int.random(in: 8...22, using: &generator), of: digits + capitals + small)
            case .hexadecimal: return generator.text(Int.random(in: 8...40, using: &generator), of: hex)
            case .smallLetters: return letters(small)
            case .capitals: return letters(RandomIdentifierTests.capitals)
            case .twoSmall:
                return letters(small) + (["-", "_", "."].randomElement(using: &generator) ?? "") + letters(small)
            case .twoCapitals:
                return letters(RandomIdentifierTests.capitals) + "-" + letters(RandomIdentifierTests.capitals)
            case .pod:
                let alphabet = "bcdfghjklmnpqrstvwxz2456789"
                return "api-" + generator.text(10, of: alphabet) + "-" + generator.text(5, of: alphabet)
            }
        }

        private var digits: String { RandomIdentifierTests.digits }
        private var small: String { RandomIdentifierTests.small }
        private var capitals: String { RandomIdentifierTests.capitals }
    }

    @Test(arguments: Kind.allCases) func hardlyAnyIsTakenForPersonalData(_ kind: Kind) {
        let detector = PIIDetector()
        var generator = SeededGenerator(seed: 11)
        let flagged = (0..<4_000).map { _ in kind.draw(&generator) }.filter { text in
            detector.find(in: text).contains { $0.level >= .medium }
        }
        // One in two thousand, and as many again for chance.
        #expect(flagged.count <= 4, "\(flagged)")
    }
}
