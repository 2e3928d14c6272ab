import NIOCore
import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// Bytes that no honest client sends. The sandbox answers or closes, and serves the next client as before.
@Suite(.timeLimit(.minutes(2)))
struct HostileRequestTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        /// The statuses that are right; 0 is a connection that is closed without an answer.
        let statuses: [Int]

        var testDescription: String { name }

        init(_ name: String, _ statuses: [Int], _ text: String, _ rest: [UInt8] = []) {
            self.name = name
            self.statuses = statuses
            bytes = Array(text.utf8) + rest
        }

        /// A request with valid credentials; `head` is its first line and further headers.
        static func known(_ name: String, _ statuses: [Int], _ head: [String], body: [UInt8] = []) -> Attack {
            let credentials = "Authorization: " + LoopbackClient.basic(.parent, "parent-token")
            let lines = head + ["Connection: close", credentials]
            return Attack(name, statuses, lines.map { $0 + "\r\n" }.joined() + "\r\n", body)
        }

        static func host(_ text: String, _ status: Int) -> Attack {
            known("Host \(text.prefix(20))", [status], ["GET /v1/Services HTTP/1.1", "Host: \(text)"])
        }

        static func post(_ name: String, _ statuses: [Int], _ headers: [String], body: [UInt8] = []) -> Attack {
            known(
                name, statuses,
                ["POST /v1/Services HTTP/1.1", "Host: a", "Content-Type: application/x-www-form-urlencoded"] + headers,
                body: body)
        }
    }

    static var attacks: [Attack] {
        let get = "GET /v1/Services HTTP/1.1"
        return [
            Attack("no HTTP", [400], "\u{0}\u{1}garbage\r\n\r\n"),
            Attack("HTTP/2 preface", [400], "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            Attack("TLS hello", [400], "\u{16}\u{3}\u{1}\u{2}\u{0}\r\n\r\n"),
            .known("unknown method", [400], ["FOO /v1/Services HTTP/1.1", "Host: a"]),
            .known("a method that no path takes", [405], ["TRACE /v1/Services HTTP/1.1", "Host: a"]),
            .known("path that is not UTF-8", [404], ["GET /v1/Services/%ff%fe HTTP/1.1", "Host: a"]),
            .known("half an escape in the path", [404], ["GET /v1/Services/%f HTTP/1.1", "Host: a"]),
            .known("SID cut by NUL", [404], ["GET /v1/Services/KSseeded%00x HTTP/1.1", "Host: a"]),
            .known("dots in the path", [404], ["GET /v1/../v1/Services HTTP/1.1", "Host: a"]),
            .known("empty segment", [404], ["GET /v1/Services/ HTTP/1.1", "Host: a"]),
            .known("absolute form", [200], ["GET http://elsewhere.example/v1/Services HTTP/1.1", "Host: a"]),
            .known("absolute form that is none", [400, 404], ["GET http://[::1/v1/Services HTTP/1.1", "Host: a"]),
            .known(
                "long path", [404], ["GET /v1/Services/\(String(repeating: "a", count: 20_000)) HTTP/1.1", "Host: a"]),
            .known("no Host", [200], ["GET /v1/Services HTTP/1.0"]),
            .known("two Hosts", [400], [get, "Host: a", "Host: b"]),
            .host("", 400), .host("a b", 400), .host("a/b", 400), .host("user@a", 400), .host("a\"><script>", 400),
            .host("a:99999", 400), .host("a:", 400), .host("[::1", 400), .host("[]", 400), .host("é", 400),
            .host(String(repeating: "a", count: 256), 400), .host(String(repeating: "a", count: 255), 200),
            .known("huge header", [400], [get, "Host: a", "X: " + String(repeating: "a", count: 100_000)]),
            .known("many headers", [400], [get, "Host: a"] + (0..<500).map { "X\($0): 1" }),
            .post("length below zero", [400], ["Content-Length: -5"]),
            .post("length beyond all numbers", [400], ["Content-Length: 99999999999999999999"]),
            .post("length of a gigabyte", [413], ["Content-Length: 1000000000"]),
            .post(
                "length and chunks", [400], ["Content-Length: 5", "Transfer-Encoding: chunked"],
                body: Array("0\r\n\r\n".utf8)),
            .post(
                "body a little too large", [413], ["Content-Length: 300000"],
                body: Array(repeating: UInt8(ascii: "a"), count: 300_000)),
            .post(
                "name that is not UTF-8", [400], ["Content-Length: 12"], body: Array("UniqueName=".utf8) + [0xFF]),
            .post(
                "form of separators", [400], ["Content-Length: 200000"],
                body: Array(repeating: UInt8(ascii: "&"), count: 200_000)),
        ]
    }

    @Test(arguments: attacks)
    func survives(_ attack: Attack) async throws {
        try await withSandbox(seed: .accounts(services: [Service(sid: "KSseeded")])) { client in
            let reply = Reply(try await client.exchange(attack.bytes))
            #expect(attack.statuses.contains(reply.status), "answered with \(reply.status)")
            #expect(try await client.get("/v1/Services").page().services.compactMap(\.sid) == ["KSseeded"])
        }
    }

    @Test func aBodyThatIsCutOffCreatesNothing() async throws {
        try await withSandbox { client in
            let head = [
                "POST /v1/Services HTTP/1.1", "Host: a", "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 100", "Authorization: " + LoopbackClient.basic(.parent, "parent-token"),
            ].map { $0 + "\r\n" }.joined()
            _ = try await client.exchange(Array("\(head)\r\nUniqueName=cut".utf8), closesOutput: true)
            #expect(try await client.get("/v1/Services").page().services.isEmpty)
        }
    }

    @Test func aBodyWithoutEndIsCutOff() async throws {
        let limits = SandboxLimits(bodyBytes: 1000, discardedBytes: 10_000)
        try await withSandbox(limits: limits) { client in
            let head = "POST /v1/Services HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            let chunk = "1000\r\n" + String(repeating: "a", count: 0x1000) + "\r\n"
            // No last chunk: the client would go on for ever.
            let reply = Reply(
                try await client.exchange(Array(head.utf8) + Array(String(repeating: chunk, count: 8).utf8)))
            #expect([0, 413].contains(reply.status))
            #expect(try await client.get("/v1/Services").status == 200)
        }
    }

    @Test func clientsThatSaySlowlyOrNothingAreCutOff() async throws {
        let limits = SandboxLimits(idleTime: .seconds(1))
        try await withSandbox(limits: limits) { client in
            let beginnings = [
                "", "GET /v1/Serv", "POST /v1/Services HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab",
            ]
            for beginning in beginnings {
                // Ends only when the server closes the connection.
                _ = try await client.exchange(Array(beginning.utf8))
            }
            #expect(try await client.get("/v1/Services").status == 200)
        }
    }

    @Test func aBodyThatDripsIsCutOff() async throws {
        let limits = SandboxLimits(idleTime: .seconds(60), bodyTime: .milliseconds(100))
        try await withSandbox(limits: limits) { client in
            let channel = try await client.connect()
            let answer = try await channel.executeThenClose { inbound, outbound in
                let head = "POST /v1/Services HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
                try await outbound.write(ByteBuffer(string: head))
                var received: [UInt8] = []
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        while true {
                            try await outbound.write(ByteBuffer(string: "a"))
                            try await Task.sleep(for: .milliseconds(20))
                        }
                    }
                    do {
                        for try await part in inbound { received += Array(part.readableBytesView) }
                    } catch is IOError {
                        // Cut off.
                    }
                    group.cancelAll()
                    while await group.nextResult() != nil {}
                }
                return received
            }
            #expect([0, 408].contains(Reply(answer).status))
        }
    }

    @Test func manyConnectionsAtOnceAreServed() async throws {
        try await withSandbox(limits: SandboxLimits(connections: 8)) { client in
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<100 { group.addTask { try await client.get("/v1/Services").status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 100))
        }
    }

    @Test func requestsOnOneConnectionAreAnsweredInTurn() async throws {
        try await withSandbox { client in
            let credentials = "Host: a\r\nAuthorization: \(LoopbackClient.basic(.parent, "parent-token"))\r\n"
            let body = "UniqueName=first"
            let first = "POST /v1/Services HTTP/1.1\r\n\(credentials)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            let unread = "DELETE /v1/Services/none HTTP/1.1\r\n\(credentials)Content-Length: 5\r\n\r\nGET /"
            let last = "GET /v1/Services HTTP/1.1\r\n\(credentials)Connection: close\r\n\r\n"
            let bytes = try await client.exchange(Array((first + unread + last).utf8))
            let text = String(decoding: bytes, as: UTF8.self)
            let statuses = text.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
            #expect(statuses == ["201", "404", "200"])
        }
    }
}
