#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// What may be the name of a person.
struct NameCandidate<Score: NameScoring>: Sendable {
    /// Why something was taken for a name.
    enum Reason: Sendable {
        /// A given and a family name that stand side by side, and what is about them.
        case pair(isFamilyFirst: Bool, gap: NameToken.Gap?, hasParticle: Bool, isTitled: Bool, hasRole: Bool)
        case syllables, titled, initialled, userName, inRole, ofOwner, together, eastAsian
    }

    /// The words that it is made of.
    let words: Range<Int>
    /// Where it stands, in units.
    let range: Range<Int>
    private(set) var score: Score
    let reason: Reason

    /// Adds one more feature.
    mutating func add(_ feature: NameFeature) { score.add(feature) }

    /// The score as a probability, kept off certainty.
    var confidence: Double { min(max(1 / (1 + exp(-score.value)), 0.02), 0.98) }
}

extension NameCandidate.Reason {
    /// The reason for a report.
    var words: String {
        switch self {
        case .pair(let isFamilyFirst, let gap, let hasParticle, let isTitled, let hasRole):
            (isFamilyFirst ? "family name and given name" : "given name and family name")
                + (gap.map(Self.separator) ?? "") + (hasParticle ? ", with a particle" : "")
                + (isTitled ? ", after a title" : "") + (hasRole ? ", beside a word for a role" : "")
        case .syllables: "family name and given name of two syllables"
        case .titled: "name beside a title"
        case .initialled: "initial and family name"
        case .userName: "user name of an initial and a family name, beside a word for a role"
        case .inRole: "single name beside a word for a role"
        case .ofOwner: "single name beside what belongs to somebody"
        case .together: "given name and family name run together"
        case .eastAsian: "family name and given name in East Asian characters"
        }
    }

    private static func separator(_ gap: NameToken.Gap) -> String {
        switch gap {
        case .camelCase: ", by capitals"
        case .space: ", separated by a blank"
        case .underscore: ", separated by '_'"
        case .hyphen: ", separated by '-'"
        case .dot: ", separated by '.'"
        case .comma: ", separated by a comma"
        case .middleDot: ", separated by a middle dot"
        case .symbol: ", separated by a symbol"
        case .sign, .strong: ""
        }
    }
}
