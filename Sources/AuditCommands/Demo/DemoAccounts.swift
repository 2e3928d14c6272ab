internal import DemoSeed
internal import ProxyAPI
internal import ProxySandbox
internal import ServiceModel

/// The made-up accounts and Services that the demo audits, and that a sandbox without a seed serves.
enum DemoAccounts {
    /// The day that the made-up Services were made up for: on it some are stale, and most are not.
    static let instant = "2026-01-15T00:00:00Z"

    /// `instant` as rules see it.
    static func now() throws(CommandError) -> Timestamp {
        guard let now = Timestamp(instant) else { throw .configuration("the demo's date is none") }
        return now
    }

    /// The embedded seed document.
    static func seed() throws(SandboxError) -> SandboxSeed {
        try SandboxSeed(bytes: Array(UnsafeBufferPointer(start: demo_seed_bytes(), count: demo_seed_count())))
    }
}
