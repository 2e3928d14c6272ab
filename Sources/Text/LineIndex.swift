/// Where the lines of a text begin.
package struct LineIndex: Sendable {
    /// The UTF-8 offsets at which lines begin, the first at 0.
    package let starts: [Int]

    /// - Complexity: O(*n*) in the number of bytes.
    package init(_ bytes: [UInt8]) {
        var starts = [0]
        while let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"), in: starts[starts.count - 1]..<bytes.count) {
            starts.append(lineEnd + 1)
        }
        self.starts = starts
    }

    /// The line of an offset, from 1.
    /// - Complexity: O(log *n*) in the number of lines.
    package func line(of offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
