package import ServiceModel

/// The whole outcome of a run: what every report is written from.
///
/// All lists are in a fixed order whatever the order in which accounts answered: sources and accounts by SID and
/// label, rules as in their packs, coverage by account and rule, findings by account, Service, and rule.
package struct AuditReport: Sendable {
    /// The program that made the report.
    package struct Tool: Sendable, Hashable {
        package let name: String
        package let version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// Circumstances of the run; its times are the only part of a report that differs between two equal runs.
    package struct Run: Sendable, Hashable {
        package var startedAt: Timestamp
        package var finishedAt: Timestamp
        package var durationMilliseconds: Int64
        /// The instant that rules see as `now`.
        package var now: Timestamp
        /// Whether everything was read and evaluated.
        package var isComplete: Bool
        /// Whether the run was ended before its time.
        package var isInterrupted: Bool
        /// The status with which the process ends.
        package var exitCode: Int32
        /// The least severity of an open finding that fails the gate; nil where no finding does.
        package var failOn: Severity?
        /// SHA-256 over the rules and parameters that were applied, as 64 hexadecimal digits.
        package var rulesDigest: String

        package init(
            startedAt: Timestamp, finishedAt: Timestamp, durationMilliseconds: Int64, now: Timestamp, isComplete: Bool,
            isInterrupted: Bool, exitCode: Int32, failOn: Severity?, rulesDigest: String
        ) {
            self.startedAt = startedAt
            self.finishedAt = finishedAt
            self.durationMilliseconds = durationMilliseconds
            self.now = now
            self.isComplete = isComplete
            self.isInterrupted = isInterrupted
            self.exitCode = exitCode
            self.failOn = failOn
            self.rulesDigest = rulesDigest
        }
    }

    /// An account that a source was asked for, or that the Services of a file belong to.
    package struct Account: Sendable, Hashable {
        /// nil for Services whose source does not tell the account.
        package let sid: String?
        /// The labels of the live sources that were asked for it; empty for files.
        package let label: String?
        /// How many of its Services were evaluated.
        package let services: Int
        /// Whether every source that feeds the account was read in full.
        package let isComplete: Bool

        package init(sid: String?, label: String?, services: Int, isComplete: Bool) {
            self.sid = sid
            self.label = label
            self.services = services
            self.isComplete = isComplete
        }
    }

    package var tool: Tool
    package var run: Run
    package var sources: [SourceOutcome]
    package var rules: [RuleDescription]
    package var accounts: [Account]
    package var coverage: [CoverageEntry]
    package var findings: [Finding]
    /// The first failures of each account and rule; `coverage` has the full counts.
    package var evaluationFailures: [EvaluationFailure]

    package init(
        tool: Tool, run: Run, sources: [SourceOutcome], rules: [RuleDescription], accounts: [Account],
        coverage: [CoverageEntry], findings: [Finding], evaluationFailures: [EvaluationFailure]
    ) {
        self.tool = tool
        self.run = run
        self.sources = sources
        self.rules = rules
        self.accounts = accounts
        self.coverage = coverage
        self.findings = findings
        self.evaluationFailures = evaluationFailures
    }
}
