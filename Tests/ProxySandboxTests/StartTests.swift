import NIOCore
import ProxySandbox
import ServiceModel
import Testing

/// Starting and stopping.
@Suite(.timeLimit(.minutes(2)))
struct StartTests {
    private func sandbox(host: String = "127.0.0.1", port: Int = 0, seed: SandboxSeed = .accounts()) -> Sandbox {
        let clock = TestClock()
        return Sandbox(
            configuration: SandboxConfiguration(host: host, port: port, seed: seed, clock: { clock.now }))
    }

    @Test func aFreePortOnLoopbackIsTaken() async throws {
        try await sandbox().run { address in
            #expect(address.host == "127.0.0.1")
            #expect((1...65_535).contains(address.port))
            #expect(address.baseURL == "http://127.0.0.1:\(address.port)")
        }
        #expect(SandboxAddress(host: "::1", port: 80).baseURL == "http://[::1]:80")
    }

    @Test func aPortThatIsTakenIsAnError() async throws {
        try await sandbox().run { address in
            let message = "cannot listen at 127.0.0.1:\(address.port): Address already in use"
            await #expect(throws: SandboxError(code: .cannotListen, message: message)) {
                try await sandbox(port: address.port).run { _ in }
            }
        }
    }

    @Test(arguments: [-1, 65_536])
    func portsBeyondTheRangeAreErrors(_ port: Int) async throws {
        await #expect(
            throws: SandboxError(code: .cannotListen, message: "port \(port): must be from 0 to 65535")
        ) {
            try await sandbox(port: port).run { _ in }
        }
    }

    @Test(arguments: ["no-such-host.invalid", "192.0.2.1", ""])
    func hostsThatAreNotHereAreErrors(_ host: String) async throws {
        await #expect {
            try await sandbox(host: host).run { _ in }
        } throws: { error in
            (error as? SandboxError)?.code == .cannotListen
        }
    }

    @Test func withoutAnAccountNothingIsServed() async throws {
        await #expect {
            try await sandbox(seed: SandboxSeed()).run { _ in }
        } throws: { error in
            (error as? SandboxError)?.code == .noAccount
        }
    }

    @Test func theBodysResultAndErrorComeThrough() async throws {
        struct Failure: Error {}
        #expect(try await sandbox().run { _ in 5 } == 5)
        await #expect(throws: Failure.self) { try await sandbox().run { _ in throw Failure() } }
    }

    /// Whatever a connection is doing, it ends with the sandbox: one not yet accepted, one with half a request, and one
    /// with a request that would take ten minutes.
    @Test(arguments: [0, 1, 5, 20, 100, 0, 1, 5, 20, 0, 1, 5])
    func openConnectionsDoNotKeepItFromStopping(_ milliseconds: Int) async throws {
        let connections = try await withSandbox(faults: ["any:delay=600s"]) { client in
            let credentials = LoopbackClient.basic(.parent, "parent-token")
            let request = "GET /v1/Services HTTP/1.1\r\nHost: a\r\nAuthorization: \(credentials)\r\n\r\n"
            var connections: [NIOAsyncChannel<ByteBuffer, ByteBuffer>] = []
            for text in ["GET /v1", request, ""] {
                let connection = try await client.connect()
                try await connection.channel.writeAndFlush(ByteBuffer(string: text))
                connections.append(connection)
            }
            try await Task.sleep(for: .milliseconds(milliseconds))
            return connections
        }
        for connection in connections {
            do {
                try await connection.executeThenClose { inbound, _ in for try await _ in inbound {} }
            } catch is IOError {
                // A reset is an end as well.
            }
        }
    }

    @Test func cancellingStopsIt() async throws {
        let sandbox = sandbox()
        let (addresses, announcement) = AsyncStream<SandboxAddress>.makeStream()
        let task = Task { try await sandbox.runUntilCancelled { announcement.yield($0) } }
        var iterator = addresses.makeAsyncIterator()
        let client = LoopbackClient(address: try #require(await iterator.next()))
        #expect(try await client.get("/v1/Services").status == 200)
        task.cancel()
        try await task.value
        await #expect(throws: (any Error).self) { try await client.get("/v1/Services") }
    }
}
