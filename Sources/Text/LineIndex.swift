/// Where the lines of a text begin.
package struct LineIndex: Sendable {
    /// The UTF-8 offsets at which lines begin, the first at 0.
    package let starts: [Int]

    /// - Complexity: O(*n*) in the number of bytes.
    package init(_ bytes: some Sequence<UInt8>) {
        starts = [0] + bytes.enumerated().lazy.filter { $0.element == UInt8(ascii: "\n") }.map { $0.offset + 1 }
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
