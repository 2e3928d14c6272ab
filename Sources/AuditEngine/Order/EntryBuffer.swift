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

    private(set) var bytes = ByteBuilder()
    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    /// How many bytes of memory the entries take, room that is free included.
    var size: Int { bytes.capacity + entries.capacity * MemoryLayout<Entry>.stride }

    /// Adds an entry; the closures append its bytes.
    mutating func append(key: (inout ByteBuilder) -> Void, payload: (inout ByteBuilder) -> Void) {
        let start = bytes.count
        key(&bytes)
        let middle = bytes.count
        payload(&bytes)
        entries.append(
            Entry(
                prefix: bytes.withBytes {
                    EntryBuffer.window(of: UnsafeRawBufferPointer(rebasing: $0[start..<middle]))
                }, start: start, keyCount: UInt32(middle - start),
                payloadCount: UInt32(bytes.count - middle)))
    }

    /// Eight bytes of an entry's key, those at `depth` and after it: a number that orders as they do, with zeros for those
    /// that are none.
    func window(of index: Int, at depth: Int) -> UInt64 {
        let key = entries[index].key
        guard depth < key.count else { return 0 }
        return bytes.withBytes {
            EntryBuffer.window(of: UnsafeRawBufferPointer(rebasing: $0[key.lowerBound + depth..<key.upperBound]))
        }
    }

    /// Gives back most of the room that is free, before the entries are kept.
    mutating func trim() { bytes.trim() }

    /// An entry by its number.
    func element(_ index: Int) -> SortedEntries.Element {
        let entry = entries[index]
        return SortedEntries.Element(
            bytes: bytes[entry.start..<entry.payload.upperBound], keyCount: Int(entry.keyCount))
    }

    private static func window(of key: UnsafeRawBufferPointer) -> UInt64 {
        if key.count >= 8 { return UInt64(bigEndian: key.loadUnaligned(as: UInt64.self)) }
        let window = key.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return key.isEmpty ? 0 : window << UInt64(8 * (8 - key.count))
    }
}
