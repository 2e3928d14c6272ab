import JSON
import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// Seed documents: what they give, and what is wrong with those that are refused.
@Suite(.timeLimit(.minutes(2)))
struct SeedTests {
    private static var account: String { #""sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "auth_token": "parent-token""# }

    private static func document(_ rest: String) -> [UInt8] {
        Array("{\"accounts\": [{\(account)\(rest)}]}".utf8)
    }

    @Test func aWholeDocumentIsRead() throws {
        let seed = try SandboxSeed(
            bytes: Self.document(
                #"""
                , "friendly_name": "x@example.com", "owner_account_sid": "ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "status": "closed", "date_created": "2020-01-02T03:04:05Z",
                "api_keys": [{"sid": "SK11111111111111111111111111111111", "secret": "s", "type": "main"},
                             {"sid": "SK22222222222222222222222222222222", "secret": "t"}],
                "services": [{"unique_name": "one"}, {"sid": null, "uniqueName": "two", "defaultTtl": 5}]
                """#))
        let account = try #require(seed.accounts.first)
        #expect(
            account
                == SandboxSeed.Account(
                    sid: .parent, authToken: Secret("parent-token"), friendlyName: "x@example.com",
                    ownerAccountSID: .child, status: .closed, dateCreated: Timestamp("2020-01-02T03:04:05Z"),
                    apiKeys: [
                        SandboxSeed.APIKey(sid: .standardKey, secret: Secret("s"), isMain: true),
                        SandboxSeed.APIKey(sid: .mainKey, secret: Secret("t"), isMain: false),
                    ], services: [Service(uniqueName: "one"), Service(uniqueName: "two", defaultTTL: 5)]))
        #expect(try SandboxSeed(bytes: Array("{}".utf8)).accounts.isEmpty)
    }

    @Test func servicesAreKeptAsTheyAre() async throws {
        let seed = try SandboxSeed(
            bytes: Self.document(
                #"""
                , "services": [
                  {"sid": "not / a SID", "account_sid": "elsewhere", "chat_instance_sid": "nonsense",
                   "unique_name": "a\u0000\u202e<script>", "default_ttl": -5, "callback_url": "", "geo_match_level": "moon",
                   "number_selection_behavior": "odd", "intercept_callback_url": " HTTP://x", "url": "http://given",
                   "links": {"short_codes": "http://given/ShortCodes"}, "date_created": "2001-02-03T04:05:06.5Z",
                   "date_updated": "1999-01-01T00:00:00Z", "extra": {"kept": [1.50]}},
                  {"unique_name": "twin"}, {"unique_name": "twin"}]
                """#))
        try await withSandbox(seed: seed) { client in
            let services = try await client.get("/v1/Services").page().services
            let first = try #require(services.first)
            let given = try #require(seed.accounts.first?.services.first)
            #expect(first == given)
            #expect(given.unknownMembers.map { "\($0.name) \($0.value.jsonText)" } == [#"extra {"kept":[1.50]}"#])
            #expect(services.map(\.uniqueName) == [given.uniqueName, "twin", "twin"])
            #expect(Set(services.map(\.sid)).count == 3)
            #expect(services[1].accountSID == SID.parent.text)
            #expect(services[1][text: .geoMatchLevel] == "country")
            #expect(services[1].dateCreated == Timestamp("2015-07-30T20:00:00Z"))
            // Even such a Service can be fetched, changed and removed.
            let path = "/v1/Services/not%20%2F%20a%20SID"
            #expect(try await client.get(path).service() == given)
            #expect(try await client.post(path, [("DefaultTtl", "1")]).service().defaultTTL == 1)
            #expect(try await client.send("DELETE", path).status == 204)
        }
    }

    @Test func sidsThatAreLeftOutAreTheSameEveryTime() async throws {
        let seed = SandboxSeed.accounts(services: [Service(uniqueName: "a"), Service(uniqueName: "b")])
        var reordered = seed
        reordered.accounts[0].services.reverse()
        func sids(_ seed: SandboxSeed) async throws -> [String?: String?] {
            try await withSandbox(seed: seed) { client in
                let services = try await client.get("/v1/Services").page().services
                return Dictionary(uniqueKeysWithValues: services.map { ($0.uniqueName, $0.sid) })
            }
        }
        let first = try await sids(seed)
        #expect(try await sids(reordered) == first)
        #expect(first.values.allSatisfy { SID.isWellFormed($0 ?? "", kind: .service) })
    }

    @Test(arguments: [
        ("[]", "the document must be an object"),
        (#"{"accounts": 5}"#, "accounts: must be an array"),
        (#"{"acounts": []}"#, "the document has an unknown member; known are accounts"),
        (#"{"accounts": [5]}"#, "accounts[0]: must be an object"),
        (#"{"accounts": [}"#, "line 1, column 15: expected a value, found '}'"),
        (#"{"accounts": [{}]}"#, "accounts[0].sid: must be AC and 32 hexadecimal digits"),
        (#"{"accounts": [{"sid": "ACxyz"}]}"#, "accounts[0].sid: must be AC and 32 hexadecimal digits"),
        (
            #"{"accounts": [{"sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]}"#,
            "accounts[0].auth_token: must be a text that is not empty"
        ),
    ])
    func documentsThatCannotBeUsedAreRefused(_ text: String, _ message: String) {
        #expect(throws: SandboxError(code: .invalidSeed, message: message)) {
            try SandboxSeed(bytes: Array(text.utf8))
        }
    }

    @Test(arguments: [
        (#", "status": "asleep""#, "accounts[0].status: must be active, suspended or closed"),
        (#", "friendly_name": 5"#, "accounts[0].friendly_name: must be a string"),
        (#", "owner_account_sid": "x""#, "accounts[0].owner_account_sid: must be AC and 32 hexadecimal digits"),
        (#", "date_created": "today""#, "accounts[0].date_created: must be an RFC 3339 time"),
        (#", "services": {}"#, "accounts[0].services: must be an array"),
        (#", "services": [5]"#, "accounts[0].services[0]: expected an object, found a number"),
        (
            #", "services": [{}, {"default_ttl": []}]"#,
            "accounts[0].services[1].default_ttl: expected a number, found an array"
        ),
        (
            #", "services": [{"date_created": "today"}]"#,
            "accounts[0].services[0].date_created: not an RFC 3339 date-time"
        ),
        (
            #", "services": [{"sid": "x"}, {"sid": "x"}]"#,
            "accounts[0].services[1].sid: is that of a Service before"
        ),
        (#", "api_keys": [{}]"#, "accounts[0].api_keys[0].sid: must be SK and 32 hexadecimal digits"),
        (
            #", "api_keys": [{"sid": "SK11111111111111111111111111111111"}]"#,
            "accounts[0].api_keys[0].secret: must be a text that is not empty"
        ),
        (
            #", "api_keys": [{"sid": "SK11111111111111111111111111111111", "secret": "s", "type": "big"}]"#,
            "accounts[0].api_keys[0].type: must be standard or main"
        ),
    ])
    func accountsThatCannotBeUsedAreRefused(_ rest: String, _ message: String) {
        #expect(throws: SandboxError(code: .invalidSeed, message: message)) {
            try SandboxSeed(bytes: Self.document(rest))
        }
    }

    @Test func accountsAndKeysAreThereOnce() {
        let twice = Array(#"{"accounts": [{\#(Self.account)}, {\#(Self.account)}]}"#.utf8)
        #expect(
            throws: SandboxError(code: .invalidSeed, message: "accounts[1].sid: is that of an account before")
        ) {
            try SandboxSeed(bytes: twice)
        }
        let key = #"{"sid": "SK11111111111111111111111111111111", "secret": "s"}"#
        #expect(
            throws: SandboxError(
                code: .invalidSeed, message: "accounts[0].api_keys[1].sid: is that of an API key before")
        ) {
            try SandboxSeed(bytes: Self.document(#", "api_keys": [\#(key), \#(key)]"#))
        }
    }

    @Test func noMessageShowsASecret() {
        let texts = [
            #"{"accounts": [{"sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "hunter2": "auth_token"}]}"#,
            #"{"accounts": [{"sid": "hunter2", "auth_token": "hunter2"}]}"#,
            #"{"accounts": [{"sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "auth_token": hunter2}]}"#,
            #"{"accounts": [{"sid": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "auth_token": ["hunter2"]}]}"#,
        ]
        for text in texts {
            #expect {
                try SandboxSeed(bytes: Array(text.utf8))
            } throws: { error in
                !"\(error)".contains("hunter")
            }
        }
        let seed = SandboxSeed.accounts()
        #expect(!"\(seed)".contains("parent-token"))
    }
}
