internal import Crypto
internal import ServiceModel
internal import Text

/// What tells one Service from all others: its account and SID, or where it has no SID all that it says.
///
/// The first half of a SHA-256, so that nobody can make two Services that are taken for one.
struct RecordIdentity: Sendable, Hashable {
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

    /// The identity of bytes.
    init(of bytes: [UInt8]) {
        self.init(bytes.withUnsafeBytes { SHA256.hash(data: $0) })
    }

    /// The identity of a key of a group.
    init(of text: String) {
        self.init(text.withBytes { SHA256.hash(data: UnsafeRawBufferPointer($0)) })
    }

    fileprivate func append(to bytes: inout [UInt8]) {
        bytes.append(number: high)
        bytes.append(number: low)
    }
}

extension [UInt8] {
    mutating func append(_ identity: RecordIdentity) { identity.append(to: &self) }
}

extension PayloadReader {
    mutating func identity() -> RecordIdentity { RecordIdentity(high: number(), low: number()) }
}
