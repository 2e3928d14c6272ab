internal import Crypto
internal import Text

/// The first half of a SHA-256, so that nobody can make two texts that are taken for one.
///
/// Stands for what a record says, for an account, for the key of a group, in a ``ServiceIdentity`` for a Service, and in a
/// ``Fingerprint`` for a finding.
struct HalfDigest: Sendable, Hashable {
    /// How many bytes it takes in a key.
    static let size = 16

    private let high: UInt64
    private let low: UInt64

    fileprivate init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    private init(_ digest: SHA256.Digest) {
        (high, low) = digest.withUnsafeBytes { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// In the place of a digest where there is none.
    static let none = HalfDigest(high: 0, low: 0)

    /// The digits of a Service's SID in the place of a digest; nil for any text but `KS` and 32 lower-case hexadecimal digits.
    ///
    /// The last digits come first, as SIDs that are no random ones may begin alike.
    init?(serviceSID text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 34, text[0] == UInt8(ascii: "K"), text[1] == UInt8(ascii: "S") else { return nil }
        let digits = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[2...])
        guard let high = Hexadecimal.number(of: digits, at: 16), let low = Hexadecimal.number(of: digits, at: 0) else {
            return nil
        }
        self.init(high: high, low: low)
    }

    /// The digest of bytes.
    init(of bytes: ByteBuilder) {
        self.init(bytes.withBytes { SHA256.hash(data: $0) })
    }

    /// The digest of a text that is at hand.
    init(of text: UnsafeBufferPointer<UInt8>) { self.init(SHA256.hash(data: UnsafeRawBufferPointer(text))) }

    /// The digest of a text.
    init(of text: String) {
        self.init(text.withBytes { SHA256.hash(data: UnsafeRawBufferPointer($0)) })
    }

    /// Writes it into room, from an offset on.
    func copy(to room: UnsafeMutableRawBufferPointer, at offset: Int) {
        room.storeBytes(of: high.bigEndian, toByteOffset: offset, as: UInt64.self)
        room.storeBytes(of: low.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
    }

    fileprivate func appendDigits(to bytes: inout ByteBuilder) {
        bytes.append(hexadecimal: high)
        bytes.append(hexadecimal: low)
    }
}

extension ByteBuilder {
    mutating func append(_ digest: HalfDigest) {
        append(count: HalfDigest.size) { digest.copy(to: $0, at: 0) }
    }

    /// Appends a text: 32 hexadecimal digits.
    mutating func append(text digest: HalfDigest) {
        append(number: UInt32(2 * HalfDigest.size))
        digest.appendDigits(to: &self)
    }
}

extension PayloadReader {
    mutating func digest() -> HalfDigest { HalfDigest(high: number(), low: number()) }
}
