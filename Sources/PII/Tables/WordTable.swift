/// Words, found by the units that spell them without making a `String`.
///
/// Words are folded as texts are, so that they may be written with accents and in any script. They are kept by a hash of their
/// units from last to first, which lets a search walk back from a number and ask at every step whether a word ends here.
struct WordTable<Value: Sendable>: Sendable {
    private let values: HashTable<Value>

    /// The Latin letters that words end in, a bit each, and one for all letters of other scripts.
    private var lastLetters: UInt64 = 0

    /// What the last three units of words are, as bits by their hashes, some of which they share.
    private var tails = [UInt64](repeating: 0, count: tailWords)
    private static var tailWords: Int { 64 }
    /// How many units a tail has; shorter words have none.
    static var tailLength: Int { 3 }

    /// The most units that a word of the table has.
    private(set) var longest = 0

    /// The words, as they were given.
    private let lists: [String]

    /// A table of words parted by white space, each list with its value; of a word's values the first counts, unless `combine`
    /// makes one of both.
    init(_ lists: [(words: String, value: Value)], combine: (Value, Value) -> Value = { first, _ in first }) {
        self.lists = lists.map(\.words)
        var entries: [(key: UInt64, value: Value)] = []
        for list in lists {
            for units in Self.words(of: list.words) {
                guard let last = units.last else { continue }
                var hash = ReversedHash()
                for (offset, unit) in units.reversed().enumerated() {
                    hash.combine(unit)
                    if offset + 1 == Self.tailLength { tails[Self.tail(hash).word] |= Self.tail(hash).bit }
                }
                entries.append((hash.value, list.value))
                longest = max(longest, units.count)
                lastLetters |= Self.bit(of: last)
            }
        }
        values = HashTable(entries, combine: combine)
    }

    private static func words(of list: String) -> [[Unit]] {
        list.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Self.units(of:))
    }

    /// The words of Latin letters.
    var latinWords: [[Unit]] { lists.flatMap(Self.words).filter { $0.allSatisfy(\.isLetter) } }

    /// The units of a word; plain ones need no folding.
    private static func units(of word: Substring.UTF8View) -> [Unit] {
        let isPlain = word.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "%") }
        return isPlain ? word.map { Unit($0) } : NormalizedText(String(Substring(word))).units
    }

    private static func bit(of unit: Unit) -> UInt64 { unit < 0x80 ? 1 << UInt64(unit & 0x1F) : 1 << 63 }

    /// Whether some word of the table ends in `unit`.
    func mayEnd(in unit: Unit) -> Bool { lastLetters & Self.bit(of: unit) != 0 }

    /// Whether some word of the table may end in the ``tailLength`` units that have been combined.
    func mayEnd(in tail: ReversedHash) -> Bool {
        let (word, bit) = Self.tail(tail)
        return tails[word] & bit != 0
    }

    private static func tail(_ hash: ReversedHash) -> (word: Int, bit: UInt64) {
        let bits = hash.value ^ hash.value >> 32
        return (Int(truncatingIfNeeded: bits >> 6) & (tailWords - 1), 1 << (bits & 63))
    }

    /// The value of the word that `units` spell, in any case.
    subscript(units: some BidirectionalCollection<Unit>) -> Value? {
        guard units.count <= longest else { return nil }
        guard let last = units.last, mayEnd(in: last) else { return nil }
        var hash = ReversedHash()
        var length = 0
        for unit in units.reversed() {
            hash.combine(unit)
            length += 1
            if length == Self.tailLength, !mayEnd(in: hash) { return nil }
        }
        return self[hash]
    }

    /// The value of the word whose units have been combined.
    subscript(hash: ReversedHash) -> Value? { values[hash.value] }

    /// The value and length of the longest word of the table that `units` end in.
    func suffix(of units: some BidirectionalCollection<Unit>) -> (value: Value, length: Int)? {
        guard let last = units.last, mayEnd(in: last) else { return nil }
        var best: (value: Value, length: Int)?
        var hash = ReversedHash()
        var length = 0
        for unit in units.reversed().prefix(longest) {
            hash.combine(unit)
            length += 1
            if length == Self.tailLength, !mayEnd(in: hash) { break }
            if let value = self[hash] { best = (value, length) }
        }
        return best
    }
}

extension WordTable where Value == Void {
    /// A table that only tells whether it has a word.
    init(_ words: String) { self.init([(words, ())]) }

    /// Whether the table has the word that `units` spell, in any case.
    func contains(_ units: some BidirectionalCollection<Unit>) -> Bool { self[units] != nil }
}

/// A hash of units that are given from last to first (FNV-1a, 64 bits); case makes no difference.
struct ReversedHash: Sendable {
    /// The hash of the units so far.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes in the unit before those that were taken in already.
    mutating func combine(_ unit: Unit) {
        value = (value ^ UInt64(unit.lowercased)) &* 0x100_0000_01B3
    }
}
