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

    /// Counts `report`. Complexity: linear in its findings, coverage and sources.
    package init(of report: AuditReport) {
        accounts = report.accounts.count
        services = report.accounts.reduce(0) { $0 + $1.services }
        recordsRejected = report.sources.reduce(0) { $0 + $1.recordsRejected }
        evaluationErrors = report.coverage.reduce(0) { $0 + $1.errors }
        var statuses: [Finding.Status: Int] = [:]
        var severities: [Severity: Int] = [:]
        var rules: [String: Int] = [:]
        for finding in report.findings {
            statuses[finding.status, default: 0] += 1
            guard finding.status == .open else { continue }
            severities[finding.severity, default: 0] += 1
            rules[finding.ruleID, default: 0] += 1
        }
        findingsOpen = statuses[.open, default: 0]
        findingsWaived = statuses[.waived, default: 0]
        findingsBaseline = statuses[.baseline, default: 0]
        bySeverity = Severity.allCases.map { ($0, severities[$0, default: 0]) }
        byRule = report.rules.map { ($0.id, rules[$0.id, default: 0]) }
    }
}
