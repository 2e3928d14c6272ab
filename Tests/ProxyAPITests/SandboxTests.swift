import JSON
import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

@Suite("The client against the sandbox")
struct SandboxTests {
    /// Runs a sandbox with one parent, one subaccount and `count` Services of the parent.
    private static func run(
        services count: Int = 0, password: String = Fixture.token, faults: [String] = [],
        _ body: (ProxyClient) async throws -> Void
    ) async throws {
        let parent = try Fixture.accountSID("a")
        let child = try Fixture.accountSID("b")
        let key = try #require(SID("SK" + String(repeating: "c", count: 32), kind: .apiKey))
        let now = try #require(Timestamp("2026-01-02T03:04:05Z"))
        let services = (0..<count).map { number in
            var service = Service()
            service[text: .uniqueName] = "name-\(number)"
            service[text: .callbackURL] = "https://example.com/\(number)"
            return service
        }
        let seed = SandboxSeed(accounts: [
            SandboxSeed.Account(
                sid: parent, authToken: Secret(Fixture.token),
                apiKeys: [SandboxSeed.APIKey(sid: key, secret: Secret("key-secret"))], services: services),
            SandboxSeed.Account(sid: child, authToken: Secret("token-of-child"), ownerAccountSID: parent),
        ])
        let sandbox = try Sandbox(
            configuration: SandboxConfiguration(seed: seed, faults: SandboxFaults.parse(faults), clock: { now }))
        try await sandbox.run { address in
            let credentials = try #require(ProxyCredentials(user: parent, password: Secret(password)))
            try await ProxyClient.withClient(
                settings: RecordedDelays().settings(), endpoint: ProxyEndpoint(baseURL: address.baseURL),
                credentials: credentials, body)
        }
    }

    @Test("A Service is created, fetched, updated, cleared and removed")
    func lifeOfAService() async throws {
        try await Self.run { client in
            let parameters = Fixture.parameters([
                .uniqueName: "Grüße + 1", .defaultTTL: "60", .callbackURL: "https://example.com/a?b=c&d",
            ])
            let created = try JSONValue.parse(try await client.create(parameters))
            #expect(created["unique_name"] == .string("Grüße + 1"))
            #expect(created["callback_url"] == .string("https://example.com/a?b=c&d"))
            #expect(created["default_ttl"]?.jsonText == "60")
            #expect(created["account_sid"] == .string(client.credentials.user.text))
            guard case .string(let text)? = created["sid"] else {
                Issue.record("no sid")
                return
            }
            let sid = try #require(SID(text, kind: .service))
            #expect(try JSONValue.parse(try await client.fetch(sid)) == created)
            let change = Fixture.parameters([.defaultTTL: "0", .callbackURL: ""])
            let updated = try JSONValue.parse(try await client.update(sid, change))
            #expect(updated["callback_url"] == .null && updated["default_ttl"]?.jsonText == "0")
            #expect(updated["unique_name"] == created["unique_name"])
            try await client.remove(sid)
            let error = try await failure { () async throws(ProxyAPIError) in try await client.fetch(sid) }
            #expect(error.code == .notFound)
            #expect(error.apiCode == 20404)
        }
    }

    @Test("A list is read across its pages, each Service once")
    func pages() async throws {
        try await Self.run(services: 120) { client in
            var pages = client.services(pageSize: 50)
            var counts: [Int] = []
            var names: Set<String> = []
            while let page = try await pages.nextPage() {
                counts.append(page.services.count)
                names.formUnion(page.names)
            }
            #expect(counts == [50, 50, 20])
            #expect(names.count == 120)
        }
    }

    @Test(
        "A fault in the midst of a list is got over",
        arguments: ["429+1", "429+none", "503+none", "500", "close", "truncate"])
    func passingFaults(fault: String) async throws {
        try await Self.run(services: 120, faults: ["any:\(fault)@1*2"]) { client in
            var pages = client.services(pageSize: 50)
            var count = 0
            while let page = try await pages.nextPage() { count += page.services.count }
            #expect(count == 120)
        }
    }

    @Test(
        "A list that leads astray is an error",
        arguments: [("repeat-next", ProxyAPIError.Code.repeatedLink), ("foreign-next", .unsafeLink)])
    func lastingFaults(fault: String, code: ProxyAPIError.Code) async throws {
        try await Self.run(services: 120, faults: ["any:\(fault)"]) { client in
            let error = try await failure { () async throws(ProxyAPIError) in
                var pages = client.services(pageSize: 50)
                while try await pages.nextPage() != nil {}
            }
            #expect(error.code == code)
        }
    }

    @Test("A name that is taken, a name that is missing, and a wrong token are errors with their codes")
    func errors() async throws {
        try await Self.run(services: 1) { client in
            let taken = try await failure { () async throws(ProxyAPIError) in
                try await client.create(Fixture.parameters([.uniqueName: "name-0"]))
            }
            #expect(taken.apiCode == 80602)
            let missing = try await failure { () async throws(ProxyAPIError) in
                try await client.create(Fixture.parameters([.defaultTTL: "1"]))
            }
            #expect(missing.apiCode == 20001)
        }
        try await Self.run(password: "wrong") { client in
            let error = try await failure { () async throws(ProxyAPIError) in try await client.services().first() }
            #expect(error.code == .unauthorized)
            #expect(error.apiCode == 20003)
        }
    }

    @Test("A parent lists its accounts, with the tokens that reach them")
    func accounts() async throws {
        try await Self.run { client in
            var pages = client.accounts(pageSize: 1)
            var accounts: [Account] = []
            while let page = try await pages.next() { accounts += page.accounts }
            #expect(try Set(accounts.map(\.sid)) == [Fixture.accountSID("a"), Fixture.accountSID("b")])
            let child = try #require(accounts.first { $0.ownerAccountSID != $0.sid })
            #expect(child.authToken == Secret("token-of-child"))
        }
    }
}
