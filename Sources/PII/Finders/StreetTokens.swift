/// The words and numbers of a text, as addresses are read.
struct StreetTokens {
    /// A word or number with what stands before it.
    struct Token {
        /// What a token is.
        enum Kind {
            case word
            /// One to five digits, and a letter at most: `221B`.
            case houseNumber
            /// `5th`
            case ordinal
            /// A number that is no house's: longer, or part of an identifier, date or version.
            case other
        }

        var kind: Kind
        var range: Range<Int>
        /// The places that a word for a street has; none for other tokens.
        var place: StreetWords.Place = []
        /// How a word or number is parted from what stands before it.
        var gap: Gap
    }

    /// What parts two tokens.
    struct Gap: OptionSet {
        let rawValue: UInt16

        static let space = Gap(rawValue: 1)
        static let dot = Gap(rawValue: 2)
        static let comma = Gap(rawValue: 4)
        static let hyphen = Gap(rawValue: 8)
        static let underscore = Gap(rawValue: 16)
        static let slash = Gap(rawValue: 32)
        static let other = Gap(rawValue: 64)
        /// Start of the text.
        static let start = Gap(rawValue: 128)
        static let apostrophe = Gap(rawValue: 256)
    }

    private(set) var tokens: [Token] = []

    /// Reads the tokens of `scan`'s text.
    /// - Complexity: O(*n*).
    init(_ scan: borrowing Scan) {
        var gap = Gap.start
        var position = 0
        while position < scan.units.count {
            let unit = scan.units[position]
            if unit.isDigit {
                let token = Self.number(scan, from: position, gap: gap)
                tokens.append(token)
                position = token.range.upperBound
                gap = []
            } else if unit.isAnyLetter {
                var end = position + 1
                while end < scan.units.count, scan.units[end].isAnyLetter, !scan.startsWord(end) { end += 1 }
                tokens.append(
                    Token(
                        kind: .word, range: position..<end, place: StreetWords.whole[scan.units[position..<end]] ?? [],
                        gap: gap))
                position = end
                gap = []
            } else {
                gap.insert(Self.gap(unit))
                position += 1
            }
        }
    }

    private static func gap(_ unit: Unit) -> Gap {
        switch unit {
        case .space: .space
        case .dot: .dot
        case Unit(ascii: ","): .comma
        case .hyphen: .hyphen
        case .underscore: .underscore
        case .slash: .slash
        case Unit(ascii: "'"): .apostrophe
        default: .other
        }
    }

    private static func number(_ scan: borrowing Scan, from start: Int, gap: Gap) -> Token {
        let digits = scan.end(from: start, while: \.isDigit)
        var end = digits
        while end < digits + 3, scan.unit(end).isLetter { end += 1 }
        if end - digits == 2, isOrdinal(scan.units[digits..<end]) {
            return Token(kind: .ordinal, range: start..<end, gap: gap)
        }
        let isPlausible =
            digits - start <= 5 && (scan.units[start] != .zero || digits - start >= 4) && scan.claims[start] == .none
            && scan.claims[digits - 1] == .none
        // A letter belongs to the number if no word starts with it.
        let hasCyrillicLetter = (0x430...0x437).contains(scan.unit(digits)) && !scan.unit(digits + 1).isAnyLetter
        if hasCyrillicLetter { end += 1 }
        let hasLetter = hasCyrillicLetter || (end - digits == 1 && scan.units[digits].lowercased <= Unit(ascii: "h"))
        return Token(kind: isPlausible ? .houseNumber : .other, range: start..<(hasLetter ? end : digits), gap: gap)
    }

    private static func isOrdinal(_ ending: ArraySlice<Unit>) -> Bool {
        let pair = ending.map(\.lowercased)
        return pair == [Unit(ascii: "t"), Unit(ascii: "h")] || pair == [Unit(ascii: "s"), Unit(ascii: "t")]
            || pair == [Unit(ascii: "n"), Unit(ascii: "d")] || pair == [Unit(ascii: "r"), Unit(ascii: "d")]
    }
}
