import ProxyAPI
import ScriptedServer
import ServiceModel
import ServiceSources
import Testing

@Suite("Subaccounts of a parent")
struct SubaccountTests {
    private static func account(_ digit: Character, _ rest: String) -> String {
        #"{"sid":"AC\#(String(repeating: digit, count: 32))","friendly_name":"someone@example.com",\#(rest)}"#
    }

    private static let parent = "AC" + String(repeating: "a", count: 32)

    private static let list: String = {
        let accounts = [
            account("c", #""status":"active","auth_token":"token-of-c","owner_account_sid":"\#(parent)""#),
            account("a", #""status":"active","auth_token":"token-of-a""#),
            account("b", #""status":"active","auth_token":"token-of-b""#),
            account("d", #""status":"suspended","auth_token":"token-of-d""#),
            account("e", #""status":"closed","auth_token":"token-of-e""#),
            account("f", #""status":"active","auth_token":"""#),
            account("1", #""status":"active""#),
            account("2", #""status":"pending","auth_token":"token-of-2""#),
        ]
        return #"{"accounts":[\#(accounts.joined(separator: ","))],"next_page_uri":null}"#
    }()

    private static let strangers: String = {
        let owner = "AC" + String(repeating: "9", count: 32)
        let stranger = account("b", #""status":"active","auth_token":"t","owner_account_sid":"\#(owner)""#)
        return #"{"accounts":[\#(stranger)],"next_page_uri":null}"#
    }()

    private static func resolve(
        _ entries: (ScriptedServer) throws -> [AccountEntry], script: Script
    ) async throws -> (accounts: LiveAccounts, requests: [ScriptedRequest]) {
        try await ScriptedServer.run(script) { server in
            let entries = try entries(server)
            let accounts = try await ProxyTransport.withTransport(settings: LiveFixture.settings) { transport in
                await LiveAccounts.resolve(entries, using: transport)
            }
            return (accounts, server.requests)
        }
    }

    @Test("Each active subaccount is read with its own token; the others are named", arguments: [true, false])
    func expansion(includesParent: Bool) async throws {
        let (accounts, requests) = try await Self.resolve(
            { server in
                let parent = try LiveFixture.source("a", at: server, label: "group")
                return [.parent(SubaccountExpansion(parent: parent, includesParent: includesParent))]
            }, script: .always(.answer(200, Self.list)))
        #expect(requests.map(\.target) == ["/2010-04-01/Accounts.json?PageSize=200"])
        let expected = (includesParent ? ["a"] : []) + ["2", "b", "c"] as [Character]
        #expect(try accounts.sources.map(\.accountSID) == expected.map(LiveFixture.sid))
        for source in accounts.sources {
            let digit = try #require(source.accountSID.text.last)
            #expect(source.credentials.user == source.accountSID)
            #expect(source.credentials.password == Secret("token-of-\(digit)"))
            #expect(source.label == (digit == "a" ? "group" : "group/\(source.accountSID)"))
        }
        #expect(try accounts.failures.map(\.accountSID) == [LiveFixture.sid("1"), LiveFixture.sid("f")])
        #expect(accounts.failures.allSatisfy { $0.error.code == .configuration })
        #expect(accounts.warnings.isEmpty)
        #expect(try accounts.skipped.map(\.accountSID) == [LiveFixture.sid("d"), LiveFixture.sid("e")])
        #expect(accounts.skipped.map(\.reason) == ["the subaccount is suspended", "the subaccount is closed"])
        #expect(!"\(accounts)".contains("example.com"))
        #expect(!"\(accounts)".contains("token-of"))
    }

    @Test("Without a label the subaccounts are called by their SIDs")
    func unlabelled() async throws {
        let (accounts, _) = try await Self.resolve(
            { [.parent(SubaccountExpansion(parent: try LiveFixture.source("a", at: $0)))] },
            script: .always(.answer(200, Self.list)))
        #expect(accounts.sources.allSatisfy { $0.label == $0.accountSID.text })
    }

    @Test("An account that is given by itself comes once, with its own credentials")
    func overlap() async throws {
        let (accounts, _) = try await Self.resolve(
            { server in
                [
                    .parent(SubaccountExpansion(parent: try LiveFixture.source("a", at: server))),
                    .account(try LiveFixture.source("b", at: server, label: "shop")),
                ]
            }, script: .always(.answer(200, Self.list)))
        #expect(accounts.sources.count == 4)
        #expect(accounts.sources.first?.label == "shop")
        #expect(try accounts.sources.filter { $0.accountSID == (try LiveFixture.sid("b")) }.count == 1)
    }

    @Test(
        "A list that cannot be read to its end is a failure of the parent, and the other accounts go on",
        arguments: [
            ("401", ScriptedAnswer.answer(401), SourceError.Code.unauthorized), ("500", .answer(500), .apiError),
            ("another parent's account", .answer(200, strangers), .wrongAccount),
            ("a malformed account", .answer(200, #"{"accounts":[{}]}"#), .invalidAnswer),
            ("a foreign link", .answer(200, #"{"accounts":[],"next_page_uri":"//e.com/x"}"#), .invalidAnswer),
        ])
    func parentFails(name: String, answer: ScriptedAnswer, code: SourceError.Code) async throws {
        let (accounts, _) = try await Self.resolve(
            { server in
                [
                    .parent(SubaccountExpansion(parent: try LiveFixture.source("a", at: server))),
                    .account(try LiveFixture.source("b", at: server)),
                ]
            }, script: .always(answer))
        #expect(try accounts.sources.map(\.accountSID) == [LiveFixture.sid("b")])
        #expect(try accounts.failures.map(\.accountSID) == [LiveFixture.sid("a")])
        #expect(accounts.failures.first?.error.code == code)
    }
}
