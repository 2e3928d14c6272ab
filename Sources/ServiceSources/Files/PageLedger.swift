internal import JSON

/// What a page of the API's list operation says of its neighbours.
struct PageMeta: Sendable, Hashable {
    /// The page's own URL.
    var url: String?
    /// The URL of the page after it; nil on the last page.
    var nextURL: String?
    /// Whether no page comes before it.
    var isFirst: Bool

    /// Reads a page's `meta`; nil where it does not tell whether a page follows.
    init?(_ json: JSONValue) {
        guard let next = json["next_page_url"] ?? json["nextPageUrl"] else { return nil }
        switch next {
        case .null: nextURL = nil
        case .string(let url): nextURL = url.isEmpty ? nil : url
        default: return nil
        }
        if case .string(let url)? = json["url"] { self.url = url }
        if case .number(let page)? = json["page"] { isFirst = page.integer == 0 } else { isFirst = false }
    }
}

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
    private var overflow: Gap?

    static var mostGaps: Int { 10_000 }

    /// Takes the `meta` of a page that begins at a line of a file.
    mutating func add(_ page: PageMeta, label: String, line: Int) {
        let leadsToEarlier = page.nextURL.map { early.remove($0) != nil } ?? true
        if let url = page.url, missing.removeValue(forKey: url) == nil, !page.isFirst { early.insert(url) }
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
