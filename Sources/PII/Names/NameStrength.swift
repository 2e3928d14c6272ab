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

    /// A strength that was judged before; `nil` where its features are needed.
    init?(_ strength: NameStrength<NameScore>) {
        guard let given = Score(sum: strength.given.value), let family = Score(sum: strength.family.value) else {
            return nil
        }
        (self.given, self.family) = (given, family)
    }

    /// Judges a word of `units` with what is known of it.
    init(_ knowledge: WordKnowledge, _ units: some RandomAccessCollection<Unit>) {
        let limit = PlainWord.likenessLimit
        let likeness = min(max(Double(Lexicon.likeness(units)) / 16, -limit), limit)
        var common = Score()
        Self.add(knowledge, to: &common)
        if knowledge.isName {
            common.add(.listedLikeness, likeness)
        } else {
            common.add(.unlistedLikeness, likeness)
            if let feature = NameFeature(unlistedLength: units.count) { common.add(feature) }
        }
        common.add(.otherScript, if: units.first.map(\.isOtherLetter) ?? false)
        var (given, family) = (common, common)
        Self.add(.given1, knowledge.given, orOtherKind: knowledge.family, to: &given)
        Self.add(.family1, knowledge.family, orOtherKind: knowledge.given, to: &family)
        self.given = given
        self.family = family
    }

    static func add(_ first: NameFeature, _ level: Int, orOtherKind other: Int, to score: inout Score) {
        if level > 0 {
            score.add(first.at(level))
        } else if other > 0 {
            score.add(.otherKind1.at(other))
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
        score.add(.particle, if: knowledge.contains(.particle))
        score.add(.roleWord, if: knowledge.isAboutPerson)
    }
}

/// Words that are rather no name, whatever stands beside them.
enum PlainWord {
    /// The log odds as a name below which a word is one.
    static let limit = -0.9

    /// What likeness is cut off at, in log odds.
    static let likenessLimit = 4.0

    /// Whether a Latin word of which this is known is below ``limit`` whatever its letters look like; its length is left out of account.
    static func isPlain(_ knowledge: WordKnowledge) -> Bool {
        knowledge.word > 0 && highest(knowledge) < limit
    }

    /// Whether a word of `length` units is below ``limit`` whatever its letters look like, so that these need not be looked at.
    ///
    /// Nothing but likeness is left out of what ``NameStrength`` adds; the sums may differ in the last bits, for which there is room.
    static func isSurelyPlain(_ knowledge: WordKnowledge, length: Int, isOtherScript: Bool) -> Bool {
        guard knowledge.word > 0 else { return false }
        var bound = highest(knowledge)
        if !knowledge.isName, let feature = NameFeature(unlistedLength: length) { bound += NameScore.weight(feature) }
        if isOtherScript { bound += NameScore.weight(.otherScript) }
        return bound < limit - 1e-6
    }

    /// The log odds of a word whose letters look as much like a name's as any can.
    private static func highest(_ knowledge: WordKnowledge) -> Double {
        var common = NameScore()
        NameStrength<NameScore>.add(knowledge, to: &common)
        let likeness = NameScore.weight(knowledge.isName ? .listedLikeness : .unlistedLikeness)
        guard knowledge.isName else { return common.value + abs(likeness) * likenessLimit }
        var (given, family) = (common, common)
        NameStrength<NameScore>.add(.given1, knowledge.given, orOtherKind: knowledge.family, to: &given)
        NameStrength<NameScore>.add(.family1, knowledge.family, orOtherKind: knowledge.given, to: &family)
        return max(given.value, family.value) + abs(likeness) * likenessLimit
    }
}
