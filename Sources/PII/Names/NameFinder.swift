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
    init(units: [Unit], claims: Claims, features: TextFeatures, isDisguised: Bool = true) {
        self.units = units
        let isKnown = features.isKnown
        let isPlain =
            isKnown && !isDisguised && !features.hasOtherLetters && !features.has(.apostrophe)
            && !features.has(Unit(ascii: ","))
        var words: [NameWord] = []
        mayHoldName = units.withUnsafeBufferPointer { units in
            withUnsafeTemporaryAllocation(of: NameToken.self, capacity: Self.mostTokens(units, features)) { buffer in
                let tokens = UnsafeMutableBufferPointer(rebasing: buffer.prefix(Self.read(units, into: buffer)))
                for index in tokens.indices { tokens[index].isClaimed = !claims.areFree(in: tokens[index].range) }
                // The lexicon is larger than most caches: one loop of nothing but look-ups waits for several words at a time. What
                // has been recognized as something else is looked up once a name may stand beside it.
                for index in tokens.indices where !tokens[index].isClaimed { tokens[index].lookUp() }
                guard !isKnown || tokens.contains(where: \.mayBeOfName) else { return false }
                for index in tokens.indices where tokens[index].isClaimed { tokens[index].lookUp() }
                if isPlain, Self.areJudgedAtOnce(tokens),
                    !NamePrefilter.mayHoldName(UnsafeBufferPointer(tokens), units)
                {
                    return false
                }
                words.reserveCapacity(tokens.count)
                for index in tokens.indices {
                    var word = NameWord(tokens[index], units)
                    if !isKnown || !word.isSurelyPlain { word.judge(units) }
                    words.append(word)
                }
                return true
            }
        }
        Self.dismissRandomWords(&words)
        suffixCount = words.count(where: \.isSuffix)
        self.words = words
    }

    /// At least as many as there are words: fewer than units, so that those of short texts need no memory but the stack.
    private static func mostTokens(_ units: UnsafeBufferPointer<Unit>, _ features: TextFeatures) -> Int {
        guard features.hasClasses else { return units.count }
        let classes = features.classes
        let starts = classes.letters & ~(classes.letters << 1)
        return starts.nonzeroBitCount + classes.capitals.nonzeroBitCount + classes.otherLetters.nonzeroBitCount
    }

    /// Whether ``NamePrefilter`` can tell that the words are no names: nothing about them is a person's, and none is an initial.
    private static func areJudgedAtOnce(_ tokens: UnsafeMutableBufferPointer<NameToken>) -> Bool {
        tokens.count <= NamePrefilter.wordLimit
            && tokens.allSatisfy { token in
                token.gap != .symbol && !token.knowledge.isAboutPerson
                    && token.knowledge.isDisjoint(with: .honorific) && (token.length > 1 || token.isClaimed)
            }
    }

    /// Reads the words into `tokens`, joined where they make one; gives how many there are.
    private static func read(
        _ units: UnsafeBufferPointer<Unit>, into tokens: UnsafeMutableBufferPointer<NameToken>
    ) -> Int {
        var count = 0
        var tokenizer = NameTokenizer(units)
        while var token = tokenizer.next() {
            precondition(count < tokens.count, "there are more words than room for them")
            if count > 0, tokens[count - 1].length == 1, let whole = tokens[count - 1].elided(before: token, units) {
                count -= 1
                token = whole
            }
            if token.length == 1, token.gap == .dot, let form = legalForm(of: tokens.prefix(count), and: token, units) {
                count -= form.letters - 1
                token = form.token
            }
            tokens.initializeElement(at: count, to: token)
            count += 1
        }
        return count
    }

    /// Whether any word may be of a name, told without keeping the words; only where the answer is no, it is that of the search.
    ///
    /// Reads nothing of what `claims` tells to be something else. Letters that may be joined to the words beside them are not judged.
    static func mayHoldName(_ units: [Unit], _ claims: Claims, features: TextFeatures) -> Bool {
        // Where a word stands after a middle dot, what stands before it counts.
        if features.has(.middleDot) { return true }
        return units.withUnsafeBufferPointer { units in
            var start = 0
            while let first = (start..<units.count).first(where: { claims[$0] == .none }) {
                let end = (first..<units.count).first { claims[$0] != .none } ?? units.count
                if touchesWord(first, units) || touchesWord(end, units) { return true }
                if mayHoldName(UnsafeBufferPointer(rebasing: units[first..<end])) { return true }
                start = end
            }
            return false
        }
    }

    /// Whether letters stand on both sides of `index`.
    private static func touchesWord(_ index: Int, _ units: UnsafeBufferPointer<Unit>) -> Bool {
        index > 0 && index < units.count && units[index - 1].isAnyLetter && units[index].isAnyLetter
    }

    private static func mayHoldName(_ units: UnsafeBufferPointer<Unit>) -> Bool {
        var tokenizer = NameTokenizer(units)
        while var token = tokenizer.next() {
            if token.length == 1, token.gap == .dot || token.mayBeElided(units) { return true }
            token.lookUp()
            if token.mayBeOfName { return true }
        }
        return false
    }

    /// The legal form of a firm that a letter ends before which others stand with dots, as in `S.p.A.`, and how many letters it has.
    private static func legalForm(
        of words: Slice<UnsafeMutableBufferPointer<NameToken>>, and last: NameToken, _ buffer: UnsafeBufferPointer<Unit>
    ) -> (token: NameToken, letters: Int)? {
        // What follows would make a longer one of it, or initials.
        let end = last.range.upperBound
        if end + 1 < buffer.count, buffer[end] == .dot, buffer[end + 1].isLetter { return nil }
        var first = last
        var letters = 1
        for word in words.reversed() {
            guard first.gap == .dot, word.length == 1, word.range.upperBound + 1 == first.range.lowerBound else {
                break
            }
            first = word
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
