internal import DemoSeed
internal import ProxyAPI
internal import ProxySandbox
internal import ServiceModel

/// The made-up accounts and Services that the demo audits, and that a sandbox without a seed serves.
enum DemoAccounts {
    /// The embedded seed document.
    static func seed() throws(SandboxError) -> SandboxSeed {
        try SandboxSeed(bytes: Array(UnsafeBufferPointer(start: demo_seed_bytes(), count: demo_seed_count())))
    }
}
