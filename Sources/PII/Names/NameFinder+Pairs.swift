extension NameFinder {
    /// How many words may stand between the given and the family name.
    private static var innerLimit: Int { 3 }

    /// How many further names may follow or precede.
    private static var extensionLimit: Int { 3 }

    /// Adds the names of a given and a family name, in either order, whose first word is at `start`.
    func addPairs(from start: Int, to found: inout [Candidate]) {
        let first = words[start]
        guard first.token.length > 1, joins(start + 1) else { return }
        // The syllables of a given name are words as often as not.
        if let candidate = joined(from: start) { found.append(candidate) }
        guard !first.isPlainWord || first.mayBeInRole || isMiddleDot(start + 1) else { return }
        var end = start + 1
        while end <= start + 1 + Self.innerLimit, joins(end) {
            let word = words[end]
            if word.token.length > 1, mayPair(start, end) { found.append(pair(start, end)) }
            // What stands between is a particle, an initial or one more name.
            guard word.isParticle || word.isInitial || word.isStronger(than: 0.5) else { break }
            end += 1
        }
    }

    /// A family name and a given name of two syllables that stand apart, in either order, as `kim-min-jun` and `Xiao Ming Wang`.
    private func joined(from start: Int) -> Candidate? {
        guard joins(start + 1), joins(start + 2) else { return nil }
        guard isSyllable(start), isSyllable(start + 1), isSyllable(start + 2) else { return nil }
        let familyFirst = joined(family: start, given: start + 1, in: start..<start + 3)
        let familyLast = joined(family: start + 2, given: start, in: start..<start + 3)
        guard let familyFirst, let familyLast else { return familyFirst ?? familyLast }
        return familyFirst.score.value > familyLast.score.value ? familyFirst : familyLast
    }

    /// Whether the word at `index` may be a short name, or part of one.
    private func isSyllable(_ index: Int) -> Bool {
        (2...6).contains(words[index].token.length) && words[index].token.casing != .none
    }

    private func joined(family: Int, given: Int, in range: Range<Int>) -> Candidate? {
        guard words[family].knowledge.family >= 4, !words[family].isPlainWord else { return nil }
        let (first, second) = (units[words[given].token.range], units[words[given + 1].token.range])
        var hash = UnitHash()
        hash.add(first)
        hash.add(second)
        let knowledge = Lexicon.knowledge(hash)
        guard knowledge.given >= 3, knowledge.word < 4 else { return nil }
        let syllables = Array(first + second)
        var score = Score()
        score.add(.pair)
        score.add(.joinedGiven)
        score.add(strength(family).family)
        score.add(NameStrength(knowledge, syllables).given)
        score.add(.familyFirst, if: family < given)
        addCasing(words[range.lowerBound], words[range.upperBound - 1], to: &score)
        addGap(words[family < given ? given : family].token.gap, to: &score)
        addContext(of: range, to: &score)
        return Candidate(
            words: range, range: self.range(range), score: score, reason: .syllables)
    }

    /// Whether the words are names enough, or are names too and stand in a person's context, as in `driver Will Grant`.
    private func mayPair(_ start: Int, _ end: Int) -> Bool {
        let (first, last) = (words[start], words[end])
        if isRoute(start, end) { return false }
        if !first.isPlainWord, !last.isPlainWord {
            return first.knowledge.isName || last.knowledge.isName
                || first.isLikelyName && last.isLikelyName
        }
        if end == start + 1, isMiddleDot(end) { return true }
        return first.mayBeInRole && last.mayBeInRole && isInRole(start..<end + 1)
    }

    /// Whether a word of the pair and the one beside it are places, as in `austin-jordan-paris-shuttle`, and nothing tells of a
    /// person: then they are a way from one to the other.
    private func isRoute(_ start: Int, _ end: Int) -> Bool {
        (isPlace(end) && isPlace(end + 1) || isPlace(start) && isPlace(start - 1)) && !isInRole(start..<end + 1)
    }

    /// Whether the word at `index` follows a middle dot, which nothing but names has in Chinese and Japanese.
    private func isMiddleDot(_ index: Int) -> Bool {
        joins(index) && words[index].token.gap == .middleDot && words[index].token.casing == .none
    }

    private func pair(_ start: Int, _ end: Int) -> Candidate {
        let (first, last) = (words[start], words[end])
        var score = Score()
        score.add(.pair)
        let order = NameScore.weight(.familyFirst)
        let (firstStrength, lastStrength) = (strength(start), strength(end))
        let isFamilyFirst =
            firstStrength.family.value + lastStrength.given.value + order > firstStrength.given.value
            + lastStrength.family.value
        if isFamilyFirst {
            score.add(firstStrength.family)
            score.add(lastStrength.given)
            score.add(.familyFirst)
            addFrequency(given: last.knowledge, family: first.knowledge, to: &score)
        } else {
            score.add(firstStrength.given)
            score.add(lastStrength.family)
            addFrequency(given: first.knowledge, family: last.knowledge, to: &score)
        }
        score.add(.plainInRole, if: first.isPlainWord || last.isPlainWord)
        if !first.knowledge.isName, !last.knowledge.isName {
            score.add(.bothUnlisted)
            score.add(.bothUnlistedLikeness, min(firstStrength.likeness, lastStrength.likeness))
        }
        score.add(.bothAmbiguous, if: first.knowledge.contains(.ambiguous) && last.knowledge.contains(.ambiguous))
        score.add(.bothPlaces, if: first.knowledge.contains(.place) && last.knowledge.contains(.place))
        score.add(first.isWord && last.isWord ? .bothAreWords : .oneIsWord, if: first.isWord || last.isWord)
        addBacking(first.knowledge, last.knowledge, to: &score)
        addKinds(first, last, to: &score)
        score.add(
            .particleFamily,
            if: end > start + 1 && words[end - 1].isParticle && last.isWord && last.knowledge.family >= 5
                && first.knowledge.isClearName)
        addCasing(first, last, to: &score)
        score.add(
            .lowerCamel,
            if: last.token.gap == .camelCase && first.token.casing == .lower && last.token.casing == .capitalized)
        score.add(
            .capitalsAndHyphen,
            if: last.token.gap == .hyphen && first.token.casing == .capitalized && last.token.casing == .capitalized)
        addGap(last.token.gap, to: &score)
        score.add(.partners, if: last.token.gap == .comma && isFollowedByAmpersand(last))
        for index in start + 1..<end {
            score.add(words[index].isParticle ? .innerParticle : words[index].isInitial ? .innerInitial : .innerName)
        }
        let range = start..<end + 1
        addContext(of: range, to: &score)
        let reason = Candidate.Reason.pair(
            isFamilyFirst: isFamilyFirst, gap: end == start + 1 ? last.token.gap : nil,
            hasParticle: end > start + 1 && words[end - 1].isParticle, isTitled: isKnown(start - 1, as: .title),
            hasRole: isKnown(start - 1, as: .role) || isKnown(end + 1, as: .role))
        let whole = extended(range)
        return Candidate(words: whole, range: self.range(whole), score: score, reason: reason)
    }

    /// Adds that both halves are frequent names, each of its kind: together that is seldom chance.
    private func addFrequency(given: WordKnowledge, family: WordKnowledge, to score: inout Score) {
        score.add(.frequentPair, if: given.given == 7 && family.family == 7)
        score.add(.topPair, if: given.contains(.topGiven) && family.contains(.topFamily))
        score.add(
            .topWithListed,
            if: given.contains(.topGiven) && family.family >= 5 || family.contains(.topFamily) && given.given >= 5)
    }

    /// Adds that both halves are names of families, or that one is a word and nothing tells a name from it.
    private func addKinds(_ first: NameWord, _ last: NameWord, to score: inout Score) {
        let (one, other) = (first.knowledge, last.knowledge)
        score.add(.bothFamilies, if: one.family > 0 && other.family > 0 && one.given == 0 && other.given == 0)
        score.add(
            .lowerWord,
            if: first.token.casing == .lower && last.token.casing == .lower && first.isWord != last.isWord)
    }

    /// Whether `&` follows, as in `Peterson, Ward & Co.`
    private func isFollowedByAmpersand(_ word: NameWord) -> Bool {
        let end = word.token.range.upperBound
        return units[end...].first { $0 != .space } == Unit(ascii: "&")
    }

    /// Adds how far one half takes away the doubts about the other.
    private func addBacking(_ first: WordKnowledge, _ last: WordKnowledge, to score: inout Score) {
        switch (first.isClearName, last.isClearName) {
        case (true, true): score.add(.clearPair)
        case (true, false): addBacking(of: last, to: &score)
        case (false, true): addBacking(of: first, to: &score)
        case (false, false): score.add(.bothTop, if: first.isTopName && last.isTopName)
        }
    }

    private func addBacking(of doubtful: WordKnowledge, to score: inout Score) {
        if doubtful.isTopName {
            if doubtful.word >= 4 { score.add(.backed4.at(doubtful.word - 3)) }
            score.add(.backedDoubt, Double(doubtful.intersection(WordKnowledge.doubts).rawValue.nonzeroBitCount))
        } else {
            score.add(.clearAndUnlisted, if: !doubtful.isName && doubtful.word == 0)
            score.add(.clearAndDoubtful, if: doubtful.nameClass >= 6)
        }
    }

    private func addCasing(_ first: NameWord, _ last: NameWord, to score: inout Score) {
        let isShort = first.token.length < 4 || last.token.length < 4
        switch (first.token.casing, last.token.casing) {
        case (.capitalized, .capitalized): score.add(.capitalizedPair)
        case (.lower, .lower): score.add(.lowerPair)
        case (.upper, .upper):
            score.add(.upperPair)
            score.add(.shortUpper, if: isShort)
        case (.capitalized, .upper), (.upper, .capitalized):
            score.add(.capitalizedAndUpper)
            score.add(.shortUpper, if: isShort)
        case (.none, .none): break
        case (.mixed, _), (_, .mixed): score.add(.mixedCase)
        default: score.add(.unevenCase)
        }
    }

    private func addGap(_ gap: NameToken.Gap, to score: inout Score) {
        switch gap {
        case .camelCase: score.add(.camelCase)
        case .space: score.add(.space)
        case .underscore: score.add(.underscore)
        case .hyphen: score.add(.hyphen)
        case .dot: score.add(.dot)
        case .comma: score.add(.comma)
        case .middleDot: score.add(.middleDot)
        case .symbol: score.add(.symbol)
        case .sign, .strong: break
        }
    }

    /// The words of a name with further names that follow or precede them.
    private func extended(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while end - range.upperBound < Self.extensionLimit, joins(end), isFurtherName(end) { end += 1 }
        while range.lowerBound - start < Self.extensionLimit, start > 0, joins(start), !words[start - 1].isClaimed,
            isFurtherName(start - 1)
        {
            start -= 1
        }
        return start..<end
    }

    private func isFurtherName(_ index: Int) -> Bool {
        words[index].isStronger(than: 1.2) && words[index].token.length > 1
    }
}
