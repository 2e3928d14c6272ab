/// The findings of a run in the report's order: in memory, or on disk where they are too many for it.
///
/// It can be gone through any number of times. Going through it may fail, since the disk may.
package struct FindingList: Sendable {
    private enum Storage: Sendable {
        case memory([Finding])
        case sorted(SortedEntries, FindingCodec)
    }

    private let storage: Storage
    package let count: Int

    /// Findings that are in order already.
    package init(_ findings: [Finding]) {
        storage = .memory(findings)
        count = findings.count
    }

    init(_ entries: SortedEntries, codec: FindingCodec, count: Int) {
        storage = .sorted(entries, codec)
        self.count = count
    }

    /// A place before the first finding.
    package func makeCursor() -> Cursor {
        switch storage {
        case .memory(let findings): Cursor(source: .memory(findings.makeIterator()))
        case .sorted(let entries, let codec): Cursor(source: .sorted(entries.makeCursor(), codec))
        }
    }

    /// A place in the list.
    package struct Cursor {
        fileprivate enum Source {
            case memory(IndexingIterator<[Finding]>)
            case sorted(SortedEntries.Cursor, FindingCodec)
        }

        private var source: Source
        /// The key of the entry before, less where its record was found.
        private var previous: ArraySlice<UInt8>?

        fileprivate init(source: Source) { self.source = source }

        /// The next finding; nil after the last.
        ///
        /// - Throws: where what was put on disk cannot be read again.
        package mutating func next() throws(SpillError) -> Finding? {
            switch source {
            case .memory(var iterator):
                defer { source = .memory(iterator) }
                return iterator.next()
            case .sorted(var cursor, let codec):
                defer { source = .sorted(cursor, codec) }
                while let entry = try cursor.next() {
                    let key = entry.key.dropLast(FindingCodec.originSize)
                    // The same Service given twice: here it becomes one.
                    guard key != previous else { continue }
                    previous = key
                    return codec.finding(of: entry.payload)
                }
                return nil
            }
        }
    }
}
