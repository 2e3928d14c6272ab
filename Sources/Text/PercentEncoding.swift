/// Percent-encoding of RFC 3986, section 2.1.
package enum PercentEncoding {
    /// Whether each percent sign has two hexadecimal digits after it.
    package static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.contains(UInt8(ascii: "%")) || self.bytes(bytes, plusIsBlank: false) != nil
    }

    /// The bytes meant; `nil` when an escape is not complete.
    package static func bytes(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool) -> [UInt8]? {
        let isPlain = !bytes.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") && plusIsBlank }
        if isPlain { return Array(bytes) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
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
        guard isValid(bytes) else { return nil }
        if bytes.allSatisfy(ofPath.contains) { return String(decoding: bytes, as: UTF8.self) }
        return self.bytes(bytes, plusIsBlank: false).map { encoded($0, keeping: keptInPath.contains) }
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
    package static func isUnreserved(_ byte: UInt8) -> Bool { unreserved.contains(byte) }

    private static let unreserved = ASCIISet("-._~").union(.alphanumerics)
    private static let ofPath = ASCIISet("!$&'()*+,;=:@[]/%").union(unreserved)
    private static let keptInPath = ASCIISet("$&+,/:;=@").union(unreserved)
}
