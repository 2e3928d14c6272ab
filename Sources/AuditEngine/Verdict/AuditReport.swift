package import ServiceModel

/// The whole outcome of a run: what every report is written from.
///
/// All lists are in a fixed order whatever the order in which accounts answered: sources, roster and accounts by SID and
/// label, rules as in their packs, coverage by account and rule, findings by account, Service, rule and field.
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
        /// Whether the run was ended before its time.
        package var isInterrupted: Bool
        package var gate: Gate
        /// SHA-256 over the rules and parameters that were applied, as 64 hexadecimal digits; empty where there are none.
        package var rulesDigest: String

        package init(
            startedAt: Timestamp, finishedAt: Timestamp, durationMilliseconds: Int64, now: Timestamp,
            isInterrupted: Bool, gate: Gate, rulesDigest: String
        ) {
            self.startedAt = startedAt
            self.finishedAt = finishedAt
            self.durationMilliseconds = durationMilliseconds
            self.now = now
            self.isInterrupted = isInterrupted
            self.gate = gate
            self.rulesDigest = rulesDigest
        }
    }

    package var tool: Tool
    package var run: Run
    /// What the run comes to; the program decides it last, and knows the exit status that goes with it.
    package var verdict: Verdict
    /// The status with which the process ends, as the program made it from the verdict.
    package var exitCode: Int32
    /// What deserves attention and belongs to no source, a line each, masked.
    package var warnings: [String]
    package var sources: [SourceOutcome]
    /// Every account and file that is known, and what became of it.
    package var roster: [RosterEntry]
    package var rules: [RuleDescription]
    package var coverage: [CoverageEntry]
    package var findings: FindingList
    /// The first failures of each account and rule; `coverage` has the full counts.
    package var evaluationFailures: [EvaluationFailure]

    package init(
        tool: Tool, run: Run, verdict: Verdict, exitCode: Int32 = 0, warnings: [String] = [],
        sources: [SourceOutcome] = [], roster: [RosterEntry] = [], rules: [RuleDescription] = [],
        coverage: [CoverageEntry] = [], findings: FindingList = FindingList([]),
        evaluationFailures: [EvaluationFailure] = []
    ) {
        self.tool = tool
        self.run = run
        self.verdict = verdict
        self.exitCode = exitCode
        self.warnings = warnings
        self.sources = sources
        self.roster = roster
        self.rules = rules
        self.coverage = coverage
        self.findings = findings
        self.evaluationFailures = evaluationFailures
    }

    /// The findings of all accounts and rules, counted.
    package var counts: FindingCounts { coverage.reduce(into: FindingCounts()) { $0 += $1.counts } }
}
