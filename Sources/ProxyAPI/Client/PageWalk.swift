internal import Text

/// The links of one list, each checked before it is followed.
///
/// The credentials go along with every request, so a link counts only where it leads to the list's own scheme, host,
/// port and path. A link that repeats, and a list without end, are errors: a part of a list is not the list.
struct PageWalk: Sendable {
    /// The most pages that a list may have: at 100 records a page, 1,000,000 records.
    static var mostPages: Int { 10_000 }

    /// The longest link that is kept to be compared with later ones, in bytes.
    private static var longestLink: Int { 8192 }

    private let origin: Origin
    private let path: String
    /// The queries asked so far.
    private var visited: Set<String> = []
    /// The query of the next page; nil at the end.
    private var upcoming: String?
    /// What is wrong with the last page's link.
    private var fault: ProxyAPIError?
    private let mostPages: Int

    init(origin: Origin, path: String, query: String, mostPages: Int = PageWalk.mostPages) {
        self.mostPages = mostPages
        self.origin = origin
        self.path = path
        visited.insert(query)
        upcoming = query
    }

    /// The request for the next page; nil at the end, and after a page that failed.
    ///
    /// - Throws: `.unsafeLink`, `.repeatedLink` or `.tooManyPages`, once, where the last page's link may not be
    ///   followed. The message names the list, not the link.
    mutating func request() throws(ProxyAPIError) -> APIRequest? {
        if let fault {
            self.fault = nil
            throw fault
        }
        guard let query = upcoming else { return nil }
        upcoming = nil
        return APIRequest(method: .get, origin: origin, path: path, query: query, success: [200])
    }

    /// Takes the link of a page that was read; a link that may not be followed makes the next request throw.
    ///
    /// - Parameter link: An absolute URL, or a path with a query where the API gives relative links; nil at the end.
    mutating func follow(_ link: String?) {
        guard let link else { return }
        if let query = query(of: link) {
            if visited.contains(query) {
                fault = failure(.repeatedLink, "the link to the next page leads to a page already read")
            } else if visited.count >= mostPages {
                fault = failure(.tooManyPages, "the list goes on after \(mostPages) pages")
            } else {
                visited.insert(query)
                upcoming = query
            }
        } else {
            fault = failure(.unsafeLink, "the link to the next page leads to another place; credentials stay here")
        }
    }

    private func failure(_ code: ProxyAPIError.Code, _ words: String) -> ProxyAPIError {
        ProxyAPIError(code: code, message: "GET \(origin)\(path): page \(visited.count): \(words)")
    }

    /// The query of a link within the list; nil for every other link.
    private func query(of link: String) -> String? {
        guard link.utf8.count <= PageWalk.longestLink else { return nil }
        let rest: String
        if link.utf8.first == UInt8(ascii: "/") {
            rest = link
        } else {
            guard let (linkOrigin, linkRest) = Origin.split(link), linkOrigin == origin else { return nil }
            rest = linkRest
        }
        guard rest.utf8.starts(with: "\(path)?".utf8) else { return nil }
        let query = rest.utf8.dropFirst(path.utf8.count + 1)
        return query.allSatisfy(PageWalk.isQueryByte) ? String(query) : nil
    }

    /// The characters of a query by RFC 3986: what has to be escaped there could be read in two ways.
    private static func isQueryByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || "-._~%!$&'()*+,;=:@/?".utf8.contains(byte)
    }
}
