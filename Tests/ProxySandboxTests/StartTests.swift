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

    @Test func openConnectionsDoNotKeepItFromStopping() async throws {
        let (idle, waiting) = try await withSandbox(faults: ["any:delay=600s"]) { client in
            let idle = try await client.connect()
            let waiting = try await client.connect()
            // Half a request on one connection, and a request that would take ten minutes on another.
            idle.channel.writeAndFlush(idle.channel.allocator.buffer(string: "GET /v1"), promise: nil)
            let credentials = LoopbackClient.basic(.parent, "parent-token")
            let request = "GET /v1/Services HTTP/1.1\r\nHost: a\r\nAuthorization: \(credentials)\r\n\r\n"
            try await waiting.channel.writeAndFlush(waiting.channel.allocator.buffer(string: request))
            try await Task.sleep(for: .milliseconds(100))
            return (idle, waiting)
        }
        try await idle.executeThenClose { inbound, _ in for try await _ in inbound {} }
        try await waiting.executeThenClose { inbound, _ in for try await _ in inbound {} }
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
