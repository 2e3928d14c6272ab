extension NameFinder {
    /// The shortest and the longest word that two names are looked for in.
    private static var runTogetherLengths: ClosedRange<Int> { 7...28 }

    /// A given and a family name without anything between, as in `mariagarcia`.
    func runTogether(at index: Int) -> Candidate? {
        let word = words[index]
        guard !word.isPlainWord, Self.mayRunTogether(word.token, word.knowledge) else { return nil }
        let range = word.token.range
        var best: Score?
        var mostWord = 0
        var head = UnitHash()
        for split in range.dropLast(3) {
            if units[split] != .apostrophe { head.add(units[split].lowercased) }
            guard split + 1 - range.lowerBound >= 3 else { continue }
            let first = Lexicon.knowledge(head)
            guard first.rawValue != 0 else { continue }
            let rest = split + 1..<range.upperBound
            let second = Lexicon.knowledge(UnitHash(units[rest]))
            guard second.rawValue != 0 else { continue }
            mostWord = max(mostWord, min(first.word, second.word))
            let lengths = (split + 1 - range.lowerBound, rest.count)
            if first.given >= 3, second.family >= 3 {
                let score = together(first, second, given: first.given, family: second.family, lengths)
                if score.value > best?.value ?? -.infinity { best = score }
            }
            if second.given >= 3, first.family >= 3 {
                let score = together(first, second, given: second.given, family: first.family, lengths)
                if score.value > best?.value ?? -.infinity { best = score }
            }
        }
        guard var score = best else { return nil }
        score.add(.togetherWords, if: mostWord >= 5)
        score.add(.togetherLikeness, min(max(Double(Lexicon.likeness(units[range])) / 16, -4), 4))
        addContext(of: index..<index + 1, to: &score)
        return Candidate(
            words: index..<index + 1, range: range, score: score, reason: .together)
    }

    /// Whether a word of which this is known may be two names that are run together.
    static func mayRunTogether(_ token: NameToken, _ knowledge: WordKnowledge) -> Bool {
        token.casing != .none && mayRunTogether(token.length, knowledge)
    }

    /// The same of a word of Latin letters.
    static func mayRunTogether(_ length: Int, _ knowledge: WordKnowledge) -> Bool {
        runTogetherLengths.contains(length) && knowledge.word == 0
            && knowledge.isDisjoint(with: [.place, .brand, .role, .suffix, .codename])
            && knowledge.given < 3 && knowledge.family < 3
    }

    private func together(
        _ first: WordKnowledge, _ second: WordKnowledge, given: Int, family: Int, _ lengths: (Int, Int)
    ) -> Score {
        var score = Score()
        score.add(.together)
        score.add(.togetherGiven, Double(given - 3))
        score.add(.togetherFamily, Double(family - 3))
        score.add(.togetherWord, Double(max(0, first.word - 1) + max(0, second.word - 1)))
        let flags =
            first.intersection([.place, .brand, .ambiguous, .suffix]).rawValue.nonzeroBitCount
            + second.intersection([.place, .brand, .ambiguous, .suffix]).rawValue.nonzeroBitCount
        score.add(.togetherFlags, Double(flags))
        score.add(.togetherThree, if: min(lengths.0, lengths.1) == 3)
        score.add(.togetherShort, if: min(lengths.0, lengths.1) == 4)
        score.add(.togetherLong, if: min(lengths.0, lengths.1) >= 6)
        return score
    }
}
