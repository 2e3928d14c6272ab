package import ProxyAPI
package import ServiceModel

/// The accounts and Services that a sandbox has from the start.
///
/// Services are kept as they are given, also those that the API itself would refuse. What is nil gets what the API
/// would give: the account's SID, the defaults of a create request, the time of seeding, and URLs at the sandbox's own
/// address. A `sid` that is nil is derived from the account and the unique name, so that the same seed gives the same
/// SIDs.
package struct SandboxSeed: Sendable, Hashable {
    package var accounts: [Account]

    package init(accounts: [Account] = []) {
        self.accounts = accounts
    }

    /// An account with its credentials and Services.
    package struct Account: Sendable, Hashable {
        package var sid: SID
        /// The password that goes with `sid`.
        package var authToken: Secret
        /// An e-mail address or any other text; the SID where it is nil.
        package var friendlyName: String?
        /// The parent of a subaccount; nil for an account of its own.
        package var ownerAccountSID: SID?
        /// Only an active account's credentials are taken.
        package var status: AccountStatus
        /// nil for the time of seeding.
        package var dateCreated: Timestamp?
        package var apiKeys: [APIKey]
        package var services: [Service]

        package init(
            sid: SID, authToken: Secret, friendlyName: String? = nil, ownerAccountSID: SID? = nil,
            status: AccountStatus = .active, dateCreated: Timestamp? = nil, apiKeys: [APIKey] = [],
            services: [Service] = []
        ) {
            self.sid = sid
            self.authToken = authToken
            self.friendlyName = friendlyName
            self.ownerAccountSID = ownerAccountSID
            self.status = status
            self.dateCreated = dateCreated
            self.apiKeys = apiKeys
            self.services = services
        }
    }

    /// An API key: another user name and password for its account.
    package struct APIKey: Sendable, Hashable {
        /// The user name, `SK…`.
        package var sid: SID
        /// The password that goes with `sid`.
        package var secret: Secret
        /// Whether the key also reaches the list of accounts, as the vendor's Main keys do and its Standard ones do not.
        package var isMain: Bool

        package init(sid: SID, secret: Secret, isMain: Bool = false) {
            self.sid = sid
            self.secret = secret
            self.isMain = isMain
        }
    }
}
