internal import Text

/// Makes other people's text show what it holds: one line, nothing hidden, nothing that changes the text around it.
///
/// Characters that a reader would not see, or would see elsewhere than they are, become escapes such as `\u{202E}`
/// (line ends and tabs: `\n`, `\r`, `\t`): control and format characters, line and paragraph separators, blanks other
/// than the space, characters that Unicode calls ignorable, private and noncharacters, and combining marks that have
/// no base or are one of a heap. The second of two `#` is escaped too, for log commands of CI servers start with two
/// and may stand anywhere in a line. What is left is legal XML 1.0. Markdown, XML and terminals each need more:
/// `MarkdownText`, libxml2's writer and `TerminalText`.
///
/// A backslash of the text itself is left alone: this is for people, and the JSON report has the exact text.
enum VisibleText {
    /// The most combining marks that may follow one character; more are a heap. Scripts in use need up to four.
    private static var markLimit: Int { 4 }

    /// The text in full, or its first `limit` characters (Unicode scalars) and how many there are.
    ///
    /// Complexity: linear in the text.
    static func escape(_ text: String, limit: Int = .max) -> String {
        if text.utf8.count <= limit, isPlain(text, asProse: false) { return text }
        var escaped = ""
        var count = 0
        var marks = markLimit
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            guard count < limit else { return escaped + "… (\(text.unicodeScalars.count) characters)" }
            count += 1
            marks = scalar.isMark ? marks + 1 : 0
            if marks > markLimit || scalar.isHidden || (scalar == "#" && previous == "#") {
                escaped += escape(of: scalar)
            } else {
                escaped.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return escaped
    }

    /// As `escape`, for prose such as a rule's: runs of blanks and line ends become one space each, and those at the
    /// ends go.
    static func prose(_ text: String, limit: Int = .max) -> String {
        if text.utf8.count <= limit, isPlain(text, asProse: true) { return text }
        var line = ""
        for word in text.unicodeScalars.split(whereSeparator: { [" ", "\n", "\r", "\t"].contains($0) }) {
            if !line.isEmpty { line += " " }
            line.unicodeScalars.append(contentsOf: word)
        }
        return escape(line, limit: limit)
    }

    /// Whether a text needs nothing done: visible ASCII without `#`, and for prose without blanks to be taken out.
    ///
    /// Nearly all texts are so, and a report has millions of them.
    private static func isPlain(_ text: String, asProse: Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let blank = UInt8(ascii: " ")
            var previous = asProse ? blank : 0
            for byte in bytes {
                guard byte >= blank, byte < 0x7F, byte != UInt8(ascii: "#") else { return false }
                if asProse && byte == blank && previous == blank { return false }
                previous = byte
            }
            return !asProse || bytes.isEmpty || previous != blank
        }
    }

    private static func escape(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": #"\n"#
        case "\r": #"\r"#
        case "\t": #"\t"#
        default: #"\u{"# + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }
}
