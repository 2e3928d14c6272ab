/// One character of a ``NormalizedText``: ASCII as it is, everything else as one of three classes.
///
/// A byte is enough, because no kind cares *which* character beyond ASCII stands somewhere, only of what class it is.
typealias Unit = UInt8

extension Unit {
    /// A character that separates: controls, symbols and punctuation beyond ASCII, bytes that are no UTF-8, both ends of the text.
    static let gap: Unit = 0
    /// A letter of the Latin script beyond ASCII, or a mark on a letter; belongs to the word it stands in.
    static let latinLetter: Unit = 0x80
    /// A letter of another script; parts the words of a text in Latin script.
    static let otherLetter: Unit = 0x81

    static let at = Unit(ascii: "@")
    static let colon = Unit(ascii: ":")
    static let dot = Unit(ascii: ".")
    static let hyphen = Unit(ascii: "-")
    static let plus = Unit(ascii: "+")
    static let slash = Unit(ascii: "/")
    static let space = Unit(ascii: " ")
    static let underscore = Unit(ascii: "_")
    static let zero = Unit(ascii: "0")

    var isDigit: Bool { self &- 0x30 < 10 }
    var isUppercase: Bool { self &- 0x41 < 26 }
    var isLowercase: Bool { self &- 0x61 < 26 }
    /// An ASCII letter.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// A letter or digit that would be part of the same word as an ASCII letter or digit beside it.
    var isWordCharacter: Bool { isDigit || isLetter || self == Self.latinLetter }
    var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// The same letter in lower case; other characters as they are.
    var lowercased: Unit { isUppercase ? self | 0x20 : self }
    /// The value of a decimal digit; meaningless for other characters.
    var digitValue: Int { Int(self &- 0x30) }
}
