internal import Text

/// Finds out whether a text is one of a few: those of its length are compared with it.
struct TextLengthIndex: Sendable {
    /// The most texts for which that is worth it.
    static let capacity = 64

    /// The texts one after the other, the shortest first.
    private let bytes: [UInt8]
    /// By length, where the texts of it begin; one more for where the last ones end.
    private let starts: [Int32]
    private let holdsEmpty: Bool

    /// Makes an index.
    ///
    /// - Returns: `nil` for too many texts, or long ones.
    init?(_ texts: [[UInt8]]) {
        let longest = texts.map(\.count).max() ?? 0
        guard texts.count <= Self.capacity, longest < 1024 else { return nil }
        holdsEmpty = texts.contains([])
        var (bytes, starts): ([UInt8], [Int32]) = ([], [])
        for length in 0...longest {
            starts.append(Int32(bytes.count))
            for text in texts where text.count == length { bytes += text }
        }
        self.bytes = bytes
        self.starts = starts + [Int32(bytes.count)]
    }

    /// Whether a text is one of them.
    func contains(_ text: TextBytes) -> Bool {
        let length = text.count
        if length == 0 { return holdsEmpty }
        guard length + 1 < starts.count else { return false }
        let end = Int(starts[length + 1])
        var start = Int(starts[length])
        return bytes.withUnsafeBufferPointer { bytes in
            while start < end {
                if text.isSame(as: TextBytes(rebasing: bytes[start..<start + length])) { return true }
                start += length
            }
            return false
        }
    }
}
