import PII
import SeededGenerator
import Testing

/// Identifiers, times and versions made up at random, which are never personal data.
@Suite struct IdentifierTests {
    private let detector = PIIDetector()

    @Test(
        arguments: ["", "prod-", "Owl_4711_", "call ", "card_", "tel-", "ip-", "Session_Test1", "+", "00"],
        ["", "_service", "-eu", " 2024", ".io"])
    func identifiersHoldNothing(prefix: String, suffix: String) {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            let hex = (0..<5).map { generator.text([8, 4, 4, 4, 12][$0], of: "0123456789abcdef") }
            let decimal = (0..<5).map { generator.digits([8, 4, 4, 4, 12][$0]) }
            let identifiers = [
                hex.joined(separator: "-"), hex.joined(separator: "-").uppercased(), hex.joined(),
                decimal.joined(separator: "-"),
                generator.text(2, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + hex.joined(), "KS" + decimal.joined(),
                generator.text(40, of: "0123456789abcdef"), generator.text(64, of: "0123456789abcdef"),
            ]
            for identifier in identifiers {
                let found = detector.find(in: prefix + identifier + suffix).filter { $0.level >= .medium }
                #expect(found.isEmpty, "\(prefix + identifier + suffix)")
            }
        }
    }

    @Test(arguments: ["", "prod-", "blindmatch-", "card ", "tel "], ["", "-eu", "_service"])
    func timesHoldNothing(prefix: String, suffix: String) {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<40 {
            let second = String(Int.random(in: 1_000_000_000...1_999_999_999, using: &generator))
            let year = String(Int.random(in: 1970...2039, using: &generator))
            let month = String(Int.random(in: 101...112, using: &generator)).dropFirst()
            let day = String(Int.random(in: 101...128, using: &generator)).dropFirst()
            let clock = String(Int.random(in: 100...123, using: &generator)).dropFirst() + "5959"
            for time in [
                second, second + generator.digits(3), second + generator.digits(6), second + generator.digits(9),
                year + month + day,
                year + month + day + clock, "\(year)-\(month)-\(day)", "\(day).\(month).\(year)",
                "\(year)\(month)\(day)T\(clock)Z",
                "\(year)-\(month)-\(day)-\(clock)",
            ] {
                #expect(detector.find(in: prefix + time + suffix).isEmpty, "\(prefix + time + suffix)")
            }
        }
    }

    @Test(arguments: ["v", "V", "release-", "version ", "build_", "sdk/"], ["", "-rc1", "+20240115", "-SNAPSHOT"])
    func versionsHoldNothing(prefix: String, suffix: String) {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<40 {
            let parts = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
                String(Int.random(in: 0...255, using: &generator))
            }
            let version = prefix + parts.joined(separator: ".") + suffix
            #expect(detector.find(in: version).isEmpty, "\(version)")
        }
    }

    @Test(arguments: ["prod-ride-", "order ", "", "proxy_"])
    func bareNumbersOfAnyLengthAreNoPhonesAndSeldomCards(prefix: String) {
        var generator = SeededGenerator(seed: 6)
        var flagged = 0
        for _ in 0..<2_000 {
            let number = generator.digits(Int.random(in: 1...24, using: &generator))
            let found = detector.find(in: prefix + number).filter { $0.level >= .medium }
            #expect(
                found.allSatisfy { $0.kind == .paymentCard || number.utf8.starts(with: "00".utf8) },
                "\(prefix + number)")
            flagged += found.count
        }
        #expect(flagged <= 12)
    }
}
