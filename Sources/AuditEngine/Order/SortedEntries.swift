internal import Text

/// Entries in the order of their keys, and of their payloads where these are the same, which can be gone through any number of times.
struct SortedEntries: Sendable {
    private enum Storage: Sendable {
        case memory(SortedBuffers)
        case disk(SpillFile, runs: [Range<Int>])
    }

    /// One entry.
    struct Element {
        /// The key and the payload behind it.
        let bytes: ArraySlice<UInt8>
        let keyCount: Int

        var key: ArraySlice<UInt8> { bytes.prefix(keyCount) }
        var payload: ArraySlice<UInt8> { bytes.dropFirst(keyCount) }
    }

    private let storage: Storage

    /// Entries that are sorted.
    init(_ buffers: SortedBuffers) {
        storage = .memory(buffers)
    }

    /// Runs that are sorted each.
    init(runs: [Range<Int>], in file: SpillFile) {
        storage = .disk(file, runs: runs)
    }

    /// A place before the first entry.
    func makeCursor() -> Cursor {
        switch storage {
        case .memory(let buffers): Cursor(buffers: buffers)
        case .disk(let file, let runs): Cursor(merge: RunMerge(runs.map { RunReader(file, $0) }))
        }
    }

    /// A place in the entries.
    struct Cursor {
        private let buffers: SortedBuffers
        /// The number of the next entry of the buffers.
        private var place = 0
        /// The end of those that were touched, and what that gave.
        private var touched = 0
        private var sum: UInt8 = 0
        private static let touchedAtOnce = 16
        /// What gives the entries that are on disk.
        private var merge: RunMerge?

        fileprivate init(buffers: SortedBuffers = SortedBuffers(), merge: RunMerge? = nil) {
            self.buffers = buffers
            self.merge = merge
        }

        /// The next entry; nil after the last. O(log *r*) for *r* runs.
        mutating func next() throws(SpillError) -> Element? {
            if place < buffers.count {
                if place >= touched {
                    touched = min(place + Cursor.touchedAtOnce, buffers.count)
                    sum &+= buffers.touch(place..<touched)
                }
                defer { place += 1 }
                return buffers[place]
            }
            return try merge?.next()
        }

        /// Goes past entries whose keys have their first eight bytes for themselves, where that is known without a look at
        /// them: not on disk.
        ///
        /// - Parameter isPassed: Asked with those bytes, as a number that orders as they do.
        mutating func passLoneEntries(where isPassed: (UInt64) -> Bool = { _ in true }) {
            while place < buffers.count, buffers.isLone(place), isPassed(buffers.prefix(place)) { place += 1 }
        }
    }
}

/// Merges sorted runs: a heap of the runs by their next keys.
struct RunMerge {
    private var readers: [RunReader]
    /// Indexes of readers that have an element, as a binary heap by its key.
    private var heap: [Int] = []
    private var heads: [SortedEntries.Element?]
    private var hasBegun = false

    init(_ readers: [RunReader]) {
        self.readers = readers
        heads = Array(repeating: nil, count: readers.count)
    }

    /// The least element of all runs; nil where all are at their ends.
    mutating func next() throws(SpillError) -> SortedEntries.Element? {
        if !hasBegun {
            hasBegun = true
            for index in readers.indices {
                heads[index] = try readers[index].next()
                if heads[index] != nil {
                    heap.append(index)
                    rise(from: heap.count - 1)
                }
            }
        }
        guard let least = heap.first, let element = heads[least] else { return nil }
        heads[least] = try readers[least].next()
        if heads[least] == nil {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        sink()
        return element
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        guard let left = heads[left], let right = heads[right] else { return false }
        let order = RunMerge.order(left.key, right.key)
        return order == 0 ? RunMerge.order(left.payload, right.payload) < 0 : order < 0
    }

    private static func order(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        left.withUnsafeBytes { left in right.withUnsafeBytes { left.order(with: $0) } }
    }

    private mutating func rise(from start: Int) {
        var child = start
        while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && precedes(heap[child], heap[least]) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
