import AuditEngine

/// Which suites and cases a report has, decided before any of it is written, because a suite begins with its counts.
///
/// Suites come in the order of the report's accounts, then accounts that only sources, findings or the ledger name,
/// then the run itself where there is something to say of it.
struct JUnitPlan {
    private(set) var suites: [JUnitSuite] = []
    /// How many failures the report lists for each account and rule; `coverage` may count more.
    private(set) var listedFailures: [Pair: Int] = [:]
    private let report: AuditReport
    private let detail: ReportOptions.JUnitDetail
    private var positions: [JUnitSuite.Subject: Int] = [:]
    private var names = JUnitName()

    /// An account and a rule.
    struct Pair: Hashable {
        let accountSID: String?
        let ruleID: String
    }

    /// Plans the suites. Complexity: linear in the report.
    init(_ report: AuditReport, detail: ReportOptions.JUnitDetail) {
        self.report = report
        self.detail = detail
        for failure in report.evaluationFailures {
            listedFailures[Pair(accountSID: failure.service.accountSID, ruleID: failure.ruleID), default: 0] += 1
        }
        addAccounts()
        addLedger()
        addRun()
    }

    /// How a case ends.
    func status(of entry: JUnitSuite.Entry, in suite: JUnitSuite) -> JUnitStatus {
        switch entry {
        // Status 0 without an account is what the run was told to accept.
        case .nothingLoaded: report.run.exitCode == 0 ? .skipped : .error
        case .incompleteRun, .failure: .error
        case .loadAccount: isLoaded(suite) ? .passed : .error
        case .source(let index): report.sources[index].status == .complete ? .passed : .error
        case .finding(let index): report.findings[index].status == .open ? .failure : .skipped
        case .coverage(let index): status(of: report.coverage[index])
        }
    }

    /// For how many Services a rule could not be evaluated beyond those that have a case of their own.
    func unlistedErrors(of entry: CoverageEntry) -> Int {
        let pair = Pair(accountSID: entry.accountSID, ruleID: entry.ruleID)
        return max(0, entry.errors - listedFailures[pair, default: 0])
    }

    private func status(of entry: CoverageEntry) -> JUnitStatus {
        if unlistedErrors(of: entry) > 0 { return .error }
        return switch entry.outcome {
        case .pass: .passed
        case .fail: .failure
        case .waived, .notEvaluated: .skipped
        case .error: .error
        }
    }

    private func isLoaded(_ suite: JUnitSuite) -> Bool {
        guard let index = suite.account else { return false }
        let account = report.accounts[index]
        return account.isComplete
            && suite.sources.allSatisfy { report.sources[$0].status == .complete }
            && !(account.services == 0 && report.run.exitCode == 4)
    }

    private mutating func addAccounts() {
        for (index, account) in report.accounts.enumerated() {
            suites[suite(for: .account(sid: account.sid))].account = index
        }
        for (index, source) in report.sources.enumerated() {
            guard let sid = source.accountSID else { continue }
            suites[suite(for: .account(sid: sid))].sources.append(index)
        }
    }

    private mutating func addLedger() {
        for (index, finding) in report.findings.enumerated() {
            add(.finding(index), to: finding.service.accountSID)
        }
        for (index, failure) in report.evaluationFailures.enumerated() {
            add(.failure(index), to: failure.service.accountSID)
        }
        for (index, entry) in report.coverage.enumerated() {
            let position = suite(for: .account(sid: entry.accountSID))
            suites[position].coverage.append(index)
            if needsCase(entry) { suites[position].entries.append(.coverage(index)) }
        }
        if suites.isEmpty {
            let position = suite(for: .nothing)
            suites[position].entries.append(.nothingLoaded)
        }
    }

    private mutating func addRun() {
        var entries: [JUnitSuite.Entry] = []
        var sources: [Int] = []
        for (index, source) in report.sources.enumerated() where source.accountSID == nil {
            sources.append(index)
            if source.status != .complete || detail == .all { entries.append(.source(index)) }
        }
        let hasError = suites.contains { suite in
            suite.entries.contains { status(of: $0, in: suite) == .error }
        }
        let hasFailedSource = entries.contains { entry in
            guard case .source(let index) = entry else { return false }
            return report.sources[index].status != .complete
        }
        if report.run.isInterrupted || !(report.run.isComplete || hasError || hasFailedSource) {
            entries.insert(.incompleteRun, at: 0)
        }
        guard !entries.isEmpty else { return }
        let position = suite(for: .run)
        suites[position].entries = entries
        suites[position].sources = sources
    }

    /// Whether a ledger line is a case of its own: where nothing else in the report stands for it, or all are wanted.
    private func needsCase(_ entry: CoverageEntry) -> Bool {
        if detail == .all || unlistedErrors(of: entry) > 0 { return true }
        return switch entry.outcome {
        case .pass, .notEvaluated: true
        case .error: entry.errors == 0
        case .fail, .waived: entry.findings == 0
        }
    }

    private mutating func add(_ entry: JUnitSuite.Entry, to accountSID: String?) {
        suites[suite(for: .account(sid: accountSID))].entries.append(entry)
    }

    private mutating func suite(for subject: JUnitSuite.Subject) -> Int {
        if let position = positions[subject] { return position }
        let wanted =
            switch subject {
            case .account(let sid): JUnitName.part(sid, absent: "unknown-account")
            case .nothing: "no-account"
            case .run: "run"
            }
        var suite = JUnitSuite(subject: subject, name: names.unique(wanted).replacing(" #", with: "-"))
        if case .account = subject { suite.entries.append(.loadAccount) }
        suites.append(suite)
        positions[subject] = suites.count - 1
        return suites.count - 1
    }
}
