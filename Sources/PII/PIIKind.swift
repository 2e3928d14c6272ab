/// A kind of personal data that ``PIIDetector`` finds.
///
/// The raw value is the name used in rules, reports and command output; it is never changed once released.
package enum PIIKind: String, CaseIterable, Sendable {
    /// The name of a person: given and family name, title and surname, or a single name or user name in a person's context.
    case personName = "person_name"
    /// A mailbox at a domain (RFC 5321), in any of the spellings that ``PIIDetector`` undoes.
    case email
    /// A complete telephone number, international (ITU-T E.164, written with `+` or `00`) or in its country's national form.
    case phone
    /// A payment card number (ISO/IEC 7812): 13 to 19 digits, a known issuer's range, a right Luhn digit.
    case paymentCard = "payment_card"
    /// A number that a state gives to a person, such as a social security or tax number.
    case nationalID = "national_id"
    /// An international bank account number (ISO 13616).
    case iban
    /// The number or machine-readable line of a passport.
    case passport
    /// A date beside a word for birth.
    case dateOfBirth = "date_of_birth"
    /// An IPv4 or IPv6 address.
    case ipAddress = "ip_address"
    /// A house number and street, a flat or a post-office box.
    case streetAddress = "street_address"
    /// A person's handle or profile in a social network.
    case socialHandle = "social_handle"
}
