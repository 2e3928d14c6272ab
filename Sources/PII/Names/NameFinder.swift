/// The search for names of persons among the words of one text.
struct NameFinder<Score: NameScoring> {
    typealias Candidate = NameCandidate<Score>

    let units: [Unit]
    let words: [NameWord]

    /// Whether any word may be of a name; if not, there are no candidates, and no word has been judged.
    private let mayHoldName: Bool

    /// How many words make a firm, place or institution of the names beside them; none are counted where there is no name.
    private let suffixCount: Int

    /// Judges the words of `units`, of which `claims` tells what everything else has been recognized as.
    ///
    /// Where nothing is known of the features of the text, all words are judged.
    init(units: [Unit], claims: [Claim], features: TextFeatures) {
        self.units = units
        var words: [NameWord] = []
        let isKnown = features.isKnown
        var mayHoldName = !isKnown
        units.withUnsafeBufferPointer { buffer in
            words.reserveCapacity(Self.usualWords)
            var tokenizer = NameTokenizer(buffer)
            while var token = tokenizer.next() {
                if let whole = words.last?.token.elided(before: token, buffer) {
                    words.removeLast()
                    token = whole
                }
                if token.length == 1, token.gap == .dot, let form = Self.legalForm(of: words, and: token, buffer) {
                    words.removeLast(form.letters - 1)
                    token = form.token
                }
                words.append(NameWord(token, buffer, isClaimed: token.range.contains { claims[$0] != .none }))
            }
            // The lexicon is larger than most caches: one loop of nothing but look-ups waits for several words at a time. What has
            // been recognized as something else is looked up once a name may stand beside it.
            for index in words.indices where !words[index].isClaimed { words[index].lookUp() }
            for index in words.indices where !words[index].isClaimed {
                words[index].judgeByKnowledge()
                mayHoldName = mayHoldName || words[index].mayBeOfName
            }
            guard mayHoldName else { return }
            for index in words.indices where words[index].isClaimed {
                words[index].lookUp()
                words[index].judgeByKnowledge()
            }
            for index in words.indices where !isKnown || !words[index].isSurelyPlain { words[index].judge(buffer) }
        }
        Self.dismissRandomWords(&words)
        self.mayHoldName = mayHoldName
        suffixCount = mayHoldName ? words.count(where: \.isSuffix) : 0
        self.words = words
    }

    /// The legal form of a firm that a letter ends before which others stand with dots, as in `S.p.A.`, and how many letters it has.
    private static func legalForm(
        of words: [NameWord], and last: NameToken, _ buffer: UnsafeBufferPointer<Unit>
    ) -> (token: NameToken, letters: Int)? {
        // What follows would make a longer one of it, or initials.
        let end = last.range.upperBound
        if end + 1 < buffer.count, buffer[end] == .dot, buffer[end + 1].isLetter { return nil }
        var first = last
        var letters = 1
        for word in words.reversed() {
            guard first.gap == .dot, word.token.length == 1, word.token.range.upperBound + 1 == first.range.lowerBound
            else { break }
            first = word.token
            letters += 1
        }
        // With a word before: nobody's form alone, and the letters of a longer one are initials.
        guard (2...LegalForms.longest).contains(letters), letters < words.count + 1, first.gap != .dot else {
            return nil
        }
        let range = first.range.lowerBound..<end
        guard LegalForms.contain(buffer[range]) else { return nil }
        return (NameToken(legalForm: range, after: first), letters)
    }

    /// Whether a word stands in the text that makes a firm, place or institution of names, but for those of a candidate and of
    /// the words before and after it.
    func hasSuffix(beyond range: Range<Int>, before: Int, after: Int) -> Bool {
        var rest = suffixCount
        for index in range where words[index].isSuffix { rest -= 1 }
        // They are outside of the range, and never one word.
        if words.indices.contains(before), words[before].isSuffix { rest -= 1 }
        if words.indices.contains(after), words[after].isSuffix { rest -= 1 }
        return rest > 0
    }

