import AuditEngine

/// Which suites and cases a report has.
///
/// Suites come in the order of the report's accounts, which is that of its findings, and then the run itself where there
/// is something to say of it. A server that reads the file is red exactly when the gate is: an open finding that reaches
/// the gate is a failure, whatever keeps the run from being complete an error, and all else passes or is skipped.
struct JUnitPlan {
    private(set) var suites: [JUnitSuite] = []
    private let report: AuditReport
    private let detail: ReportOptions.JUnitDetail
    /// How many failures the report lists for each account and rule; `coverage` may count more.
    private var listedFailures: [Pair: Int] = [:]
    private var positions: [JUnitSuite.Subject: Int] = [:]
    private var names = JUnitName()

    /// An account and a rule.
    private struct Pair: Hashable {
        let accountSID: String?
        let ruleID: String
    }

    /// Plans the suites. Complexity: linear in the report less its findings.
    init(_ report: AuditReport, detail: ReportOptions.JUnitDetail) {
        self.report = report
        self.detail = detail
        for entry in report.roster where entry.subject == .account {
            let position = suite(for: .account(sid: entry.accountSID))
            // An account that is both skipped and scanned is the latter.
            if suites[position].account?.state != .scanned { suites[position].account = entry }
        }
        addSources()
        addLedger()
        addRun()
    }

    /// How a case ends.
    func status(of entry: JUnitSuite.Entry, in suite: JUnitSuite) -> JUnitStatus {
        switch entry {
        case .run:
            switch report.verdict.decision {
            case .passed, .failed: .passed
            case .incomplete, .interrupted, .nothingLoaded, .invalidConfiguration, .notFinished: .error
            }
        case .failure: .error
        case .loadAccount: loadStatus(of: suite)
        case .source(let index): report.sources[index].status == .complete ? .passed : .error
        case .coverage(let index): status(of: report.coverage[index])
        }
    }

    /// How the case of a finding ends.
    func status(of finding: Finding) -> JUnitStatus {
        guard finding.status == .open, let least = report.run.gate.failOn, finding.severity >= least else {
            return .skipped
        }
        return .failure
    }

    /// The numbers of a suite's cases: all, failures, errors, skipped.
    func counts(of suite: JUnitSuite) -> (tests: Int, failures: Int, errors: Int, skipped: Int) {
        let entries = suite.first + suite.last
        var counts: [JUnitStatus: Int] = [:]
        for entry in entries { counts[status(of: entry, in: suite), default: 0] += 1 }
        let atGate = suite.findings.open(reaching: report.run.gate.failOn)
        return (
            entries.count + suite.findings.total, counts[.failure, default: 0] + atGate, counts[.error, default: 0],
            counts[.skipped, default: 0] + suite.findings.total - atGate
        )
    }

    /// For how many Services a rule could not be evaluated beyond those that have a case of their own.
    func unlistedErrors(of entry: CoverageEntry) -> Int {
        max(0, entry.errors - listedFailures[Pair(accountSID: entry.accountSID, ruleID: entry.ruleID), default: 0])
    }

    private func status(of entry: CoverageEntry) -> JUnitStatus {
        if unlistedErrors(of: entry) > 0 { return .error }
        return switch entry.outcome {
        case .pass: .passed
        // The findings themselves are red or not.
        case .fail: entry.counts.open(reaching: report.run.gate.failOn) > 0 ? .failure : .skipped
        case .waived, .notEvaluated, .noServices: .skipped
        case .error: .error
        }
    }

    private func loadStatus(of suite: JUnitSuite) -> JUnitStatus {
        guard let account = suite.account else { return .error }
        switch account.state {
        case .scanned: return .passed
        case .skipped: return .skipped
        case .empty: return report.verdict.decision == .nothingLoaded ? .error : .passed
        case .partial, .failed: return .error
        }
    }

    private mutating func addSources() {
        for (index, source) in report.sources.enumerated() {
            guard let sid = source.accountSID else { continue }
            suites[suite(for: .account(sid: sid))].sources.append(index)
        }
    }

    private mutating func addLedger() {
        for (index, failure) in report.evaluationFailures.enumerated() {
            let pair = Pair(accountSID: failure.service.accountSID, ruleID: failure.ruleID)
            listedFailures[pair, default: 0] += 1
            suites[suite(for: .account(sid: failure.service.accountSID))].last.append(.failure(index))
        }
        for (index, entry) in report.coverage.enumerated() {
            let position = suite(for: .account(sid: entry.accountSID))
            suites[position].coverage.append(index)
            suites[position].findings += entry.counts
            if needsCase(entry) { suites[position].last.append(.coverage(index)) }
        }
    }

    private mutating func addRun() {
        var entries: [JUnitSuite.Entry] = []
        var sources: [Int] = []
        for (index, source) in report.sources.enumerated() where source.accountSID == nil {
            sources.append(index)
            if source.status != .complete || detail == .all { entries.append(.source(index)) }
        }
        let hasError = suites.contains { counts(of: $0).errors > 0 }
        let hasFailedSource = sources.contains { report.sources[$0].status != .complete }
        // What is not green is red somewhere, and a file without any suite would be dropped by some readers.
        let isExplained = hasError || hasFailedSource
        switch report.verdict.decision {
        case .passed, .failed: if suites.isEmpty, entries.isEmpty { entries.append(.run) }
        case .incomplete, .nothingLoaded: if !isExplained { entries.insert(.run, at: 0) }
        case .interrupted, .invalidConfiguration, .notFinished: entries.insert(.run, at: 0)
        }
        guard !entries.isEmpty else { return }
        let position = suite(for: .run)
        suites[position].first = entries
        suites[position].sources = sources
    }

    /// Whether a ledger line is a case of its own: where nothing else in the report stands for it, or all are wanted.
    private func needsCase(_ entry: CoverageEntry) -> Bool {
        if detail == .all || unlistedErrors(of: entry) > 0 { return true }
        return switch entry.outcome {
        case .pass, .notEvaluated, .noServices: true
        case .error: entry.errors == 0
        case .fail, .waived: entry.findings == 0
        }
    }

    private mutating func suite(for subject: JUnitSuite.Subject) -> Int {
        if let position = positions[subject] { return position }
        let wanted =
            switch subject {
            case .account(let sid): JUnitName.part(sid, absent: "unknown-account")
            case .run: "run"
            }
        var suite = JUnitSuite(subject: subject, name: names.unique(wanted).replacing(" #", with: "-"))
        if case .account = subject { suite.first.append(.loadAccount) }
        suites.append(suite)
        positions[subject] = suites.count - 1
        return suites.count - 1
    }
}
