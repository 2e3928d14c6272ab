import Testing

@testable import Reports

@Suite struct TerminalTextTests {
    @Test(arguments: [("::error::x", #"\u{3A}:error::x"#), ("  ::x", #"\u{3A}:x"#), ("a::b", "a::b"), (":", ":")])
    func commandsOfLogsAreBroken(text: String, expected: String) {
        #expect(TerminalText.escape(text) == expected)
    }

    @Test(arguments: HostileText.allCases)
    func noCommandAndNoControlIsLeft(hostile: HostileText) {
        for text in [TerminalText.escape(hostile.text), TerminalText.prose(hostile.text)] {
            #expect(!text.drop { $0 == " " }.hasPrefix("::"))
            #expect(!text.contains("##"))
            #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        }
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
        ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"), ("e\u{301}ee", 2, "e\u{301}…"), ("👍👍", 3, "👍…"), ("ab", 1, "…"),
    ])
    func truncatesByColumns(text: String, width: Int, expected: String) {
        let shown = TerminalText.truncate(text, to: width)
        #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(TerminalText.width(of: shown) <= width)
    }

    @Test(arguments: HostileText.allCases)
    func truncatedTextsFit(hostile: HostileText) {
        for width in [1, 2, 7, 40] {
            #expect(
                TerminalText.width(of: TerminalText.truncate(TerminalText.escape(hostile.text), to: width)) <= width)
        }
    }
}
