internal import JSON
internal import ServiceModel

/// What a page of the API's list operation says of its neighbours.
struct PageMeta: Sendable, Hashable {
    /// The page's own URL.
    var url: String?
    /// The URL of the page after it; nil on the last page.
    var nextURL: String?
    /// The page's number in its list, from 0, where it is told.
    var number: Int64?

    /// Why a page cannot be trusted to be a page of Services, or not to be the last.
    struct Fault: Error {
        /// One line.
        let reason: String
        /// Whether the page is of another product.
        var isForeign = false
    }

    /// Reads a page's `meta`.
    ///
    /// - Throws: where it does not tell whether another page follows, or belongs to another product's list.
    init(_ json: JSONValue?) throws(Fault) {
        guard let json, let next = json["next_page_url"] ?? json["nextPageUrl"] else {
            throw Fault(
                reason: "the page does not say whether another follows it: no meta.next_page_url; "
                    + "give the whole page, or its records as an array")
        }
        switch next {
        case .null: nextURL = nil
        case .string(let url): nextURL = url.isEmpty ? nil : url
        default: throw Fault(reason: "meta.next_page_url: expected a string or null, found \(next.kind.name)")
        }
        if case .string(let url)? = json["url"] { self.url = url }
        if case .number(let page)? = json["page"] { number = page.integer }
        if let other = [url, nextURL].lazy.compactMap({ $0.flatMap { ForeignResource(url: Array($0.utf8)[...]) } })
            .first
        {
            throw Fault(reason: "not a page of Proxy Services but \(other.name)", isForeign: true)
        }
    }

    /// Whether no page comes before it.
    var isFirst: Bool { number == 0 }

    /// Whether it is the page that `previous`, which stands before it in the input, leads to: by its URL, or else by its
    /// number, or where it tells neither by its place.
    func follows(_ previous: PageMeta) -> Bool {
        if let url, url == previous.nextURL { return true }
        guard let number else { return url == nil }
        return previous.number.map { $0 < .max && number == $0 + 1 } ?? false
    }
}
