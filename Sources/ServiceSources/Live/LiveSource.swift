package import ProxyAPI
package import ServiceModel

/// One account whose Services are read over the API, with the credentials that reach it.
package struct LiveSource: Sendable, Hashable {
    /// The user's own name for the account; its SID where there is none.
    package let label: String
    /// The user's own words for the account, to write rules by.
    package let tags: [String]
    /// The account that every record must belong to.
    package let accountSID: SID
    /// What reaches the account, and it alone.
    package let credentials: ProxyCredentials
    /// Where the API is reached.
    package let endpoint: ProxyEndpoint

    /// - Parameter label: nil stands for the account's SID.
    package init(
        label: String? = nil, tags: [String] = [], accountSID: SID, credentials: ProxyCredentials,
        endpoint: ProxyEndpoint
    ) {
        self.label = label ?? accountSID.text
        self.tags = tags
        self.accountSID = accountSID
        self.credentials = credentials
        self.endpoint = endpoint
    }

    /// The account that the environment names.
    package init(_ account: EnvironmentAccount) {
        self.init(accountSID: account.accountSID, credentials: account.credentials, endpoint: account.endpoint)
    }

    /// Whether the label is more than the SID.
    package var hasLabel: Bool { !label.utf8.elementsEqual(accountSID.text.utf8) }

    /// The account in a message: its SID, after its label where it has one.
    package var name: String {
        hasLabel ? "\(label) (\(accountSID))" : label
    }

    /// A reader of the account's Services, which sends its requests through `transport`.
    ///
    /// - Parameter pageSize: Records a page, 1 to 1000.
    package func makeReader(transport: ProxyTransport, pageSize: Int = 100) -> LiveReader {
        LiveReader(source: self, transport: transport, pageSize: pageSize)
    }
}
