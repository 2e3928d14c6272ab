internal import Text

/// The entries of buffers in the order of their keys, byte by byte; equal keys in any order.
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
            return SortedBuffers.withKey(left, of: buffers) { left in
                SortedBuffers.withKey(right, of: buffers) { left.precedes($0) }
            }
        }
        self.buffers = buffers
        self.places = places
    }

    var count: Int { places.count }

    subscript(index: Int) -> SortedEntries.Element {
        let place = places[index]
        return buffers[Int(place.buffer)].element(Int(place.entry))
    }

    @inline(__always)
    private static func withKey(
        _ place: Place, of buffers: [EntryBuffer], _ body: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        let key = buffers[Int(place.buffer)].entries[Int(place.entry)].key
        return buffers[Int(place.buffer)].bytes.withBytes { body(UnsafeRawBufferPointer(rebasing: $0[key])) }
    }
}
