/// How strongly a word speaks for being part of a person's name, in log odds.
struct NameStrength: Sendable {
    /// As a given name.
    let given: NameScore
    /// As a family name.
    let family: NameScore

    /// As whichever it rather is.
    var stronger: NameScore { given.value > family.value ? given : family }

    /// As either.
    var best: Double { stronger.value }

    /// Below it a word is rather no name, whatever stands beside it.
    static let plainWordLimit = -0.9

    /// What likeness is cut off at, in log odds.
    private static let likenessLimit = 4.0

    /// Judges a word of `units` with what is known of it.
    init(_ knowledge: WordKnowledge, _ units: some RandomAccessCollection<Unit>, records: Bool = false) {
        let limit = Self.likenessLimit
        let likeness = min(max(Double(Lexicon.likeness(units)) / 16, -limit), limit)
        var common = NameScore(records: records)
        Self.add(knowledge, to: &common)
        if knowledge.isName {
            common.add(.listedLikeness, likeness)
        } else {
            common.add(.unlistedLikeness, likeness)
            switch units.count {
            case ...2: common.add(.unlistedTwoLetters)
            case 3: common.add(.unlistedThreeLetters)
            case 12...: common.add(.unlistedLong)
            default: break
            }
        }
        common.add(.otherScript, if: units.first.map(\.isOtherLetter) ?? false)
        var (given, family) = (common, common)
        Self.add(.given1, knowledge.given, orOtherKind: knowledge.family, to: &given)
        Self.add(.family1, knowledge.family, orOtherKind: knowledge.given, to: &family)
        self.given = given
        self.family = family
    }

    private static func add(_ first: NameFeature, _ level: Int, orOtherKind other: Int, to score: inout NameScore) {
        if level > 0 {
            score.add(first.at(level))
        } else if other > 0 {
            score.add(.otherKind1.at(other))
        }
    }

    /// What a word's lists say, but for how frequent it is as a name.
    private static func add(_ knowledge: WordKnowledge, to score: inout NameScore) {
        if knowledge.word > 0 { score.add((knowledge.isName ? NameFeature.word1 : .mereWord1).at(knowledge.word)) }
        score.add(.unlisted, if: !knowledge.isName && knowledge.word == 0)
        score.add(.place, if: knowledge.contains(.place))
        score.add(.brand, if: knowledge.contains(.brand))
        score.add(.ambiguous, if: knowledge.contains(.ambiguous))
        score.add(.codename, if: knowledge.contains(.codename))
        score.add(.suffix, if: knowledge.contains(.suffix))
        score.add(.particle, if: knowledge.contains(.particle))
        score.add(.roleWord, if: knowledge.isAboutPerson)
    }

    /// Whether a Latin word of which this is known is below ``plainWordLimit`` whatever its letters look like.
    static func isPlainWord(_ knowledge: WordKnowledge) -> Bool {
        guard knowledge.word > 0 else { return false }
        var common = NameScore()
        add(knowledge, to: &common)
        let likeness = NameScore.weight(knowledge.isName ? .listedLikeness : .unlistedLikeness)
        var (given, family) = (common, common)
        add(.given1, knowledge.given, orOtherKind: knowledge.family, to: &given)
        add(.family1, knowledge.family, orOtherKind: knowledge.given, to: &family)
        return max(given.value, family.value) + abs(likeness) * likenessLimit < plainWordLimit
    }
}
