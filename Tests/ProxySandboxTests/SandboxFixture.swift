import Foundation
import ProxyAPI
import ProxySandbox
import ServiceModel
import Synchronization

/// A clock that stands until it is moved.
final class TestClock: Sendable {
    private let seconds = Mutex<Int64>(1_438_286_400)

    func advance(by count: Int64) { seconds.withLock { $0 += count } }

    var now: Timestamp {
        guard let now = Timestamp(seconds: seconds.withLock { $0 }, nanoseconds: 987_654_321) else {
            preconditionFailure("the clock left the calendar")
        }
        return now
    }
}

extension SandboxSeed {
    /// A parent with a subaccount, another parent, and a subaccount that is suspended; the parent has two API keys.
    static func accounts(services: [Service] = [], childServices: [Service] = []) -> SandboxSeed {
        SandboxSeed(accounts: [
            Account(
                sid: .parent, authToken: Secret("parent-token"), friendlyName: "Parent",
                apiKeys: [
                    APIKey(sid: .standardKey, secret: Secret("standard-secret")),
                    APIKey(sid: .mainKey, secret: Secret("main-secret"), isMain: true),
                ], services: services),
            Account(
                sid: .child, authToken: Secret("child-token"), friendlyName: "Child", ownerAccountSID: .parent,
                services: childServices),
            Account(sid: .stranger, authToken: Secret("stranger-token")),
            Account(
                sid: .suspended, authToken: Secret("suspended-token"), ownerAccountSID: .parent, status: .suspended),
        ])
    }
}

/// Runs a sandbox for a test.
func withSandbox<Result>(
    seed: SandboxSeed = .accounts(), faults: [String] = [], database: SandboxConfiguration.Database = .inMemory,
    policy: SandboxPolicy = SandboxPolicy(), limits: SandboxLimits = SandboxLimits(), clock: TestClock = TestClock(),
    _ body: (LoopbackClient) async throws -> Result
) async throws -> Result {
    let configuration = SandboxConfiguration(
        database: database, seed: seed, faults: try SandboxFaults.parse(faults), policy: policy, limits: limits,
        randomSeed: 1, clock: { clock.now })
    return try await Sandbox(configuration: configuration).run { address in
        try await body(LoopbackClient(address: address))
    }
}

/// Runs `body` with a folder that is gone afterwards.
func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
}
