extension Scan {
    /// Less certain ones tell nobody anything: any two words that are no common ones have some.
    private static let leastNameConfidence = 0.4

    /// A score below that of any name with the least confidence, which is about -0.405.
    static let leastNameScore = -0.5

    /// Finds names of persons among the words in which nothing else has been recognized.
    /// - Complexity: O(*n*).
    mutating func findNames() {
        if areWordsCommon() { return }
        // Identifiers have many words.
        if features.isKnown, !features.hasClasses, mayHoldIdentifiers,
            !NameFinder<NameScore>.mayHoldName(units, claims, features: features)
        {
            return
        }
        let finder = NameFinder<NameScore>(
            units: units, claims: claims, features: features, isDisguised: text.isDisguised)
        for candidate in finder.candidates(leastScore: Self.leastNameScore, of: text)
        where candidate.confidence >= Self.leastNameConfidence && !isTaken(candidate.range) {
            found(
                .personName, candidate.range, confidence: candidate.confidence, reason: candidate.reason.words,
                masked: Masks.name)
        }
    }

    /// Whether all words but those in which something else has been recognized are too common to be of a name, told of short texts.
    private func areWordsCommon() -> Bool {
        guard features.hasClasses, !features.hasOtherLetters, !features.has(.apostrophe), !features.has(.middleDot),
            let claimed = claims.bits
        else { return false }
        return units.withUnsafeBufferPointer {
            NamePrefilter.areCommon($0, features.classes, claimed: claimed)
        }
    }
}
