import ProxyAPI
import ScriptedServer
import ServiceModel
import ServiceSources
import Testing

@Suite("Reading a live account")
struct LiveReaderTests {
    @Test("A page is a batch, and empty pages are passed over")
    func pages() async throws {
        let script = Script { request, index in
            let link = "http://\(request.headers["host"] ?? "")/v1/Services?Page=\(index + 1)"
            let records = [[0, 1], [], [1, 2]][min(index, 2)].map { LiveFixture.service($0, of: "a") }
            return .answer(200, LiveFixture.page(records, next: index < 2 ? link : nil))
        }
        try await ScriptedServer.run(script) { server in
            let (batches, error) = try await LiveFixture.read(LiveFixture.source("a", at: server))
            #expect(error == nil)
            #expect(batches.map(\.records.count) == [2, 2])
            #expect(batches.allSatisfy { $0.rejections.isEmpty })
            #expect(server.requests.count == 3)
        }
    }

    @Test("Records that cannot be read are rejected by their place in the account, and the others are read")
    func rejections() async throws {
        let script = Script { request, index in
            let link = "http://\(request.headers["host"] ?? "")/v1/Services?Page=1"
            let records =
                index == 0
                ? [LiveFixture.service(1, of: "a"), LiveFixture.service(2, of: "a")]
                : [LiveFixture.service(2, of: "a"), #"{"sid":3,"x":1}"#, LiveFixture.service(4, of: "a")]
            return .answer(200, LiveFixture.page(records, next: index == 0 ? link : nil))
        }
        try await ScriptedServer.run(script) { server in
            let source = try LiveFixture.source("a", at: server, label: "shop")
            let (batches, error) = try await LiveFixture.read(source)
            #expect(error == nil)
            #expect(batches.map(\.records.count) == [2, 2])
            let rejection = try #require(batches.last?.rejections.first)
            #expect(rejection.source == "shop")
            #expect(rejection.page == 2 && rejection.index == 1)
        }
    }

    @Test("A record of another account fails the account, and its page is not passed on")
    func wrongAccount() async throws {
        let script = Script { request, index in
            let link = "http://\(request.headers["host"] ?? "")/v1/Services?Page=1"
            let foreign = index == 0 ? "a" : "b" as Character
            let records = [LiveFixture.service(index * 2, of: "a"), LiveFixture.service(index * 2 + 1, of: foreign)]
            return .answer(200, LiveFixture.page(records, next: link))
        }
        try await ScriptedServer.run(script) { server in
            let (batches, error) = try await LiveFixture.read(LiveFixture.source("a", at: server, label: "shop"))
            #expect(batches.map(\.records.count) == [2])
            #expect(error?.code == .wrongAccount)
            #expect(
                try error?.message
                    == "shop (\(LiveFixture.sid("a"))): answered with Services of another account; "
                    + "a subaccount needs its own credentials")
        }
    }

    @Test("A record that names no account is rejected")
    func noAccount() async throws {
        let record = #"{"sid":"KS00000000000000000000000000000001","account_sid":null,"default_ttl":1}"#
        try await ScriptedServer.run(.always(.answer(200, LiveFixture.page([record])))) { server in
            let (batches, error) = try await LiveFixture.read(LiveFixture.source("a", at: server))
            #expect(error == nil)
            #expect(batches.map(\.records.count) == [0])
            #expect(
                batches.first?.rejections.first?.reason == "the record does not say whose it is: no account_sid")
        }
    }

    @Test(
        "A failure of the API is a failure of the account, in one line that names it",
        arguments: [
            (
                "401", ScriptedAnswer.answer(401, #"{"code":20003,"message":"Authenticate"}"#),
                SourceError.Code.unauthorized
            ),
            ("404", .answer(404), .apiError), ("429", .answer(429), .apiError), ("500", .answer(500), .apiError),
            ("HTML", .answer(200, "<html>", type: "text/html"), .invalidAnswer), ("closed", .close, .unreachable),
            ("a redirect", .answer(302), .invalidAnswer),
            ("a foreign link", .answer(200, LiveFixture.page([], next: "https://e.com/v1/Services?p")), .invalidAnswer),
        ])
    func failures(name: String, answer: ScriptedAnswer, code: SourceError.Code) async throws {
        try await ScriptedServer.run(.always(answer)) { server in
            let (batches, error) = try await LiveFixture.read(LiveFixture.source("a", at: server))
            #expect(batches.isEmpty)
            #expect(error?.code == code)
            let message = try #require(error?.message)
            #expect(try message.hasPrefix("\(LiveFixture.sid("a")): GET http"))
            #expect(!message.contains("\n"))
            #expect(!message.contains("token-of-a"))
        }
    }

    @Test("Batches before a failure stay")
    func failureInTheMidst() async throws {
        let script = Script { request, index in
            let link = "http://\(request.headers["host"] ?? "")/v1/Services?Page=1"
            return index == 0
                ? .answer(200, LiveFixture.page([LiveFixture.service(1, of: "a")], next: link)) : .answer(500)
        }
        try await ScriptedServer.run(script) { server in
            let (batches, error) = try await LiveFixture.read(LiveFixture.source("a", at: server))
            #expect(batches.map(\.records.count) == [1])
            #expect(error?.code == .apiError)
        }
    }

    @Test("A time-out is a failure to reach the API")
    func timeOut() async throws {
        var settings = LiveFixture.settings
        settings.requestTimeout = .milliseconds(50)
        try await ScriptedServer.run(.always(.hang)) { server in
            let (_, error) = try await LiveFixture.read(LiveFixture.source("a", at: server), settings: settings)
            #expect(error?.code == .unreachable)
        }
    }
}
