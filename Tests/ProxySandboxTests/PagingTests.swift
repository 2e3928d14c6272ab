import Foundation
import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// Lists over several pages, while rows come and go.
@Suite(.timeLimit(.minutes(2)))
struct PagingTests {
    private static func seed(_ count: Int) -> SandboxSeed {
        .accounts(services: (0..<count).map { Service(sid: "KS\($0)", uniqueName: "service \($0)") })
    }

    /// Follows the next links from a target, and runs `between` after each page.
    private func walk(
        _ client: LoopbackClient, _ target: String, between: (_ page: Int) async throws -> Void = { _ in }
    ) async throws -> [[String]] {
        var pages: [[String]] = []
        var next: String? = target
        while let target = next {
            try #require(pages.count < 100, "the list does not end")
            let page = try await client.get(target).page()
            #expect(page.meta.page == pages.count)
            pages.append(page.services.compactMap(\.sid))
            next = try page.meta.nextPageURL.map { try path($0, client) }
            try await between(pages.count)
        }
        return pages
    }

    private func path(_ url: String, _ client: LoopbackClient) throws -> String {
        let base = client.address.baseURL
        try #require(url.hasPrefix(base + "/v1/Services?"))
        return String(url.dropFirst(base.count))
    }

    @Test(arguments: [0, 1, 2, 3, 4, 50, 51])
    func everyServiceIsListedOnce(_ count: Int) async throws {
        try await withSandbox(seed: Self.seed(count)) { client in
            let pages = try await walk(client, "/v1/Services?PageSize=2")
            #expect(pages.flatMap(\.self) == (0..<count).map { "KS\($0)" })
            #expect(pages.count == max(1, (count + 1) / 2))
            let whole = try await walk(client, "/v1/Services")
            #expect(whole.map(\.count) == (count > 50 ? [50, count - 50] : [count]))
        }
    }

