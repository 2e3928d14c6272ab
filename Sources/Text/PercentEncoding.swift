/// Percent-encoding of RFC 3986, section 2.1.
package enum PercentEncoding {
    /// Whether each percent sign has two hexadecimal digits after it.
    package static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        self.bytes(bytes, plusIsBlank: false) != nil
    }

    /// The bytes meant; `nil` when an escape is not complete.
    package static func bytes(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool) -> [UInt8]? {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst()?.hexDigitValue, let low = rest.popFirst()?.hexDigitValue else {
                    return nil
                }
                decoded.append(high << 4 | low)
            } else {
                decoded.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return decoded
    }

    /// The text meant, with U+FFFD for what is not UTF-8; `nil` when an escape is not complete.
    package static func decoded(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool = false) -> String? {
        self.bytes(bytes, plusIsBlank: plusIsBlank).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A path as written, or encoded anew when it holds bytes that cannot stand in one; `nil` for broken escapes.
    package static func path(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let decoded = self.bytes(bytes, plusIsBlank: false) else { return nil }
        let isEncoded = bytes.allSatisfy { isUnreserved($0) || "!$&'()*+,;=:@[]/%".utf8.contains($0) }
        if isEncoded { return String(decoding: bytes, as: UTF8.self) }
        return encoded(decoded) { isUnreserved($0) || "$&+,/:;=@".utf8.contains($0) }
    }

    /// The text with every byte escaped that may not stand for itself.
    package static func encoded(
        _ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool = isUnreserved
    ) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in bytes {
            if isKept(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// Whether a byte stands for itself wherever it is: letters, digits, `-`, `.`, `_` and `~`.
    package static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || "-._~".utf8.contains(byte)
    }
}
