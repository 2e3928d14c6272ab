/// Whether an account may be used: a value that the API names, or whatever else was met, kept as it was.
package struct AccountStatus: Sendable, Hashable {
    /// The value as the API writes it.
    package let text: String

    package init(_ text: String) { self.text = text }

    /// The account works.
    package static var active: AccountStatus { AccountStatus("active") }
    /// The vendor or the parent has stopped it for now.
    package static var suspended: AccountStatus { AccountStatus("suspended") }
    /// It will not come back.
    package static var closed: AccountStatus { AccountStatus("closed") }
    /// Every value that the API's description names.
    package static var known: [AccountStatus] { [.active, .suspended, .closed] }
}
