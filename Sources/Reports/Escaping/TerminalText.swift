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
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    /// As much of a safe text as fits into `width` columns, with `…` in the last of them where something is left
    /// out; `width` is at least 1.
    static func truncate(_ text: String, to width: Int) -> String {
        guard text.utf8.count > width else { return text }
        var columns = 0
        var end = text.unicodeScalars.startIndex
        for index in text.unicodeScalars.indices {
            columns += self.width(of: text.unicodeScalars[index])
            if columns > width { return text[..<end] + "…" }
            if columns < width { end = text.unicodeScalars.index(after: index) }
        }
        return text
    }

    /// A safe text, followed by as many blanks as it lacks to `width` columns.
    static func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - self.width(of: text)))
    }

    private static func guarded(_ visible: String) -> String {
        let start = visible.utf8.drop { $0 == UInt8(ascii: " ") }
        guard start.starts(with: "::".utf8) else { return visible }
        return #"\u{3A}"# + String(Substring(start.dropFirst()))
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: return 1
        // The blocks that Unicode's East Asian Width table (UAX 11) gives as wide.
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        case 0x300...:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: return 0
            default: return scalar.properties.isEmojiPresentation ? 2 : 1
            }
        default: return 1
        }
    }
}
