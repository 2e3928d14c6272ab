/// A kind of personal data that ``PIIDetector`` finds.
///
/// The raw value is the name used in rules, reports and command output; it is never changed once released.
package enum PIIKind: String, CaseIterable, Sendable {
    /// A mailbox at a domain (RFC 5321), in any of the spellings that ``PIIDetector`` undoes.
    case email
    /// A complete international telephone number (ITU-T E.164), written with `+` or `00`.
    case phone
    /// A payment card number (ISO/IEC 7812): 13 to 19 digits, a known issuer's range, a right Luhn digit.
    case paymentCard = "payment_card"
    /// An international bank account number (ISO 13616).
    case iban
    /// An IPv4 or IPv6 address.
    case ipAddress = "ip_address"
}
