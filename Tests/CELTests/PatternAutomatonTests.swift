import SeededGenerator
import Testing

@testable import CEL

/// Automata tell what RE2 tells, or nothing.
@Suite struct PatternAutomatonTests {
    /// Patterns that have one.
    private static let patterns = [
        "", "a", "^", "$", "^$", "^a$", "a|b", "a|", "(a|b)*c", "^(a|b)+$", "a{2}", "a{2,}", "^a{1,3}$", "x{4,}",
        "(ab){0}c", "a*?b",
        "(?i)abc", "(?i:A)b", "a(?i)b|C", "(?:a|(b(c)))", "[abc]", "[^abc]", "[a-c-]", "[]a]", "[^]a]", "[-a]",
        "[a\\-z]",
        "[\\]\\[]", "[\\d.]", "\\d+\\.\\d*", "\\w\\W", "\\s\\S", "\\D$", ".", "^.*$", "a.c", "\\.", "\\x41", "\\x{42}",
        "\\x{e9}a?",
        "é|a", "[é-ü]|b", "[\\x{00}-\\x{24F}]", "[^\\x{00}-\\x{1F}]", "\\pL\\pN", "\\p{Z}", "\\PC", "[^\\pL\\pN]",
        "(?i)[k-s]", "(?i)[^k]",
        "^[\\pZ\\pC]*http:", "\\Aa\\z", "(^|[^\\pL\\pN])(prod|live)[0-9]*([^\\pL\\pN]|$)", "^KS[0-9a-f]{8}$",
        "\\$\\{|\\{\\{|<%|^\\s*(<[a-c _-]+>)\\s*$", "a$|^b", "(a*)*b", "(|a)+", "^*a", "a(^|b)c", "(b|$)a?", "\\n",
        "[\\n\\t]", "\\a|\\f|\\v|\\r",
        "^KS[0-9a-f]{32}$", "^[0-9a-f]{8}-[0-9a-f]{12}", "^([a-c]{9,20}|x)$", "^[^x]{3,}y?$", "^[a-c]{17}[0-9]*$",
        "^.{10}", "(^[a-z]{10,}|b)$", "^[^\\x{00}-\\x{7F}]{9}|^[a-c]{9}",
        "(?i)^[\\pZ\\pC]*([a-c][a-c0-9+.-]*:)?[/]*([^/?#]*[@.-])?(your[-_]?(own)?|x{2,})([-_.:/?#]|$)",
    ]

    /// Patterns with parts that only RE2 understands, and one whose table would be too large.
    private static let others = [
        "\\ba", "a\\B", "(?s).", "(?m)^a$", "(?-i)a", "(?P<n>a)", "[[:alpha:]]", "\\Qa.b\\E", "\\C", "\\pLu?\\p{Lu}",
        "\\p{Greek}", "(?i)é",
        "(?i)[é]", "(?i)\\x{212A}", "\\1?", "(a|b)*a(a|b){12}c", "(?U)a*",
    ].filter { (try? RegularExpression($0)) != nil }

    private static func texts(_ pattern: String, _ random: inout SeededGenerator) -> [String] {
        let alphabet = Array("aabbccABCxyz019 .-_:/@<>{}$%?#\n\t\u{7F}hHtTpPkKsSé日\u{212A}\u{17F}".unicodeScalars)
        // Parts of the pattern make matches likely.
        let parts = [
            "abc", "prod", "live", "your", "own", "xx", "http:", "KS0123abcd", "KS", "<a b>", "${", "{{", "a.c", "",
        ]
        let runs = ["0123456789abcdef", "abc", "aaaaaaaaaaaaaaaaaaaaax", "0123456789abcdefabcdefabcdefé", "日本é"]
        return (0..<400).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                switch Int.random(in: 0..<5, using: &random) {
                // Many of a kind, with one of another now and then.
                case 0:
                    let run = Array((runs.randomElement(using: &random) ?? "a").unicodeScalars)
                    for _ in 0..<Int.random(in: 6...40, using: &random) {
                        text.append(run.randomElement(using: &random) ?? "a")
                    }
                case 1, 2:
                    text.append(contentsOf: (parts.randomElement(using: &random) ?? "").unicodeScalars)
                default:
                    text.append(alphabet.randomElement(using: &random) ?? "a")
                }
            }
            return String(text)
        }
    }

    private static func expectSame(
        _ pattern: String, _ automaton: PatternAutomaton, _ random: inout SeededGenerator
    ) throws {
        let expression = try RegularExpression(pattern)
        for text in texts(pattern, &random) {
            let bytes = Array(text.utf8)
            guard let verdict = bytes.withUnsafeBufferPointer({ automaton.verdict(on: $0) }) else {
                #expect(bytes.isEmpty || bytes.contains { $0 >= 0x80 }, "\(pattern) on \(text.debugDescription)")
                continue
            }
            let expected = expression.firstMatch(in: bytes, from: 0, groups: 1) != nil
            #expect(verdict == expected, "\(pattern) on \(text.debugDescription)")
        }
    }

    @Test(arguments: patterns) func tellWhatRE2Tells(_ pattern: String) throws {
        let automaton = try #require(PatternAutomaton(pattern), "no automaton")
        var random = SeededGenerator(seed: 1)
        try Self.expectSame(pattern, automaton, &random)
    }

    @Test(arguments: others) func areNotMadeOfWhatIsNotUnderstood(_ pattern: String) {
        #expect(PatternAutomaton(pattern) == nil)
    }

    /// Patterns of all parts put together at random.
    @Test func tellWhatRE2TellsOfAnyPattern() throws {
        var random = SeededGenerator(seed: 1)
        let atoms = [
            "a", "b", "A", ".", "[a-c]", "[^a]", "\\d", "\\w", "\\s", "\\pL", "^", "$", "\\.", "x", "-", "/", "é",
            "(?i:k)", "[^\\pZ\\pC]", "(?i)",
        ]
        func pattern(_ depth: Int) -> String {
            switch Int.random(in: 0..<(depth > 3 ? 2 : 8), using: &random) {
            case 0, 1: atoms.randomElement(using: &random) ?? "a"
            case 2: pattern(depth + 1) + "|" + pattern(depth + 1)
            case 3:
                "(" + pattern(depth + 1) + ")"
                    + (["*", "+", "?", "{2}", "{1,3}", "{2,}"].randomElement(using: &random) ?? "")
            case 4: "(?i:" + pattern(depth + 1) + ")"
            default: pattern(depth + 1) + pattern(depth + 1)
            }
        }
        var made = 0
        for _ in 0..<1500 {
            let pattern = pattern(0)
            guard (try? RegularExpression(pattern)) != nil, let automaton = PatternAutomaton(pattern) else { continue }
            made += 1
            try Self.expectSame(pattern, automaton, &random)
        }
        #expect(made > 300)
    }

    /// An expression that is used often changes over to its automaton, and goes on telling the same.
    @Test func verdictsStayTheSameWhenOneIsMade() throws {
        let expression = try RegularExpression("^(ab|c)+[0-9]$")
        var meter = CostMeter(limit: .max)
        for number in 0..<6000 {
            for (text, matches) in [("abc\(number % 10)", true), ("abd\(number)", false), ("abc1\u{e9}", false)] {
                #expect(try expression.matches(text, &meter) == matches)
            }
        }
    }
}
