internal import ServiceModel
internal import Text

/// Counts what the rules gave for each account, from entries that are in order.
struct LedgerBuilder {
    /// An account and a rule.
    struct Cell: Hashable {
        let accountSID: String?
        let rule: Int
    }

    private(set) var counts: [Cell: FindingCounts] = [:]
    /// For how many Services a rule could not be evaluated.
    private(set) var errors: [Cell: Int] = [:]
    /// The first failures of each account and rule.
    private(set) var failures: [EvaluationFailure] = []
    /// How many findings there are, each once.
    private(set) var findingCount = 0

    /// The most failures that a report keeps for one account and rule.
    private static let failureCap = 20

    /// Takes what was counted of findings while they were made, none of them twice.
    mutating func take(_ counts: [Cell: FindingCounts]) {
        self.counts = counts
        findingCount = counts.values.reduce(0) { $0 + $1.total }
    }

    /// Counts findings, each once of which there may be more. Linear, in memory for accounts and rules.
    mutating func count(_ findings: SortedEntries, codec: FindingCodec) throws(SpillError) {
        var cursor = FindingList.Cursor(findings, codec, haveTwins: true)
        // Findings come account by account.
        var account: [UInt8]??
        var ofAccount = [FindingCounts](repeating: FindingCounts(), count: codec.ruleIDs.count)
        func endAccount() {
            guard let account else { return }
            let accountSID = account.map { String(decoding: $0, as: UTF8.self) }
            for rule in ofAccount.indices where ofAccount[rule].total > 0 {
                counts[Cell(accountSID: accountSID, rule: rule), default: FindingCounts()] += ofAccount[rule]
                ofAccount[rule] = FindingCounts()
            }
        }
        while try cursor.advance() {
            cursor.withHead { finding in
                if account.map({ LedgerBuilder.isSame(finding.accountSID, $0) }) != true {
                    endAccount()
                    account = .some(finding.accountSID.map { Array($0) })
                }
                findingCount += 1
                ofAccount[finding.rule][finding.status, finding.severity] += 1
            }
        }
        endAccount()
    }

    private static func isSame(_ text: FindingView.Text?, _ known: [UInt8]?) -> Bool {
        guard let text, let known else { return text == nil && known == nil }
        return text.isSame(as: known)
    }

    /// Counts failures: a Service once for each rule, however many of its fields failed.
    mutating func count(
        _ entries: SortedEntries, codec: FailureCodec, problems: [FailureCause: PackProblem]
    ) throws(SpillError) {
        var cursor = entries.makeCursor()
        var previousKey: ArraySlice<UInt8>?
        var previous: FailureCodec.Record?
        var listed = 0
        while let entry = try cursor.next() {
            let key = entry.key.dropLast(FailureCodec.originSize)
            guard key != previousKey else { continue }
            previousKey = key
            let record = codec.record(of: entry.payload)
            let continues = previous?.rule == record.rule && previous?.service.accountSID == record.service.accountSID
            if !(continues && previous?.identity == record.identity) {
                errors[Cell(accountSID: record.service.accountSID, rule: record.rule), default: 0] += 1
            }
            listed = continues ? listed + 1 : 1
            previous = record
            guard listed <= LedgerBuilder.failureCap else { continue }
            failures.append(
                EvaluationFailure(
                    ruleID: codec.ruleIDs[record.rule], service: record.service, field: record.field?.name,
                    message: record.message,
                    problem: problems[FailureCause(rule: record.rule, message: record.message)]))
        }
    }

    /// How a rule ended for an account.
    ///
    /// - Parameters:
    ///   - services: How many Services of the account there are.
    ///   - isWhole: Whether all that the rule wants to know was read: the account, or every account for a rule across all.
    func entry(accountSID: String?, rule: Int, ruleID: String, services: Int, isWhole: Bool) -> CoverageEntry {
        let cell = Cell(accountSID: accountSID, rule: rule)
        let counts = counts[cell] ?? FindingCounts()
        let errors = errors[cell] ?? 0
        let outcome: Outcome =
            if counts[.open] > 0 {
                .fail
            } else if errors > 0 {
                .error
            } else if !isWhole {
                .notEvaluated
            } else if services == 0 {
                .noServices
            } else {
                counts.total > 0 ? .waived : .pass
            }
        return CoverageEntry(
            accountSID: accountSID, ruleID: ruleID, outcome: outcome, services: services, counts: counts, errors: errors
        )
    }
}
