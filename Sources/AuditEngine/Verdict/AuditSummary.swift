/// The counts of a report.
package struct AuditSummary: Sendable {
    package let accounts: Int
    package let services: Int
    package let recordsRejected: Int
    package let findingsOpen: Int
    package let findingsWaived: Int
    package let findingsBaseline: Int
    /// For how many pairs of rule and Service the rule could not be evaluated.
    package let evaluationErrors: Int
    /// Open findings of each severity, all severities from `info` up.
    package let bySeverity: [(severity: Severity, count: Int)]
    /// Open findings of each rule, in the order of the report's rules, none left out.
    package let byRule: [(ruleID: String, count: Int)]

    /// Counts `report`. Complexity: linear in its coverage, roster and sources, and none in its findings.
    package init(of report: AuditReport) {
        let known = report.roster.filter { $0.subject == .account && $0.state != .skipped }
        accounts = known.count
        services = known.reduce(0) { $0 + $1.services }
        recordsRejected = report.sources.reduce(0) { $0 + $1.recordsRejected }
        evaluationErrors = report.coverage.reduce(0) { $0 + $1.errors }
        let counts = report.counts
        var rules: [String: Int] = [:]
        for entry in report.coverage { rules[entry.ruleID, default: 0] += entry.counts[.open] }
        findingsOpen = counts[.open]
        findingsWaived = counts[.waived]
        findingsBaseline = counts[.baseline]
        bySeverity = Severity.allCases.map { ($0, counts[.open, $0]) }
        byRule = report.rules.map { ($0.id, rules[$0.id, default: 0]) }
    }
}
