import ProxyAPI
import ServiceModel

/// An account as the sandbox keeps it.
struct SandboxAccount: Sendable, Hashable {
    /// The account's row: larger for accounts that came later, never given twice.
    let row: Int64
    let sid: SID
    let authToken: Secret
    let friendlyName: String
    /// The account itself, where it is no subaccount.
    let ownerSID: SID
    let status: AccountStatus
    let dateCreated: Timestamp
    let apiKeys: [SandboxSeed.APIKey]
}

/// A Service with its row: larger for Services that came later, never given twice.
struct StoredService: Sendable, Hashable {
    let row: Int64
    let service: Service
}
