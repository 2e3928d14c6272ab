/// The text of an expression, for showing where in it something is wrong.
public struct SourceText: Sendable {
    private let bytes: [UInt8]
    /// The offset at which each line starts.
    private let lineStarts: [Int]

    /// Columns between tab stops when a line is shown.
    private static let tabWidth = 4

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
    /// formatting characters as U+FFFD, so that carets stay aligned and a terminal is safe.
    public func excerpt(_ span: Range<Int>) -> String {
        let start = min(max(span.lowerBound, 0), bytes.count)
        let line = self.line(of: start)
        let lineEnd = end(ofLine: line)
        let end = min(max(span.upperBound, start), lineEnd)
        var shown = String.UnicodeScalarView()
        var caretStart = 0
        var caretEnd = 0
        var column = 0
        var offset = lineStarts[line]
        for scalar in String(decoding: bytes[lineStarts[line]..<lineEnd], as: UTF8.self).unicodeScalars {
            if offset <= start { caretStart = column }
            let width = append(scalar, to: &shown, at: column)
            column += width
            if offset < end { caretEnd = column }
            offset += UTF8.width(scalar)
        }
        if start >= lineEnd { caretStart = column }
        let carets = String(repeating: "^", count: max(1, caretEnd - caretStart))
        return String(shown) + "\n" + String(repeating: " ", count: caretStart) + carets
    }

    private func append(_ scalar: Unicode.Scalar, to view: inout String.UnicodeScalarView, at column: Int) -> Int {
        if scalar == "\t" {
            let width = Self.tabWidth - column % Self.tabWidth
            view.append(contentsOf: repeatElement(" ", count: width))
            return width
        }
        if scalar.isControl {
            view.append("\u{FFFD}")
            return 1
        }
        view.append(scalar)
        return scalar.columnWidth
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
