package import ServiceModel

/// Gathers what the batches of a run gave, in whatever order they come, into one report.
///
/// Memory is linear in the number of Services (a key each), of findings, and of Services that group rules look at.
package struct AuditCollector: Sendable {
    private let engine: AuditEngine
    private var seen: [ServiceKey: Int] = [:]
    private var counts: [String?: Int] = [:]
    private var findings: [Finding] = []
    private var failures: [EvaluationFailure] = []
    private var candidates: [AuditEngine.GroupCandidate] = []
    private var sources: [SourceOutcome] = []
    /// The accounts that each source gave Services of.
    private var accountsOfSource: [Int: Set<String?>] = [:]
    private var incompleteAccounts: Set<String?> = []

    /// The identity of a Service.
    private struct ServiceKey: Hashable {
        let accountSID: String?
        let serviceSID: String
    }

    /// The most failures that a report keeps for one account and rule.
    private static let failureCap = 20

    package init(engine: AuditEngine) {
        self.engine = engine
    }

    /// Leaves out the Services that an earlier record already gave with the same content, as overlapping pages do.
    ///
    /// A Service that was given before with another content is kept: neither version goes unaudited.
    /// - Parameter source: A number of the caller's choice for the source, the same for all of its batches.
    package mutating func admit(_ services: [Service], from source: Int) -> [Service] {
        services.filter { service in
            accountsOfSource[source, default: []].insert(service.accountSID)
            guard let sid = service.sid else {
                counts[service.accountSID, default: 0] += 1
                return true
            }
            let key = ServiceKey(accountSID: service.accountSID, serviceSID: sid)
            let content = service.hashValue
            let previous = seen.updateValue(content, forKey: key)
            if previous == nil { counts[service.accountSID, default: 0] += 1 }
            return previous != content
        }
    }

    /// Adds what a batch gave.
    package mutating func add(_ evaluation: AuditEngine.BatchEvaluation) {
        findings += evaluation.findings
        failures += evaluation.failures
        candidates += evaluation.candidates
    }

    /// Adds the outcome of a source, after its last batch; `number` as in `admit`.
    package mutating func add(_ outcome: SourceOutcome, number: Int) {
        sources.append(outcome)
        if let account = outcome.accountSID { accountsOfSource[number, default: []].insert(account) }
        if outcome.status != .complete { incompleteAccounts.formUnion(accountsOfSource[number, default: []]) }
    }

    /// Evaluates the groups and makes the report.
    ///
    /// Everything is in a fixed order. Linear but for the sorting.
    package consuming func finish(tool: AuditReport.Tool, run: AuditReport.Run) -> AuditReport {
        evaluateGroups()
        let ruleOrder = Dictionary(
            uniqueKeysWithValues: engine.rules.rules.enumerated().map { ($1.description.id, $0) })
        let findings = AuditCollector.sorted(findings, ruleOrder: ruleOrder)
        let failures = AuditCollector.sorted(failures, ruleOrder: ruleOrder)
        let accounts = accounts()
        let coverage = coverage(accounts: accounts, findings: findings, failures: failures)
        var run = run
        run.rulesDigest = engine.rules.digest
        run.now = engine.now
        run.isComplete =
            !run.isInterrupted && failures.isEmpty && sources.allSatisfy { $0.status == .complete }
        return AuditReport(
            tool: tool, run: run, sources: sources.sorted { AuditCollector.precedes($0, $1) },
            rules: engine.rules.rules.map(\.description), accounts: accounts, coverage: coverage, findings: findings,
            evaluationFailures: AuditCollector.capped(failures))
    }

    /// The findings and failures of the batches added so far, groups included, in no order.
    consuming func results() -> (findings: [Finding], failures: [EvaluationFailure]) {
        evaluateGroups()
        return (findings, failures)
    }

    private mutating func evaluateGroups() {
        struct Group: Hashable {
            let ruleIndex: Int
            let accountSID: String?
            /// UTF-8: texts of equal canonical form would be one key as a `String`.
            let key: [UInt8]
        }
        var groups: [Group: [Service]] = [:]
        for candidate in candidates {
            let isPerAccount = engine.rules.rules[candidate.ruleIndex].scope == .account
            let account = isPerAccount ? candidate.service.accountSID : nil
            let group = Group(ruleIndex: candidate.ruleIndex, accountSID: account, key: Array(candidate.key.utf8))
            groups[group, default: []].append(candidate.service)
        }
        candidates = []
        for (group, members) in groups {
            add(engine.evaluate(group: AuditCollector.distinct(members), ruleIndex: group.ruleIndex))
        }
    }

    /// The members in the report's order, each Service once.
    private static func distinct(_ members: [Service]) -> [Service] {
        guard members.count > 1 else { return members }
        var seen: Set<ServiceKey> = []
        let sorted = members.sorted { left, right in
            ReportOrder.precedes(
                [left.accountSID, left.sid, left.uniqueName], [right.accountSID, right.sid, right.uniqueName])
        }
        return sorted.filter { service in
            guard let sid = service.sid else { return true }
            return seen.insert(ServiceKey(accountSID: service.accountSID, serviceSID: sid)).inserted
        }
    }

    private func accounts() -> [AuditReport.Account] {
        var labels: [String: [String]] = [:]
        var keys = Set(counts.keys)
        for source in sources {
            guard let account = source.accountSID else { continue }
            keys.insert(account)
            labels[account, default: []].append(source.label)
        }
        return keys.sorted { ReportOrder.precedes([$0], [$1]) }.map { key in
            AuditReport.Account(
                sid: key.map(engine.redactor.text), label: key.flatMap { labels[$0]?.sorted().joined(separator: ", ") },
                services: counts[key, default: 0], isComplete: !incompleteAccounts.contains(key))
        }
    }

    private func coverage(
        accounts: [AuditReport.Account], findings: [Finding], failures: [EvaluationFailure]
    ) -> [CoverageEntry] {
        struct Cell: Hashable {
            let accountSID: String?
            let ruleID: String
        }
        var findingCounts: [Cell: (all: Int, open: Int)] = [:]
        for finding in findings {
            let cell = Cell(accountSID: finding.service.accountSID, ruleID: finding.ruleID)
            findingCounts[cell, default: (0, 0)].all += 1
            if finding.status == .open { findingCounts[cell, default: (0, 0)].open += 1 }
        }
        var failureCounts: [Cell: Int] = [:]
        for failure in failures {
            failureCounts[Cell(accountSID: failure.service.accountSID, ruleID: failure.ruleID), default: 0] += 1
        }
        let everythingWasRead = sources.allSatisfy { $0.status == .complete }
        return accounts.flatMap { account in
            engine.rules.rules.map { rule in
                let cell = Cell(accountSID: account.sid, ruleID: rule.description.id)
                let found = findingCounts[cell, default: (0, 0)]
                let failed = failureCounts[cell, default: 0]
                let wasRead = account.isComplete && (rule.scope != .organization || everythingWasRead)
                let outcome: Outcome =
                    if found.open > 0 {
                        .fail
                    } else if failed > 0 {
                        .error
                    } else if !wasRead {
                        .notEvaluated
                    } else {
                        found.all > 0 ? .waived : .pass
                    }
                return CoverageEntry(
                    accountSID: account.sid, ruleID: rule.description.id, outcome: outcome, services: account.services,
                    findings: found.all, errors: failed)
            }
        }
    }
}

