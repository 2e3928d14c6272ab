/// Decides from the bytes alone whether a text can hold anything worth a closer look.
enum Prefilter {
    /// Whether `text` has the characters that at least one kind needs: a digit, an `@`, the signs of an address on the network or
    /// of a machine-readable line, or something that must be decoded first.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes; does not allocate when the text is a native string.
    static func mayHoldPersonalData(_ text: String) -> Bool {
        if let answer = text.utf8.withContiguousStorageIfAvailable({ mayHoldPersonalData(bytes: $0) }) { return answer }
        return Array(text.utf8).withUnsafeBufferPointer { mayHoldPersonalData(bytes: $0) }
    }

    private static func mayHoldPersonalData(bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var special: UInt = 0
        for byte in bytes {
            special &+= byte &- 0x30 < 10 || byte >= 0x80 ? 1 : 0
            switch byte {
            case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: ":"), UInt8(ascii: "="),
                UInt8(ascii: "/"), UInt8(ascii: "<"):
                special &+= 1
            default: break
            }
        }
        return special > 0
    }
}
