/// The search for names of persons among the words of one text.
struct NameFinder {
    let units: [Unit]
    let words: [NameWord]
    /// For each word the index after the longest phrase that is no person and begins there; its own index for none.
    let phraseEnds: [Int]
    /// Whether candidates keep the features that they are judged by.
    let records: Bool
    private let disguise: (Range<Int>) -> Disguise

    /// Judges the words of `units`; `disguise` tells what was undone to see some of them.
    init(
        units: [Unit], records: Bool = false, disguise: @escaping (Range<Int>) -> Disguise = { _ in [] },
        isClaimed: (Range<Int>) -> Bool
    ) {
        self.disguise = disguise
        self.units = units
        self.records = records
        var words: [NameWord] = []
        units.withUnsafeBufferPointer { buffer in
            var tokenizer = NameTokenizer(buffer)
            while let token = tokenizer.next() {
                let strength = NameStrength(token.knowledge, buffer[token.range], records: records)
                let isInitial =
                    token.length == 1 && (token.casing != .none || Script(buffer[token.range.lowerBound]) == .other)
                words.append(
                    NameWord(token: token, strength: strength, isClaimed: isClaimed(token.range), isInitial: isInitial))
            }
        }
        self.words = words
        phraseEnds = Self.phraseEnds(words, units)
    }

    /// The most words that a phrase is looked up with.
    private static let phraseLimit = 7

    private static func phraseEnds(_ words: [NameWord], _ units: [Unit]) -> [Int] {
        words.indices.map { start in
            guard words[start].knowledge.contains(.phraseStart) else { return start }
            var hash = UnitHash()
            var longest = start
            for index in start..<min(start + phraseLimit, words.count) {
                for unit in units[words[index].token.range] where unit != .apostrophe { hash.add(unit.lowercased) }
                if words[index].token.isPossessive { hash.add(Unit(ascii: "s")) }
                if index > start, Lexicon.isPhrase(hash) { longest = index + 1 }
            }
            return longest
        }
    }

    /// Everything that may be a name.
    func allCandidates() -> [NameCandidate] {
        var found: [NameCandidate] = []
        for index in words.indices where !words[index].isClaimed {
            found += pairs(from: index)
            if let candidate = titled(from: index) { found.append(candidate) }
            found += initialled(from: index)
            if let candidate = single(at: index) { found.append(candidate) }
            if let candidate = runTogether(at: index) { found.append(candidate) }
            if let candidate = eastAsian(at: index) { found.append(candidate) }
        }
        return found
    }

    /// The names found, which do not overlap, the most certain ones first.
    func candidates() -> [NameCandidate] {
        let found = allCandidates().map(judgedByDisguise).sorted {
            ($0.score.value, $0.words.count) > ($1.score.value, $1.words.count)
        }
        var chosen: [NameCandidate] = []
        var isTaken = [Bool](repeating: false, count: words.count)
        for candidate in found where !isTaken[candidate.words].contains(true) {
            chosen.append(candidate)
            for index in candidate.words { isTaken[index] = true }
        }
        return chosen
    }

    /// Nobody hides what is no name.
    private func judgedByDisguise(_ candidate: NameCandidate) -> NameCandidate {
        let disguise = disguise(candidate.range)
        guard !disguise.isEmpty else { return candidate }
        let isHidden = !disguise.intersection([
            .confusables, .leet, .spacedOut, .invisibleCharacters, .compatibilityForms,
        ]).isEmpty
        return candidate.adding(isHidden ? .hidden : .encoded)
    }

    func range(_ indices: Range<Int>) -> Range<Int> {
        words[indices.lowerBound].token.range.lowerBound..<words[indices.upperBound - 1].token.range.upperBound
    }
}