    @Test func linksAreAbsoluteAndSayWhereThePageStands() async throws {
        try await withSandbox(seed: Self.seed(5)) { client in
            let base = client.address.baseURL + "/v1/Services?PageSize=2&Page="
            let first = try await client.get("/v1/Services?PageSize=2").page().meta
            #expect(first.firstPageURL == base + "0")
            #expect(first.url == base + "0")
            #expect(first.previousPageURL == nil)
            #expect(first.key == "services")
            let next = try #require(first.nextPageURL)
            #expect(next.hasPrefix(base + "1&PageToken="))
            let token = try #require(next.split(separator: "=").last)
            #expect(token.contains("%"), "the token has nothing to decode")
            let second = try await client.get(path(next, client)).page().meta
            #expect(second.url == next)
            #expect(second.page == 1)
            #expect(second.firstPageURL == base + "0")
            #expect(try #require(second.previousPageURL).hasPrefix(base + "0&PageToken="))
            let third = try await client.get(path(try #require(second.nextPageURL), client)).page().meta
            #expect(third.nextPageURL == nil)
        }
    }

    @Test func previousLinksLeadBackOverTheSamePages() async throws {
        try await withSandbox(seed: Self.seed(7)) { client in
            let forth = try await walk(client, "/v1/Services?PageSize=3")
            var page = try await client.get("/v1/Services?PageSize=3").page()
            while let next = page.meta.nextPageURL { page = try await client.get(path(next, client)).page() }
            var back: [[String]] = [page.services.compactMap(\.sid)]
            while let previous = page.meta.previousPageURL {
                page = try await client.get(path(previous, client)).page()
                back.insert(page.services.compactMap(\.sid), at: 0)
                try #require(back.count < 10)
            }
            #expect(back == forth)
            #expect(page.meta.page == 0)
        }
    }

    /// Rows that stay are seen once, whatever happens to the others while the list is read.
    @Test(arguments: [SandboxPolicy.ListOrder.oldestFirst, .newestFirst])
    func rowsThatStayAreNeitherMissedNorRepeated(_ order: SandboxPolicy.ListOrder) async throws {
        let count = 20
        try await withSandbox(seed: Self.seed(count), policy: SandboxPolicy(listOrder: order)) { client in
            let first = order == .oldestFirst ? 0 : count - 1
            func sid(_ place: Int) -> String { "KS\(order == .oldestFirst ? place : count - 1 - place)" }
            var removed: Set<String> = []
            let pages = try await walk(client, "/v1/Services?PageSize=3") { page in
                // A row already read, the last row of the page just read, and one not read yet.
                for victim in [sid(0), sid(page * 3 - 1), sid(page * 3 + 4)] where removed.insert(victim).inserted {
                    _ = try await client.send("DELETE", "/v1/Services/\(victim)")
                }
                _ = try await client.post("/v1/Services", [("UniqueName", "new \(page)")])
            }
            let listed = pages.flatMap(\.self)
            #expect(Set(listed).count == listed.count)
            let staying = (0..<count).map { "KS\($0)" }.filter { !removed.contains($0) }
            #expect(Set(staying).isSubset(of: listed))
            #expect(listed.first == "KS\(first)")
            let old = listed.filter { $0.utf8.count < 10 }
            let places = old.compactMap { Int($0.dropFirst(2)) }
            #expect(places == places.sorted(by: order == .oldestFirst ? (<) : (>)))
        }
    }

    @Test func aPageWhoseRowsAreAllGoneStillLeadsBothWays() async throws {
        try await withSandbox(seed: Self.seed(6)) { client in
            let first = try await client.get("/v1/Services?PageSize=2").page()
            let next = try path(#require(first.meta.nextPageURL), client)
            let last = try await client.get(next).page()
            for index in 2..<6 { _ = try await client.send("DELETE", "/v1/Services/KS\(index)") }
            let empty = try await client.get(next).page()
            #expect(empty.services.isEmpty)
            #expect(empty.meta.nextPageURL == nil)
            let back = try await client.get(path(#require(empty.meta.previousPageURL), client)).page()
            #expect(back.services.compactMap(\.sid) == ["KS0", "KS1"])
            // The other way round: nothing is before the row, but something after it.
            _ = try await client.post("/v1/Services", [("UniqueName", "new")])
            for index in 0..<2 { _ = try await client.send("DELETE", "/v1/Services/KS\(index)") }
            let before = try await client.get(path(#require(last.meta.previousPageURL), client)).page()
            #expect(before.services.isEmpty)
            #expect(before.meta.previousPageURL == nil)
            let forth = try await client.get(path(#require(before.meta.nextPageURL), client)).page()
            #expect(forth.services.map(\.uniqueName) == ["new"])
        }
    }

    @Test func thePageSizeMayChangeOnTheWay() async throws {
        try await withSandbox(seed: Self.seed(9)) { client in
            let first = try await client.get("/v1/Services?PageSize=2").page()
            let next = try path(#require(first.meta.nextPageURL), client)
            let rest = try await client.get(next.replacing("PageSize=2", with: "PageSize=100")).page()
            #expect(rest.services.compactMap(\.sid) == (2..<9).map { "KS\($0)" })
            #expect(rest.meta.pageSize == 100)
        }
    }

    @Test func tokensAreGoodForTheirOwnListAlone() async throws {
        try await withSandbox(
            seed: .accounts(
                services: (0..<3).map { Service(uniqueName: "\($0)") },
                childServices: (0..<3).map { Service(uniqueName: "\($0)") })
        ) { client in
            let meta = try await client.get("/v1/Services?PageSize=1").page().meta
            let next = try path(#require(meta.nextPageURL), client)
            let child = client.with(.child, "child-token")
            #expect(try await child.get(next).error().code == 21481)
            #expect(try await client.get(next).status == 200)
            let accounts = try await client.get("/2010-04-01/Accounts.json?PageSize=1").accounts()
            let other = try #require(accounts.nextPageURI?.split(separator: "?").last)
            #expect(try await client.get("/v1/Services?\(other)").error().code == 21481)
            // Any changed character makes a token worthless.
            let encoded = try #require(next.split(separator: "=").last)
            let token = Array(try #require(String(encoded).removingPercentEncoding))
            let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
            for index in token.indices {
                var changed = token
                // The next digit: in the last place it differs in bits that stand for nothing.
                let place = digits.firstIndex(of: token[index]).map { ($0 + 1) % digits.count } ?? 0
                changed[index] = digits[place]
                let query = FormURLEncoding.encode([("PageToken", String(changed))])
                #expect(try await client.get("/v1/Services?" + query).error().code == 21481)
            }
        }
    }

    @Test func tokensHoldOverARestart() async throws {
        try await withTemporaryFolder { folder in
            let database = SandboxConfiguration.Database.file(folder + "/sandbox.sqlite")
            let query = try await withSandbox(seed: Self.seed(4), database: database) { client in
                let meta = try await client.get("/v1/Services?PageSize=2").page().meta
                return try path(#require(meta.nextPageURL), client)
            }
            try await withSandbox(seed: Self.seed(4), database: database) { client in
                let page = try await client.get(query).page()
                #expect(page.services.compactMap(\.sid) == ["KS2", "KS3"])
            }
        }
    }

    @Test(arguments: [
        ("example.com", "http://example.com"), ("EXAMPLE.com:8080", "http://EXAMPLE.com:8080"),
        ("[::1]:80", "http://[::1]:80"), ("a_b-c.d", "http://a_b-c.d"),
    ])
    func urlsFollowTheHostThatWasAsked(_ host: String, _ base: String) async throws {
        try await withSandbox(seed: Self.seed(1)) { client in
            let page = try await client.get(
                "/v1/Services",
                headers: [
                    "Host: \(host)", "X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: https",
                    "Forwarded: host=elsewhere.example;proto=https",
                ]
            ).page()
            #expect(page.meta.url == base + "/v1/Services?PageSize=50&Page=0")
            #expect(page.services.first?.url == base + "/v1/Services/KS0")
        }
    }
}
