package import ServiceModel

/// The user name and password of HTTP Basic: an account's SID with its auth token, or an API key's SID with its secret.
///
/// Credentials belong to one region and, on the Proxy API, reach one account only.
package struct ProxyCredentials: Sendable, Hashable, CustomStringConvertible {
    /// `AC…` or `SK…`.
    package let user: SID
    /// The auth token or the key's secret.
    package let password: Secret

    /// Takes the SID of an account with its auth token, or of an API key with its secret; nil for another kind of SID.
    package init?(user: SID, password: Secret) {
        switch user.kind {
        case .account, .apiKey: break
        case .chatInstance, .service: return nil
        }
        self.user = user
        self.password = password
    }

    /// The user name alone.
    package var description: String { "credentials of \(user.text)" }
}
