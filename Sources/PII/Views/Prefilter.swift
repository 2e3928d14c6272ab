/// Decides from the bytes alone whether a text can hold anything worth a closer look.
enum Prefilter {
    /// The fewest digits of a national identification number, phone number, payment card or IBAN, but for India's PAN. Some
    /// countries' IBANs might have fewer, as letters may stand anywhere in their account numbers, but banks give out none such.
    private static let fewestDigits: UInt = 6

    /// Whether `text` has the characters that at least one kind needs: an `@`, six digits, a PAN, the dots and digits of an IPv4
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
            || (digits >= 4 && mayHoldPAN(bytes))
    }

    /// Whether four digits stand between two letters, as in a permanent account number of India.
    private static func mayHoldPAN(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var run = 0
        for index in 1..<bytes.count {
            if bytes[index] &- 0x30 < 10 {
                run += 1
                continue
            }
            if run == 4, index >= 9, isLetter(bytes[index]), isLetter(bytes[index - 5]) { return true }
            run = 0
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
