/// Decides from the bytes alone whether a text can hold anything worth a closer look.
enum Prefilter {
    /// The fewest digits of a phone number, payment card or IBAN. Some countries' IBANs might have fewer, as letters may stand
    /// anywhere in their account numbers, but banks give out none such.
    private static let fewestDigits: UInt = 7

    /// Whether `text` has the characters that at least one kind needs: an `@`, seven digits, the dots and digits of an IPv4
    /// address, the colons of an IPv6 address, or something that must be decoded first.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes; does not allocate when the text is a native string.
    static func mayHoldPersonalData(_ text: String) -> Bool {
        if let answer = text.utf8.withContiguousStorageIfAvailable({ mayHoldPersonalData(bytes: $0) }) { return answer }
        return Array(text.utf8).withUnsafeBufferPointer { mayHoldPersonalData(bytes: $0) }
    }

    private static func mayHoldPersonalData(bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits: UInt = 0
        var dots: UInt = 0
        var colons: UInt = 0
        var special: UInt = 0
        for byte in bytes {
            digits &+= byte &- 0x30 < 10 ? 1 : 0
            dots &+= byte == UInt8(ascii: ".") ? 1 : 0
            colons &+= byte == UInt8(ascii: ":") ? 1 : 0
            special &+= byte >= 0x80 || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "%") ? 1 : 0
        }
        return special > 0 || digits >= fewestDigits || (digits >= 4 && dots >= 3) || (digits >= 1 && colons >= 2)
    }
}
