/// Bytes as hexadecimal digits.
package enum Hexadecimal {
    /// Two lower-case digits a byte.
    package static func string(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
            for (index, byte) in bytes.enumerated() {
                digits.initializeElement(at: 2 * index, to: digit(byte >> 4))
                digits.initializeElement(at: 2 * index + 1, to: digit(byte & 0xF))
            }
            return 2 * bytes.count
        }
    }

    /// The eight digits of a number, the first the most significant byte: all are worked out together.
    fileprivate static func digits(of number: UInt32) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Four bits to each byte.
        var nibbles = UInt64(number)
        nibbles = (nibbles | nibbles << 16) & 0x0000_FFFF_0000_FFFF
        nibbles = (nibbles | nibbles << 8) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles | nibbles << 4) & 0x0F0F_0F0F_0F0F_0F0F
        // Those above 9 reach 16 with 6 more, and are letters.
        let letters = (nibbles + 6 * ones) >> 4 & ones
        return nibbles + UInt64(UInt8(ascii: "0")) * ones + letters * UInt64(UInt8(ascii: "a") - 10 - UInt8(ascii: "0"))
    }

    /// The number that 16 lower-case digits at an offset write, the first the most significant; nil where any is none.
    package static func number(of digits: UnsafeRawBufferPointer, at offset: Int) -> UInt64? {
        precondition(offset >= 0 && digits.count - offset >= 16)
        let first = UInt64(bigEndian: digits.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let last = UInt64(bigEndian: digits.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        let (high, low) = (number(of: first), number(of: last))
        // What is no digit is not written again.
        guard Hexadecimal.digits(of: high) == first, Hexadecimal.digits(of: low) == last else { return nil }
        return UInt64(high) << 32 | UInt64(low)
    }

    /// The number that eight lower-case digits write, some other one where any is none.
    private static func number(of digits: UInt64) -> UInt32 {
        let last: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
        // Letters count from 1 in their last four bits, and have a bit that digits have not.
        let letters = digits >> 6 & 0x0101_0101_0101_0101
        var nibbles = ((digits & last) + letters * 9) & last
        nibbles = (nibbles | nibbles >> 4) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles | nibbles >> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: nibbles | nibbles >> 16)
    }

    /// The digit of a value below 16.
    static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension ByteBuilder {
    /// Appends a number as 16 hexadecimal digits.
    package mutating func append(hexadecimal number: UInt64) {
        append(count: 16) { room in
            for place in 0..<2 {
                let half = UInt32(truncatingIfNeeded: number >> UInt64(32 - 32 * place))
                room.storeBytes(of: Hexadecimal.digits(of: half).bigEndian, toByteOffset: 8 * place, as: UInt64.self)
            }
        }
    }
}
