/// Percent-encoding of RFC 3986, section 2.1.
enum PercentEncoding {
    /// Whether each percent sign has two hexadecimal digits after it.
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        self.bytes(bytes, plusIsBlank: false) != nil
    }

    /// The bytes meant; `nil` when an escape is not complete.
    static func bytes(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool) -> [UInt8]? {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
                decoded.append(UInt8(high << 4 | low))
            } else {
                decoded.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return decoded
    }

    /// The text meant, with U+FFFD for what is not UTF-8; `nil` when an escape is not complete.
    static func decoded(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool = false) -> String? {
        self.bytes(bytes, plusIsBlank: plusIsBlank).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A path as written, or encoded anew when it holds bytes that cannot stand in one; `nil` for broken escapes.
    static func path(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let decoded = self.bytes(bytes, plusIsBlank: false) else { return nil }
        let isEncoded = bytes.allSatisfy { isUnreserved($0) || "!$&'()*+,;=:@[]/%".utf8.contains($0) }
        if isEncoded { return String(decoding: bytes, as: UTF8.self) }
        var encoded: [UInt8] = []
        for byte in decoded {
            if isUnreserved(byte) || "$&+,/:;=@".utf8.contains(byte) {
                encoded.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-._~".utf8.contains(byte)
    }
}
