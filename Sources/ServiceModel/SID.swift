internal import Text

/// The identifier of a resource: two letters for its kind, then 32 hexadecimal digits, as in `KS…` for a Service.
///
/// A value of this type is always well-formed. A record keeps the text that it was given, well-formed or not, so that a
/// rule can report it; the API, accounts and credentials accept only a `SID`.
package struct SID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The kinds of resource whose identifiers are met here; the raw value is the two-letter prefix.
    package enum Kind: String, CaseIterable, Sendable {
        case account = "AC"
        case apiKey = "SK"
        case chatInstance = "IS"
        case service = "KS"
    }

    /// The identifier as written: letter case of the digits is kept.
    package let text: String
    /// What the identifier names.
    package let kind: Kind

    /// Validates `text` against `^<prefix>[0-9a-fA-F]{32}$`; nil where it does not match.
    package init?(_ text: String, kind: Kind) {
        guard SID.isWellFormed(text, kind: kind) else { return nil }
        self.text = text
        self.kind = kind
    }

    /// Whether `text` is the prefix of `kind` followed by exactly 32 hexadecimal digits.
    ///
    /// The pattern is that of the API's own description of each `sid` property.
    package static func isWellFormed(_ text: String, kind: Kind) -> Bool {
        let bytes = text.utf8
        guard bytes.count == 34, bytes.starts(with: kind.rawValue.utf8) else { return false }
        return bytes.dropFirst(2).allSatisfy(\.isHexDigit)
    }

    package var description: String { text }

    /// Orders by the bytes of the text.
    package static func < (left: SID, right: SID) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
