internal import Text

/// What the words of a text may be, as far as their last letters tell.
///
/// Most texts have no word that says what a number is, and then nothing is to be looked for beside one. All words for one purpose
/// are kept together, by their last letters, so that one look at the end of each word of a text asks for all of them.
struct WordHints: OptionSet, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A word of ``BirthWords``.
    static let birth = WordHints(rawValue: 1)
    /// A word of ``PassportWords``.
    static let passport = WordHints(rawValue: 2)
    /// A word of ``PhoneWords`` beside which a number is that of a telephone.
    static let phone = WordHints(rawValue: 4)
    /// A word of ``NationalIDWords`` that names numbers of persons.
    static let nationalID = WordHints(rawValue: 8)
    /// A word of ``SpelledText`` for a sign or digit.
    static let spelled = WordHints(rawValue: 16)
    /// The name of a network, of ``SocialNetworks``.
    static let network = WordHints(rawValue: 32)
    /// A kind of street, flat or box, of ``StreetWords``.
    static let street = WordHints(rawValue: 64)
    /// The ending of a street's name, which other letters stand before.
    static let streetEnding = WordHints(rawValue: 128)

    /// Letters that ``LookalikeDigits`` takes for digits, with no others beside them.
    static let lookalike = WordHints(rawValue: 256)

    static let all = WordHints(rawValue: .max)

    /// How many of the last letters of a word or expression are looked at; shorter ones are looked at whole.
    static let length = 5

    /// With more signs or letters in a row the finders read words in part, for they look no farther.
    private static let mostSigns = 3
    private static let mostLetters = 23

    /// The hints of the last letters of all words, by their hashes, and bits that tell of most letters that no word ends in them.
    private struct Ends: Sendable {
        private let hints: HashTable<WordHints>
        private var bits = [UInt64](repeating: 0, count: 1 << (placeBits - 6))

        private static let placeBits: UInt64 = 16

        init(_ lists: [(hints: WordHints, ends: StaticString)]) {
            var entries: [(key: UInt64, value: WordHints)] = []
            for list in lists {
                list.ends.withUTF8Buffer { bytes in
                    // As hashes are of letters from last to first, so the list is read.
                    var hash = ReversedHash()
                    for index in bytes.indices.reversed() where bytes[index].isLetter {
                        hash.combine(Unit(bytes[index]))
                        guard index == 0 || !bytes[index - 1].isLetter else { continue }
                        entries.append((hash.value, list.hints))
                        hash = ReversedHash()
                    }
                }
            }
            hints = HashTable(entries) { $0.union($1) }
            for entry in entries {
                let (index, bit) = Self.place(of: entry.key)
                bits[index] |= bit
            }
        }

        private static func place(of hash: UInt64) -> (index: Int, bit: UInt64) {
            let place = (hash ^ hash >> 32) & (1 << placeBits - 1)
            return (Int(truncatingIfNeeded: place >> 6), 1 << (place & 63))
        }

        subscript(hash: ReversedHash) -> WordHints? {
            let (index, bit) = Self.place(of: hash.value)
            return bits[index] & bit == 0 ? nil : hints[hash.value]
        }
    }

    private static let ends = Ends(listedEnds)

    /// Looks at the ends of the words in `units`; all hints are given where letters of other scripts stand, whose words may have no
    /// ends.
    /// - Complexity: O(*n*); does not allocate.
    init(_ units: UnsafeBufferPointer<Unit>) {
        var hints: WordHints = []
        let ends = Self.ends
        var position = 0
        // Where the last digit stands, as no words for a number are read beyond another.
        var digit = 0
        while position < units.count {
            var signs = 0
            while position < units.count, !units[position].isLetter {
                signs += 1
                if units[position].isDigit { (signs, digit) = (0, position) }
                if signs > Self.mostSigns || units[position].isOtherLetter {
                    self = .all
                    return
                }
                position += 1
            }
            let start = position
            if position < units.count, LookalikeDigits.digit(units[position]) != nil,
                Self.isLookalike(from: position, units)
            {
                hints.insert(.lookalike)
            }
            var wasCapital = false
            while position < units.count, units[position].isLetter {
                let isCapital = units[position].isUppercase
                if isCapital != wasCapital, position > start, Self.isParted(at: position, units) {
                    hints.formUnion(Self.ending(before: position, units, ends))
                }
                wasCapital = isCapital
                position += 1
            }
            if position > start { hints.formUnion(Self.ending(before: position, units, ends)) }
            if position - start > Self.mostLetters {
                self = .all
                return
            }
            // So far from a number, which may stand a few signs behind, words are read in part too.
            let reached = position - digit + Self.mostSigns
            if reached >= Scan.reach { hints.formUnion([.birth, .passport]) }
            if reached >= Scan.nameReach { hints.insert(.nationalID) }
            // Such a number may begin with some of the letters before its digits.
            if position < units.count, units[position].isDigit, position - start > 1 {
                for end in max(start + 1, position - Scan.leadingLetters)..<position {
                    hints.formUnion(Self.ending(before: end, units, ends).intersection(.nationalID))
                }
            }
        }
        self = hints
    }

    private static func isLookalike(from start: Int, _ units: UnsafeBufferPointer<Unit>) -> Bool {
        units[start...].prefix { $0.isLetter }.allSatisfy { LookalikeDigits.digit($0) != nil }
    }

    /// Whether a word ends between the letters before and at `index`, as in `cardNumber` and, for words in capitals, `johnATacme`.
    private static func isParted(at index: Int, _ units: UnsafeBufferPointer<Unit>) -> Bool {
        let isCapital = units[index].isUppercase
        guard isCapital != units[index - 1].isUppercase else { return false }
        return isCapital || index > 1 && units[index - 2].isUppercase
    }

    /// What the word may be that ends in the letter before `index`; signs between the words of one expression are left out.
    private static func ending(before index: Int, _ units: UnsafeBufferPointer<Unit>, _ ends: Ends) -> WordHints {
        var hints: WordHints = []
        var hash = ReversedHash()
        var length = 0
        var position = index
        while position > 0, !units[position - 1].isDigit {
            position -= 1
            guard units[position].isLetter else { continue }
            hash.combine(units[position])
            length += 1
            let isWhole =
                length == Self.length || position == 0 || !units[position - 1].isLetter || isParted(at: position, units)
            // Nothing shorter is the ending of a street's name.
            if isWhole || length >= shortestEnding, let known = ends[hash] {
                hints.formUnion(isWhole ? known : known.intersection(.streetEnding))
            }
            if length == Self.length { break }
        }
        return hints
    }

    private static let shortestEnding = 3
}
