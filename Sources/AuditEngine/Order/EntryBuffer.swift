internal import Text

/// Entries of bytes, each a key and a payload, in the order in which they were added.
///
/// Workers fill one for each batch and hand it over whole, so that nothing is shared while a batch is judged.
struct EntryBuffer: Sendable {
    /// Where one entry stands.
    struct Entry: Sendable {
        /// The first eight bytes of the key, as a number that orders as they do.
        let prefix: UInt64
        /// The number of the chunk, and where in it the entry begins.
        let chunk: UInt32
        let start: UInt32
        let keyCount: UInt32
        let payloadCount: UInt32

        var key: Range<Int> { Int(start)..<Int(start) + Int(keyCount) }
        var payload: Range<Int> { key.upperBound..<key.upperBound + Int(payloadCount) }
    }

    /// A chunk is about so large, and closed where it has not much room left: what grew as one would be copied with each
    /// doubling, into memory that was never touched before.
    private static let chunkSize = 1 << 16
    private static let fullChunk = chunkSize / 16 * 15

    private var closed: [ByteBuilder] = []
    /// The last chunk, to which entries are added.
    private var open = ByteBuilder()
    private(set) var entries: [Entry] = []

    init() {}

    /// Makes room for about so many entries, so that what grows is not copied again and again.
    init(expecting count: Int) {
        entries.reserveCapacity(count)
        open = ByteBuilder(capacity: min(count * EntryBuffer.usualSize, EntryBuffer.chunkSize))
    }

    /// About how many bytes an entry takes, or more.
    private static let usualSize = 256

    var isEmpty: Bool { entries.isEmpty }
    /// How many bytes of memory the entries take, room that is free included.
    var size: Int {
        closed.reduce(open.capacity) { $0 + $1.capacity } + entries.capacity * MemoryLayout<Entry>.stride
    }

    /// Adds an entry; the closures append its bytes.
    @inline(__always)
    mutating func append(key: (inout ByteBuilder) -> Void, payload: (inout ByteBuilder) -> Void) {
        let start = open.count
        key(&open)
        let middle = open.count
        payload(&open)
        entries.append(
            Entry(
                prefix: open.withBytes {
                    EntryBuffer.window(of: UnsafeRawBufferPointer(rebasing: $0[start..<middle]))
                }, chunk: UInt32(closed.count), start: UInt32(start), keyCount: UInt32(middle - start),
                payloadCount: UInt32(open.count - middle)))
        if open.count > EntryBuffer.fullChunk {
            closed.append(open)
            open = ByteBuilder(capacity: EntryBuffer.chunkSize)
        }
    }

    /// Eight bytes of an entry's key, those at `depth` and after it: a number that orders as they do, with zeros for those
    /// that are none.
    func window(of index: Int, at depth: Int) -> UInt64 {
        let key = entries[index].key
        guard depth < key.count else { return 0 }
        return withBytes(of: index) { _ in
            key.lowerBound + depth..<key.upperBound
        } body: {
            EntryBuffer.window(of: $0)
        }
    }

    /// Calls the body with a part of an entry, by its number.
    @inline(__always)
    func withBytes<Result>(
        of index: Int, _ part: (Entry) -> Range<Int>, body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let entry = entries[index]
        let range = part(entry)
        if Int(entry.chunk) == closed.count {
            return open.withBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
        }
        return closed[Int(entry.chunk)].withBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// One of an entry's bytes from each of the first cache lines that it takes, added up: read for its own sake.
    @inline(__always)
    func touch(_ index: Int) -> UInt8 {
        withBytes(of: index) {
            Int($0.start)..<$0.payload.upperBound
        } body: { bytes in
            var sum: UInt8 = 0
            var offset = 0
            while offset < min(bytes.count, 256) {
                sum &+= bytes[offset]
                offset += 64
            }
            return sum
        }
    }

    /// Gives back most of the room that is free, before the entries are kept.
    mutating func trim() { open.trim() }

    /// An entry by its number.
    func element(_ index: Int) -> SortedEntries.Element {
        let entry = entries[index]
        let range = Int(entry.start)..<entry.payload.upperBound
        return SortedEntries.Element(
            bytes: Int(entry.chunk) == closed.count ? open[range] : closed[Int(entry.chunk)][range],
            keyCount: Int(entry.keyCount))
    }

    private static func window(of key: UnsafeRawBufferPointer) -> UInt64 {
        if key.count >= 8 { return UInt64(bigEndian: key.loadUnaligned(as: UInt64.self)) }
        let window = key.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return key.isEmpty ? 0 : window << UInt64(8 * (8 - key.count))
    }
}
