import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Platform
import ServiceModel

/// The Services API, served on this machine: the same requests, answers and errors, over SQLite.
package struct Sandbox: Sendable {
    /// What the sandbox was told.
    package let configuration: SandboxConfiguration

    package init(configuration: SandboxConfiguration) {
        self.configuration = configuration
    }

    /// Serves while `body` runs, and stops when it returns or throws; requests then still in progress are cut off.
    ///
    /// - Parameter body: Is given the address once connections are accepted there.
    /// - Throws: `SandboxError` where the sandbox cannot start, and whatever `body` throws.
    package func run<Result>(_ body: (SandboxAddress) async throws -> Result) async throws -> Result {
        let store = try await openStore()
        let responder = try await makeResponder(store)
        let (addresses, announcement) = AsyncThrowingStream<SandboxAddress, any Error>.makeStream(
            bufferingPolicy: .bufferingOldest(1))
        let channels = OpenChannels()
        // Not a child task: the server is stopped through its channels, never by cancelling (see `OpenChannels`).
        let server = Task { await serve(responder, channels, announcement) }
        let outcome: Swift.Result<Result, any Error>
        do {
            var iterator = addresses.makeAsyncIterator()
            guard let address = try await iterator.next() else { throw CancellationError() }
            outcome = .success(try await body(address))
        } catch {
            outcome = .failure(error)
        }
        channels.closeAll()
        await server.value
        store.close()
        return try outcome.get()
    }

    /// Serves until the task is cancelled, and then returns.
    ///
    /// - Parameter onListening: Is given the address once connections are accepted there.
    /// - Throws: `SandboxError` where the sandbox cannot start or stops by itself, and whatever `onListening` throws.
    package func runUntilCancelled(_ onListening: (SandboxAddress) async throws -> Void) async throws {
        do {
            try await run { address in
                try await onListening(address)
                while true { try await Task.sleep(for: .seconds(3600)) }
            }
        } catch is CancellationError {
            return
        }
    }

    private func openStore() async throws(SandboxError) -> SandboxStore {
        guard (0...65_535).contains(configuration.port) else {
            throw SandboxError(code: .cannotListen, message: "port \(configuration.port): must be from 0 to 65535")
        }
        return try await SandboxStore(
            configuration.database, randomSeed: configuration.randomSeed, policy: configuration.policy)
    }

    private func makeResponder(_ store: SandboxStore) async throws(SandboxError) -> SandboxResponder {
        let now = configuration.clock()
        let accounts = try await store.accounts(
            seededWith: configuration.seed, now: Timestamp(seconds: now.seconds) ?? now)
        guard !accounts.isEmpty else {
            throw SandboxError(code: .noAccount, message: "there is no account to serve: the seed names none")
        }
        return SandboxResponder(
            configuration: configuration, store: store, accounts: accounts,
            credentials: CredentialTable(accounts, identifiers: store.identifiers),
            traffic: SandboxTraffic(faults: configuration.faults))
    }

    /// Runs the server until its channels are closed, announcing its address or why there is none.
    private func serve(
        _ responder: SandboxResponder, _ channels: OpenChannels,
        _ announcement: AsyncThrowingStream<SandboxAddress, any Error>.Continuation
    ) async {
        let limits = configuration.limits
        // Nothing is logged: standard output and error belong to the command that runs the sandbox.
        let logger = Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionRegistration(channels)],
                    idleTimeout: TimeAmount(limits.idleTime),
                    httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
                        maxHeaderFieldCount: limits.headerCount))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: logger)),
            onServerRunning: { channel in
                channels.add(channel)
                let address = channel.localAddress
                announcement.yield(
                    SandboxAddress(
                        host: address?.ipAddress ?? configuration.host, port: address?.port ?? configuration.port))
            },
            // One loop for the server and its connections, so that a connection is set up or not accepted at all.
            eventLoopGroupProvider: .shared(EventLoopGroupProvider.singleton.eventLoopGroup.next()),
            logger: logger)
        do {
            try await application.run()
            announcement.finish()
        } catch {
            announcement.finish(throwing: cannotListen(error))
        }
    }

    private func cannotListen(_ error: any Error) -> SandboxError {
        let reason =
            switch error {
            case let error as IOError: SystemFailure(number: error.errnoCode).words
            case is SocketAddressError: "the host is unknown"
            default: "the server stopped"
            }
        let place = SandboxAddress(host: configuration.host, port: configuration.port).authority
        return SandboxError(code: .cannotListen, message: "cannot listen at \(place): \(reason)")
    }
}
