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

        /// Three letters each that longer ones of them end in, a bit each.
        private let tails: [UInt64]

        /// What words of one or two letters tell, at the place of the last and the one before it, 0 for none.
        private let short: [WordHints]

        init(_ lists: [(hints: WordHints, ends: StaticString)]) {
            var entries: [(key: UInt64, value: WordHints)] = []
            var tails = [UInt64](repeating: 0, count: 1 << 9)
            var short = [WordHints](repeating: [], count: 1 << 10)
            for list in lists {
                list.ends.withUTF8Buffer { bytes in
                    // As hashes are of letters from last to first, so the list is read.
                    var (hash, length) = (ReversedHash(), 0)
                    for index in bytes.indices.reversed() where bytes[index].isLetter {
                        hash.combine(Unit(bytes[index]))
                        length += 1
                        if length == 3 {
                            let (word, bit) = Self.tail(
                                Unit(bytes[index]), Unit(bytes[index + 1]), Unit(bytes[index + 2]))
                            tails[word] |= bit
                        }
                        guard index == 0 || !bytes[index - 1].isLetter else { continue }
                        entries.append((hash.value, list.hints))
                        if length <= 2 {
                            let last = Unit(bytes[index + length - 1])
                            short[Self.place(length == 2 ? Unit(bytes[index]) : 0, last)].formUnion(list.hints)
                        }
                        (hash, length) = (ReversedHash(), 0)
                    }
                }
            }
            hints = HashTable(entries) { $0.union($1) }
            (self.tails, self.short) = (tails, short)
            for entry in entries {
                let (index, bit) = Self.place(of: entry.key)
                bits[index] |= bit
            }
        }

        private static func place(of hash: UInt64) -> (index: Int, bit: UInt64) {
            let place = (hash ^ hash >> 32) & (1 << placeBits - 1)
            return (Int(truncatingIfNeeded: place >> 6), 1 << (place & 63))
        }

        /// Where the bit of three letters is, whatever their case.
        private static func tail(_ first: Unit, _ second: Unit, _ last: Unit) -> (word: Int, bit: UInt64) {
            let letters = UInt64(first & 31) | UInt64(second & 31) << 5 | UInt64(last & 31) << 10
            return (Int(truncatingIfNeeded: letters >> 6), 1 << (letters & 63))
        }

        /// Whether some letters that tell something may end in these three.
        func mayEnd(in first: Unit, _ second: Unit, _ last: Unit) -> Bool {
            let (word, bit) = Self.tail(first, second, last)
            return tails[word] & bit != 0
        }

        private static func place(_ first: Unit, _ last: Unit) -> Int { Int(first & 31) << 5 | Int(last & 31) }

        /// What a word of two letters tells, or of one if the first is 0.
        func hints(_ first: Unit, _ last: Unit) -> WordHints { short[Self.place(first, last)] }

        subscript(hash: ReversedHash) -> WordHints? {
            let (index, bit) = Self.place(of: hash.value)
            return bits[index] & bit == 0 ? nil : hints[hash.value]
        }
    }

    private static let ends = Ends(listedEnds)

    /// Looks at the ends of the words in `units`, of which `classes` tells what they are if they are few; all hints are given where
    /// letters of other scripts stand, whose words may have no ends.
    /// - Complexity: O(*n*); does not allocate.
    init(_ units: UnsafeBufferPointer<Unit>, _ classes: UnitClasses?) {
        if let classes { self.init(units, classes) } else { self.init(long: units) }
    }

    /// Looks at units of which all is known, from one run of letters to the next.
    private init(_ units: UnsafeBufferPointer<Unit>, _ classes: UnitClasses) {
        let (letters, capitals, ends) = (classes.letters, classes.capitals, Self.ends)
        // Four signs in a row.
        let pairs = classes.signs & classes.signs >> 1
        var hints: WordHints = classes.otherLetters != 0 || pairs & pairs >> 2 != 0 ? .all : []
        // Where a capital stands beside a small letter, as in ``isParted(at:_:)``.
        let changes = (capitals ^ capitals << 1) & letters & letters << 1
        let parted = changes & (capitals | capitals << 2)
        var position = 0
        while hints != .all, let run = UnitClasses.nextRun(of: letters, from: position) {
            position = run.upperBound
            if LookalikeDigits.digit(units[run.lowerBound]) != nil, Self.isLookalike(from: run.lowerBound, units) {
                hints.insert(.lookalike)
            }
            var rest = (parted >> UInt64(run.lowerBound)) << UInt64(run.lowerBound)
            while rest.trailingZeroBitCount < position {
                hints.formUnion(Self.ending(before: rest.trailingZeroBitCount, units, ends))
                rest &= rest - 1
            }
            let before = classes.digits & (1 << UInt64(run.lowerBound) - 1)
            hints.formUnion(Self.wordHints(run, digit: before == 0 ? 0 : 63 - before.leadingZeroBitCount, units, ends))
        }
        self = hints
    }

    /// Looks at units one after the other.
    private init(long units: UnsafeBufferPointer<Unit>) {
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
            if position > start { hints.formUnion(Self.wordHints(start..<position, digit: digit, units, ends)) }
            if hints == .all { break }
        }
        self = hints
    }

    /// The hints of a run of letters, before which the last digit stands at `digit`, but for those of capitals inside.
    private static func wordHints(
        _ run: Range<Int>, digit: Int, _ units: UnsafeBufferPointer<Unit>, _ ends: Ends
    ) -> WordHints {
        if run.count > mostLetters { return .all }
        let end = run.upperBound
        var hints = ending(before: end, units, ends)
        // So far from a number, which may stand a few signs behind, words are read in part too.
        let reached = end - digit + mostSigns
        if reached >= Scan.reach { hints.formUnion([.birth, .passport]) }
        if reached >= Scan.nameReach { hints.insert(.nationalID) }
        // Such a number may begin with some of the letters before its digits.
        if end < units.count, units[end].isDigit, run.count > 1, !hints.contains(.nationalID) {
            for end in max(run.lowerBound + 1, end - Scan.leadingLetters)..<end {
                hints.formUnion(ending(before: end, units, ends).intersection(.nationalID))
            }
        }
        return hints
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
        // One or two small letters behind a digit, as random ones have.
        let last = units[index - 1]
        if last.isLowercase, index == 1 || units[index - 2].isDigit { return ends.hints(0, last) }
        if last.isLowercase, index >= 2, units[index - 2].isLowercase, index == 2 || units[index - 3].isDigit {
            return ends.hints(units[index - 2], last)
        }
        // Most words end in letters that tell nothing.
        if index >= 3, units[index - 1].isLowercase, units[index - 2].isLowercase, units[index - 3].isLowercase,
            !ends.mayEnd(in: units[index - 3], units[index - 2], units[index - 1])
        {
            return []
        }
        var hints: WordHints = []
        var hash = ReversedHash()
        var length = 0
        var position = index
        // The letters taken in last, the later one behind.
        var lastTwo: (first: Unit, second: Unit) = (0, 0)
        while position > 0 {
            let unit = units[position - 1]
            if unit.isDigit { break }
            position -= 1
            guard unit.isLetter else { continue }
            hash.combine(unit)
            length += 1
            if length == 3 {
                let (second, last) = lastTwo
                if !ends.mayEnd(in: unit, second, last) { break }
            }
            lastTwo = (unit, lastTwo.first)
            if let known = ends[hash] {
                let isWhole =
                    length == Self.length || position == 0 || !units[position - 1].isLetter
                    || isParted(at: position, units)
                // Nothing shorter is the ending of a street's name.
                let mayBeEnding = length >= shortestEnding
                hints.formUnion(isWhole ? known : mayBeEnding ? known.intersection(.streetEnding) : [])
            }
            if length == Self.length { break }
        }
        return hints
    }

    private static let shortestEnding = 3
}
