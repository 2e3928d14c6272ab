/// A set of ASCII characters, asked by their bytes.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct ASCIISet: Sendable, Hashable {
    @usableFromInline var low: UInt64
    @usableFromInline var high: UInt64

    /// The set of the characters of a text; those beyond ASCII are left out.
    public init(_ characters: String) {
        self = characters.withBytes { ASCIISet(of: $0) }
    }

    /// The set of the characters that bytes are; those beyond ASCII are left out.
    ///
    /// Complexity: linear in the bytes, a few instructions for each.
    @inlinable
    public init(of bytes: UnsafeBufferPointer<UInt8>) {
        var (low, high) = (UInt64(0), UInt64(0))
        for byte in bytes {
            let bit: UInt64 = 1 &<< UInt64(byte)
            low |= byte < 64 ? bit : 0
            high |= byte &- 64 < 64 ? bit : 0
        }
        (self.low, self.high) = (low, high)
    }

    /// The set of the characters whose codes are in a range; those beyond ASCII are left out.
    public init(codes: ClosedRange<UInt32>) {
        self.init(low: 0, high: 0)
        for code in codes.clamped(to: 0...0x7F) where codes.contains(code) { insert(UInt8(code)) }
    }

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Letters and digits.
    public static let alphanumerics = ASCIISet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

    /// The characters of both sets.
    public func union(_ other: ASCIISet) -> ASCIISet { ASCIISet(low: low | other.low, high: high | other.high) }

    /// The ASCII characters that are not in this set.
    public var inverted: ASCIISet { ASCIISet(low: ~low, high: ~high) }

    /// Whether all characters of the other set are in this one.
    @inlinable
    public func isSuperset(of other: ASCIISet) -> Bool { other.low & ~low | other.high & ~high == 0 }

    /// Adds the character that a byte is; none for one beyond ASCII.
    @inlinable
    public mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 0x80 { high |= 1 << UInt64(byte &- 64) }
    }

    /// Whether a byte is one of the characters; false for one beyond ASCII.
    @inlinable
    public func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        return byte < 0x80 && high >> UInt64(byte &- 64) & 1 == 1
    }
}
