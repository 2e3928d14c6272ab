/// The pages of a list of Services, fetched one at a time as they are asked for.
package struct ServicePages: Sendable {
    private let client: ProxyClient
    private var walk: PageWalk

    init(client: ProxyClient, pageSize: Int) {
        self.client = client
        walk = PageWalk(
            origin: client.endpoint.proxy, path: ProxyClient.servicesPath,
            query: "PageSize=\(min(max(pageSize, 1), 1000))")
    }

    package mutating func next() async throws(ProxyAPIError) -> PageAnswer? {
        guard let request = try walk.request() else { return nil }
        return PageAnswer(bytes: try await client.transport.bytes(for: request, credentials: client.credentials))
    }

    package mutating func follow(_ link: String?) { walk.follow(link) }
}

package struct PageAnswer: Sendable {
    package let bytes: [UInt8]
}
