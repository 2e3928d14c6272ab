import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// Who sees what: Services of one account, and the list of accounts.
@Suite(.timeLimit(.minutes(2)))
struct AccountTests {
    private static var seed: SandboxSeed {
        .accounts(
            services: [Service(sid: "KSparent", uniqueName: "shared name")],
            childServices: [Service(sid: "KSchild", uniqueName: "shared name")])
    }

    @Test func anotherAccountsServiceIsNotThere() async throws {
        try await withSandbox(seed: Self.seed) { client in
            // A parent's credentials do not reach a subaccount's Services either.
            #expect(try await client.get("/v1/Services").page().services.compactMap(\.sid) == ["KSparent"])
            let missing = [
                try await client.get("/v1/Services/KSchild"),
                try await client.post("/v1/Services/KSchild", [("DefaultTtl", "1")]),
                try await client.send("DELETE", "/v1/Services/KSchild"),
            ]
            for reply in missing {
                #expect(reply.status == 404)
                #expect(try reply.error().message == "The requested resource /Services/KSchild was not found")
            }
            let child = client.with(.child, "child-token")
            let own = try await child.get("/v1/Services/KSchild").service()
            #expect(own.accountSID == SID.child.text)
            #expect(own.defaultTTL == 0)
            #expect(try await client.with(.stranger, "stranger-token").get("/v1/Services").page().services.isEmpty)
        }
    }

    @Test func namesAreUniqueInTheirAccountAlone() async throws {
        try await withSandbox(seed: Self.seed) { client in
            let stranger = client.with(.stranger, "stranger-token")
            let first = try await stranger.post("/v1/Services", [("UniqueName", "shared name")])
            let second = try await stranger.post("/v1/Services", [("UniqueName", "shared name")])
            #expect([first.status, second.status] == [201, 400])
        }
    }

    @Test func keysOpenTheirAccount() async throws {
        try await withSandbox(seed: Self.seed) { client in
            for (key, secret) in [(SID.standardKey, "standard-secret"), (.mainKey, "main-secret")] {
                let page = try await client.with(key, secret).get("/v1/Services").page()
                #expect(page.services.compactMap(\.accountSID) == [SID.parent.text])
            }
        }
    }

    @Test func aParentListsItselfAndItsSubaccounts() async throws {
        try await withSandbox(seed: Self.seed) { client in
            let page = try await client.get("/2010-04-01/Accounts.json").accounts()
            #expect(page.accounts.map(\.sid) == [.parent, .child, .suspended])
            #expect(page.accounts.map(\.ownerAccountSID) == [.parent, .parent, .parent])
            #expect(page.accounts.map(\.status) == [.active, .active, .suspended])
            #expect(page.accounts.map(\.friendlyName) == ["Parent", "Child", SID.suspended.text])
            #expect(page.accounts[1].authToken == Secret("child-token"))
            #expect(page.accounts[1].dateCreated == "Thu, 30 Jul 2015 20:00:00 +0000")
            #expect(page.accounts[1].uri == "/2010-04-01/Accounts/\(SID.child.text).json")
            #expect(page.nextPageURI == nil)
            #expect(page.uri == "/2010-04-01/Accounts.json?PageSize=50&Page=0")
            // The listed token opens the subaccount, as an auditor of all accounts needs.
            let token = try #require(page.accounts[1].authToken)
            let services = try await client.with(.child, token.revealed).get("/v1/Services").page().services
            #expect(services.compactMap(\.sid) == ["KSchild"])
        }
    }

    @Test(arguments: [
        ("Status=active", [SID.parent, .child]), ("Status=suspended", [.suspended]), ("Status=closed", []),
        ("FriendlyName=Child", [.child]), ("Status=", [.parent, .child, .suspended]),
    ])
    func theListIsFiltered(_ query: String, _ expected: [SID]) async throws {
        try await withSandbox(seed: Self.seed) { client in
            let page = try await client.get("/2010-04-01/Accounts.json?" + query).accounts()
            #expect(page.accounts.map(\.sid) == expected)
        }
    }

    @Test func theListIsPagedByRelativeLinks() async throws {
        try await withSandbox(seed: Self.seed) { client in
            var seen: [SID] = []
            var back: [String] = []
            var next: String? = "/2010-04-01/Accounts.json?Status=active&PageSize=1"
            while let target = next {
                try #require(seen.count < 10)
                let page = try await client.get(target).accounts()
                #expect(page.page == seen.count)
                #expect(page.start == seen.count)
                #expect(page.end == seen.count)
                seen += page.accounts.map(\.sid)
                if let previous = page.previousPageURI { back.append(previous) }
                next = page.nextPageURI
                if let next { #expect(next.hasPrefix("/2010-04-01/Accounts.json?Status=active&PageSize=1&Page=")) }
            }
            #expect(seen == [.parent, .child])
            let first = try await client.get(try #require(back.first)).accounts()
            #expect(first.accounts.map(\.sid) == [.parent])
            #expect(try await client.get("/2010-04-01/Accounts.json?Page=1").error().code == 20001)
            #expect(try await client.get("/2010-04-01/Accounts.json?PageSize=0").error().code == 20001)
        }
    }

    @Test func aSubaccountSeesItselfAlone() async throws {
        try await withSandbox(seed: Self.seed) { client in
            let child = client.with(.child, "child-token")
            let page = try await child.get("/2010-04-01/Accounts.json").accounts()
            #expect(page.accounts.map(\.sid) == [.child])
            #expect(try await child.get("/2010-04-01/Accounts/\(SID.parent.text).json").status == 404)
        }
    }

    @Test func oneAccountIsFetched() async throws {
        try await withSandbox(seed: Self.seed) { client in
            let account = try await Account(json: client.get("/2010-04-01/Accounts/\(SID.child.text).json").json())
            #expect(account.friendlyName == "Child")
            #expect(try await client.get("/2010-04-01/Accounts/\(SID.suspended.text).json").status == 200)
            let path = "/2010-04-01/Accounts/\(SID.stranger.text).json"
            let reply = try await client.get(path)
            #expect(reply.status == 404)
            #expect(try reply.error().message == "The requested resource \(path) was not found")
            #expect(try await client.send("POST", path).error().code == 20004)
        }
    }

    @Test func accountsNeedAnAuthTokenOrAMainKey() async throws {
        try await withSandbox(seed: Self.seed) { client in
            let main = client.with(.mainKey, "main-secret")
            #expect(try await main.get("/2010-04-01/Accounts.json").accounts().accounts.count == 3)
            let standard = client.with(.standardKey, "standard-secret")
            for path in ["/2010-04-01/Accounts.json", "/2010-04-01/Accounts/\(SID.parent.text).json"] {
                let reply = try await standard.get(path)
                #expect(reply.status == 401)
                #expect(try reply.error().code == 20003)
            }
        }
    }
}
