/// Remembers which pages are still missing from the pages that were read, in whatever order these come.
///
/// Pages in their order need the memory of one page; others as much as there are gaps, up to `mostGaps`.
struct PageLedger: Sendable {
    private struct Gap: Sendable {
        let label: String
        let line: Int
    }

    /// Pages that must still come, by URL, and where it says so.
    private var missing: [String: Gap] = [:]
    /// Pages that came before the page that leads to them.
    private var early: Set<String> = []
    /// The page read last, and the file that holds it.
    private var previous: (page: PageMeta, label: String)?
    private var overflow: Gap?

    static var mostGaps: Int { 10_000 }

    /// Takes a page that was read.
    mutating func add(_ sighting: PageSighting) {
        let (page, label, line) = (sighting.meta, sighting.label, sighting.line)
        let isSuccessor = previous.map { $0.label == label && page.follows($0.page) } ?? false
        if isSuccessor, let url = previous?.page.nextURL { missing[url] = nil }
        previous = (page, label)
        let leadsToEarlier = page.nextURL.map { early.remove($0) != nil } ?? true
        if let url = page.url, missing.removeValue(forKey: url) == nil, !page.isFirst, !isSuccessor {
            early.insert(url)
        }
        if let next = page.nextURL, !leadsToEarlier { missing[next] = Gap(label: label, line: line) }
        if missing.count + early.count > PageLedger.mostGaps {
            overflow = overflow ?? Gap(label: label, line: line)
            missing = [:]
            early = []
        }
    }

    /// One rejection for each page that never came, in the order of the pages that lead to them.
    mutating func finish() -> [RecordRejection] {
        let gaps = missing.values.sorted { ($0.label, $0.line) < ($1.label, $1.line) }
        let rejections = gaps.map { gap in
            RecordRejection(
                source: gap.label, line: gap.line,
                reason: "the list is cut off: the page that begins here is followed by one that is not in the input")
        }
        guard let overflow else { return rejections }
        let reason = "more than \(PageLedger.mostGaps) pages whose neighbours are not in the input"
        return [RecordRejection(source: overflow.label, line: overflow.line, reason: reason)] + rejections
    }
}
