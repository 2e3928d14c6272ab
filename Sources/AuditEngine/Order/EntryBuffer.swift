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
    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    /// How many bytes of memory the entries take, room that is free included.
    var size: Int { bytes.capacity + entries.capacity * MemoryLayout<Entry>.stride }

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
