extension NameFinder {
    /// The longest run of characters that is searched, and the longest names in it.
    private static var runLimit: Int { 24 }
    private static var hanLimit: Int { 6 }
    private static var hangulLimit: Int { 5 }

    /// A name in Chinese characters or Hangul, which are written without anything between family and given name.
    ///
    /// Words for roles, titles and things that stand beside the name without a separator are taken off first.
    func eastAsian(at index: Int) -> Candidate? {
        let token = words[index].token
        guard token.casing == .none, (2...Self.runLimit).contains(token.length) else { return nil }
        let script = Script(units[token.range.lowerBound])
        guard script == .han || script == .hangul, !isKnownWord(words[index].knowledge) else { return nil }
        let longest = script == .han ? Self.hanLimit : Self.hangulLimit
        var best: (range: Range<Int>, score: Score)?
        for start in token.range.dropLast() {
            guard isKnownText(token.range.lowerBound..<start) else { continue }
            for end in start + 2..<min(start + longest, token.range.upperBound) + 1
            where isKnownText(end..<token.range.upperBound) {
                guard var score = surnameFirst(start..<end, script) else { continue }
                addNeighbours(of: start..<end, in: token.range, to: &score)
                if score.value > best?.score.value ?? -.infinity { best = (start..<end, score) }
            }
        }
        guard let (range, bare) = best else { return nil }
        var score = bare
        addContext(of: index..<index + 1, to: &score)
        return Candidate(
            words: index..<index + 1, range: range, score: score,
            reason: .eastAsian)
    }

    private func addNeighbours(of range: Range<Int>, in whole: Range<Int>, to score: inout Score) {
        guard range != whole else { return }
        score.add(.eastAsianPart)
        let before = Lexicon.knowledge(UnitHash(units[whole.lowerBound..<range.lowerBound]))
        let after = Lexicon.knowledge(UnitHash(units[range.upperBound..<whole.upperBound]))
        score.add(.roleBefore, if: before.contains(.role))
        score.add(.roleAfter, if: after.contains(.role))
        score.add(.titleAfter, if: after.contains(.title))
        score.add(.honorificAfter, if: after.contains(.honorific))
        score.add(.belongingAfter, if: after.contains(.belonging))
        score.add(.suffixAfter, if: after.contains(.suffix))
    }

    /// Whether the units are nothing, or words in the lexicon, at most three of them.
    private func isKnownText(_ range: Range<Int>, words: Int = 3) -> Bool {
        if range.isEmpty || isKnownWord(range) { return true }
        guard words > 1 else { return false }
        return range.dropFirst().contains {
            isKnownWord(range.lowerBound..<$0) && isKnownText($0..<range.upperBound, words: words - 1)
        }
    }

    private func isKnownWord(_ range: Range<Int>) -> Bool {
        isKnownWord(Lexicon.knowledge(UnitHash(units[range])))
    }

    private func isKnownWord(_ knowledge: WordKnowledge) -> Bool {
        knowledge.word > 0 || !knowledge.intersection([.role, .title, .belonging, .suffix, .place, .brand]).isEmpty
    }

    /// The score of a family name before a title, as in `\u{7530}\u{4E2D}\u{69D8}`.
    private func titled(_ surname: WordKnowledge, _ title: WordKnowledge, _ length: Int) -> Score? {
        guard title.contains(.title) else { return nil }
        var score = Score()
        score.add(.eastAsian)
        score.add(.eastAsianTitled)
        score.add(.eastAsianFamily, Double(surname.family - 4))
        score.add(.eastAsianLongSurname, if: length > 1)
        score.add(.titleAfter)
        score.add(.honorificAfter, if: title.contains(.honorific))
        return score
    }

    /// The score of a family name of one to three units before a given name of one to three.
    private func surnameFirst(_ range: Range<Int>, _ script: Script) -> Score? {
        guard !isKnownWord(range) else { return nil }
        var best: Score?
        for split in range.lowerBound + 1..<min(range.lowerBound + 4, range.upperBound) {
            let surname = Lexicon.knowledge(UnitHash(units[range.lowerBound..<split]))
            let rest = split..<range.upperBound
            guard surname.family >= 4, rest.count <= 3 else { continue }
            if let titled = titled(surname, Lexicon.knowledge(UnitHash(units[rest])), split - range.lowerBound) {
                if titled.value > best?.value ?? -.infinity { best = titled }
                continue
            }
            let given = Lexicon.knowledge(UnitHash(units[rest]))
            let isLong = split - range.lowerBound > 1
            var score = Score()
            score.add(.eastAsian)
            score.add(.eastAsianFamily, Double(surname.family - 4))
            score.add(.eastAsianListed, Double(given.given))
            score.add(.eastAsianLikeness, min(max(Double(Lexicon.likeness(units[rest])) / 16, -3), 3))
            score.add(.eastAsianGivenWord, Double(given.word))
            score.add(.eastAsianLongSurname, if: isLong)
            score.add(.eastAsianPlace, if: isLong && (surname.word > 0 || surname.contains(.place)))
            switch range.count {
            case 2: score.add(.eastAsianTwoUnits)
            case 3: score.add(.eastAsianThreeUnits)
            case 4: score.add(.eastAsianFourUnits)
            default: score.add(.eastAsianMore)
            }
            score.add(.hangul, if: script == .hangul)
            if score.value > best?.value ?? -.infinity { best = score }
        }
        return best
    }
}
