import CEL
import Testing

/// Places in a source, and how they are shown.
@Suite struct SourceTextTests {
    @Test(arguments: [
        ("ab", 0, 1, 1), ("ab", 2, 1, 3), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("é=", 2, 1, 2),
        ("\u{1F600}x", 4, 1, 2), ("ab", 99, 1, 3), ("ab", -5, 1, 1), ("", 0, 1, 1),
    ])
    func location(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
        let location = SourceText(text).location(ofUTF8Offset: offset)
        #expect(location == (line, column))
    }

    @Test(arguments: [
        ("a + bc", 4..<6, "a + bc\n    ^^"), ("a +", 3..<3, "a +\n   ^"), ("x\nab\ny", 2..<4, "ab\n^^"),
        ("日本 == x", 10..<11, "日本 == x\n        ^"), ("日本", 3..<6, "日本\n  ^^"),
        ("e\u{301} + x", 6..<7, "e\u{301} + x\n    ^"), ("\tx", 1..<2, "    x\n    ^"), ("a\tx", 2..<3, "a   x\n    ^"),
        ("\u{1F600} x", 5..<6, "\u{1F600} x\n   ^"), ("a\u{202E}b", 4..<5, "a\u{FFFD}b\n  ^"),
        ("a\u{1B}[2J", 1..<2, "a\u{FFFD}[2J\n ^"), ("abc\ndef", 1..<6, "abc\n ^^"), ("", 0..<0, "\n^"),
        ("ab", 7..<9, "ab\n  ^"),
        // What cannot be seen is shown, for terminals and what makes texts safe for them would each show it in their own way.
        ("a\u{200B}b == x", 4..<5, "a\u{FFFD}b == x\n  ^"), ("a\u{A0}== x", 1..<3, "a\u{FFFD}== x\n ^"),
        ("\u{FEFF}x", 3..<4, "\u{FFFD}x\n ^"),
        ("\u{1F468}\u{200D}\u{1F469} x", 12..<13, "\u{1F468}\u{FFFD}\u{1F469} x\n      ^"),
        ("\u{2764}\u{FE0F}x", 6..<7, "\u{2764}\u{FFFD}x\n  ^"),
        ("\u{1112}\u{1161}\u{11AB}x", 9..<10, "\u{1112}\u{1161}\u{11AB}x\n  ^"),
        ("'##' x", 5..<6, "'#\\u{23}' x\n          ^"), ("::x", 2..<3, "\\u{3A}:x\n       ^"),
        ("a\u{300}\u{300}\u{300}\u{300}\u{300}x", 11..<12, "a\u{300}\u{300}\u{300}\u{300}\u{FFFD}x\n  ^"),
        (
            String(repeating: "日", count: 100) + "= x", 300..<301,
            "…" + " " + String(repeating: "日", count: 39) + "= x\n" + String(repeating: " ", count: 80) + "^"
        ),
        (
            "\(String(repeating: "a", count: 100))b\(String(repeating: "c", count: 200))", 100..<300,
            "…" + String(repeating: "a", count: 79) + "b" + String(repeating: "c", count: 79) + "…\n"
                + String(repeating: " ", count: 80) + String(repeating: "^", count: 80)
        ),
    ])
    func excerpt(_ text: String, _ span: Range<Int>, _ expected: String) {
        let shown = SourceText(text).excerpt(span)
        #expect(Array(shown.utf8) == Array(expected.utf8), "\(shown)")
    }

    /// A place in a line of many bytes is found without going through the line.
    @Test func longLinesAreCheap() {
        let text = SourceText(String(repeating: "é日 ", count: 100_000))
        let time = ContinuousClock().measure {
            for offset in stride(from: 0, to: 600_000, by: 600) {
                #expect(text.location(ofUTF8Offset: offset) == (1, offset / 2 + 1))
                _ = text.excerpt(offset..<offset + 2)
            }
        }
        #expect(time < .seconds(30), "each would take as long as all should")
    }
}
