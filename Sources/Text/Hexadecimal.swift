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

    /// The digit of a value below 16.
    static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension ByteBuilder {
    /// Appends a number as 16 hexadecimal digits.
    package mutating func append(hexadecimal number: UInt64) {
        append(count: 16) { room in
            for index in 0..<16 {
                room[index] = Hexadecimal.digit(UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * index) & 0xF))
            }
        }
    }
}
