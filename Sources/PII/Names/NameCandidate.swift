#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// What may be the name of a person.
struct NameCandidate: Sendable {
    /// The words that it is made of.
    let words: Range<Int>
    /// Where it stands, in units.
    let range: Range<Int>
    private(set) var score: NameScore
    /// Why, in words.
    let reason: String

    /// The candidate with one more feature.
    func adding(_ feature: NameFeature) -> NameCandidate {
        var candidate = self
        candidate.score.add(feature)
        return candidate
    }

    /// The score as a probability, kept off certainty.
    var confidence: Double { min(max(1 / (1 + exp(-score.value)), 0.02), 0.98) }
}
