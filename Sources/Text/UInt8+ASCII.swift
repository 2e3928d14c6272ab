extension UInt8 {
    /// Whether it is an ASCII digit.
    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether it is an ASCII letter.
    @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// Whether it is a capital ASCII letter.
    @inlinable package var isUppercase: Bool { self &- 0x41 < 26 }

    /// Whether it is an ASCII letter or digit.
    @inlinable package var isAlphanumeric: Bool { isLetter || isDigit }

    /// Whether it is a hexadecimal digit, in either case.
    @inlinable package var isHexDigit: Bool { hexDigitValue != nil }

    /// The value of a hexadecimal digit, in either case; nil for any other byte.
    @inlinable package var hexDigitValue: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x61...0x66: self &- 0x61 &+ 10
        case 0x41...0x46: self &- 0x41 &+ 10
        default: nil
        }
    }
}
