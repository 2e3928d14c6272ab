/// The digits of a telephone number, or the lengths of its groups: up to sixteen values below 16, without an array.
struct PhoneDigits: Sendable, Hashable {
    /// The most values that there is room for; also one more digit than an international number has (ITU-T E.164).
    static let limit = 16

    /// Four bits for each value, the first in the lowest.
    private(set) var bits: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ values: some Sequence<Int>) {
        for value in values { append(value) }
    }

    /// The value at `index`.
    subscript(index: Int) -> Int { Int(truncatingIfNeeded: bits >> UInt64(4 * index)) & 15 }

    /// Appends a value; one that there is no room for is left out.
    mutating func append(_ value: Int) {
        guard count < Self.limit else { return }
        bits |= UInt64(truncatingIfNeeded: value & 15) << UInt64(4 * count)
        count += 1
    }

    /// What remains without the first `length` values.
    func dropFirst(_ length: Int) -> PhoneDigits {
        var rest = self
        rest.bits = length < Self.limit ? bits >> UInt64(4 * length) : 0
        rest.count = max(0, count - length)
        return rest
    }

    /// The number that the first `length` digits spell.
    func number(_ length: Int) -> Int {
        var number = 0
        for index in 0..<min(length, count) { number = number * 10 + self[index] }
        return number
    }

    /// Whether all digits are the same.
    var isOneDigit: Bool { (0..<count).allSatisfy { self[$0] == self[0] } }

    /// Whether each digit is one more than the one before it, as in numbers that only stand in for real ones.
    var isSequence: Bool {
        count > 0 && (1..<count).allSatisfy { self[$0] == (self[$0 - 1] + 1) % 10 }
    }
}
