internal import Text

/// The entries of buffers in the order of their keys, byte by byte, and of their payloads where these are the same.
///
/// The buffers stay as they are: what is sorted are the places of their entries.
struct SortedBuffers: Sendable {
    private struct Place: Sendable {
        /// The first bytes of the key; see ``EntryBuffer/Entry/prefix``.
        let prefix: UInt64
        let buffer: UInt32
        let entry: UInt32
    }

    private let buffers: [EntryBuffer]
    private let places: [Place]

    /// No entries.
    init() { (buffers, places) = ([], []) }

    /// Complexity: O(*n* log *n*) in the number of entries.
    init(_ buffers: [EntryBuffer]) {
        var places: [Place] = []
        places.reserveCapacity(buffers.reduce(0) { $0 + $1.entries.count })
        for (number, buffer) in buffers.enumerated() {
            for (index, entry) in buffer.entries.enumerated() {
                places.append(Place(prefix: entry.prefix, buffer: UInt32(number), entry: UInt32(index)))
            }
        }
        places.sort { left, right in
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            let order = SortedBuffers.order(left, right, { $0.key }, in: buffers)
            if order != 0 { return order < 0 }
            return SortedBuffers.order(left, right, { $0.payload }, in: buffers) < 0
        }
        self.buffers = buffers
        self.places = places
    }

    var count: Int { places.count }

    subscript(index: Int) -> SortedEntries.Element {
        let place = places[index]
        return buffers[Int(place.buffer)].element(Int(place.entry))
    }

    /// How a part of two entries orders.
    @inline(__always)
    private static func order(
        _ left: Place, _ right: Place, _ part: (EntryBuffer.Entry) -> Range<Int>, in buffers: [EntryBuffer]
    ) -> Int {
        withBytes(of: left, part, in: buffers) { left in
            withBytes(of: right, part, in: buffers) { left.order(with: $0) }
        }
    }

    @inline(__always)
    private static func withBytes<Result>(
        of place: Place, _ part: (EntryBuffer.Entry) -> Range<Int>, in buffers: [EntryBuffer],
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let range = part(buffers[Int(place.buffer)].entries[Int(place.entry)])
        return buffers[Int(place.buffer)].bytes.withBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
