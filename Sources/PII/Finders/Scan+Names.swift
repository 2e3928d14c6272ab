extension Scan {
    /// Less certain ones tell nobody anything: any two words that are no common ones have some.
    private static let leastNameConfidence = 0.4

    /// Finds names of persons among the words in which nothing else has been recognized.
    /// - Complexity: O(*n*).
    mutating func findNames() {
        for candidate in nameCandidates()
        where candidate.confidence >= Self.leastNameConfidence && !isTaken(candidate.range) {
            found(
                .personName, candidate.range, confidence: candidate.confidence, reason: candidate.reason,
                masked: Masks.name)
        }
    }

    private func nameCandidates() -> [NameCandidate] {
        NameFinder(units: units, disguise: { disguise(in: $0) }, isClaimed: { !isFree($0) }).candidates()
    }
}
