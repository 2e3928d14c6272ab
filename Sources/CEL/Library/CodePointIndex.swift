/// Offsets in a string counted in code points, found in its UTF-8 bytes.
struct CodePointIndex {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Takes the bytes of a string.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The byte at which a code point starts; the number of bytes for the number of code points; `nil` beyond it.
    func byteOffset(of index: Int64) -> Int? {
        guard index >= 0 else { return nil }
        var rest = index
        for (offset, byte) in bytes.enumerated() where !UTF8.isContinuation(byte) {
            if rest == 0 { return offset }
            rest -= 1
        }
        return rest == 0 ? bytes.count : nil
    }

    /// The number of code points before a byte.
    func index(ofByte offset: Int) -> Int64 {
        var count: Int64 = 0
        for byte in bytes[..<offset] where !UTF8.isContinuation(byte) { count += 1 }
        return count
    }
}
