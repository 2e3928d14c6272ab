/// Sorts any number of entries by their keys: in memory up to a budget, and beyond it in runs on disk that are merged.
struct ExternalSorter: Sendable {
    private let budget: Int
    private var buffers: [EntryBuffer] = []
    /// How many bytes of memory they take.
    private var size = 0
    private var file: SpillFile?
    private var runs: [Range<Int>] = []
    /// How many entries were added.
    private(set) var count = 0

    /// - Parameter budget: How many bytes of memory entries may take before they go to disk.
    init(budget: Int) {
        self.budget = budget
    }

    /// Adds entries. Complexity: O(1), and O(*n* log *n*) in their number where they go to disk.
    mutating func append(_ entries: EntryBuffer) throws(SpillError) {
        guard !entries.isEmpty else { return }
        var entries = entries
        entries.trim()
        count += entries.entries.count
        size += entries.size
        buffers.append(entries)
        if size > budget { try spill() }
    }

    /// The entries in the order of their keys.
    consuming func finish() throws(SpillError) -> SortedEntries {
        if file != nil, !buffers.isEmpty { try spill() }
        guard let file else { return SortedEntries(SortedBuffers(buffers)) }
        return SortedEntries(runs: runs, in: file)
    }

    private mutating func spill() throws(SpillError) {
        let sorted = SortedBuffers(buffers)
        (buffers, size) = ([], 0)
        let file = if let file { file } else { try SpillFile() }
        self.file = file
        let start = runs.last?.upperBound ?? 0
        var writer = SpillWriter(file, at: start)
        for index in 0..<sorted.count { try writer.write(sorted[index]) }
        try writer.flush()
        runs.append(start..<writer.position)
    }
}
