/// What stands in reports in place of personal data.
///
/// A mask tells which kind of thing stood there and lets its owner recognize it beside the original, but never lets anybody else
/// work it out: what is hidden leaves a million possible values at least, its length is never shown, and short values are
/// hidden wholly. Masks are plain ASCII and hold no match themselves.
enum Masks {
    /// Stands for any number of hidden characters.
    private static let hidden = "***"

    /// The first character of a mailbox of four characters or more, and the top-level domain: `j***@***.io`.
    ///
    /// Domains are hidden because a person's or a small firm's own domain names its owner.
    static func email(local: ArraySlice<Unit>, topLevelDomain: ArraySlice<Unit>) -> String {
        var mask = ""
        if local.count >= 4, let first = local.first, first.isLetter { mask = text([first]) }
        let isPlain = topLevelDomain.count <= 6 && topLevelDomain.allSatisfy(\.isLetter)
        return mask + hidden + "@" + hidden + (isPlain ? "." + text(topLevelDomain) : "")
    }

    /// The calling code where it is known, and the last two of ten national digits or more: `+44***58`, `***58`.
    ///
    /// The first digits of shorter numbers are few: of the nine of a Portuguese mobile number the last two would leave half a million.
    static func phone(callingCode: Int?, national: PhoneDigits) -> String {
        let count = national.count
        let code = callingCode.map { "+\($0)" } ?? ""
        return code + hidden + (count >= 10 ? "\(national[count - 2])\(national[count - 1])" : "")
    }

    /// The scheme's first digit and the last two, less than the six and four that PCI DSS lets anybody see: `4***42`.
    static func card(firstDigit: UInt8, lastDigits: [UInt8]) -> String {
        text([Unit(firstDigit) + Unit.zero]) + hidden + text(lastDigits.map { Unit($0) + Unit.zero })
    }

    /// The country and the last two characters: `GB***32`.
    static func iban(_ characters: [Unit]) -> String {
        text(characters.prefix(2)) + hidden + text(characters.suffix(2))
    }

    /// Nothing of a name: with its first letters it could be told from a list of employees.
    static let name = "***"

    /// The country and nothing else, as check digits and birthdays leave too little to guess: `GB***`.
    static func nationalID(country: StaticString) -> String { "\(country)" + hidden }

    /// Nothing of an IPv4 address: with one number shown, the others could be tried out in an afternoon.
    static let ipv4 = "***.***.***.***"

    /// Nothing of an IPv6 address: its first half names a household.
    static let ipv6 = "***:***::***"

    /// Nothing of a date of birth.
    static let dateOfBirth = "****-**-**"

    /// The last two characters of nine or more, which leave ten million numbers.
    static func passport(_ characters: [Unit]) -> String {
        hidden + (characters.count >= 9 ? text(characters.suffix(2)) : "")
    }

    /// Nothing of a passport's machine-readable line.
    static let machineReadableLine = "P<***"

    /// Nothing of an address.
    static let streetAddress = "*** ***"

    /// The network, and nothing of the handle.
    static func handle(of network: String?) -> String { network.map { $0 + "/" + hidden } ?? "@" + hidden }

    private static func text(_ units: some Collection<Unit>) -> String {
        String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    }
}
