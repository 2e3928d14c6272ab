/// Words, found by the units that spell them without making a `String`.
///
/// Words are folded as texts are, so that they may be written with accents and in any script. They are kept by a hash of their
/// units from last to first, which lets a search walk back from a number and ask at every step whether a word ends here.
struct WordTable<Value: Sendable>: Sendable {
    private var values: [UInt64: Value] = [:]

    /// The most units that a word of the table has.
    private(set) var longest = 0

    /// A table of words parted by white space, each list with its value; of a word's values the first counts, unless `combine`
    /// makes one of both.
    init(_ lists: [(words: String, value: Value)], combine: (Value, Value) -> Value = { first, _ in first }) {
        for (words, value) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let units = NormalizedText(String(word)).units
                var hash = ReversedHash()
                for unit in units.reversed() { hash.combine(unit) }
                values[hash.value] = values[hash.value].map { combine($0, value) } ?? value
                longest = max(longest, units.count)
            }
        }
    }

    /// The value of the word that `units` spell, in any case.
    subscript(units: ArraySlice<Unit>) -> Value? {
        guard units.count <= longest else { return nil }
        var hash = ReversedHash()
        for unit in units.reversed() { hash.combine(unit) }
        return values[hash.value]
    }

    /// The value of the word whose units have been combined.
    subscript(hash: ReversedHash) -> Value? { values[hash.value] }

    /// The value and length of the longest word of the table that `units` end in.
    func suffix(of units: ArraySlice<Unit>) -> (value: Value, length: Int)? {
        var best: (value: Value, length: Int)?
        var hash = ReversedHash()
        var length = 0
        for unit in units.reversed().prefix(longest) {
            hash.combine(unit)
            length += 1
            if let value = values[hash.value] { best = (value, length) }
        }
        return best
    }
}

extension WordTable where Value == Void {
    /// A table that only tells whether it has a word.
    init(_ words: String) { self.init([(words, ())]) }

    /// Whether the table has the word that `units` spell, in any case.
    func contains(_ units: ArraySlice<Unit>) -> Bool { self[units] != nil }
}

/// A hash of units that are given from last to first (FNV-1a, 64 bits); case makes no difference.
struct ReversedHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ unit: Unit) {
        value = (value ^ UInt64(unit.lowercased)) &* 0x100_0000_01B3
    }
}
