internal import Text

/// Entries of bytes, each a key and a payload, in the order in which they were added.
///
/// Workers fill one for each batch and hand it over whole, so that nothing is shared while a batch is judged.
struct EntryBuffer: Sendable {
    /// Where one entry stands.
    struct Entry: Sendable {
        /// The first eight bytes of the key, as a number that orders as they do.
        let prefix: UInt64
        let start: Int
        let keyCount: UInt32
        let payloadCount: UInt32

        var key: Range<Int> { start..<start + Int(keyCount) }
        var payload: Range<Int> { key.upperBound..<key.upperBound + Int(payloadCount) }
    }

    private(set) var bytes: [UInt8] = []
    var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    /// How many bytes of memory the entries take, about.
    var size: Int { bytes.count + entries.count * MemoryLayout<Entry>.stride }

    /// Adds an entry; the closures append its bytes.
    mutating func append(key: (inout [UInt8]) -> Void, payload: (inout [UInt8]) -> Void) {
        let start = bytes.count
        key(&bytes)
        let middle = bytes.count
        payload(&bytes)
        entries.append(
            Entry(
                prefix: EntryBuffer.prefix(of: bytes[start..<middle]), start: start, keyCount: UInt32(middle - start),
                payloadCount: UInt32(bytes.count - middle)))
    }

    /// Adds the entries of another buffer. Complexity: linear in its bytes.
    mutating func append(_ other: EntryBuffer) {
        let offset = bytes.count
        bytes.append(contentsOf: other.bytes)
        entries.reserveCapacity(entries.count + other.entries.count)
        for entry in other.entries {
            entries.append(
                Entry(
                    prefix: entry.prefix, start: entry.start + offset, keyCount: entry.keyCount,
                    payloadCount: entry.payloadCount))
        }
    }

    /// Puts the entries in the order of their keys, byte by byte; equal keys in any order.
    mutating func sort() {
        bytes.withUnsafeBytes { bytes in
            entries.sort { left, right in
                if left.prefix != right.prefix { return left.prefix < right.prefix }
                return UnsafeRawBufferPointer(rebasing: bytes[left.key])
                    .precedes(UnsafeRawBufferPointer(rebasing: bytes[right.key]))
            }
        }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }

    static func prefix(of key: ArraySlice<UInt8>) -> UInt64 {
        var prefix: UInt64 = 0
        var count = 0
        for byte in key.prefix(8) {
            prefix = prefix << 8 | UInt64(byte)
            count += 1
        }
        return prefix << UInt64(8 * (8 - count))
    }
}
