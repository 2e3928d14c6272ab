/// The pages of a list of Services, fetched one at a time as they are asked for, as bytes.
///
/// What a page holds is for the one reader of pages to find, and so is the link to the next one: whoever has read a page
/// hands its link back with `follow`. The same Service may come on two pages.
package struct ServicePages: Sendable {
    private let client: ProxyClient
    private var walk: PageWalk

    init(client: ProxyClient, pageSize: Int) {
        self.client = client
        walk = PageWalk(
            origin: client.endpoint.proxy, path: ProxyClient.servicesPath,
            query: "PageSize=\(min(max(pageSize, 1), 1000))")
    }

    /// Fetches the next page; nil after the last, where no link was followed, and after an error.
    ///
    /// - Throws: also where the link that was followed leads elsewhere, repeats, or goes on without end.
    package mutating func next() async throws(ProxyAPIError) -> [UInt8]? {
        guard let request = try walk.request() else { return nil }
        return try await client.transport.bytes(for: request, credentials: client.credentials)
    }

    /// Takes the link of the page that was read; nil for the last.
    package mutating func follow(_ link: String?) { walk.follow(link) }
}
