/// A run of letters of one word, with what is known of it.
struct NameToken: Sendable {
    /// How a word of Latin letters is written.
    enum Casing: UInt8, Sendable {
        case lower, capitalized, upper, mixed
        /// In a script that has no case, or of which the case was folded away.
        case none
    }

    /// What stands between a word and the one before it.
    enum Gap: UInt8, Sendable {
        /// Nothing but a change of case, as in `MariaGarcia`.
        case camelCase
        case space, underscore, hyphen, dot, comma, middleDot
        /// A symbol beyond ASCII, as `\u{1F695}`.
        case symbol
        /// Signs that names are not joined by, but that part a name from what it is, as in `user/jsmith` and `owner=maria`.
        case sign
        /// The start of the text, digits, or more signs than a few.
        case strong
    }

    /// Where it stands, in units; apostrophes inside are part of it.
    let range: Range<Int>
    let casing: Casing
    var gap: Gap
    /// Whether it ends in `'s`, which is not part of ``range``.
    let isPossessive: Bool
    /// What is looked up to know more of it; `nil` for a single Latin letter.
    let hash: UnitHash?
    /// What is known of it, once that has been looked up.
    private(set) var knowledge: WordKnowledge = []
    /// Whether something else has been recognized in it.
    var isClaimed = false

    init(range: Range<Int>, casing: Casing, gap: Gap, isPossessive: Bool, hash: UnitHash?) {
        self.range = range
        self.casing = casing
        self.gap = gap
        self.isPossessive = isPossessive
        self.hash = hash
    }

    /// A firm's legal form of several letters, of which `first` is the first one.
    init(legalForm range: Range<Int>, after first: NameToken) {
        self.init(range: range, casing: first.casing, gap: first.gap, isPossessive: false, hash: nil)
        knowledge = .firm
    }

    /// Looks up what is known of it.
    mutating func lookUp() {
        if let hash { knowledge = Lexicon.knowledge(hash) }
    }

    /// How many units it has.
    var length: Int { range.count }

    /// Whether there may be a name that it is part of: nothing else has been recognized in it, and none is made of plain words alone, but
    /// with a middle dot, or of words that are names too. An initial needs a name beside it.
    var mayBeOfName: Bool {
        !isClaimed && length > 1 && (!knowledge.isPlain || knowledge.mayBeInRole || gap == .middleDot)
    }

    /// The one name that it makes with the word after it where it lost its apostrophe, as in `sean-o-brien` and `Gabriele D Annunzio`.
    func elided(before next: NameToken, _ units: UnsafeBufferPointer<Unit>) -> NameToken? {
        guard mayBeElided(units), next.gap == gap, next.length >= 3, gap != .strong, gap != .camelCase else {
            return nil
        }
        var hash = UnitHash()
        hash.add(units[range])
        hash.add(units[next.range])
        guard Lexicon.knowledge(hash).family >= 4 else { return nil }
        return NameToken(
            range: range.lowerBound..<next.range.upperBound, casing: next.casing, gap: gap,
            isPossessive: next.isPossessive, hash: hash)
    }

    /// Whether it is a letter that stands before names with an apostrophe.
    func mayBeElided(_ units: UnsafeBufferPointer<Unit>) -> Bool {
        length == 1 && Self.mayBeElided(units[range.lowerBound])
    }

    /// Whether a letter is one that stands before names with an apostrophe.
    static func mayBeElided(_ letter: Unit) -> Bool {
        switch letter.lowercased {
        case Unit(ascii: "o"), Unit(ascii: "d"), Unit(ascii: "l"): true
        default: false
        }
    }
}

/// Parts the units of a text into the words that names are made of.
///
/// Words end at anything but a letter, where a capital follows a small letter, and before the last capital of several that a small
/// letter follows (`USAService`). An apostrophe between letters belongs to its word (`O'Brien`), but `'s` at the end does not.
struct NameTokenizer {
    private let units: UnsafeBufferPointer<Unit>
    private var position = 0
    private var isFirst = true

    init(_ units: UnsafeBufferPointer<Unit>) { self.units = units }

    private func unit(_ index: Int) -> Unit {
        index >= 0 && index < units.count ? units[index] : .gap
    }

    /// The next word; `nil` at the end of the text.
    /// - Complexity: O(*n*) for all words together.
    mutating func next() -> NameToken? {
        let gapStart = position
        while position < units.count, !units[position].isLetter, !units[position].isOtherLetter { position += 1 }
        guard position < units.count else { return nil }
        let gap = isFirst ? NameToken.Gap.strong : gap(gapStart..<position)
        isFirst = false
        return units[position].isLetter ? latinWord(after: gap) : otherWord(after: gap)
    }

