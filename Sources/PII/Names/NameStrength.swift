/// How strongly a word speaks for being part of a person's name, in log odds.
struct NameStrength<Score: NameScoring>: Sendable {
    /// As a given name.
    let given: Score
    /// As a family name.
    let family: Score

    /// As whichever it rather is.
    var stronger: Score { given.value > family.value ? given : family }

    /// As either.
    var best: Double { stronger.value }

    /// How much the letters look like a name's, in log odds.
    let likeness: Double

    /// A strength that was judged before; `nil` where its features are needed.
    init?(_ strength: NameStrength<NameScore>) {
        guard let given = Score(sum: strength.given.value), let family = Score(sum: strength.family.value) else {
            return nil
        }
        (self.given, self.family, likeness) = (given, family, strength.likeness)
    }

    /// Judges a word of `units` with what is known of it.
    init(_ knowledge: WordKnowledge, _ units: some RandomAccessCollection<Unit>) {
        let likeness = min(max(Double(Lexicon.likeness(units)) / 16, -Likeness.limit), Likeness.limit)
        var common = Score()
        Self.add(knowledge, to: &common)
        if knowledge.isName {
            common.add(.listedLikeness, likeness)
        } else {
            common.add(.unlistedLikeness, likeness)
            // Whatever is less like a name is none in any case.
            let spelling = likeness >= Likeness.least ? Lexicon.spelling(units) : 0
            common.add(.unlistedSpelling, min(max(spelling, -Likeness.mostOfSpelling), Likeness.mostOfSpelling))
            if let feature = NameFeature(unlistedLength: units.count) { common.add(feature) }
        }
        common.add(.otherScript, if: units.first.map(\.isOtherLetter) ?? false)
        var (given, family) = (common, common)
        Self.add(.given1, knowledge.given, orOtherKind: knowledge.family, to: &given)
        Self.add(.family1, knowledge.family, orOtherKind: knowledge.given, to: &family)
        given.add(.topGiven, if: knowledge.contains(.topGiven))
        family.add(.topFamily, if: knowledge.contains(.topFamily))
        self.given = given
        self.family = family
        self.likeness = likeness
    }

    static func add(_ first: NameFeature, _ level: Int, orOtherKind other: Int, to score: inout Score) {
        let own = level > 0 ? first.at(level) : nil
        let others = other > 0 ? NameFeature.otherKind1.at(other) : nil
        // To be a name of this kind as well never makes a word less of a name.
        if let own, others.map({ NameScore.weight($0) <= NameScore.weight(own) }) ?? true {
            score.add(own)
        } else if let others {
            score.add(others)
        }
    }

    /// What a word's lists say, but for how frequent it is as a name.
    static func add(_ knowledge: WordKnowledge, to score: inout Score) {
        if knowledge.word > 0 { score.add((knowledge.isName ? NameFeature.word1 : .mereWord1).at(knowledge.word)) }
        score.add(.unlisted, if: !knowledge.isName && knowledge.word == 0)
        // Few words have any of these.
        guard !knowledge.isDisjoint(with: .marks) else { return }
        score.add(.place, if: knowledge.contains(.place))
        score.add(.brand, if: knowledge.contains(.brand))
        score.add(.ambiguous, if: knowledge.contains(.ambiguous))
        score.add(.codename, if: knowledge.contains(.codename))
        score.add(.suffix, if: knowledge.contains(.suffix))
        score.add(.firm, if: knowledge.contains(.firm))
        score.add(.particle, if: knowledge.contains(.particle))
        score.add(.roleWord, if: knowledge.isAboutPerson)
    }
}

/// How much the letters of a word may say.
enum Likeness {
    /// What it is cut off at, in log odds.
    static let limit = 4.0

    /// The same for how well they spell.
    static let mostOfSpelling = 12.0

    /// The log odds below which a word in no list is taken for no name, whatever stands beside it.
    static let least = -1.5

    /// The same for each of two words in no list of names, which may be anything.
    static let leastOfUnlisted = -1.0

    /// The same for a word that only capitals part from others.
    static let leastOfCapitals = 0.5
}
