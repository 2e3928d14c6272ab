/// The text of an expression, for showing where in it something is wrong.
public struct SourceText: Sendable {
    private let bytes: [UInt8]
    /// The offset at which each line starts.
    private let lineStarts: [Int]

    /// Columns between tab stops when a line is shown.
    private static let tabWidth = 4
    /// The most columns that are shown of a line.
    private static let widestLine = 160

    /// Takes a text; lines end with LF, CR LF or CR.
    public init(_ text: String) {
        bytes = Array(text.utf8)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() {
            let isBareReturn = byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
            if byte == 0x0A || isBareReturn { starts.append(offset + 1) }
        }
        lineStarts = starts
    }

    /// The place of a UTF-8 offset; offsets out of the text count as its nearest end.
    ///
    /// - Returns: The line and the column, both from 1; columns count code points.
    public func location(ofUTF8Offset offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let line = self.line(of: offset)
        let column = bytes[lineStarts[line]..<offset].count { !UTF8.isContinuation($0) }
        return (line + 1, column + 1)
    }

    /// The line in which a span starts, and below it carets under the span.
    ///
    /// Wide characters take two columns, combining marks none; tabs are shown as blanks, and control and bidirectional
    /// formatting characters as U+FFFD, so that carets stay aligned and a terminal is safe. Of a long line, what is
    /// around the start of the span is shown.
    public func excerpt(_ span: Range<Int>) -> String {
        let start = min(max(span.lowerBound, 0), bytes.count)
        let line = self.line(of: start)
        let lineEnd = end(ofLine: line)
        let text = String(decoding: bytes[lineStarts[line]..<lineEnd], as: UTF8.self).unicodeScalars
        let carets = carets(under: start..<min(max(span.upperBound, start), lineEnd), in: text, at: lineStarts[line])
        let first = carets.width > Self.widestLine ? max(0, carets.columns.lowerBound - Self.widestLine / 2) : 0
        let shown = Self.shown(text, columns: first..<first + Self.widestLine)
        let end = min(carets.columns.upperBound, first + Self.widestLine)
        return shown + "\n" + String(repeating: " ", count: carets.columns.lowerBound - first)
            + String(repeating: "^", count: max(1, end - carets.columns.lowerBound))
    }

    /// The columns that a span takes in a line, and those of the whole line.
    private func carets(
        under span: Range<Int>, in line: String.UnicodeScalarView, at lineStart: Int
    ) -> (columns: Range<Int>, width: Int) {
        var caretStart = 0
        var caretEnd = 0
        var column = 0
        var offset = lineStart
        for scalar in line {
            if offset <= span.lowerBound { caretStart = column }
            column += Self.width(of: scalar, at: column)
            if offset < span.upperBound { caretEnd = column }
            offset += UTF8.width(scalar)
        }
        if span.lowerBound >= offset { caretStart = column }
        return (caretStart..<max(caretStart, caretEnd), column)
    }

    /// What stands in the columns of a line, with an ellipsis where more was left out.
    private static func shown(_ line: String.UnicodeScalarView, columns: Range<Int>) -> String {
        var shown = String.UnicodeScalarView()
        var column = 0
        for scalar in line {
            let start = column
            let width = width(of: scalar, at: start)
            column += width
            if column > columns.upperBound {
                shown.append("…")
                break
            }
            if start < columns.lowerBound || (start == columns.lowerBound && start > 0) {
                // An ellipsis in the first column; a wide character that is cut leaves a blank.
                if start == columns.lowerBound, width > 0 {
                    shown.append("…")
                    shown.append(contentsOf: repeatElement(" ", count: width - 1))
                } else if column > columns.lowerBound {
                    shown.append(contentsOf: repeatElement(" ", count: column - columns.lowerBound))
                }
                continue
            }
            append(scalar, to: &shown, width: width)
        }
        return String(shown)
    }

    private static func width(of scalar: Unicode.Scalar, at column: Int) -> Int {
        if scalar == "\t" { return tabWidth - column % tabWidth }
        return scalar.isControl ? 1 : scalar.columnWidth
    }

    private static func append(_ scalar: Unicode.Scalar, to view: inout String.UnicodeScalarView, width: Int) {
        if scalar == "\t" {
            view.append(contentsOf: repeatElement(" ", count: width))
        } else {
            view.append(scalar.isControl ? "\u{FFFD}" : scalar)
        }
    }

    /// The number of the line, from 0, that holds an offset. Logarithmic in the number of lines.
    private func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func end(ofLine line: Int) -> Int {
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > lineStarts[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }
}
