extension NameFinder {
    /// A surname after a title, as in `Dr. Garcia`, or before one, where titles follow.
    func titled(from start: Int) -> Candidate? {
        let name = words[start]
        guard name.token.length > 1, !name.isPlainWord else { return nil }
        let isAfter = contextBefore(start).map { isKnown($0, as: .title) } ?? false
        let isBefore =
            joins(start + 1) && isKnown(start + 1, as: .title)
            && (words[start + 1].token.casing == .none || isKnown(start + 1, as: .honorific))
        guard isAfter || isBefore else { return nil }
        let range = start..<start + 1
        var score = Score()
        score.add(.titled)
        score.add(strength(start).stronger)
        addDoubts(about: name, to: &score)
        addCasing(of: name, to: &score)
        addContext(of: range, to: &score)
        return Candidate(words: range, range: self.range(range), score: score, reason: .titled)
    }

    /// Initials and a surname, as in `J. Smith`, `smith-j` and `P.J. van der Berg`.
    func initialled(from start: Int) -> Candidate? {
        let first = words[start]
        if first.isInitial {
            var end = start + 1
            var initials = 1
            while joins(end), words[end].isInitial, initials < 3 {
                end += 1
                initials += 1
            }
            let particles = end
            while joins(end), words[end].isParticle, end - particles < 3 { end += 1 }
            guard joins(end), words[end].token.gap != .camelCase else { return nil }
            return initialled(
                start..<end + 1, name: end, initial: start, initials: initials, hasParticle: end > particles)
        }
        guard joins(start + 1), words[start + 1].isInitial, words[start + 1].token.gap != .camelCase else { return nil }
        let hasTwo = joins(start + 2) && words[start + 2].isInitial
        let end = start + (hasTwo ? 3 : 2)
        return initialled(start..<end, name: start, initial: start + 1, initials: hasTwo ? 2 : 1, hasParticle: false)
    }

    private func initialled(
        _ range: Range<Int>, name nameIndex: Int, initial: Int, initials: Int, hasParticle: Bool
    ) -> Candidate? {
        let (name, initial) = (words[nameIndex], words[initial])
        guard name.token.length > 2, !name.isPlainWord else { return nil }
        var score = Score()
        score.add(.initialled)
        score.add(strength(nameIndex).family)
        // A dot is how initials are written; a single letter beside a word is often a size, a version or a part.
        let end = initial.token.range.upperBound
        score.add(.initialDot, if: end < units.count && units[end] == .dot)
        score.add(.initialAfter, if: initial.token.range.lowerBound > name.token.range.lowerBound)
        score.add(.initialCapital, if: initial.token.casing != .lower && name.token.casing != .lower)
        score.add(.furtherInitial, if: initials > 1)
        score.add(.initialParticle, if: hasParticle)
        score.add(.initialBetween, if: range.count == 2 && isConjunction(initial, beyond: range))
        addCasing(of: name, to: &score)
        addContext(of: range, to: &score)
        return Candidate(words: range, range: self.range(range), score: score, reason: .initialled)
    }

    /// Whether a letter stands between two words as those that mean `and`, `or`, `to` and `in` do in many languages, as in
    /// `sol y sombra`.
    private func isConjunction(_ letter: NameWord, beyond range: Range<Int>) -> Bool {
        guard letter.token.casing == .lower else { return false }
        switch Unicode.Scalar(units[letter.token.range.lowerBound]) {
        case "a", "e", "i", "o", "u", "w", "y", "z": break
        default: return false
        }
        if letter.token.range.lowerBound == words[range.lowerBound].token.range.lowerBound {
            return range.lowerBound > 0 && joins(range.lowerBound) && words[range.lowerBound - 1].token.length > 1
        }
        return joins(range.upperBound) && words[range.upperBound].token.length > 1
    }

    /// A single name in a person's context: beside a role, or before what belongs to somebody.
    func single(at index: Int) -> Candidate? {
        let word = words[index]
        // The letters of a user name are seldom those of a name.
        guard word.token.length > 1, !word.isSurelyPlain, !word.knowledge.isAboutPerson else { return nil }
        let range = index..<index + 1
        let hasRole = isInRole(range)
        let isOwner =
            (contextBefore(index).map { isKnown($0, as: .belonging) } ?? false)
            || (contextAfter(index + 1).map { isKnown($0, as: .belonging) } ?? false)
        guard hasRole || isOwner || word.token.isPossessive && owns(index + 1) else { return nil }
        let user = hasRole ? userName(word) : nil
        guard user != nil || !word.isPlainWord else { return nil }
        var score = Score()
        if let user {
            score.add(.userName)
            score.add(.family1.at(user))
        } else {
            score.add(.single)
            score.add(strength(index).stronger)
            addDoubts(about: word, to: &score)
        }
        addCasing(of: word, to: &score)
        addContext(of: range, to: &score)
        let reason: Candidate.Reason = user != nil ? .userName : hasRole ? .inRole : .ofOwner
        return Candidate(words: range, range: self.range(range), score: score, reason: reason)
    }

    /// Adds why a word alone is no name rather than beside another: it is a word as well, or in no list.
    private func addDoubts(about word: NameWord, to score: inout Score) {
        score.add(.singleWord, if: word.isWord)
        score.add(.singleUnlisted, if: !word.knowledge.isName && word.knowledge.word == 0)
    }

    /// Whether the word at `index` is a thing that somebody has; firms are called by a name in this form, too.
    private func owns(_ index: Int) -> Bool {
        adjoins(index) && words[index].isPlainWord && !words[index].isParticle
            && words[index].knowledge.isDisjoint(with: [.suffix, .firm, .brand])
    }

    /// How frequent the family name is that a word has with an initial before or after it, as in `jsmith` and `smithj`.
    private func userName(_ word: NameWord) -> Int? {
        let range = word.token.range
        guard range.count >= 5, word.knowledge.word == 0, max(word.knowledge.given, word.knowledge.family) < 4,
            word.token.casing != .none,
            word.knowledge.intersection([.brand, .place, .codename, .suffix, .ambiguous]).isEmpty
        else { return nil }
        let tail = Lexicon.knowledge(UnitHash(units[range.dropFirst()]))
        let head = Lexicon.knowledge(UnitHash(units[range.dropLast()]))
        let best = max(
            tail.word > 4 ? 0 : max(tail.family, tail.given - 2), head.word > 4 ? 0 : max(head.family, head.given - 2))
        return best >= 3 ? best : nil
    }
}
