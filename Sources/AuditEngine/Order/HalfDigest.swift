internal import Crypto
internal import Text

/// The first half of a SHA-256, so that nobody can make two texts that are taken for one.
///
/// Stands for a Service (its account and SID, or where it has no SID all that it says), for what a record says, for the key
/// of a group, and in a ``Fingerprint`` for a finding.
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
