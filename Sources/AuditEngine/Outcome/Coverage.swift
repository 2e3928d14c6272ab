/// How one rule ended for one account.
package enum Outcome: String, CaseIterable, Sendable {
    /// Every Service of the account was looked at, and none was flagged.
    case pass
    /// At least one open finding.
    case fail
    /// Findings, but none that is open.
    case waived
    /// The rule could not be evaluated for at least one Service, and flagged none.
    case error
    /// The account, or for a rule across accounts any account, could not be read in full, and nothing was flagged.
    case notEvaluated = "not_evaluated"
}

/// One line of the coverage ledger: how one rule ended for one account.
package struct CoverageEntry: Sendable, Hashable {
    /// nil for Services whose source does not tell the account.
    package let accountSID: String?
    package let ruleID: String
    package let outcome: Outcome
    /// How many Services of the account the rule was evaluated for.
    package let services: Int
    /// How many findings it gave, whatever their status.
    package let findings: Int
    /// For how many Services it could not be evaluated.
    package let errors: Int

    package init(accountSID: String?, ruleID: String, outcome: Outcome, services: Int, findings: Int, errors: Int) {
        self.accountSID = accountSID
        self.ruleID = ruleID
        self.outcome = outcome
        self.services = services
        self.findings = findings
        self.errors = errors
    }
}

/// A rule that could not be evaluated for a Service.
package struct EvaluationFailure: Sendable, Hashable {
    package let ruleID: String
    package let service: Finding.Member
    /// The cause and what can be done about it, without anything that came from the Service.
    package let message: String
    /// The same at its place in the rule pack, for whoever maintains the rule.
    package let problem: PackProblem?

    package init(ruleID: String, service: Finding.Member, message: String, problem: PackProblem? = nil) {
        self.ruleID = ruleID
        self.service = service
        self.message = message
        self.problem = problem
    }
}

/// What became of one source of Services: an account that was asked, or a file.
package struct SourceOutcome: Sendable, Hashable {
    package enum Status: String, CaseIterable, Sendable {
        /// Everything was read.
        case complete
        /// Some records, or the rest of them, could not be read.
        case partial
        /// Nothing could be read.
        case failed
    }

    /// `live`, `file` or `stdin`.
    package let kind: String
    /// The account's label, or the file's path as it was given.
    package let label: String
    /// The account that was asked; nil for files.
    package let accountSID: String?
    package let status: Status
    /// How many Services it gave.
    package let services: Int
    /// How many records could not be read.
    package let recordsRejected: Int
    /// What went wrong, a line each; at most `SourceOutcome.errorCap`, the last of them counting the rest.
    package let errors: [String]
    /// What deserves attention though everything was read, a line each.
    package let warnings: [String]

    /// The most error lines that a report keeps for one source.
    package static var errorCap: Int { 100 }

    package init(
        kind: String, label: String, accountSID: String?, status: Status, services: Int, recordsRejected: Int,
        errors: [String], warnings: [String] = []
    ) {
        self.kind = kind
        self.label = label
        self.accountSID = accountSID
        self.status = status
        self.services = services
        self.recordsRejected = recordsRejected
        self.errors = errors
        self.warnings = warnings
    }
}