    private func gap(_ range: Range<Int>) -> NameToken.Gap {
        if range.isEmpty { return .camelCase }
        let isSymbol = range.contains { units[$0] == .gap }
        guard range.count <= (isSymbol ? 6 : 3) else { return .strong }
        var kind = NameToken.Gap.space
        for index in range {
            switch units[index] {
            // A plus sign is how forms send a blank.
            case .space, .plus: continue
            case .gap: kind = .symbol
            case .underscore: kind = .underscore
            case .hyphen: kind = .hyphen
            case .dot: kind = .dot
            case Unit(ascii: ","): kind = .comma
            case .middleDot: kind = .middleDot
            case .slash, .colon, Unit(ascii: "="), Unit(ascii: "|"), Unit(ascii: "("), Unit(ascii: ")"),
                Unit(ascii: "["),
                Unit(ascii: "]"), Unit(ascii: "<"), Unit(ascii: ">"), Unit(ascii: "#"), Unit(ascii: "\""):
                return .sign
            default: return .strong
            }
        }
        return kind
    }

    private mutating func otherWord(after gap: NameToken.Gap) -> NameToken {
        let start = position
        var hash = UnitHash()
        let kind = Script(units[start])
        while position < units.count, units[position].isOtherLetter, Script(units[position]) == kind {
            hash.add(units[position])
            position += 1
        }
        return NameToken(
            range: start..<position, casing: .none, gap: gap, isPossessive: false, hash: hash)
    }

    private mutating func latinWord(after gap: NameToken.Gap) -> NameToken {
        let start = position
        var hash = UnitHash()
        var capitals = 0
        var letters = 0
        var isPossessive = false
        var end = start
        scan: while position < units.count {
            let unit = units[position]
            // Nearly all are.
            if unit.isLowercase {
                hash.add(unit)
                letters += 1
                position += 1
                end = position
                continue
            }
            if unit.isUppercase {
                // `mariaGarcia`, and `USAService` before the `S`.
                let follows = position > start && self.unit(position - 1).isLowercase
                let precedes =
                    position > start && self.unit(position - 1).isUppercase && self.unit(position + 1).isLowercase
                if follows && !isNamePrefix(start..<position) && !isAbbreviation(start..<position)
                    || precedes && letters > 1
                {
                    break scan
                }
                capitals += 1
            } else if unit == .apostrophe {
                guard self.unit(position + 1).isLetter, position > start else { break scan }
                if self.unit(position + 1) | 0x20 == Unit(ascii: "s"), !self.unit(position + 2).isLetter {
                    isPossessive = true
                    position += 2
                    break scan
                }
                position += 1
                continue
            } else {
                break scan
            }
            hash.add(unit.lowercased)
            letters += 1
            position += 1
            end = position
        }
        if !isPossessive { end = position }
        let casing: NameToken.Casing =
            capitals == 0
            ? .lower
            : capitals == letters && letters > 1
                ? .upper
                : units[start].isUppercase && (capitals == 1 || isNamePrefixed(start..<end)) ? .capitalized : .mixed
        return NameToken(
            range: start..<end, casing: casing, gap: gap, isPossessive: isPossessive,
            hash: letters > 1 ? hash : nil)
    }

    /// Whether the units are `Mc` or `Mac`, after which a capital goes on with the same name, as in `McDonald`.
    private func isNamePrefix(_ range: Range<Int>) -> Bool {
        guard units[range.lowerBound] == Unit(ascii: "M"), self.unit(range.upperBound + 1).isLowercase else {
            return false
        }
        switch range.count {
        case 2: return units[range.lowerBound + 1] == Unit(ascii: "c")
        case 3:
            return units[range.lowerBound + 1] == Unit(ascii: "a") && units[range.lowerBound + 2] == Unit(ascii: "c")
        default: return false
        }
    }

    private static let vowels: [Unit] = "aeiouy".unicodeScalars.map(\.value)

    /// Whether the units have no vowel, and one capital more ends the word, as in `GmbH` and `PhD`.
    private func isAbbreviation(_ range: Range<Int>) -> Bool {
        range.count <= 3 && !unit(range.upperBound + 1).isLetter
            && !range.contains { Self.vowels.contains(units[$0].lowercased) }
    }

    private func isNamePrefixed(_ range: Range<Int>) -> Bool {
        range.count > 3
            && (isNamePrefix(range.prefix(2)) || isNamePrefix(range.prefix(3))
                || unit(range.lowerBound + 1) == .apostrophe)
    }
}
