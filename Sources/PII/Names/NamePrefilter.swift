/// Decides from few look-ups that words are no names, where nothing around them says that a person is meant.
///
/// It is asked of words of Latin letters beside which no word for a role, title or belonging stands, no initial and no apostrophe, and
/// that are parted by capitals, blanks, hyphens, underscores and dots, or by more than names are.
/// The answer is yes wherever ``NameFinder`` finds something of the least score, and seldom elsewhere; it allocates nothing.
enum NamePrefilter {
    /// The most words that a name has from the first to the last that are judged.
    private static let reach = 5

    /// The most words that are judged.
    static let wordLimit = UInt.bitWidth

    /// The most signs between the words of a name, or the letters of a legal form, with symbols among them.
    private static let longestGap = 6

    /// Whether no name is made of any words of `units` but those at the bits of `claimed`, since all are plain, and no two of them that
    /// are names as well stand together in a text with a word for a role or title.
    ///
    /// Asks nothing but the lexicon, of words without apostrophes and capitals inside; the answer is no where there are others.
    static func areCommon(
        _ units: UnsafeBufferPointer<Unit>, _ classes: UnitClasses, claimed: UInt64
    ) -> Bool {
        var (hasRole, hasClaimedWord, mayPair) = (false, false, false)
        // How many words side by side are names as well, apart from particles, and where the last word ends.
        var (names, end) = (0, 0)
        var position = 0
        while let run = UnitClasses.nextRun(of: classes.letters, from: position) {
            position = run.upperBound
            let bits = UnitClasses.bits(run)
            if claimed & bits != 0 {
                guard claimed & bits == bits else { return false }
                (hasClaimedWord, names) = (true, 0)
                continue
            }
            guard run.count > 1 else {
                // With a dot before it may end a legal form, and others are of the word after them.
                guard !units[max(0, run.lowerBound - longestGap)..<run.lowerBound].contains(.dot),
                    !NameToken.mayBeElided(units[run.lowerBound])
                else { return false }
                continue
            }
            let capitals = classes.capitals & bits
            guard capitals & (bits << 1) == 0 || capitals == bits else { return false }
            var hash = UnitHash()
            for index in run { hash.add(units[index] | 0x20) }
            let knowledge = Lexicon.knowledge(hash)
            guard knowledge.isPlain else { return false }
            hasRole = hasRole || !knowledge.isDisjoint(with: [.role, .title])
            // Digits part names.
            if classes.digits & UnitClasses.bits(end..<run.lowerBound + 1) != 0 { names = 0 }
            end = run.upperBound
            if knowledge.mayBeInRole {
                names += 1
                mayPair = mayPair || names > 1
            } else if !knowledge.contains(.particle) {
                names = 0
            }
        }
        return !mayPair || !hasRole && !hasClaimedWord
    }

    /// Whether `tokens`, which were looked up, may hold a name; none has a word that was recognized as something else.
    static func mayHoldName(
        _ tokens: UnsafeBufferPointer<NameToken>, _ units: UnsafeBufferPointer<Unit>
    ) -> Bool {
        // One alone may hold a name, or be of one with words that are none.
        var single: Int?
        var count = 0
        for (index, token) in tokens.enumerated() where mayBeName(token) && !token.isClaimed {
            (single, count) = (index, count + 1)
        }
        guard let single else { return false }
        if count == 1 { return mayJoin(tokens, single, units) || mayBeTogether(tokens[single], units) }
        // Of the words so far, bits for those that may be of a name and for those that may stand inside of one.
        var (candidates, inner): (UInt, UInt) = (0, 0)
        return withUnsafeTemporaryAllocation(of: Strength.self, capacity: tokens.count) { strengths in
            for (index, token) in tokens.enumerated() {
                let bit: UInt = 1 << UInt(index)
                let strength = token.isClaimed ? Strength() : Strength(token, units)
                strengths.initializeElement(at: index, to: strength)
                if token.isClaimed { continue }
                if token.knowledge.contains(.particle) { inner |= bit }
                guard strength.mayBeName else { continue }
                if mayJoin(tokens, index, units) || mayBeTogether(token, units) { return true }
                var before = index
                while before > 0, index - before < reach {
                    before -= 1
                    if candidates >> UInt(before) & 1 == 1, strengths[before].mayPair(strength) {
                        return true
                    }
                    guard (candidates | inner) >> UInt(before) & 1 == 1 else { break }
                }
                candidates |= bit
            }
            return false
        }
    }

