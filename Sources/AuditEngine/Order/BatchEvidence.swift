/// What the judging of one batch gave, as entries to be put in order.
package struct BatchEvidence: Sendable {
    /// What was flagged, by `FindingCodec`.
    var findings = EntryBuffer()
    /// What could not be evaluated, by `FailureCodec`.
    var failures = EntryBuffer()
    /// Every record, by `IdentityCodec`.
    var identities = EntryBuffer()
    /// The members of groups, by `MemberCodec`.
    var members = EntryBuffer()
    /// Where in their packs failures stand, each once.
    var problems: [FailureCause: PackProblem] = [:]
    /// The accounts that records named, as reports name them; nil among them where one named none.
    package internal(set) var accounts: Set<String?> = []
    /// How many records were judged.
    package internal(set) var services = 0

    init() {}
}

/// A rule and what is said about its failure.
struct FailureCause: Hashable, Sendable {
    let rule: Int
    let message: String
}
