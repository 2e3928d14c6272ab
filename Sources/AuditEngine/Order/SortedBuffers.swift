internal import Text

/// The entries of buffers in the order of their keys, byte by byte, and of their payloads where these are the same.
///
/// The buffers stay as they are: what is sorted are the places of their entries, by eight bytes of their keys at a time,
/// since keys begin alike, as those of one account do, and numbers beside the places are compared without a look at these.
struct SortedBuffers: Sendable {
    private struct Place: Sendable {
        /// Eight bytes of the key; see ``EntryBuffer/window(of:at:)``. The first ones, but while those that share them are
        /// sorted.
        var window: UInt64
        let buffer: UInt32
        let entry: UInt32
    }

    private let buffers: [EntryBuffer]
    private let places: [Place]

    /// So few entries are sorted by comparing all of them.
    private static let few = 8
    /// And those whose keys are the same in so many bytes: most end before.
    private static let deepest = 128

    /// No entries.
    init() { (buffers, places) = ([], []) }

    /// Complexity: O(*n* log *n*) in the number of entries.
    init(_ buffers: [EntryBuffer]) {
        var places: [Place] = []
        places.reserveCapacity(buffers.reduce(0) { $0 + $1.entries.count })
        for (number, buffer) in buffers.enumerated() {
            for (index, entry) in buffer.entries.enumerated() {
                places.append(Place(window: entry.prefix, buffer: UInt32(number), entry: UInt32(index)))
            }
        }
        places.withUnsafeMutableBufferPointer { SortedBuffers.sort($0, at: 0, in: buffers) }
        self.buffers = buffers
        self.places = places
    }

    var count: Int { places.count }

    subscript(index: Int) -> SortedEntries.Element {
        let place = places[index]
        return buffers[Int(place.buffer)].element(Int(place.entry))
    }

    /// Has the beginnings of entries fetched into the processor's cache, all at a time: one by one each would be waited for, since
    /// they stand anywhere in memory.
    ///
    /// - Returns: Something of them, so that they are read.
    func touch(_ indices: Range<Int>) -> UInt8 {
        var sum: UInt8 = 0
        for place in places[indices] { sum &+= buffers[Int(place.buffer)].touch(Int(place.entry)) }
        return sum
    }

    /// The first eight bytes of a key, as a number that orders as they do.
    func prefix(_ index: Int) -> UInt64 { places[index].window }

    /// Whether no other entry's key has the same first eight bytes.
    func isLone(_ index: Int) -> Bool {
        let prefix = places[index].window
        return (index == 0 || places[index - 1].window != prefix)
            && (index + 1 == places.count || places[index + 1].window != prefix)
    }

    /// Sorts places of keys that are the same before `depth`, and whose windows are those at `depth`.
    private static func sort(_ places: UnsafeMutableBufferPointer<Place>, at depth: Int, in buffers: [EntryBuffer]) {
        var places = places
        places.sort { $0.window < $1.window }
        var start = 0
        while start < places.count {
            let window = places[start].window
            var end = start + 1
            while end < places.count, places[end].window == window { end += 1 }
            if end - start > 1 {
                let ties = UnsafeMutableBufferPointer(rebasing: places[start..<end])
                sortTies(ties, at: depth + 8, in: buffers)
                for index in ties.indices { ties[index].window = window }
            }
            start = end
        }
    }

    /// Sorts places of keys that are the same before `depth`, or end there and are zeros in others; their windows become others.
    private static func sortTies(_ ties: UnsafeMutableBufferPointer<Place>, at depth: Int, in buffers: [EntryBuffer]) {
        if ties.count <= few || depth >= deepest {
            var ties = ties
            ties.sort { left, right in
                let order = SortedBuffers.order(left, right, { $0.key }, in: buffers)
                if order != 0 { return order < 0 }
                return SortedBuffers.order(left, right, { $0.payload }, in: buffers) < 0
            }
        } else {
            for index in ties.indices {
                ties[index].window = buffers[Int(ties[index].buffer)].window(of: Int(ties[index].entry), at: depth)
            }
            sort(ties, at: depth, in: buffers)
        }
    }

    /// How a part of two entries orders.
    @inline(__always)
    private static func order(
        _ left: Place, _ right: Place, _ part: (EntryBuffer.Entry) -> Range<Int>, in buffers: [EntryBuffer]
    ) -> Int {
        buffers[Int(left.buffer)].withBytes(of: Int(left.entry), part) { left in
            buffers[Int(right.buffer)].withBytes(of: Int(right.entry), part) { left.order(with: $0) }
        }
    }
}
