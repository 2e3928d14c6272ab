import ProxyAPI
import ScriptedServer
import ServiceModel
import Testing

@testable import struct ProxyAPI.Origin
@testable import struct ProxyAPI.PageWalk

@Suite("Reading lists page by page")
struct PagingTests {
    @Test("The next link is followed as it stands, and what comes twice is given twice")
    func overlap() async throws {
        let next = "/v1/Services?PageSize=2&Page=1&PageToken=PAKS%2B%2F0002"
        let last = try Fixture.page([2, 3], next: nil)
        let script = Script { request, index in
            if index > 0 { return .answer(200, last) }
            let host = request.headers["host"] ?? ""
            guard let body = try? Fixture.page([1, 2], next: "http://\(host)\(next)") else { return .close }
            return .answer(200, body)
        }
        try await ScriptedClient.run(script) { scripted in
            let services = try await scripted.everything(pageSize: 2)
            #expect(services == ["name-1", "name-2", "name-2", "name-3"])
            #expect(scripted.server.requests.map(\.target) == ["/v1/Services?PageSize=2", next])
            #expect(Set(scripted.server.requests.map { $0.headers["authorization"] }).count == 1)
        }
    }

    @Test(
        "A link to another place is refused after its page, and that place is never asked",
        arguments: [
            ("another port", "http://127.0.0.1:THIEF/v1/Services?Page=1"),
            ("another host", "http://localhost:PORT/v1/Services?Page=1"),
            ("another scheme", "https://127.0.0.1:PORT/v1/Services?Page=1"),
            ("another path", "http://127.0.0.1:PORT/v1/Accounts?Page=1"),
            ("a deeper path", "http://127.0.0.1:PORT/v1/Services/../Other?Page=1"),
            ("no query", "http://127.0.0.1:PORT/v1/Services"),
            ("user information", "http://127.0.0.1:PORT@127.0.0.1:THIEF/v1/Services?Page=1"),
            ("a backslash", "http://127.0.0.1:PORT\\@127.0.0.1:THIEF/v1/Services?Page=1"),
            ("a network path", "//127.0.0.1:THIEF/v1/Services?Page=1"),
            ("a fragment", "http://127.0.0.1:PORT/v1/Services?Page=1#x"),
            ("a line end", "http://127.0.0.1:PORT/v1/Services?Page=1\r\nX: y"),
            ("no URL", "Page=1"), ("nothing", ""),
            ("too long", "http://127.0.0.1:PORT/v1/Services?Page=" + String(repeating: "1", count: 9000)),
        ])
    func unsafeLink(name: String, link: String) async throws {
        try await ScriptedServer.run(.always(.answer(200, "{}"))) { thief in
            let script = Script { request, _ in
                let port = request.headers["host"]?.split(separator: ":").last ?? ""
                let next = link.replacing("THIEF", with: "\(thief.port)").replacing("PORT", with: port)
                guard let body = try? Fixture.page([1], next: next) else { return .close }
                return .answer(200, body)
            }
            try await ScriptedClient.run(script) { scripted in
                var pages = scripted.client.services()
                let first = try await pages.nextPage()
                #expect(first?.services.count == 1)
                let error = try await #require(throws: ProxyAPIError.self) { try await pages.next() }
                #expect(error.code == .unsafeLink)
                #expect(error.message.hasSuffix("leads to another place; credentials stay here"))
                let end = try await pages.next()
                #expect(end == nil)
                #expect(scripted.server.requests.count == 1)
            }
            #expect(thief.requests.isEmpty)
        }
    }

    @Test("A link that leads back is an error, not an endless list", arguments: [0, 1])
    func repeatedLink(target: Int) async throws {
        let queries = ["PageSize=50", "PageSize=50&Page=1", "PageSize=50&Page=2"]
        let script = Script { request, index in
            let next = index < 2 ? queries[index + 1] : queries[target]
            let url = "http://\(request.headers["host"] ?? "")/v1/Services?\(next)"
            guard let body = try? Fixture.page([index], next: url) else { return .close }
            return .answer(200, body)
        }
        try await ScriptedClient.run(script) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            #expect(error.code == .repeatedLink)
            #expect(error.message.contains("page 3: "))
            #expect(scripted.server.requests.count == 3)
        }
    }

    @Test("A list without end is given up")
    func endless() throws {
        let origin = try #require(Origin("http://localhost:1"))
        var walk = PageWalk(origin: origin, path: "/v1/Services", query: "Page=0", mostPages: 3)
        for page in 1...3 {
            #expect(try walk.request() != nil)
            walk.follow("http://localhost:1/v1/Services?Page=\(page)")
        }
        #expect(throws: ProxyAPIError.self) { try walk.request() }
        #expect(try walk.request() == nil)
    }

    @Test("After an error a list is at its end")
    func ended() async throws {
        try await ScriptedClient.run(.always(.answer(404))) { scripted in
            var pages = scripted.client.services()
            await #expect(throws: ProxyAPIError.self) { try await pages.next() }
            let end = try await pages.next()
            #expect(end == nil)
            #expect(scripted.server.requests.count == 1)
        }
    }

    @Test("Accounts are listed by relative links, on the 2010 API's path")
    func accounts() async throws {
        func page(_ digits: String, next: String?) throws -> String {
            let accounts = try digits.map {
                try Account(sid: Fixture.accountSID($0), friendlyName: "someone@example.com", authToken: Secret("t"))
            }
            let page = AccountPage(
                accounts: accounts, page: 0, pageSize: 2, start: 0, end: 1, firstPageURI: nil, previousPageURI: nil,
                uri: nil, nextPageURI: next)
            return Fixture.json { page.write(to: &$0) }
        }
        let next = "/2010-04-01/Accounts.json?PageSize=2&Page=1&PageToken=PAAC1"
        let bodies = try [page("12", next: next), page("23", next: "/2010-04-01/Accounts/x.json?Page=2")]
        try await ScriptedClient.run(.first(.answer(200, bodies[0]), then: .answer(200, bodies[1]))) { scripted in
            var pages = scripted.client.accounts(status: .active, pageSize: 2)
            let (first, second) = try await (pages.next(), pages.next())
            #expect(first?.accounts.count == 2)
            #expect(try second?.accounts.map(\.sid) == [Fixture.accountSID("3")])
            await #expect(throws: ProxyAPIError.self) { try await pages.next() }
            #expect(
                scripted.server.requests.map(\.target)
                    == ["/2010-04-01/Accounts.json?Status=active&PageSize=2", next])
        }
    }
}