    /// Takes words that are parted by capitals alone for plain where too much of them spells nothing, as of random letters.
    private static func dismissRandomWords(_ words: inout [NameWord]) {
        var start = 0
        while start < words.count {
            var end = start + 1
            while end < words.count, words[end].token.gap == .camelCase { end += 1 }
            if end - start > 1, areRandom(words[start..<end]) {
                for index in start..<end { words[index].dismiss() }
            }
            start = end
        }
    }

    /// Whether a fifth of the letters or more is of words that are none, or so few letters are more than two names.
    private static func areRandom(_ words: ArraySlice<NameWord>) -> Bool {
        let length = words.reduce(0) { $0 + $1.token.length }
        if length < fewestLetters {
            return !words.allSatisfy { $0.token.casing == .capitalized && $0.knowledge.nameClass >= 5 }
        }
        return words.reduce(0) { $0 + ($1.isWellSpelled ? 0 : $1.token.length) } * 5 >= length
    }

    /// Fewer letters that capitals part into words spell something by chance.
    private static var fewestLetters: Int { 6 }

    /// Room for the words of most texts.
    private static var usualWords: Int { 8 }

    /// How strongly the word at `index` speaks for a name.
    func strength(_ index: Int) -> NameStrength<Score> {
        words[index].strength.flatMap(NameStrength.init)
            ?? NameStrength(
                words[index].knowledge, units[words[index].token.range])
    }

    /// The most words that a phrase is looked up with.
    private static var phraseLimit: Int { 7 }

    /// The index after the longest phrase that is no person and begins with the word at `start`; `start` for none.
    func phraseEnd(_ start: Int) -> Int {
        // Nothing is known of a letter alone.
        guard words[start].knowledge.contains(.phraseStart) || words[start].token.hash == nil else { return start }
        var hash = UnitHash()
        var longest = start
        for index in start..<min(start + Self.phraseLimit, words.count) {
            for unit in units[words[index].token.range] where unit != .apostrophe { hash.add(unit.lowercased) }
            if words[index].token.isPossessive { hash.add(Unit(ascii: "s")) }
            if index > start, Lexicon.isPhrase(hash) { longest = index + 1 }
        }
        return longest
    }

    /// Everything that may be a name.
    func allCandidates() -> [Candidate] {
        var found: [Candidate] = []
        guard mayHoldName else { return found }
        for index in words.indices where !words[index].isClaimed {
            addPairs(from: index, to: &found)
            if let candidate = titled(from: index) { found.append(candidate) }
            if let candidate = initialled(from: index) { found.append(candidate) }
            if let candidate = single(at: index) { found.append(candidate) }
            if let candidate = runTogether(at: index) { found.append(candidate) }
            if let candidate = eastAsian(at: index) { found.append(candidate) }
        }
        return found
    }

    /// The names found of at least some score, which do not overlap, the most certain ones first.
    ///
    /// Less certain ones never keep others from being found, so that they are left out from the start. `text` is what ``units`` are of.
    func candidates(leastScore: Double, of text: NormalizedText) -> [Candidate] {
        var found = allCandidates()
        if found.isEmpty { return found }
        for index in found.indices { Self.judge(&found[index], by: text.disguise(in: found[index].range)) }
        found.removeAll { $0.score.value < leastScore }
        guard found.count > 1 else { return found }
        found.sort { ($0.score.value, $0.words.count) > ($1.score.value, $1.words.count) }
        var chosen: [Candidate] = []
        var isTaken = [Bool](repeating: false, count: words.count)
        for candidate in found where !isTaken[candidate.words].contains(true) {
            chosen.append(candidate)
            for index in candidate.words { isTaken[index] = true }
        }
        return chosen
    }

    /// Nobody hides what is no name.
    private static func judge(_ candidate: inout Candidate, by disguise: Disguise) {
        guard !disguise.isEmpty else { return }
        let isHidden = !disguise.isDisjoint(with: [
            .confusables, .leet, .spacedOut, .invisibleCharacters, .compatibilityForms,
        ])
        candidate.add(isHidden ? .hidden : .encoded)
    }

    func range(_ indices: Range<Int>) -> Range<Int> {
        words[indices.lowerBound].token.range.lowerBound..<words[indices.upperBound - 1].token.range.upperBound
    }
}
