extension Scan {
    /// How far from a number a word may stand to be about it, in units.
    static let reach = 24

    /// Whether one of the words before `index`, at most `limit` of them, is in `set`; see ``wordRanges(before:limit:)``.
    func hasWord(before index: Int, limit: Int, in set: WordSet) -> Bool {
        wordRanges(before: index, limit: limit).contains { set.contains(units[$0]) }
    }

    /// Where the words before `index` stand, nearest first, at most `limit` of them.
    ///
    /// Words are parted by anything but letters, between scripts, and where a capital follows a small letter (`cardNumber`).
    /// Digits part them too, but end the search: what stands before another number is about that one.
    func wordRanges(before index: Int, limit: Int) -> FewRanges {
        var words = FewRanges()
        let farthest = max(0, index - Self.reach)
        var position = index
        while position > farthest, words.count < limit {
            if unit(position - 1).isDigit { break }
            guard unit(position - 1).isAnyLetter else {
                position -= 1
                continue
            }
            let end = position
            position -= 1
            while position > farthest, !startsWord(position) { position -= 1 }
            words.append(position..<end)
        }
        return words
    }

    /// Where the words after `index` stand, nearest first, at most `limit` of them and up to the next digit.
    func wordRanges(after index: Int, limit: Int) -> FewRanges {
        var words = FewRanges()
        let farthest = min(units.count, index + Self.reach)
        var position = index
        while position < farthest, words.count < limit {
            if units[position].isDigit { break }
            guard units[position].isAnyLetter else {
                position += 1
                continue
            }
            let start = position
            position += 1
            while position < farthest, units[position].isAnyLetter, !startsWord(position) { position += 1 }
            words.append(start..<position)
        }
        return words
    }

    /// Whether a word starts with the letter at `index`: after none, after one of another script, or a capital after a small one.
    func startsWord(_ index: Int) -> Bool {
        Self.startsWord(unit(index), after: unit(index - 1))
    }

    /// The same of the letter `first` after another unit.
    static func startsWord(_ first: Unit, after before: Unit) -> Bool {
        if first.isLetter { return !before.isLetter || (before.isLowercase && first.isUppercase) }
        return !before.isOtherLetter
    }

    /// The Latin word that starts at `index` or after one separator; empty if there is none.
    func word(after index: Int) -> Range<Int> {
        let start = unit(index).isLetter ? index : index + 1
        let limit = min(units.count, start + Self.reach)
        var end = start
        while end < limit, unit(end).isLetter { end += 1 }
        return start < end ? start..<end : index..<index
    }

    /// The units at `range` in lower case.
    func word(_ range: Range<Int>) -> String {
        String(units: units[range])
    }
}
