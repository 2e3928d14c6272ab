internal import ServiceModel

/// Whether an account may be used.
package struct AccountStatus: OpenEnum {
    package let text: String
    package init(_ text: String) { self.text = text }

    package static var known: [AccountStatus] { [active, suspended, closed] }
    /// In use.
    package static var active: AccountStatus { AccountStatus("active") }
    /// Stopped by its owner or the vendor; its credentials are refused.
    package static var suspended: AccountStatus { AccountStatus("suspended") }
    /// Gone; its credentials are refused.
    package static var closed: AccountStatus { AccountStatus("closed") }
}
