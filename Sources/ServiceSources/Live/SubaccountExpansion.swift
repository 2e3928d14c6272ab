package import ProxyAPI
internal import ServiceModel

/// A parent account that stands for its active subaccounts, each of which is read with its own auth token.
package struct SubaccountExpansion: Sendable, Hashable {
    /// The parent, whose credentials list the accounts.
    package let parent: LiveSource
    /// Whether the parent's own Services are read too.
    package let includesParent: Bool

    package init(parent: LiveSource, includesParent: Bool = true) {
        self.parent = parent
        self.includesParent = includesParent
    }

    /// Lists the accounts; the parent comes first, then the subaccounts by SID.
    ///
    /// All accounts are listed, not the active ones alone, so that those left out can be named. One without an auth
    /// token in the answer is a failure of that account; names of accounts, which may be personal data, are not used.
    ///
    /// - Throws: where the list cannot be read to its end: nobody can tell then which accounts are missing. Also where
    ///   an account has another owner: then the credentials are not the parent's.
    package func expand(using transport: ProxyTransport) async throws(SourceError) -> LiveAccounts {
        let client = ProxyClient(transport: transport, endpoint: parent.endpoint, credentials: parent.credentials)
        var pages = client.accounts()
        var accounts: [Account] = []
        do throws(ProxyAPIError) {
            while let page = try await pages.next() {
                accounts += page.accounts.filter { $0.sid != parent.accountSID }
            }
        } catch {
            throw SourceError(error, of: parent)
        }
        guard accounts.allSatisfy({ ($0.ownerAccountSID ?? parent.accountSID) == parent.accountSID }) else {
            throw SourceError(
                .wrongAccount, "\(parent.name): the list has accounts of another parent; are these its credentials?")
        }
        var expanded = LiveAccounts()
        if includesParent { expanded.sources.append(parent) }
        for account in accounts.sorted(by: { $0.sid < $1.sid }) {
            add(account, to: &expanded)
        }
        return expanded
    }

    private func add(_ account: Account, to expanded: inout LiveAccounts) {
        let label = parent.hasLabel ? "\(parent.label)/\(account.sid)" : nil
        switch account.status {
        case .suspended, .closed:
            expanded.skipped.append(
                SkippedAccount(
                    label: label ?? account.sid.text, accountSID: account.sid,
                    reason: "the subaccount is \(account.status.text)"))
        default:
            // A status that is not known may well be one in which the account works: trying it tells.
            guard let token = account.authToken,
                let credentials = ProxyCredentials(user: account.sid, password: token)
            else {
                let error = SourceError(
                    .configuration,
                    "\(parent.name): the list of accounts has no auth token for the subaccount \(account.sid)")
                expanded.failures.append(
                    FailedAccount(label: label ?? account.sid.text, accountSID: account.sid, error: error))
                return
            }
            expanded.sources.append(
                LiveSource(
                    label: label, tags: parent.tags, accountSID: account.sid, credentials: credentials,
                    endpoint: parent.endpoint))
        }
    }
}
