internal import ServiceModel

/// The pages of a list of Services, fetched one at a time as they are asked for.
package struct ServicePages: Sendable {
    private let client: ProxyClient
    private var walk: PageWalk
    private var seen: Set<SID> = []
    /// How many records the pages so far had, those that came again or could not be read included.
    package private(set) var recordsRead = 0
    /// How many Services came again, as rows shifted while pages were read, and were dropped.
    package private(set) var repeatedServices = 0

    init(client: ProxyClient, pageSize: Int) {
        self.client = client
        walk = PageWalk(
            origin: client.endpoint.proxy, path: ProxyClient.servicesPath,
            query: "PageSize=\(min(max(pageSize, 1), 1000))")
    }

    /// Fetches the next page, without Services of earlier pages; nil after the last, and after an error.
    ///
    /// A page whose link may not be followed is given out, and the error comes after it. A Service is known again by its well-formed SID; the
    /// memory for that is what grows with the length of the list.
    package mutating func next() async throws(ProxyAPIError) -> ServicePage? {
        guard let request = try walk.request() else { return nil }
        let bytes = try await client.transport.bytes(for: request, credentials: client.credentials)
        var page: ServicePage
        do throws(WireError) {
            page = try ServicePage(bytes: bytes)
        } catch {
            throw request.unexpected(error.message)
        }
        walk.follow(page.meta.nextPageURL)
        let count = page.services.count
        recordsRead += count + page.rejected.count
        page.services.removeAll { service in
            guard let sid = service.sid.flatMap({ SID($0, kind: .service) }) else { return false }
            return !seen.insert(sid).inserted
        }
        repeatedServices += count - page.services.count
        return page
    }
}
