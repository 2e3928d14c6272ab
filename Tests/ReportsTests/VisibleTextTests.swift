import Testing

@testable import Reports

@Suite struct VisibleTextTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: HostileText
        let shown: String
        var testDescription: String { name.rawValue }
    }

    static let examples: [Example] = [
        .init(name: .script, shown: "<script>alert(1)</script>"),
        .init(name: .newline, shown: #"one\ntwo\n\n# three"#),
        .init(name: .carriageReturn, shown: #"over\rwritten"#),
        .init(name: .bell, shown: #"ring\u{7}ring"#),
        .init(name: .terminalColor, shown: #"\u{1B}[31mred\u{1B}]0;title\u{7}"#),
        .init(name: .directionOverride, shown: #"evil\u{202E}gpj.exe"#),
        .init(name: .lineSeparator, shown: #"one\u{2028}two\u{2029}three\u{85}four"#),
        .init(name: .replacementCharacter, shown: "lost\u{FFFD}"),
        .init(name: .noncharacter, shown: #"a\u{FFFE}b\u{FFFF}c\u{1FFFE}"#),
        .init(name: .null, shown: #"nul\u{0}l"#),
        .init(name: .azureCommand, shown: #"x #\u{23}vso[task.complete result=Failed] #\u{23}[error]y"#),
        .init(name: .emojiSequence, shown: #"👩\u{200D}💻 ❤\u{FE0F} 🇩🇪"#),
        .init(name: .rightToLeft, shown: "שלום עולם مرحبا"),
        .init(name: .combiningMark, shown: "e\u{301} \u{301}x"),
        .init(
            name: .markHeap,
            shown: "z" + String(repeating: "\u{35C}", count: 4) + String(repeating: #"\u{35C}"#, count: 46)),
        .init(name: .tagCharacters, shown: #"plain\u{E0068}\u{E0069}\u{200B}\u{AD}\u{3164}\u{2800}\u{A0}"#),
    ]

    @Test(arguments: examples)
    func showsWhatIsHidden(example: Example) {
        #expect(Array(VisibleText.escape(example.name.text).utf8) == Array(example.shown.utf8))
    }

    @Test(arguments: HostileText.allCases)
    func leavesOnlyVisibleLegalXML(hostile: HostileText) {
        for scalar in VisibleText.escape(hostile.text).unicodeScalars {
            #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
            #expect(!scalar.properties.isNoncharacterCodePoint && !scalar.properties.isBidiControl)
        }
    }

    /// Most format characters are ignorable too; these are not.
    @Test(arguments: [("a\u{FFF9}b", #"a\u{FFF9}b"#), ("\u{600}1", #"\u{600}1"#), ("\u{E000}", #"\u{E000}"#)])
    func formatAndPrivateCharactersAreShown(text: String, expected: String) {
        #expect(VisibleText.escape(text) == expected)
    }

    @Test func markWithoutABaseIsShown() {
        #expect(Array(VisibleText.escape("\u{301}x").unicodeScalars) == Array(#"\u{301}x"#.unicodeScalars))
    }

    @Test func cutsLongTextsAndSaysHowLongTheyAre() {
        #expect(VisibleText.escape("abcdef", limit: 6) == "abcdef")
        #expect(VisibleText.escape("abcdefg", limit: 6) == "abcdef… (7 characters)")
        #expect(VisibleText.escape("äöüäöü", limit: 6) == "äöüäöü")
        #expect(VisibleText.escape("äöüäöüä", limit: 6) == "äöüäöü… (7 characters)")
    }

    @Test func proseIsOneLine() {
        #expect(VisibleText.prose(" one\n  two\t\r\nthree \n") == "one two three")
        #expect(VisibleText.prose("\n \t") == "")
    }
}
