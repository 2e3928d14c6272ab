/// A set of ASCII characters, asked by their bytes.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct ASCIISet: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    /// The set of the characters of a text; those beyond ASCII are left out.
    public init(_ characters: String) {
        var (low, high) = (UInt64(0), UInt64(0))
        for byte in characters.utf8 where byte < 0x80 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        (self.low, self.high) = (low, high)
    }

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Letters and digits.
    public static let alphanumerics = ASCIISet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

    /// The characters of both sets.
    public func union(_ other: ASCIISet) -> ASCIISet { ASCIISet(low: low | other.low, high: high | other.high) }

    /// Whether a byte is one of the characters; false for one beyond ASCII.
    @inlinable
    public func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        return byte < 0x80 && high >> UInt64(byte &- 64) & 1 == 1
    }
}
