/// The ways in which a text hid its characters, and which were undone before looking.
struct Disguise: OptionSet, Sendable {
    let rawValue: UInt8

    static let percentEncoding = Disguise(rawValue: 1)
    static let wideForms = Disguise(rawValue: 2)
    static let otherDigits = Disguise(rawValue: 4)
    static let invisibleCharacters = Disguise(rawValue: 8)

    /// Words to end a match's reason with, empty if nothing was hidden.
    var words: String {
        var parts: [String] = []
        if contains(.percentEncoding) { parts.append("percent-encoding") }
        if contains(.wideForms) { parts.append("full-width forms") }
        if contains(.otherDigits) { parts.append("digits of another script") }
        if contains(.invisibleCharacters) { parts.append("invisible characters") }
        return parts.isEmpty ? "" : ", after undoing " + parts.joined(separator: " and ")
    }
}
