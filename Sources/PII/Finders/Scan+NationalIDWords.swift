extension Scan {
    /// How far from a number its name may stand, in units.
    static let nameReach = 48
    /// How many words between are read.
    private static let wordLimit = FewRanges.limit

    /// What the words before `index` say of a number that starts there.
    func nationalIDContext(before index: Int) -> NationalIDContext {
        var words = FewRanges()
        let farthest = max(0, index - Self.nameReach)
        var position = index
        while position > farthest, words.count < Self.wordLimit, !unit(position - 1).isDigit {
            let end = position
            position -= 1
            let isOther = unit(position).isOtherLetter
            guard isOther || unit(position).isLetter else { continue }
            while position > farthest, isOther ? unit(position - 1).isOtherLetter : unit(position - 1).isLetter {
                if unit(position - 1).isLowercase, unit(position).isUppercase { break }
                position -= 1
            }
            words.append(position..<end)
        }
        return context(of: words, isReversed: true)
    }

    /// What the words after `index` say of a number that ends there.
    func nationalIDContext(after index: Int) -> NationalIDContext {
        var words = FewRanges()
        let farthest = min(units.count, index + Self.nameReach)
        var position = index
        while position < farthest, words.count < Self.wordLimit - 1, !unit(position).isDigit {
            let start = position
            position += 1
            let isOther = unit(start).isOtherLetter
            guard isOther || unit(start).isLetter else { continue }
            while position < farthest, isOther ? unit(position).isOtherLetter : unit(position).isLetter {
                if unit(position - 1).isLowercase, unit(position).isUppercase { break }
                position += 1
            }
            // A word with digits after it is more likely about those.
            if !unit(position).isDigit { words.append(start..<position) }
        }
        var context = context(of: words, isReversed: false)
        context.all = context.near
        return context
    }

    /// Looks up words, nearest first, alone and joined to those beyond, in the order of the text.
    private func context(of words: FewRanges, isReversed: Bool) -> NationalIDContext {
        var context = NationalIDContext()
        var isNear = true
        for first in words.indices {
            var found: NationalIDMeaning = []
            for last in first..<words.count {
                var key = NationalIDWords.emptyKey
                for place in first...last {
                    key = NationalIDWords.key(key, appending: units[words[isReversed ? first + last - place : place]])
                }
                found.formUnion(
                    NationalIDWords.meaning(key).subtracting(last > first ? [.phone, .thing, .filler] : []))
            }
            let word = words[first]
            if found.isEmpty { found = units[word.lowerBound].isOtherLetter ? part(of: word) : stem(of: word) }
            if first == 0 { context.nearest = found }
            if first < 2, found.contains(.phone) { context.isPhone = true }
            let isNamed = !found.subtracting([.phone, .thing, .filler]).isEmpty
            // What counts things or calls people stands between the number and whatever is named before.
            if !isNamed, found.contains(.phone) || found.contains(.thing) { break }
            if isNear { context.near.formUnion(found) }
            context.all.formUnion(found)
            isNear = isNear && (found.contains(.filler) || isNamed)
        }
        return context
    }

    /// What a word means without an ending such as `number`.
    private func stem(of word: Range<Int>) -> NationalIDMeaning {
        for ending in NationalIDWords.endings where word.count > ending.count + 1 {
            let start = word.upperBound - ending.count
            guard ending.indices.allSatisfy({ units[start + $0].lowercased == ending[$0] }) else { continue }
            let key = NationalIDWords.key(NationalIDWords.emptyKey, appending: units[word.lowerBound..<start])
            let meaning = NationalIDWords.meaning(key).subtracting([.phone, .thing, .filler])
            if !meaning.isEmpty { return meaning }
        }
        return []
    }

    /// The first letters of the scripts of Asia that are written without blanks, Thai first.
    private static let firstUnspacedLetter: Unit = 0xE00
    /// The most letters of a word in them that is looked for inside of a run.
    private static let unspacedLimit = 10

    /// What the words in a run of letters mean that are written without blanks.
    private func part(of run: Range<Int>) -> NationalIDMeaning {
        guard units[run.lowerBound] >= Self.firstUnspacedLetter else { return [] }
        var meaning: NationalIDMeaning = []
        for start in run {
            var key = NationalIDWords.emptyKey
            for end in start..<min(run.upperBound, start + Self.unspacedLimit) {
                key = NationalIDWords.key(key, appending: units[end...end])
                if end > start { meaning.formUnion(NationalIDWords.meaning(key)) }
            }
        }
        return meaning
    }
}
