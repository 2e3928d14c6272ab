internal import PIIData

/// The tables of words and phrases that `PIIData` embeds, looked up by hash.
enum Lexicon {
    /// What is known of the word with this hash; nothing for a word in no list.
    ///
    /// One word in some five million that is in no list is taken for another that is.
    /// - Complexity: O(1), a handful of neighbouring slots.
    static func knowledge(_ hash: UnitHash) -> WordKnowledge {
        let count = pii_data_lexicon_slots()
        var index = UInt32(((hash.value >> 32) * UInt64(count)) >> 32)
        let tag = hash.value & 0xFF_FFFF
        while true {
            let slot = pii_data_lexicon_slot(index)
            if slot == 0 { return [] }
            if slot & 0xFF_FFFF == tag, slot >> 24 != 0 { return WordKnowledge(rawValue: UInt32(slot >> 24)) }
            index = index + 1 == count ? 0 : index + 1
        }
    }

    /// Whether the letters with this hash are those of a phrase that is no person.
    static func isPhrase(_ hash: UnitHash) -> Bool {
        let count = pii_data_phrase_slots()
        var index = UInt32(((hash.value >> 32) * UInt64(count)) >> 32)
        let tag = UInt32(truncatingIfNeeded: hash.value)
        while true {
            let slot = pii_data_phrase_slot(index)
            if slot == 0 { return false }
            if slot == (tag == 0 ? 1 : tag) { return true }
            index = index + 1 == count ? 0 : index + 1
        }
    }

    /// How much more the letters look like a name's than like another word's, in sixteenths of log odds.
    /// - Complexity: O(*n*) in the number of units.
    static func likeness(_ units: some RandomAccessCollection<Unit>) -> Int {
        let edge = Unit(ascii: "^")
        // The hashes of the runs that end at the last unit read, the longest last.
        var runs = (UnitHash(), UnitHash(), UnitHash(), UnitHash())
        var live = 0
        var sum = Int(pii_data_likeness_bias())
        func take(_ unit: Unit) {
            var (first, second, third, fourth) = runs
            if live >= 4 {
                fourth.add(unit)
                sum += weight(fourth)
            }
            if live >= 3 {
                third.add(unit)
                sum += weight(third)
            }
            if live >= 2 {
                second.add(unit)
                sum += weight(second)
            }
            if live >= 1 {
                first.add(unit)
                sum += weight(first)
            }
            var fresh = UnitHash()
            fresh.add(unit)
            runs = (fresh, first, second, third)
            live = min(live + 1, 4)
        }
        take(edge)
        for unit in units where unit != .apostrophe { take(unit.lowercased) }
        take(edge)
        return sum
    }

    /// How much more the letters are those of a word of some language than letters drawn at random, in log odds (base 2); 0 where they
    /// are not all Latin.
    /// - Complexity: O(*n*) in the number of units.
    static func spelling(_ units: some RandomAccessCollection<Unit>) -> Double {
        let edge: UInt32 = 26
        var (first, second) = (edge, edge)
        var sum: Int32 = 0
        for unit in units where unit != .apostrophe {
            guard unit.isLetter else { return 0 }
            let letter = unit.lowercased &- Unit(ascii: "a")
            sum += pii_data_spelling_odds(first, second, letter)
            (first, second) = (second, letter)
        }
        return Double(sum + pii_data_spelling_odds(first, second, edge)) / 8
    }

    private static let likenessBits: UInt64 = 18

    private static func weight(_ hash: UnitHash) -> Int {
        Int(pii_data_likeness_weight(UInt32(hash.value >> (64 - likenessBits))))
    }
}
