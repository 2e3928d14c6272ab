/// Sorts any number of entries by their keys: in memory up to a budget, and beyond it in runs on disk that are merged.
struct ExternalSorter: Sendable {
    private let budget: Int
    private var buffer = EntryBuffer()
    private var file: SpillFile?
    private var runs: [Range<Int>] = []
    /// How many entries were added.
    private(set) var count = 0

    /// - Parameter budget: How many bytes of memory entries may take before they go to disk.
    init(budget: Int) {
        self.budget = budget
    }

    /// Adds entries. Complexity: linear in their bytes, and O(*n* log *n*) where they go to disk.
    mutating func append(_ entries: EntryBuffer) throws(SpillError) {
        guard !entries.isEmpty else { return }
        count += entries.entries.count
        buffer.append(entries)
        if buffer.size > budget { try spill() }
    }

    /// The entries in the order of their keys.
    consuming func finish() throws(SpillError) -> SortedEntries {
        if file != nil, !buffer.isEmpty { try spill() }
        guard let file else {
            buffer.sort()
            return SortedEntries(buffer)
        }
        return SortedEntries(runs: runs, in: file)
    }

    private mutating func spill() throws(SpillError) {
        buffer.sort()
        let file = if let file { file } else { try SpillFile() }
        self.file = file
        let start = runs.last?.upperBound ?? 0
        var writer = SpillWriter(file, at: start)
        for entry in buffer.entries {
            try writer.write(key: buffer.bytes[entry.key], payload: buffer.bytes[entry.payload])
        }
        try writer.flush()
        runs.append(start..<writer.position)
        buffer.removeAll()
    }
}
