import ProxyAPI
import ScriptedServer
import ServiceModel
import Testing

@Suite("Answers that are not what they should be")
struct FaultTests {
    @Test(
        "An answer of another kind is an error at once, and never repeated",
        arguments: [
            (
                "HTML", ScriptedAnswer.answer(200, "<html>log in</html>", type: "text/html"),
                "200 with text/html instead"
            ),
            ("no type", .answer(200, "{}", type: nil), "200 with no type instead"),
            ("an odd status", .answer(202, "{}"), ": 202"),
        ])
    func unexpected(name: String, answer: ScriptedAnswer, words: String) async throws {
        try await ScriptedClient.run(.always(answer)) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            #expect(error.code == .unexpectedAnswer)
            #expect(error.message.contains(words), "\(error.message)")
            #expect(scripted.server.requests.count == 1)
        }
    }

    @Test("A page is handed on as it came, whatever its records are")
    func pageAsItCame() async throws {
        let body = #"{"services":[{"sid":7},\#(try Fixture.service(1)),null],"meta":{"next_page_url":null}}"#
        try await ScriptedClient.run(.always(.answer(200, body))) { scripted in
            let page = try #require(try await scripted.client.services().first())
            #expect(page == Array(body.utf8))
        }
    }

    @Test("A redirect is an error, and its target is never asked", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        try await ScriptedServer.run(.always(.answer(200, "{}"))) { thief in
            let target = "\(thief.baseURL)/v1/Services"
            try await ScriptedClient.run(.always(.answer(status, headers: [("Location", target)]))) { scripted in
                let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
                #expect(error.code == .redirected)
                #expect(error.status == status)
                #expect(scripted.server.requests.count == 1)
            }
            #expect(thief.requests.isEmpty)
        }
    }

    @Test(
        "A body over the limit is refused", arguments: [("announced", true), ("unannounced", false)])
    func hugeBody(name: String, isAnnounced: Bool) async throws {
        let body = String(repeating: "x", count: 5000)
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
        let answer: ScriptedAnswer = isAnnounced ? .answer(200, body) : .raw(head + body)
        let smallBodies: (inout ClientSettings) -> Void = { $0.largestBody = 4096 }
        try await ScriptedClient.run(.always(answer), adjust: smallBodies) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            #expect(error.code == .answerTooLarge)
            #expect(error.message.hasSuffix("the answer is larger than 4096 bytes"))
            #expect(scripted.server.requests.count == 1)
        }
    }

    @Test(
        "A server that is silent is given up",
        arguments: [
            ("at the start", ScriptedAnswer.hang), ("in the midst", .truncated("{", promising: 10, hanging: true)),
        ])
    func silence(name: String, answer: ScriptedAnswer) async throws {
        let shortIdle: (inout ClientSettings) -> Void = {
            $0.idleTimeout = .milliseconds(50)
            $0.retries.tries = 2
        }
        try await ScriptedClient.run(.always(answer), adjust: shortIdle) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            #expect(error.code == .timedOut)
            #expect(error.message.hasSuffix("the server was silent for 0.05 seconds (2 tries)"))
        }
        let shortRequest: (inout ClientSettings) -> Void = {
            $0.requestTimeout = .milliseconds(50)
            $0.retries.tries = 1
        }
        try await ScriptedClient.run(.always(answer), adjust: shortRequest) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            #expect(error.code == .timedOut)
            #expect(error.message.hasSuffix("no complete answer within 0.05 seconds"))
        }
    }

    @Test("A port where nobody listens is a failed connection")
    func refused() async throws {
        let reserved = try ReservedPort()
        defer { withExtendedLifetime(reserved) {} }
        let delays = RecordedDelays()
        try await ProxyClient.withClient(
            settings: delays.settings(), endpoint: ProxyEndpoint(baseURL: "http://127.0.0.1:\(reserved.port)"),
            credentials: Fixture.credentials()
        ) { client in
            let error = try await failure { () async throws(ProxyAPIError) in try await client.services().first() }
            #expect(error.code == .connectionFailed)
            #expect(error.message.hasSuffix("no connection could be made (5 tries)"))
            #expect(delays.all.count == 4)
        }
    }

    @Test("Cancelling the task ends a request that hangs, and the scope with it")
    func cancellation() async throws {
        let task = Task {
            try await ScriptedClient.run(.always(.hang)) { scripted in
                try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            }
        }
        task.cancel()
        #expect(try await task.value.code == .cancelled)
    }

    @Test("A server's words are cleaned, shortened and rid of credentials")
    func hostileWords() async throws {
        let basic = "QUNhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYTowMTIzNDU2Nzg5LXRoZS1hdXRoLXRva2Vu"
        let words = "you sent\n\(Fixture.token) as \(basic)\u{1B}[31m\u{202E}" + String(repeating: "z", count: 5000)
        let body = Fixture.error(20001, words, status: 400)
        try await ScriptedClient.run(.always(.answer(400, body))) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            #expect(error.message.contains("you sent (secret) as (secret) [31m zzz"))
            #expect(error.message.unicodeScalars.count < 350)
            #expect(!"\(error)".contains(Fixture.token))
        }
    }
}
