/// One character of a ``NormalizedText``: an ASCII character, a letter of a script other than Latin as its scalar value, or ``gap``.
///
/// Letters of the Latin script stand as the ASCII letters that they are written with where there are no others (`é` as `e`, `ß` as
/// `ss`), digits of any script as ASCII digits; letters of other scripts are in lower case.
typealias Unit = UInt32

extension Unit {
    /// A character that separates: controls, symbols and punctuation beyond ASCII, bytes that are no UTF-8, both ends of the text.
    static let gap: Unit = 0

    /// The dot in the middle of the line that parts the names of foreigners in Chinese and Japanese, and syllables in Catalan.
    static let middleDot: Unit = 0x1F

    static let at = Unit(ascii: "@")
    static let colon = Unit(ascii: ":")
    static let dot = Unit(ascii: ".")
    static let hyphen = Unit(ascii: "-")
    static let plus = Unit(ascii: "+")
    static let slash = Unit(ascii: "/")
    static let space = Unit(ascii: " ")
    static let underscore = Unit(ascii: "_")
    static let zero = Unit(ascii: "0")
    static let apostrophe = Unit(ascii: "'")

    /// The unit of an ASCII character.
    init(ascii scalar: Unicode.Scalar) { self = scalar.value }

    var isDigit: Bool { self &- 0x30 < 10 }
    var isUppercase: Bool { self &- 0x41 < 26 }
    var isLowercase: Bool { self &- 0x61 < 26 }
    /// A letter of the Latin script.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// A letter of another script, or a mark on one; parts the words of a text in Latin script.
    var isOtherLetter: Bool { self >= 0x80 }
    /// A letter of any script.
    var isAnyLetter: Bool { isLetter || isOtherLetter }
    /// A letter of a script that does not part words by spaces: Thai, Lao, Burmese, Khmer, Kana, Han, and Hangul, whose words
    /// take endings.
    var isUnspaced: Bool {
        switch self {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }
    /// A letter or digit that would be part of the same word as a Latin letter or digit beside it.
    var isWordCharacter: Bool { isDigit || isLetter }
    var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// The same letter in lower case; other characters as they are.
    var lowercased: Unit { isUppercase ? self | 0x20 : self }
    /// The value of a decimal digit; meaningless for other characters.
    var digitValue: Int { Int(self &- 0x30) }
}

extension String {
    /// The text of `units`, in lower case; gaps are NUL.
    init(units: some Collection<Unit>) {
        var view = String.UnicodeScalarView()
        for unit in units { view.append(Unicode.Scalar(unit.lowercased) ?? "\0") }
        self.init(view)
    }
}
