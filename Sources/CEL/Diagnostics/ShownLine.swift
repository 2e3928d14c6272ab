internal import Text

/// A line of a source, or a part of one, as it is shown: each character with the columns that it takes.
struct ShownLine {
    /// A character.
    private struct Cell {
        /// Its offset in the source.
        let offset: Int
        /// Its first column.
        let column: Int
        let width: Int
        let text: String.UnicodeScalarView
    }

    private let cells: [Cell]
    /// The columns of all.
    private let width: Int
    /// The offset behind the last.
    private let end: Int

    /// Columns between tab stops.
    private static let tabWidth = 4
    /// The most columns that are shown.
    private static let widest = 160
    /// The most marks on one character that are shown as they are, as in all that reports show.
    private static let markLimit = 4

    /// Takes a line without its end. Linear in it.
    init(_ bytes: ArraySlice<UInt8>) {
        var cells: [Cell] = []
        var column = 0
        var offset = bytes.startIndex
        var previous: Unicode.Scalar = " "
        var marks = 0
        var isAtStart = true
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            marks = scalar.isMark ? marks + 1 : 0
            let text: String
            if scalar == "\t" {
                text = String(repeating: " ", count: Self.tabWidth - column % Self.tabWidth)
            } else if scalar.isHidden || marks > Self.markLimit {
                text = "\u{FFFD}"
            } else if scalar == "#" && previous == "#" || isAtStart && bytes[offset...].starts(with: "::".utf8) {
                // As logs of CI servers need it, which take both for commands.
                text = #"\u{"# + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                text = String(scalar)
            }
            let width = text.unicodeScalars.reduce(0) { $0 + $1.columnWidth }
            cells.append(Cell(offset: offset, column: column, width: width, text: text.unicodeScalars))
            column += width
            offset += UTF8.width(scalar)
            previous = scalar
            isAtStart = isAtStart && (scalar == " " || scalar == "\t")
        }
        self.cells = cells
        width = column
        end = offset
    }

    /// The line, and below it carets under a span that starts in it.
    func excerpt(_ span: Range<Int>) -> String {
        let columns = columns(of: span)
        let first = width > Self.widest ? max(0, columns.lowerBound - Self.widest / 2) : 0
        let last = min(columns.upperBound, first + Self.widest)
        return shown(first..<first + Self.widest) + "\n"
            + String(repeating: " ", count: columns.lowerBound - first)
            + String(repeating: "^", count: max(1, last - columns.lowerBound))
    }

    private func columns(of span: Range<Int>) -> Range<Int> {
        var start = 0
        var end = 0
        for cell in cells {
            if cell.offset <= span.lowerBound { start = cell.column }
            if cell.offset < span.upperBound { end = cell.column + cell.width }
        }
        if span.lowerBound >= self.end { start = width }
        return start..<max(start, end)
    }

    /// What stands in the columns, with an ellipsis where more was left out.
    private func shown(_ columns: Range<Int>) -> String {
        var shown = String.UnicodeScalarView()
        for cell in cells {
            let end = cell.column + cell.width
            if end > columns.upperBound {
                shown.append("…")
                break
            }
            if cell.column < columns.lowerBound || (cell.column == columns.lowerBound && cell.column > 0) {
                // An ellipsis in the first column; a wide character that is cut leaves a blank.
                if cell.column == columns.lowerBound, cell.width > 0 {
                    shown.append("…")
                    shown.append(contentsOf: repeatElement(" ", count: cell.width - 1))
                } else if end > columns.lowerBound {
                    shown.append(contentsOf: repeatElement(" ", count: end - columns.lowerBound))
                }
                continue
            }
            shown.append(contentsOf: cell.text)
        }
        return String(shown)
    }
}
