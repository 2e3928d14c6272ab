internal import ServiceModel

/// The pages of a list of accounts, fetched one at a time as they are asked for.
package struct AccountPages: Sendable {
    private let client: ProxyClient
    private var walk: PageWalk
    private var seen: Set<SID> = []

    init(client: ProxyClient, status: AccountStatus?, pageSize: Int) {
        self.client = client
        var fields = [("PageSize", "\(min(max(pageSize, 1), 1000))")]
        if let status { fields.insert(("Status", status.text), at: 0) }
        walk = PageWalk(
            origin: client.endpoint.api, path: ProxyClient.accountsPath, query: FormURLEncoding.encode(fields))
    }

    /// Fetches the next page, without accounts of earlier pages; nil after the last, and after an error.
    package mutating func next() async throws(ProxyAPIError) -> AccountPage? {
        guard let request = try walk.request() else { return nil }
        let bytes = try await client.transport.bytes(for: request, credentials: client.credentials)
        var page: AccountPage
        do throws(WireError) {
            page = try AccountPage(bytes: bytes)
        } catch {
            throw request.unexpected(error.message)
        }
        walk.follow(page.nextPageURI)
        page.accounts.removeAll { !seen.insert($0.sid).inserted }
        return page
    }
}
