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
}
