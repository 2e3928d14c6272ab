/// Writes other people's text into Markdown so that it stays text, as CommonMark and GitHub Flavored Markdown read it.
///
/// Escapes by backslash or entity are not enough there: GitHub and GitLab look for mentions, addresses and references
/// in what is left after those are resolved. Only code spans are exempt, so that is what foreign text becomes.
enum MarkdownText {
    /// The most backticks in a row that are shown as they are; readers give up on very long fences.
    private static var backtickLimit: Int { 3 }

    /// A code span that shows `text`; `*empty*` for an empty text, since there are no empty code spans.
    ///
    /// It fits into a table cell where `isInTable`: a pipe is escaped as tables want it.
    static func codeSpan(_ text: String, limit: Int = .max, isInTable: Bool = false) -> String {
        let visible = VisibleText.escape(text, limit: limit)
        guard let first = visible.utf8.first, let last = visible.utf8.last else { return "*empty*" }
        var content = ""
        var run = 0
        var longestRun = 0
        var previous: Unicode.Scalar = " "
        for scalar in visible.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            switch scalar {
            case "`" where run > backtickLimit: content += #"\u{60}"#
            // A backslash before the escape would be read as escaping the backslash.
            case "|" where isInTable: content += previous == "\\" ? #"\u{7C}"# : #"\|"#
            default:
                content.unicodeScalars.append(scalar)
                longestRun = max(longestRun, run)
            }
            previous = scalar
        }
        let fence = String(repeating: "`", count: longestRun + 1)
        // One blank at each end belongs to the fence and is not shown.
        let ends = [UInt8(ascii: "`"), UInt8(ascii: " ")]
        let padding = ends.contains(first) || ends.contains(last) ? " " : ""
        return fence + padding + content + padding + fence
    }

    /// Prose with its plain words as they are, and every word that Markdown, GitHub or GitLab could read as more than
    /// a word in a code span.
    ///
    /// Plain are words of letters, with `'` and `-` between them, and numbers of up to six digits; quotes and brackets
    /// before, and the usual punctuation after, stay outside.
    static func prose(_ text: String, limit: Int = .max, isInTable: Bool = false) -> String {
        VisibleText.prose(text, limit: limit).unicodeScalars
            .split(separator: " ")
            .map { word(Array($0), isInTable: isInTable) }
            .joined(separator: " ")
    }

    private static func word(_ scalars: [Unicode.Scalar], isInTable: Bool) -> String {
        let openers: [Unicode.Scalar] = ["(", "\"", "'"]
        let closers: [Unicode.Scalar] = [".", ",", ";", ":", "!", "?", ")", "\"", "'"]
        let start = scalars.firstIndex { !openers.contains($0) } ?? scalars.endIndex
        let end = scalars.lastIndex { !closers.contains($0) }.map { $0 + 1 } ?? start
        guard start < end else { return scalars.map { $0.isASCII ? "\\\($0)" : "\($0)" }.joined() }
        let core = scalars[start..<end]
        let isNumber = core.count <= 6 && core.allSatisfy(isDigit)
        let shown =
            isNumber || isPlainWord(core)
            ? string(core) : codeSpan(string(core), isInTable: isInTable)
        // A number with a dot or a bracket could begin a list.
        let after = isNumber ? scalars[end...].map { "\\\($0)" }.joined() : string(scalars[end...])
        return string(scalars[..<start]) + shown + after
    }

    private static func isPlainWord(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        var follower: Unicode.Scalar = "-"
        for scalar in word.reversed() {
            if scalar == "'" || scalar == "-" {
                guard isLetter(follower) else { return false }
            } else if !isLetter(scalar) {
                return false
            }
            follower = scalar
        }
        return isLetter(follower)
    }

    /// Whether a scalar can be part of a plain word: what is not ASCII has no meaning in Markdown.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
