import ProxyAPI
import ScriptedServer
import ServiceModel
import Testing

@testable import struct ProxyAPI.RetryPolicy

@Suite("Repeating requests")
struct RetryTests {
    @Test(
        "A GET is repeated, with the delays that are due",
        arguments: [
            ("429 with Retry-After", ScriptedAnswer.answer(429, headers: [("Retry-After", "7")]), Duration.seconds(7)),
            ("429 without it", .answer(429), .milliseconds(100)),
            ("500", .answer(500, #"{"code":20500,"message":"Internal","status":500}"#), .milliseconds(100)),
            ("503 from a proxy", .answer(503, "<html>", type: "text/html"), .milliseconds(100)),
            ("a capped Retry-After", .answer(503, headers: [("Retry-After", "86400")]), .seconds(60)),
            (
                "a Retry-After date",
                .answer(
                    503,
                    headers: [
                        ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Retry-After", "Sun, 06 Nov 1994 08:49:40 GMT"),
                    ]), .seconds(3)
            ),
            ("a closed connection", .close, .milliseconds(100)),
            ("a truncated body", .truncated(#"{"services""#, promising: 900), .milliseconds(100)),
            ("no HTTP", .raw("SSH-2.0-OpenSSH_9.2\r\n"), .milliseconds(100)),
        ])
    func get(name: String, fault: ScriptedAnswer, delay: Duration) async throws {
        let page = try Fixture.page([1], next: nil)
        try await ScriptedClient.run(.first(fault, then: .answer(200, page))) { scripted in
            let services = try await scripted.everything()
            #expect(services.count == 1)
            #expect(scripted.server.requests.count == 2)
            #expect(scripted.delays.all == [delay])
        }
    }

    @Test("A GET that always fails is given up after five tries, and says so")
    func givesUp() async throws {
        try await ScriptedClient.run(.always(.answer(502, "bad gateway", type: "text/plain"))) { scripted in
            let error = try await failure { () async throws(ProxyAPIError) in try await scripted.everything() }
            #expect(error.code == .serverFailed)
            #expect(error.status == 502)
            #expect(error.message.hasSuffix("/v1/Services: 502 (5 tries)"))
            #expect(scripted.server.requests.count == 5)
            #expect(scripted.delays.all == [100, 200, 400, 800].map { .milliseconds($0) })
        }
    }

    @Test("A POST or DELETE is repeated after 429 alone")
    func postAfter429() async throws {
        let answer = try Fixture.service(1)
        try await ScriptedClient.run(.first(.answer(429), then: .answer(201, answer))) { scripted in
            _ = try await scripted.client.create(Fixture.parameters([.uniqueName: "x"]))
            #expect(scripted.server.requests.map(\.body) == ["UniqueName=x", "UniqueName=x"])
        }
        try await ScriptedClient.run(.first(.answer(429), then: .answer(204))) { scripted in
            try await scripted.client.remove(Fixture.serviceSID(1))
            #expect(scripted.server.requests.count == 2)
        }
    }

    @Test(
        "A POST or DELETE that the server may have acted on is not repeated",
        arguments: [("500", ScriptedAnswer.answer(500)), ("503", .answer(503)), ("closed", .close)])
    func postIsNotRepeated(name: String, fault: ScriptedAnswer) async throws {
        try await ScriptedClient.run(.always(fault)) { scripted in
            _ = try await failure { () async throws(ProxyAPIError) in
                try await scripted.client.create(Fixture.parameters([.uniqueName: "x"]))
            }
            let sid = try Fixture.serviceSID(1)
            _ = try await failure { () async throws(ProxyAPIError) in try await scripted.client.remove(sid) }
            #expect(scripted.server.requests.map(\.method) == ["POST", "DELETE"])
            #expect(scripted.delays.all.isEmpty)
        }
    }

    @Test("Delays double up to thirty seconds, and chance takes up to half off")
    func delays() {
        var policy = RetryPolicy()
        policy.random = { 1 }
        let delays = (1...11).map { policy.delay(failures: $0, retryAfter: nil) }
        #expect(delays.prefix(3) == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
        #expect(delays[8] == .milliseconds(25_600))
        #expect(delays.suffix(2) == [.seconds(30), .seconds(30)])
        #expect(policy.delay(failures: .max, retryAfter: nil) == .seconds(30))
        policy.random = { 0 }
        #expect(policy.delay(failures: 1, retryAfter: nil) == .milliseconds(50))
        #expect(policy.delay(failures: 1, retryAfter: .seconds(-5)) == .zero)
    }

    @Test(
        "Retry-After is seconds or a date measured by the answer's own",
        arguments: [
            ("0", nil, Duration.seconds(0)), ("120", nil, .seconds(120)), ("-1", nil, nil), ("1.5", nil, nil),
            ("99999999999999999999", nil, nil), ("soon", nil, nil), ("", nil, nil),
            ("Sun, 06 Nov 1994 08:49:37 GMT", nil, nil),
            ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT", .seconds(7)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:38 GMT", .seconds(-1)),
        ] as [(String, String?, Duration?)])
    func retryAfter(value: String, date: String?, expected: Duration?) {
        #expect(RetryPolicy.retryAfter(value, date: date) == expected)
    }
}