    /// Whether a word may be a name by what is known of it.
    private static func mayBeName(_ token: NameToken) -> Bool { token.length > 1 && !token.knowledge.isPlain }

    /// How strongly a word may be a name.
    private struct Strength {
        var mayBeName = false
        private var given = 0.0
        private var family = 0.0
        private var isListed = true
        /// What it adds beside another word that capitals alone part it from, as in `mariaGarcia`.
        private var ofCapitals = 0.0

        init() {}

        init(_ token: NameToken, _ units: UnsafeBufferPointer<Unit>) {
            guard NamePrefilter.mayBeName(token) else { return }
            if token.gap == .camelCase { ofCapitals = max(0, NameScore.weight(.lowerCamel)) }
            let strength = NameStrength<NameScore>(token.knowledge, units[token.range])
            isListed = token.knowledge.isName
            mayBeName = isListed || strength.likeness >= Likeness.least
            (given, family) = (strength.given.value, strength.family.value)
        }

        /// Whether the score of both as a name may be the least.
        func mayPair(_ last: Strength) -> Bool {
            let both = max(given + last.family, family + last.given)
            let most =
                switch (isListed, last.isListed) {
                case (true, true): NamePrefilter.mostOfListed
                case (false, false): NamePrefilter.mostOfUnlisted
                default: NamePrefilter.mostOfOneListed
                }
            return both + most + last.ofCapitals >= Scan.leastNameScore
        }
    }

    private static func best(_ features: [NameFeature]) -> Double {
        features.map { NameScore.weight($0) }.max() ?? 0
    }

    private static func sum(_ features: [NameFeature]) -> Double {
        features.reduce(0) { $0 + max(0, NameScore.weight($1)) }
    }

    /// The most that anything but the two words adds to the score of a pair beside which nothing tells of a person.
    private static let mostOfPair =
        NameScore.weight(.pair) + best([.space, .underscore, .hyphen, .dot, .camelCase])
        + best([.capitalizedPair, .lowerPair, .upperPair, .capitalizedAndUpper, .mixedCase, .unevenCase])
        + sum([.nameAround, .wholeText, .familyFirst]) + 3 * max(0, best([.innerParticle, .innerName]))

    /// The same with what both words together add, if both are in lists of names, one is, or none.
    private static let mostOfListed =
        mostOfPair + 5 * max(0, NameScore.weight(.backedDoubt))
        + sum([
            .frequentPair, .topPair, .topWithListed, .clearPair, .bothTop, .clearAndDoubtful, .particleFamily, .backed7,
        ])
    private static let mostOfOneListed = mostOfPair + sum([.clearAndUnlisted, .particleFamily])
    private static let mostOfUnlisted =
        mostOfPair + NameScore.weight(.bothUnlisted) + max(0, NameScore.weight(.bothUnlistedLikeness)) * Likeness.limit

    /// Whether two short words beside the family name at `index` may be the syllables of a given name.
    private static func mayJoin(
        _ tokens: UnsafeBufferPointer<NameToken>, _ index: Int, _ units: UnsafeBufferPointer<Unit>
    ) -> Bool {
        guard tokens[index].knowledge.family >= 4 else { return false }
        return [index + 1, index - 2].contains { first in
            guard first >= 0, first + 1 < tokens.count else { return false }
            var hash = UnitHash()
            for token in tokens[first...first + 1] {
                guard (2...6).contains(token.length) else { return false }
                hash.add(units[token.range])
            }
            return Lexicon.knowledge(hash).given >= 3
        }
    }

    /// Whether a word may be two names that are run together.
    private static func mayBeTogether(_ token: NameToken, _ units: UnsafeBufferPointer<Unit>) -> Bool {
        guard NameFinder<NameScore>.mayRunTogether(token, token.knowledge) else { return false }
        var head = UnitHash()
        for split in token.range.dropLast(3) {
            head.add(units[split].lowercased)
            guard split + 1 - token.range.lowerBound >= 3 else { continue }
            let first = Lexicon.knowledge(head)
            guard first.nameClass >= 3 else { continue }
            let second = Lexicon.knowledge(UnitHash(units[split + 1..<token.range.upperBound]))
            if first.given >= 3 && second.family >= 3 || first.family >= 3 && second.given >= 3 { return true }
        }
        return false
    }
}
