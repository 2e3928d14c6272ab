extension NameFinder {
    /// How many words may stand between the given and the family name.
    private static let innerLimit = 3

    /// How many further names may follow or precede.
    private static let extensionLimit = 3

    /// The names of a given and a family name, in either order, whose first word is at `start`.
    func pairs(from start: Int) -> [NameCandidate] {
        let first = words[start]
        guard first.token.length > 1, !first.isPlainWord || first.mayBeInRole || isMiddleDot(start + 1) else {
            return []
        }
        var found: [NameCandidate] = []
        var end = start + 1
        while end <= start + 1 + Self.innerLimit, joins(end) {
            let word = words[end]
            if word.token.length > 1, mayPair(start, end) { found.append(pair(start, end)) }
            // What stands between is a particle, an initial or one more name.
            guard word.isParticle || word.isInitial || word.strength.best > 0.5 else { break }
            end += 1
        }
        if let candidate = joined(from: start) { found.append(candidate) }
        return found
    }

    /// A family name and a given name of two syllables that stand apart, in either order, as `kim-min-jun` and `Xiao Ming Wang`.
    private func joined(from start: Int) -> NameCandidate? {
        guard joins(start + 1), joins(start + 2) else { return nil }
        let three = words[start..<start + 3]
        guard three.allSatisfy({ (2...6).contains($0.token.length) && $0.token.casing != .none }) else { return nil }
        let familyFirst = joined(family: start, given: start + 1, in: start..<start + 3)
        let familyLast = joined(family: start + 2, given: start, in: start..<start + 3)
        guard let familyFirst, let familyLast else { return familyFirst ?? familyLast }
        return familyFirst.score.value > familyLast.score.value ? familyFirst : familyLast
    }

    private func joined(family: Int, given: Int, in range: Range<Int>) -> NameCandidate? {
        guard words[family].knowledge.family >= 4 else { return nil }
        let syllables = Array(units[words[given].token.range] + units[words[given + 1].token.range])
        let knowledge = Lexicon.knowledge(UnitHash(syllables))
        guard knowledge.given >= 3, knowledge.word < 4 else { return nil }
        var score = NameScore(records: records)
        score.add(.pair)
        score.add(.joinedGiven)
        score.add(words[family].strength.family)
        score.add(NameStrength(knowledge, syllables, records: records).given)
        score.add(.familyFirst, if: family < given)
        addCasing(words[range.lowerBound], words[range.upperBound - 1], to: &score)
        addGap(words[family < given ? given : family].token.gap, to: &score)
        addContext(of: range, to: &score)
        return NameCandidate(
            words: range, range: self.range(range), score: score, reason: "family name and given name of two syllables")
    }

    /// Whether the words are names enough, or are names too and stand in a person's context, as in `driver Will Grant`.
    private func mayPair(_ start: Int, _ end: Int) -> Bool {
        let (first, last) = (words[start], words[end])
        if !first.isPlainWord, !last.isPlainWord { return true }
        if end == start + 1, isMiddleDot(end) { return true }
        return first.mayBeInRole && last.mayBeInRole && isInRole(start..<end + 1)
    }

    /// Whether the word at `index` follows a middle dot, which nothing but names has in Chinese and Japanese.
    private func isMiddleDot(_ index: Int) -> Bool {
        joins(index) && words[index].token.gap == .middleDot && words[index].token.casing == .none
    }

    private func pair(_ start: Int, _ end: Int) -> NameCandidate {
        let (first, last) = (words[start], words[end])
        var score = NameScore(records: records)
        score.add(.pair)
        let order = NameScore.weight(.familyFirst)
        let isFamilyFirst =
            first.strength.family.value + last.strength.given.value + order > first.strength.given.value
            + last.strength.family.value
        if isFamilyFirst {
            score.add(first.strength.family)
            score.add(last.strength.given)
            score.add(.familyFirst)
        } else {
            score.add(first.strength.given)
            score.add(last.strength.family)
        }
        score.add(.plainInRole, if: first.isPlainWord || last.isPlainWord)
        score.add(.bothUnlisted, if: !first.knowledge.isName && !last.knowledge.isName)
        score.add(.bothAmbiguous, if: first.knowledge.contains(.ambiguous) && last.knowledge.contains(.ambiguous))
        score.add(.bothPlaces, if: first.knowledge.contains(.place) && last.knowledge.contains(.place))
        score.add(first.isWord && last.isWord ? .bothAreWords : .oneIsWord, if: first.isWord || last.isWord)
        addCasing(first, last, to: &score)
        addGap(last.token.gap, to: &score)
        for index in start + 1..<end {
            score.add(words[index].isParticle ? .innerParticle : words[index].isInitial ? .innerInitial : .innerName)
        }
        let range = start..<end + 1
        addContext(of: range, to: &score)
        var reason = isFamilyFirst ? "family name and given name" : "given name and family name"
        if end == start + 1 { reason += separator(last.token.gap) }
        if end > start + 1, words[end - 1].isParticle { reason += ", with a particle" }
        if isKnown(start - 1, as: .title) { reason += ", after a title" }
        if isKnown(start - 1, as: .role) || isKnown(end + 1, as: .role) { reason += ", beside a word for a role" }
        let whole = extended(range)
        return NameCandidate(words: whole, range: self.range(whole), score: score, reason: reason)
    }

    private func addCasing(_ first: NameWord, _ last: NameWord, to score: inout NameScore) {
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

    private func addGap(_ gap: NameToken.Gap, to score: inout NameScore) {
        switch gap {
        case .camelCase: score.add(.camelCase)
        case .space: score.add(.space)
        case .underscore: score.add(.underscore)
        case .hyphen: score.add(.hyphen)
        case .dot: score.add(.dot)
        case .comma: score.add(.comma)
        case .middleDot: score.add(.middleDot)
        case .sign, .strong: break
        }
    }

    private func separator(_ gap: NameToken.Gap) -> String {
        switch gap {
        case .camelCase: ", by capitals"
        case .space: ", separated by a blank"
        case .underscore: ", separated by '_'"
        case .hyphen: ", separated by '-'"
        case .dot: ", separated by '.'"
        case .comma: ", separated by a comma"
        case .middleDot: ", separated by a middle dot"
        case .sign, .strong: ""
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
        words[index].strength.best > 1.2 && words[index].token.length > 1
    }
}
