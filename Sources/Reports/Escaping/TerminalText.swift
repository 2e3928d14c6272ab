internal import Text

/// Writes other people's text into lines of a terminal or a CI server's log.
///
/// Beyond what `VisibleText` does, a text cannot begin with `::`, which GitHub takes for a command even after blanks.
/// Widths are in columns: two for East Asian wide characters and emoji, none for combining marks.
package enum TerminalText {
    /// The text in full, safe to show.
    package static func escape(_ text: String, limit: Int = .max) -> String {
        guarded(VisibleText.escape(text, limit: limit))
    }

    /// Prose on one line, safe to show.
    static func prose(_ text: String, limit: Int = .max) -> String {
        guarded(VisibleText.prose(text, limit: limit))
    }

    /// How many columns a text that was made safe takes.
    package static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + $1.columnWidth }
    }

    /// As much of a safe text as fits into `width` columns, with `…` in the last of them where something is left
    /// out; `width` is at least 1.
    package static func truncate(_ text: String, to width: Int) -> String {
        guard text.utf8.count > width else { return text }
        var columns = 0
        var end = text.unicodeScalars.startIndex
        for index in text.unicodeScalars.indices {
            columns += text.unicodeScalars[index].columnWidth
            if columns > width { return text[..<end] + "…" }
            if columns < width { end = text.unicodeScalars.index(after: index) }
        }
        return text
    }

    /// A safe text, followed by as many blanks as it lacks to `width` columns.
    package static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - self.width(of: text)))
    }

    private static func guarded(_ visible: String) -> String {
        let start = visible.utf8.drop { $0 == UInt8(ascii: " ") }
        guard start.starts(with: "::".utf8) else { return visible }
        return #"\u{3A}"# + String(Substring(start.dropFirst()))
    }
}
