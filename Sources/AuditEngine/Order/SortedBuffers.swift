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

    /// From so many entries on they are moved by each byte of their windows, and not compared at all.
    private static let many = 512
    /// So few entries are sorted by comparing all of them.
    private static let few = 8
    /// And those whose keys are the same in so many bytes: most end before.
    private static let deepest = 128

    /// No entries.
    init() { (buffers, places) = ([], []) }

    /// Complexity: O(*n* log *n*) in the number of entries at most; linear where keys are random, or begin alike and are random then.
    init(_ buffers: [EntryBuffer]) {
        var places: [Place] = []
        places.reserveCapacity(buffers.reduce(0) { $0 + $1.entries.count })
        for (number, buffer) in buffers.enumerated() {
            for (index, entry) in buffer.entries.enumerated() {
                places.append(Place(window: entry.prefix, buffer: UInt32(number), entry: UInt32(index)))
            }
        }
        places.withUnsafeMutableBufferPointer { places in
            // Room for as many, to which they are moved back and forth.
            withUnsafeTemporaryAllocation(of: Place.self, capacity: places.count) { room in
                SortedBuffers.sort(places, at: 0, in: buffers, room)
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

    /// Sorts places by their windows alone.
    private static func sortWindows(
        _ places: UnsafeMutableBufferPointer<Place>, _ room: UnsafeMutableBufferPointer<Place>
    ) {
        var places = places
        if places.count < many { return places.sort { $0.window < $1.window } }
        // By the first bytes that are not the same in all, as most of random keys need no more.
        let first = places[0].window
        let different = places.reduce(UInt64(0)) { $0 | ($1.window ^ first) }
        if different == 0 { return }
        let top = 64 - different.leadingZeroBitCount
        let least = max(top - movedBits, 0)
        move(places, byBitsFrom: least, to: top, room)
        if least == 0 { return }
        forEachRun(of: places, withoutBits: least) { run in
            var run = run
            run.sort { $0.window < $1.window }
        }
    }

    /// By so many bits places are moved, in as many steps as there are bytes in them.
    private static let movedBits = 24

    /// Puts places in the order of some bits of their windows, byte by byte from the last.
    private static func move(
        _ places: UnsafeMutableBufferPointer<Place>, byBitsFrom least: Int, to top: Int,
        _ room: UnsafeMutableBufferPointer<Place>
    ) {
        var (from, to) = (places, UnsafeMutableBufferPointer(rebasing: room[..<places.count]))
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
            for shift in stride(from: least, to: top, by: 8) {
                starts.initialize(repeating: 0)
                for place in from { starts[Int(truncatingIfNeeded: place.window >> UInt64(shift)) & 0xFF] += 1 }
                var start = 0
                for value in 0..<256 { (starts[value], start) = (start, start + starts[value]) }
                for place in from {
                    let value = Int(truncatingIfNeeded: place.window >> UInt64(shift)) & 0xFF
                    to.initializeElement(at: starts[value], to: place)
                    starts[value] &+= 1
                }
                swap(&from, &to)
            }
        }
        if from.baseAddress != places.baseAddress { _ = places.update(from: from) }
    }

    /// Calls the body with each run of more than one place whose windows are the same but for so many bits at their ends.
    @inline(__always)
    private static func forEachRun(
        of places: UnsafeMutableBufferPointer<Place>, withoutBits last: Int,
        _ body: (UnsafeMutableBufferPointer<Place>) -> Void
    ) {
        var start = 0
        while start < places.count {
            let same = places[start].window >> UInt64(last)
            var end = start + 1
            while end < places.count, places[end].window >> UInt64(last) == same { end += 1 }
            if end - start > 1 { body(UnsafeMutableBufferPointer(rebasing: places[start..<end])) }
            start = end
        }
    }

    /// Sorts places of keys that are the same before `depth`, and whose windows are those at `depth`.
    private static func sort(
        _ places: UnsafeMutableBufferPointer<Place>, at depth: Int, in buffers: [EntryBuffer],
        _ room: UnsafeMutableBufferPointer<Place>
    ) {
        sortWindows(places, room)
        forEachRun(of: places, withoutBits: 0) { ties in
            let window = ties[0].window
            sortTies(ties, at: depth + 8, in: buffers, room)
            for index in ties.indices { ties[index].window = window }
        }
    }

    /// Sorts places of keys that are the same before `depth`, or end there and are zeros in others; their windows become others.
    private static func sortTies(
        _ ties: UnsafeMutableBufferPointer<Place>, at depth: Int, in buffers: [EntryBuffer],
        _ room: UnsafeMutableBufferPointer<Place>
    ) {
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
            sort(ties, at: depth, in: buffers, room)
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
