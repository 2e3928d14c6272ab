/// The findings of a run in the report's order: in memory, or on disk where they are too many for it.
///
/// It can be gone through any number of times. Going through it may fail, since the disk may.
package struct FindingList: Sendable {
    private let entries: SortedEntries
    private let codec: FindingCodec
    package let count: Int
    /// Whether some may be there more than once, one after the other.
    private let haveTwins: Bool

    /// Findings that are in order already.
    package init(_ findings: [Finding]) {
        codec = FindingCodec(ruleIDs: Array(Set(findings.map(\.ruleID))))
        var buffer = EntryBuffer()
        for finding in findings { codec.append(finding, to: &buffer) }
        entries = SortedEntries(SortedBuffers([buffer]))
        count = findings.count
        haveTwins = false
    }

    init(_ entries: SortedEntries, codec: FindingCodec, count: Int, haveTwins: Bool) {
        self.entries = entries
        self.codec = codec
        self.count = count
        self.haveTwins = haveTwins
    }

    /// A place before the first finding.
    package func makeCursor() -> Cursor { Cursor(entries, codec, haveTwins: haveTwins) }

    /// A place in the list.
    package struct Cursor {
        private var entries: SortedEntries.Cursor
        private let codec: FindingCodec
        private let haveTwins: Bool
        private var current: SortedEntries.Element?

        init(_ entries: SortedEntries, _ codec: FindingCodec, haveTwins: Bool) {
            self.entries = entries.makeCursor()
            self.codec = codec
            self.haveTwins = haveTwins
        }

        /// Goes to the next finding.
        ///
        /// - Returns: Whether there is one.
        /// - Throws: where what was put on disk cannot be read again.
        package mutating func advance() throws(SpillError) -> Bool {
            while let next = try entries.next() {
                if haveTwins, let current, FindingCodec.isSame(current, next) { continue }
                current = next
                return true
            }
            current = nil
            return false
        }

        /// Calls the body with what counts of the finding where the cursor is.
        mutating func withHead(_ body: (FindingView.Head) -> Void) {
            current?.payload.withUnsafeBytes { body(FindingView.Head($0)) }
        }

        /// Calls the body with the finding where the cursor is, of which nothing is made; not before the first and after the
        /// last.
        ///
        /// Neither gives nor throws what others choose: types that are known only at run time would be looked up each time.
        package mutating func withFinding(_ body: (borrowing FindingView) -> Void) {
            current?.payload.withUnsafeBytes { body(FindingView($0, ruleIDs: codec.ruleIDs)) }
        }

        /// Goes to the next finding, and makes it; nil after the last.
        ///
        /// - Throws: where what was put on disk cannot be read again.
        package mutating func next() throws(SpillError) -> Finding? {
            guard try advance() else { return nil }
            var finding: Finding?
            withFinding { finding = Finding($0) }
            return finding
        }
    }
}
