internal import Text

/// A place in a JSON text.
package struct JSONPosition: Sendable, Hashable {
    /// Bytes before the place: 0 for the first byte.
    package var offset: Int
    /// The line, from 1. Only U+000A ends a line, so that it agrees with what editors and `sed` count.
    package var line: Int
    /// The column in bytes (not code points), from 1.
    package var column: Int

    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    /// The first byte of a text.
    package static var start: JSONPosition { JSONPosition(offset: 0, line: 1, column: 1) }

    /// The place after `bytes`, which begin here. Complexity: linear in their count.
    package func advanced(over bytes: ArraySlice<UInt8>) -> JSONPosition {
        var place = JSONPosition(offset: offset + bytes.count, line: line, column: column + bytes.count)
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start, before: bytes.count) {
                place.line += 1
                place.column = bytes.count - lineEnd
                start = lineEnd + 1
            }
        }
        return place
    }
}
