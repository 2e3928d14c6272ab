package import ProxyAPI
package import ServiceModel

/// The accounts of a run: those that can be read, those that cannot, and what is worth a warning.
package struct LiveAccounts: Sendable, Hashable {
    /// The accounts to read, each SID once.
    package var sources: [LiveSource] = []
    /// The accounts that must be reported as not read.
    package var failures: [FailedAccount] = []
    /// The accounts that are known and left out.
    package var skipped: [SkippedAccount] = []
    /// One line each, without names of accounts.
    package var warnings: [String] = []

    package init() {}

    /// Takes the accounts as they are and lists the subaccounts of parents; a parent that cannot be listed is a failure.
    ///
    /// Of an account that comes twice, one that is given by itself counts before one that a parent lists.
    package static func resolve(_ entries: [AccountEntry], using transport: ProxyTransport) async -> LiveAccounts {
        var resolved = LiveAccounts()
        var taken: Set<SID> = []
        for case .account(let source) in entries where taken.insert(source.accountSID).inserted {
            resolved.sources.append(source)
        }
        for case .parent(let expansion) in entries {
            do throws(SourceError) {
                let expanded = try await expansion.expand(using: transport)
                resolved.sources += expanded.sources.filter { taken.insert($0.accountSID).inserted }
                resolved.failures += expanded.failures.filter { taken.insert($0.accountSID).inserted }
                resolved.skipped += expanded.skipped
                resolved.warnings += expanded.warnings
            } catch {
                resolved.failures.append(
                    FailedAccount(
                        label: expansion.parent.label, accountSID: expansion.parent.accountSID, error: error))
            }
        }
        return resolved
    }
}

/// An account that could not even be begun.
package struct FailedAccount: Sendable, Hashable {
    /// The user's own name for the account; its SID where there is none.
    package let label: String
    /// The account that was not read.
    package let accountSID: SID
    /// Why.
    package let error: SourceError

    package init(label: String, accountSID: SID, error: SourceError) {
        self.label = label
        self.accountSID = accountSID
        self.error = error
    }
}

/// An account that is known and not read, on purpose.
package struct SkippedAccount: Sendable, Hashable {
    /// The user's own name for the account; its SID where there is none.
    package let label: String
    package let accountSID: SID
    /// Why, as half a sentence.
    package let reason: String

    package init(label: String, accountSID: SID, reason: String) {
        self.label = label
        self.accountSID = accountSID
        self.reason = reason
    }
}

/// What one entry of an accounts file stands for.
package enum AccountEntry: Sendable, Hashable {
    /// The account itself.
    case account(LiveSource)
    /// A parent's active subaccounts, with or without the parent.
    case parent(SubaccountExpansion)
}
