import PII
import SeededGenerator
import Testing

/// What speaks for a name never makes it less of one, and what speaks against it never more.
@Suite struct NameDirectionTests {
    private static let given =
        "James Mary Robert Patricia John Jennifer Michael Linda Priya Kwame Olga Mark Rose Fatima Yuki".split(
            separator: " ")
    private static let family =
        "Smith Johnson Garcia Brown White Walker Okonkwo Petrov Hill Nguyen Kowalski Tanaka Cook Bell Hartwell Zvonimirov"
        .split(separator: " ")

    /// Features that may only raise a score, and those that may only lower it.
    private static let raising: [NameFeature] = [
        .unlistedLikeness, .unlistedSpelling, .listedLikeness, .topGiven, .topFamily, .bothUnlistedLikeness,
        .frequentPair,
        .topPair, .topWithListed, .clearPair, .clearAndDoubtful, .particleFamily, .backedDoubt, .bothTop,
        .innerParticle, .innerInitial, .innerName,
        .joinedGiven,
        .hidden, .encoded, .honorificBefore, .honorificAfter, .possessiveBelonging, .plainInRole, .particleBetween,
        .titleBefore, .titleAfter, .roleBefore, .roleAfter, .belongingAfter, .possessive, .nameAround, .comma,
        .middleDot,
        .togetherGiven, .togetherFamily, .togetherLikeness, .eastAsianFamily, .eastAsianListed, .eastAsianLikeness,
        .eastAsianTitled, .initialDot, .initialCapital, .furtherInitial, .initialParticle,
    ]
    private static let lowering: [NameFeature] = [
        .place, .brand, .ambiguous, .codename, .suffix, .firm, .particle, .roleWord, .bothUnlisted, .bothAmbiguous,
        .bothPlaces, .oneIsWord, .bothAreWords, .mixedCase, .unevenCase, .shortUpper, .suffixBefore, .suffixAfter,
        .suffixBeforeParticle, .suffixAround, .firmBefore, .firmAfter, .thingAfter, .phrase, .phrasePart, .wordBefore,
        .wordAfter, .placeAround, .manyWords, .digitsTouch, .unlistedTwoLetters, .unlistedThreeLetters,
        .unlistedFourLetters,
        .unlistedLong, .togetherWord, .togetherFlags, .togetherWords, .togetherThree, .eastAsianGivenWord,
        .eastAsianPlace,
        .eastAsianPart, .initialAfter, .initialBetween, .bothFamilies, .lowerWord, .partners, .singleWord,
        .singleUnlisted,
    ]
    /// By class: a more frequent name counts for no less, a more frequent word for no more.
    private static let rising: [[NameFeature]] = [
        [.given1, .given2, .given3, .given4, .given5, .given6, .given7],
        [.family1, .family2, .family3, .family4, .family5, .family6, .family7],
        [.otherKind1, .otherKind2, .otherKind3, .otherKind4, .otherKind5, .otherKind6, .otherKind7],
        [.backed4, .backed5, .backed6, .backed7],
        [.word7, .word6, .word5, .word4, .word3, .word2, .word1],
        [.mereWord7, .mereWord6, .mereWord5, .mereWord4, .mereWord3, .mereWord2, .mereWord1],
    ]

    @Test(arguments: raising) func whatSpeaksForANameNeverLowersIt(_ feature: NameFeature) {
        #expect(feature.weight >= 0, "\(feature)")
    }

    @Test(arguments: lowering) func whatSpeaksAgainstANameNeverRaisesIt(_ feature: NameFeature) {
        #expect(feature.weight <= 0, "\(feature)")
    }

    @Test(arguments: rising) func moreOfItNeverCountsForLess(_ classes: [NameFeature]) {
        for (rarer, commoner) in zip(classes, classes.dropFirst()) {
            #expect(rarer.weight <= commoner.weight + 1e-6, "\(rarer) \(commoner)")
        }
    }

    /// The confidence of the surest name in a text, 0 for none.
    private func confidence(_ text: String) -> Double {
        PIIDetector().find(in: text).filter { $0.kind == .personName }.map(\.confidence).max() ?? 0
    }

    /// Names in forms that somebody's context surrounds, and the same without it.
    private static let contexts: [(bare: String, richer: String)] = [
        ("prod-g-f", "prod-g-f-driver"), ("prod-g-f", "driver-g-f"), ("G F", "G F (nurse)"), ("G F", "Dr. G F"),
        ("G F", "Mrs G F"), ("G F", "G F phone"), ("G F", "G F's phone"), ("G F", "G F's taxi"), ("G F", "G M. F"),
        ("G F", "G van F"), ("g-f", "customer-g-f"), ("g_f", "g_f_patient"), ("G F", "Service for G F"),
    ]

    @Test(arguments: contexts.indices)
    func contextOfAPersonNeverHidesAName(_ index: Int) {
        let (bare, richer) = Self.contexts[index]
        var generator = SeededGenerator(seed: 10)
        for _ in 0..<60 {
            let given = Self.given.randomElement(using: &generator) ?? ""
            let family = Self.family.randomElement(using: &generator) ?? ""
            func text(_ form: String) -> String {
                form.map { character in
                    switch character {
                    case "G": String(given)
                    case "F": String(family)
                    case "g" where form.contains("g-f") || form.contains("g_f"): given.lowercased()
                    case "f" where form.contains("g-f") || form.contains("g_f"): family.lowercased()
                    default: String(character)
                    }
                }.joined()
            }
            // `for` and the like have no letters of the form in those that are in small letters.
            #expect(confidence(text(richer)) >= confidence(text(bare)) - 0.02, "\(text(richer))")
        }
    }
}
