internal import Text

/// Takes what the batches of a run gave, in whatever order they come, and puts it in the report's order.
///
/// Holds no Service and no finding in memory beyond a budget: what is more goes to temporary files without a name.
package struct EvidenceStore: Sendable {
    private let engine: AuditEngine
    private var findings: ExternalSorter
    /// See ``BatchEvidence/counts``.
    private var counts: [LedgerBuilder.Cell: FindingCounts] = [:]
    private var failures: ExternalSorter
    private var identities: ExternalSorter
    private var members: ExternalSorter
    private var problems: [FailureCause: PackProblem] = [:]
    /// How many records each account has, as reports name it.
    private var records: [String?: Int] = [:]
    private var sources: [UInt32: Source] = [:]
    private var roster: [RosterEntry] = []

    /// What is known of a source.
    private struct Source: Sendable {
        var outcome: SourceOutcome
        /// The accounts that it gave Services of, or was asked for.
        var accounts: Set<String?>
        /// Why it is as it is, for the roster.
        var reason: String?
    }

    /// How many Services with different contents a source's warnings name.
    private static let changedLimit = 10

    /// - Parameter memoryBudget: How many bytes of memory the run may take for what it has to keep, about.
    package init(engine: AuditEngine, memoryBudget: Int = 256 << 20) {
        self.engine = engine
        findings = ExternalSorter(budget: memoryBudget / 8 * 3)
        failures = ExternalSorter(budget: memoryBudget / 8)
        // The only one that grows with Services that have nothing wrong.
        identities = ExternalSorter(budget: memoryBudget / 32 * 3)
        members = ExternalSorter(budget: memoryBudget / 4)
    }

    /// Adds what a batch gave.
    package mutating func add(_ evidence: BatchEvidence) throws(SpillError) {
        try findings.append(evidence.findings)
        for (cell, more) in evidence.counts { counts[cell, default: FindingCounts()] += more }
        try failures.append(evidence.failures)
        try identities.append(evidence.identities)
        try members.append(evidence.members)
        problems.merge(evidence.problems) { first, _ in first }
        records.merge(evidence.records, uniquingKeysWith: +)
    }

    /// Adds the outcome of a source, after its last batch.
    ///
    /// - Parameters:
    ///   - number: The number that the source's records have.
    ///   - accounts: The accounts that its records named.
    package mutating func add(_ outcome: SourceOutcome, number: UInt32, accounts: Set<String?>) {
        var accounts = accounts
        if let asked = outcome.accountSID { accounts.insert(asked) }
        sources[number] = Source(
            outcome: outcome, accounts: Set(accounts.map { $0.map(engine.masker.identifier) }),
            reason: outcome.faults.first?.message)
    }

    /// Adds an account or a file that was left out or passed over.
    package mutating func add(_ entry: RosterEntry) { roster.append(entry) }

    /// Judges the groups, counts, and makes the report; its verdict is still open.
    ///
    /// - Parameter isInterrupted: Asked between groups: where it says so, no more of them are judged, and the report says
    ///   that the run was interrupted.
    /// - Throws: where what was put on disk cannot be read again.
    package consuming func finish(
        tool: AuditReport.Tool, run: AuditReport.Run, isInterrupted: () -> Bool
    ) throws(SpillError) -> AuditReport {
        var run = run
        try judgeGroups(isInterrupted: isInterrupted)
        let ruleIDs = engine.rules.rules.map(\.description.id)
        let codec = FindingCodec(ruleIDs: ruleIDs)
        let findings = try findings.finish()
        let failures = try failures.finish()
        let census = try IdentityCodec.census(
            of: identities.finish(), records: records, shown: EvidenceStore.changedLimit)
        var ledger = LedgerBuilder()
        // Those of a Service that came once are different, and counted already.
        if census.hasRepeats {
            try ledger.count(findings, codec: codec)
        } else {
            ledger.take(counts)
        }
        try ledger.count(failures, codec: FailureCodec(ruleIDs: ruleIDs), problems: problems)
        warnOfChanges(census)
        run.isInterrupted = run.isInterrupted || isInterrupted()
        run.now = engine.now
        run.rulesDigest = engine.rules.digest
        let accounts = accounts(census)
        let everythingWasRead = sources.values.allSatisfy { $0.outcome.status == .complete } && !run.isInterrupted
        let coverage = accounts.flatMap { account in
            engine.rules.rules.enumerated().map { index, rule in
                let isWhole =
                    account.isWhole && !run.isInterrupted && (rule.scope != .organization || everythingWasRead)
                return ledger.entry(
                    accountSID: account.accountSID, rule: index, ruleID: rule.description.id,
                    services: account.services, isWhole: isWhole)
            }
        }
        return AuditReport(
            tool: tool, run: run, verdict: Verdict(.notFinished), sources: orderedOutcomes,
            roster: (accounts + roster).sorted(by: EvidenceStore.precedes),
            rules: engine.rules.rules.map(\.description), coverage: coverage,
            findings: FindingList(
                findings, codec: codec, count: ledger.findingCount, haveTwins: census.hasRepeats),
            evaluationFailures: ledger.failures)
    }

    /// The findings and failures of what was added so far, groups included.
    consuming func results() throws(SpillError) -> (findings: [Finding], failures: [EvaluationFailure]) {
        let instant = engine.now
        let report = try finish(
            tool: AuditReport.Tool(name: "", version: ""),
            run: AuditReport.Run(
                startedAt: instant, finishedAt: instant, durationMilliseconds: 0, now: instant, isInterrupted: false,
                gate: Gate(failOn: nil), rulesDigest: "")
        ) { false }
        var cursor = report.findings.makeCursor()
        var findings: [Finding] = []
        while let finding = try cursor.next() { findings.append(finding) }
        return (findings, report.evaluationFailures)
    }

    // MARK: - Groups

    private mutating func judgeGroups(isInterrupted: () -> Bool) throws(SpillError) {
        let entries = try members.finish()
        members = ExternalSorter(budget: 0)
        var cursor = entries.makeCursor()
        var judge = BatchJudge(engine: engine)
        /// The payloads of the members of one group.
        var members: [ArraySlice<UInt8>] = []
        var groups = 0
        var groupKey: ArraySlice<UInt8>?
        let passesLoneMembers = engine.rules.rules.indices.map(engine.plan.passesLoneMembers)
        func isPassed(_ prefix: UInt64) -> Bool { passesLoneMembers[MemberCodec.rule(ofPrefix: prefix)] }
        cursor.passLoneEntries(where: isPassed)
        while let entry = try cursor.next() {
            if groupKey.map(entry.key.hasSameBytes) != true {
                if let groupKey { judge.judge(members: members, rule: MemberCodec.rule(of: groupKey)) }
                groups += 1
                if groups % EvidenceStore.groupsAtOnce == 0 { try add(judge.takeEvidence()) }
                if isInterrupted() { return try add(judge.takeEvidence()) }
                members.removeAll(keepingCapacity: true)
                groupKey = entry.key
            }
            members.append(entry.payload)
            cursor.passLoneEntries(where: isPassed)
        }
        if let groupKey { judge.judge(members: members, rule: MemberCodec.rule(of: groupKey)) }
        try add(judge.takeEvidence())
    }

    /// After how many groups their findings are put with the others.
    private static let groupsAtOnce = 256

    // MARK: - Sources and accounts

    private var orderedOutcomes: [SourceOutcome] {
        sources.sorted { $0.key < $1.key }.map(\.value.outcome).sorted { left, right in
            ReportOrder.precedes(
                [left.accountSID, left.label, left.kind], [right.accountSID, right.label, right.kind])
        }
    }

    private mutating func warnOfChanges(_ census: IdentityCodec.Census) {
        for (number, changed) in census.changed {
            guard let outcome = sources[number]?.outcome else { continue }
            var lines = changed.shown.map { sid in
                "the Service \(sid.map(engine.masker.identifier) ?? "without a SID") came more than once, with different "
                    + "contents; each was judged"
            }
            if changed.count > changed.shown.count {
                lines.append("and \(changed.count - changed.shown.count) more Services came with different contents")
            }
            sources[number]?.outcome = outcome.adding(warnings: lines)
        }
    }

    /// The accounts that are known, in order.
    private func accounts(_ census: IdentityCodec.Census) -> [RosterEntry] {
        var feeders: [String?: [Source]] = [:]
        for source in sources.sorted(by: { $0.key < $1.key }).map(\.value) {
            for account in source.accounts { feeders[account, default: []].append(source) }
        }
        let keys = Set(census.services.keys).union(feeders.keys).sorted { ReportOrder.precedes([$0], [$1]) }
        return keys.map { key in
            let feeding = feeders[key] ?? []
            let labels = feeding.filter { $0.outcome.accountSID != nil }.map(\.outcome.label).sorted()
            let services = census.services[key, default: 0]
            let gaps = feeding.filter { $0.outcome.status != .complete }
            let state: RosterEntry.State =
                if gaps.isEmpty {
                    services == 0 ? .empty : .scanned
                } else {
                    services == 0 && gaps.count == feeding.count && gaps.allSatisfy { $0.outcome.status == .failed }
                        ? .failed : .partial
                }
            return RosterEntry(
                subject: .account, accountSID: key, label: labels.isEmpty ? nil : labels.joined(separator: ", "),
                state: state, reason: gaps.lazy.compactMap(\.reason).first, services: services)
        }
    }

    private static func precedes(_ left: RosterEntry, _ right: RosterEntry) -> Bool {
        if left.subject != right.subject { return left.subject == .account }
        return ReportOrder.precedes(
            [left.accountSID, left.label, left.reason], [right.accountSID, right.label, right.reason])
    }
}

/// The order of a report's lists: by bytes, absent values last.
enum ReportOrder {
    static func precedes(_ left: [String?], _ right: [String?]) -> Bool {
        for (left, right) in zip(left, right) {
            switch (left, right) {
            case (nil, nil): continue
            case (nil, _): return false
            case (_, nil): return true
            case (let left?, let right?):
                if left.utf8.elementsEqual(right.utf8) { continue }
                return left.utf8.lexicographicallyPrecedes(right.utf8)
            }
        }
        return left.count < right.count
    }
}

extension SourceOutcome {
    /// The same outcome with more warnings.
    func adding(warnings more: [String]) -> SourceOutcome {
        SourceOutcome(
            kind: kind, label: label, accountSID: accountSID, status: status, services: services,
            recordsRejected: recordsRejected, skipped: skipped, faults: faults,
            warnings: Array((warnings + more).prefix(SourceOutcome.faultCap)))
    }
}
