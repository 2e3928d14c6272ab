extension NameFinder {
    /// Whether the word at `index` can be joined to the one before it in one name.
    func joins(_ index: Int) -> Bool {
        adjoins(index) && words[index].token.gap != .sign && !words[index].isClaimed
    }

    /// Whether the word at `index` can be about the one before it, or the reverse.
    func adjoins(_ index: Int) -> Bool {
        words.indices.contains(index) && words[index].token.gap != .strong
    }

    func isKnown(_ index: Int, as kind: WordKnowledge) -> Bool {
        words.indices.contains(index) && words[index].knowledge.contains(kind)
    }

    /// How many small words may stand between a name and what it belongs to, as in `tel\u{E9}fono de la Maria`.
    private static var particleLimit: Int { 2 }

    /// The word before `index` that is no particle, where it can be about the word at `index`.
    func contextBefore(_ index: Int) -> Int? {
        var before = index - 1
        guard before >= 0, adjoins(index) else { return nil }
        while before > 0, index - 1 - before < Self.particleLimit, words[before].isParticle, adjoins(before),
            !words[before].knowledge.isAboutPerson
        {
            before -= 1
        }
        return before
    }

    /// The word after the one before `index` that is no particle, where it can be about that one.
    func contextAfter(_ index: Int) -> Int? {
        var after = index
        guard adjoins(after) else { return nil }
        while after + 1 < words.count, after - index < Self.particleLimit, words[after].isParticle, adjoins(after + 1),
            !words[after].knowledge.isAboutPerson
        {
            after += 1
        }
        return after
    }

    /// Whether a word for a role or a title stands before, or a role after the words.
    func isInRole(_ range: Range<Int>) -> Bool {
        if let before = contextBefore(range.lowerBound), isKnown(before, as: .role) || isKnown(before, as: .title) {
            return true
        }
        return contextAfter(range.upperBound).map { isKnown($0, as: .role) } ?? false
    }

    /// Adds what stands around the words of a candidate.
    func addContext(of range: Range<Int>, to score: inout Score) {
        let before = contextBefore(range.lowerBound) ?? -1
        let after = contextAfter(range.upperBound) ?? words.count
        let follows = after < words.count
        let precedes = before >= 0
        score.add(
            .particleBetween,
            if: precedes && before < range.lowerBound - 1
                && words[before].knowledge.isAboutPerson)
        score.add(.honorificBefore, if: precedes && isKnown(before, as: .honorific))
        score.add(
            .honorificAfter,
            if: follows && isKnown(after, as: .honorific)
                && (words[after].token.casing == .none || words[after].token.length > 2))
        let isPossessive = words[range.upperBound - 1].token.isPossessive
        score.add(.possessiveBelonging, if: isPossessive && follows && isKnown(after, as: .belonging))
        score.add(.titleBefore, if: precedes && isKnown(before, as: .title))
        score.add(.titleAfter, if: follows && isKnown(after, as: .title) && words[after].token.casing == .none)
        score.add(.roleBefore, if: precedes && isKnown(before, as: .role))
        score.add(.roleAfter, if: follows && isKnown(after, as: .role))
        score.add(
            .belongingAfter,
            if: follows && isKnown(after, as: .belonging) || precedes && isKnown(before, as: .belonging))
        score.add(.possessive, if: isPossessive)
        addSuffixes(around: range, before: before, after: after, to: &score)
        addPhrase(around: range, to: &score)
        score.add(.wholeText, if: range.count == words.count && touchesNoDigits(range))
        score.add(.wordBefore, if: before >= 0 && words[before].isPlainWord)
        score.add(.wordAfter, if: after < words.count && words[after].isPlainWord)
        score.add(.placeAround, if: isPlace(before) || isPlace(after))
        score.add(.manyWords, if: words.count - range.count >= 4)
        let nameBefore = precedes && words[before].token.length > 1 && words[before].isStronger(than: 1)
        let nameAfter = follows && words[after].token.length > 1 && words[after].isStronger(than: 1)
        score.add(.nameAround, if: nameBefore || nameAfter)
        score.add(.digitsTouch, if: !touchesNoDigits(range))
    }

    /// Whether the word at `index` is a place, and no particle such as the `DE` of `DE JONG`.
    func isPlace(_ index: Int) -> Bool { isKnown(index, as: .place) && !words[index].isParticle }

    /// Adds what makes a firm, place or institution of the names beside it. A thing that somebody has makes none.
    private func addSuffixes(around range: Range<Int>, before: Int, after: Int, to score: inout Score) {
        let isOwner = words[range.upperBound - 1].token.isPossessive
        if after < words.count, adjoins(range.upperBound), !isOwner {
            score.add(.firmAfter, if: isKnown(after, as: .firm))
            score.add(.suffixAfter, if: isKnown(after, as: .suffix))
            score.add(.thingAfter, if: isKnown(after, as: .thing))
        }
        if before >= 0 {
            let isBeside = before == range.lowerBound - 1
            score.add(.firmBefore, if: isKnown(before, as: .firm))
            score.add(isBeside ? .suffixBefore : .suffixBeforeParticle, if: isKnown(before, as: .suffix))
        }
        score.add(.suffixAround, if: hasSuffix(beyond: range, before: before, after: after))
    }

    private func touchesNoDigits(_ range: Range<Int>) -> Bool {
        let place = self.range(range)
        let before = place.lowerBound > 0 ? units[place.lowerBound - 1] : .gap
        let after = place.upperBound < units.count ? units[place.upperBound] : .gap
        return !before.isDigit && !after.isDigit
    }

    /// Adds whether a phrase that is no person has all of the words, or some.
    private func addPhrase(around range: Range<Int>, to score: inout Score) {
        var overlaps = false
        for start in max(0, range.lowerBound - Self.phraseReach)..<range.upperBound {
            let end = phraseEnd(start)
            guard end > max(range.lowerBound, start + 1), !isPartOfName(start..<end, range) else { continue }
            if start <= range.lowerBound, end >= range.upperBound {
                score.add(.phrase)
                return
            }
            overlaps = true
        }
        score.add(.phrasePart, if: overlaps)
    }

    /// Whether a phrase of names is one for being part of the longer name at `range`, as `Maria del Carmen` and `La Cruz` are.
    private func isPartOfName(_ phrase: Range<Int>, _ range: Range<Int>) -> Bool {
        guard range.count > phrase.count, range.contains(phrase.lowerBound), phrase.upperBound <= range.upperBound
        else {
            return false
        }
        return words[phrase].allSatisfy { $0.isParticle || $0.knowledge.nameClass >= 5 && $0.knowledge.word < 5 }
    }

    /// One less than the most words of a phrase.
    private static var phraseReach: Int { 6 }

    /// Adds how a single word is written.
    func addCasing(of word: NameWord, to score: inout Score) {
        switch word.token.casing {
        case .lower: score.add(.lowerSingle)
        case .capitalized: score.add(.capitalizedSingle)
        case .upper, .mixed: score.add(.upperSingle)
        case .none: break
        }
    }
}