extension AuditCollector {
    /// Findings in the report's order; of two with one fingerprint, as two records of one Service give, the first.
    private static func sorted(_ findings: [Finding], ruleOrder: [String: Int]) -> [Finding] {
        let sorted = findings.sorted { left, right in
            let leftRank = ruleOrder[left.ruleID] ?? .max
            let rightRank = ruleOrder[right.ruleID] ?? .max
            return ReportOrder.precedes(
                [left.service.accountSID, left.service.serviceSID], leftRank, [left.service.uniqueName, left.message],
                [right.service.accountSID, right.service.serviceSID], rightRank,
                [right.service.uniqueName, right.message])
        }
        var result: [Finding] = []
        result.reserveCapacity(sorted.count)
        for finding in sorted {
            let isRepeated = finding.service.serviceSID != nil && result.last?.fingerprint == finding.fingerprint
            if !isRepeated { result.append(finding) }
        }
        return result
    }

    private static func sorted(_ failures: [EvaluationFailure], ruleOrder: [String: Int]) -> [EvaluationFailure] {
        failures.sorted { left, right in
            ReportOrder.precedes(
                [left.service.accountSID], ruleOrder[left.ruleID] ?? .max,
                [left.service.serviceSID, left.service.uniqueName, left.message],
                [right.service.accountSID], ruleOrder[right.ruleID] ?? .max,
                [right.service.serviceSID, right.service.uniqueName, right.message])
        }
    }

    /// The first failures of each account and rule, of failures in order.
    private static func capped(_ failures: [EvaluationFailure]) -> [EvaluationFailure] {
        var run = 0
        var previous: EvaluationFailure?
        return failures.filter { failure in
            let continues =
                previous?.ruleID == failure.ruleID && previous?.service.accountSID == failure.service.accountSID
            run = continues ? run + 1 : 1
            previous = failure
            return run <= failureCap
        }
    }

    private static func precedes(_ left: SourceOutcome, _ right: SourceOutcome) -> Bool {
        ReportOrder.precedes([left.accountSID, left.label, left.kind], [right.accountSID, right.label, right.kind])
    }
}

/// The order of a report's lists: by bytes, absent values last.
enum ReportOrder {
    static func precedes(_ left: [String?], _ right: [String?]) -> Bool {
        compare(left, right) < 0
    }

    static func precedes(
        _ left: [String?], _ leftRank: Int, _ leftRest: [String?], _ right: [String?], _ rightRank: Int,
        _ rightRest: [String?]
    ) -> Bool {
        let first = compare(left, right)
        if first != 0 { return first < 0 }
        if leftRank != rightRank { return leftRank < rightRank }
        return compare(leftRest, rightRest) < 0
    }

    private static func compare(_ left: [String?], _ right: [String?]) -> Int {
        for (left, right) in zip(left, right) {
            switch (left, right) {
            case (nil, nil): continue
            case (nil, _): return 1
            case (_, nil): return -1
            case (let left?, let right?):
                if left.utf8.elementsEqual(right.utf8) { continue }
                return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
            }
        }
        return left.count - right.count
    }
}
