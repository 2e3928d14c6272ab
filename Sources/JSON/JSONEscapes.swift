internal import Text

extension ByteBuilder {
    /// Appends a text of this UTF-8 as a JSON string, with what it needs of escapes; what is no UTF-8 in it as U+FFFD.
    ///
    /// Which characters are escaped, ``JSONWriter`` says.
    mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        String(decoding: text, as: UTF8.self).withBytes { bytes in
            var index = 0
            while index < bytes.count {
                let end = bytes.endOfPlainText(from: index, before: bytes.count, or: 0x7F)
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
                if end == bytes.count { return }
                let (scalar, count) = ByteBuilder.scalar(at: end, in: bytes)
                append(escaped: scalar)
                index = end + count
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// The scalar that begins at an index of valid UTF-8, and how many bytes it takes.
    private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, count: Int) {
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(count))
        for byte in bytes[index + 1..<index + count] { value = value << 6 | UInt32(byte & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", count)
    }

    private mutating func append(escaped scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append(#"\""#)
        case "\\": append(#"\\"#)
        case "\n": append(#"\n"#)
        case "\r": append(#"\r"#)
        case "\t": append(#"\t"#)
        case _ where ByteBuilder.isHidden(scalar):
            for unit in String(scalar).utf16 { append(escaped: unit) }
        default: append(String(scalar))
        }
    }

    private mutating func append(escaped unit: UInt16) {
        append(#"\u"#)
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 0xF)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}
