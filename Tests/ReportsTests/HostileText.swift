/// Texts that reports must survive: each is the unique_name of some Service.
enum HostileText: String, CaseIterable, Sendable {
    case script
    case pipe
    case newline
    case carriageReturn
    case bell
    case terminalColor
    case directionOverride
    case lineSeparator
    case endOfCDATA
    case ampersand
    case quotes
    case backticks
    case manyBackticks
    case backslashPipe
    case replacementCharacter
    case noncharacter
    case null
    case spreadsheetFormula
    case gitHubCommand
    case indentedCommand
    case azureCommand
    case image
    case link
    case mention
    case address
    case webAddress
    case reference
    case heading
    case list
    case fence
    case emptyText
    case blanks
    case veryLong
    case longBackticks
    case emojiSequence
    case rightToLeft
    case combiningMark
    case markHeap
    case entity
    case comment
    case tagCharacters

    var text: String {
        switch self {
        case .script: "<script>alert(1)</script>"
        case .pipe: "a|b | c"
        case .newline: "one\ntwo\n\n# three"
        case .carriageReturn: "over\rwritten"
        case .bell: "ring\u{7}ring"
        case .terminalColor: "\u{1B}[31mred\u{1B}]0;title\u{7}"
        case .directionOverride: "evil\u{202E}gpj.exe"
        case .lineSeparator: "one\u{2028}two\u{2029}three\u{85}four"
        case .endOfCDATA: "]]><x/>"
        case .ampersand: "a & b &amp; &#x41; &lt;"
        case .quotes: #"it's "quoted" \"more\""#
        case .backticks: "`code` ``two`` ```three```"
        case .manyBackticks: "````four"
        case .backslashPipe: #"a\|b \\| c\"#
        case .replacementCharacter: "lost\u{FFFD}"
        case .noncharacter: "a\u{FFFE}b\u{FFFF}c\u{1FFFE}"
        case .null: "nul\u{0}l"
        case .spreadsheetFormula: "=cmd|' /C calc'!A0"
        case .gitHubCommand: "::error::x"
        case .indentedCommand: "  ::set-output name=a::b"
        case .azureCommand: "x ##vso[task.complete result=Failed] ##[error]y"
        case .image: "![x](http://evil.example)"
        case .link: "[click](javascript:alert(1))"
        case .mention: "@team please look"
        case .address: "mailto:someone@evil.example"
        case .webAddress: "see http://evil.example/x?y=1 or www.evil.example"
        case .reference: "fixes #12 and GH-12 and owner/repo#1 !3 ~bug :boom:"
        case .heading: "# heading"
        case .list: "- [x] done"
        case .fence: "```\ncode\n```"
        case .emptyText: ""
        case .blanks: "  "
        case .veryLong: String(repeating: "long ", count: 2000)
        case .longBackticks: String(repeating: "`", count: 10_000)
        case .emojiSequence: "👩\u{200D}💻 ❤\u{FE0F} 🇩🇪"
        case .rightToLeft: "שלום עולם مرحبا"
        case .combiningMark: "e\u{301} \u{301}x"
        case .markHeap: "z" + String(repeating: "\u{35C}", count: 50)
        case .entity: "&lt;b&gt; &#64;team &NewLine;"
        case .comment: "<!-- --> --!> <![CDATA[ ]]>"
        case .tagCharacters: "plain\u{E0068}\u{E0069}\u{200B}\u{AD}\u{3164}\u{2800}\u{A0}"
        }
    }
}
