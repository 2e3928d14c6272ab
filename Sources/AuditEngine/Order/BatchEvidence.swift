/// What the judging of one batch gave, as entries to be put in order.
package struct BatchEvidence: Sendable {
    /// What was flagged, by `FindingCodec`.
    var findings = EntryBuffer()
    /// How many findings there are, a Service that was given twice counted twice.
    var counts: [LedgerBuilder.Cell: FindingCounts] = [:]
    /// What could not be evaluated, by `FailureCodec`.
    var failures = EntryBuffer()
    /// Every record, by `IdentityCodec`.
    var identities = EntryBuffer()
    /// The members of groups, by `MemberCodec`.
    var members = EntryBuffer()
    /// Where in their packs failures stand, each once.
    var problems: [FailureCause: PackProblem] = [:]
    /// How many records named each account, as reports name it; under nil those that named none.
    var records: [String?: Int] = [:]
    /// The accounts that records named, as reports name them; nil among them where one named none.
    package var accounts: Set<String?> { Set(records.keys) }
    /// How many records were judged.
    package internal(set) var services = 0

    /// - Parameter services: About how many Services are judged.
    init(expecting services: Int = 0) {
        if services == 0 { return }
        findings = EntryBuffer(expecting: services)
        identities = EntryBuffer(expecting: services)
        members = EntryBuffer(expecting: services)
    }
}

/// A rule and what is said about its failure.
struct FailureCause: Hashable, Sendable {
    let rule: Int
    let message: String
}
