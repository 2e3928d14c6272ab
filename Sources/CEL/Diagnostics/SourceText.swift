internal import Text

/// The text of an expression, for showing where in it something is wrong.
package struct SourceText: Sendable {
    private let bytes: [UInt8]
    /// The offset at which each line starts.
    private let lineStarts: [Int]
    /// How many code points begin before each block of bytes.
    private let codePoints: [Int]

    /// The bytes of a block.
    private static let blockSize = 512
    /// The most bytes of a line before and behind a place that are looked at: more than the columns that are shown.
    private static let reach = 1024

    /// Takes a text; lines end with LF, CR LF or CR.
    package init(_ text: String) {
        bytes = Array(text.utf8)
        var starts = [0]
        var codePoints: [Int] = []
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.blockSize == 0 { codePoints.append(count) }
            if !UTF8.isContinuation(byte) { count += 1 }
            let isBareReturn = byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
            if byte == 0x0A || isBareReturn { starts.append(offset + 1) }
        }
        lineStarts = starts
        self.codePoints = codePoints
    }

    /// The place of a UTF-8 offset; offsets out of the text count as its nearest end.
    ///
    /// - Returns: The line and the column, both from 1; columns count code points.
    /// - Complexity: Logarithmic in the number of lines, and independent of their lengths.
    package func location(ofUTF8Offset offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let line = self.line(of: offset)
        return (line + 1, codePoints(before: offset) - codePoints(before: lineStarts[line]) + 1)
    }

    /// The line in which a span starts, and below it carets under the span.
    ///
    /// Wide characters take two columns, combining marks none; tabs are shown as blanks, and what could not be seen as U+FFFD,
    /// so that carets stay aligned and a terminal is safe: neither a terminal nor what makes texts visible changes the line
    /// again. Of a long line, what is around the start of the span is shown.
    ///
    /// - Complexity: Independent of the lengths of the line and the span.
    package func excerpt(_ span: Range<Int>) -> String {
        let start = min(max(span.lowerBound, 0), bytes.count)
        let line = self.line(of: start)
        let (lineStart, lineEnd) = (lineStarts[line], end(ofLine: line))
        let from = start - lineStart > Self.reach ? codePointStart(start - Self.reach) : lineStart
        let to = lineEnd - start > Self.reach ? codePointStart(start + Self.reach) : lineEnd
        let shown = ShownLine(bytes[from..<max(from, to)])
        return shown.excerpt(start..<min(max(span.upperBound, start), lineEnd))
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

    private func codePoints(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        guard block < codePoints.count else {
            return offset == 0 ? 0 : codePoints(before: offset - 1) + (UTF8.isContinuation(bytes[offset - 1]) ? 0 : 1)
        }
        return codePoints[block] + bytes[block * Self.blockSize..<offset].count { !UTF8.isContinuation($0) }
    }

    /// The offset, or where the code point begins that it lies in.
    private func codePointStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, start < bytes.count, UTF8.isContinuation(bytes[start]) { start -= 1 }
        return start
    }
}
