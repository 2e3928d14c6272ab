/// How one rule ended for one account.
package enum Outcome: String, CaseIterable, Sendable {
    /// Every Service of the account, at least one, was looked at, and none was flagged.
    case pass
    /// At least one open finding.
    case fail
    /// Findings, but none that is open.
    case waived
    /// The rule could not be evaluated for at least one Service, and flagged none.
    case error
    /// The account, or for a rule across accounts any account, could not be read in full, and nothing was flagged.
    case notEvaluated = "not_evaluated"
    /// The account was read in full and has no Service, so that there was nothing to look at.
    case noServices = "no_services"
}

/// One line of the coverage ledger: how one rule ended for one account.
package struct CoverageEntry: Sendable, Hashable {
    /// nil for Services whose source does not tell the account.
    package let accountSID: String?
    package let ruleID: String
    package let outcome: Outcome
    /// How many Services of the account the rule was evaluated for.
    package let services: Int
    /// How many findings it gave, by status and severity.
    package let counts: FindingCounts
    /// For how many Services it could not be evaluated.
    package let errors: Int

    /// How many findings it gave, whatever their status.
    package var findings: Int { counts.total }

    package init(
        accountSID: String?, ruleID: String, outcome: Outcome, services: Int, counts: FindingCounts, errors: Int
    ) {
        self.accountSID = accountSID
        self.ruleID = ruleID
        self.outcome = outcome
        self.services = services
        self.counts = counts
        self.errors = errors
    }
}

/// How many findings there are of each status and severity.
package struct FindingCounts: Sendable, Hashable {
    private var cells = [Int](repeating: 0, count: Finding.Status.allCases.count * Severity.allCases.count)

    package init() {}

    /// The number of findings of a status and a severity.
    package subscript(status: Finding.Status, severity: Severity) -> Int {
        get { cells[FindingCounts.cell(status, severity)] }
        set { cells[FindingCounts.cell(status, severity)] = newValue }
    }

    /// The number of findings of a status.
    package subscript(status: Finding.Status) -> Int {
        Severity.allCases.reduce(0) { $0 + self[status, $1] }
    }

    package var total: Int { cells.reduce(0, +) }

    /// How many open findings are of a severity or above; none where nothing fails the gate.
    package func open(reaching least: Severity?) -> Int {
        guard let least else { return 0 }
        return Severity.allCases.reduce(0) { $1 >= least ? $0 + self[.open, $1] : $0 }
    }

    package static func += (left: inout FindingCounts, right: FindingCounts) {
        for index in left.cells.indices { left.cells[index] += right.cells[index] }
    }

    private static func cell(_ status: Finding.Status, _ severity: Severity) -> Int {
        status.rank * Severity.allCases.count + severity.rank
    }
}

/// A rule that could not be evaluated for a Service.
package struct EvaluationFailure: Sendable, Hashable {
    package let ruleID: String
    package let service: Finding.Member
    /// The field that was judged, for a rule that judges several one by one.
    package let field: String?
    /// The cause and what can be done about it, without anything that came from the Service.
    package let message: String
    /// The same at its place in the rule pack, for whoever maintains the rule.
    package let problem: PackProblem?

    package init(
        ruleID: String, service: Finding.Member, field: String? = nil, message: String, problem: PackProblem? = nil
    ) {
        self.ruleID = ruleID
        self.service = service
        self.field = field
        self.message = message
        self.problem = problem
    }
}
