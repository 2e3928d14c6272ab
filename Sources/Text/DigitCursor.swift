/// Reads fixed forms of ASCII digits and signs, front to back.
package struct DigitCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Starts before the first byte.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether everything was read.
    package var isAtEnd: Bool { position == bytes.count }

    /// What was not read yet.
    package var rest: Slice<UnsafeBufferPointer<UInt8>> { bytes[position...] }

    /// The next byte, if there is one.
    package var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Passes over the character if it comes next.
    package mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let next, UInt32(next) == character.value else { return false }
        position += 1
        return true
    }

    /// Reads exactly so many digits.
    package mutating func number(digits count: Int) -> Int64? {
        guard position + count <= bytes.count else { return nil }
        var number: Int64 = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// Reads one digit.
    package mutating func digit() -> Int64? {
        guard let next, (0x30...0x39).contains(next) else { return nil }
        position += 1
        return Int64(next) - 0x30
    }

    /// Reads at least one digit of a fraction; those after the ninth are dropped.
    package mutating func fraction() -> Int32? {
        guard var nanos = digit().map(Int32.init(truncatingIfNeeded:)) else { return nil }
        var digits = 1
        while let digit = digit() {
            guard digits < 9 else { continue }
            nanos = nanos * 10 + Int32(truncatingIfNeeded: digit)
            digits += 1
        }
        while digits < 9 {
            nanos *= 10
            digits += 1
        }
        return nanos
    }
}
