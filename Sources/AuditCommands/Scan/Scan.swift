internal import AuditEngine
internal import ProxyAPI
internal import Reports
internal import ServiceModel
internal import ServiceSources

/// A scan whose options were all validated: what is read, with which rules, judged how.
struct Scan: Sendable {
    let paths: [String]
    /// Files of folders to be passed over, as globs.
    let excludes: [String]
    let accounts: [AccountEntry]
    let parallelSources: Int
    var engine: AuditEngine
    let gate: Gate
    let console: Console
    let isQuiet: Bool
    /// What deserves attention before anything was read.
    var warnings: [String] = []

    /// Reads and audits everything. The report's verdict is still open.
    ///
    /// Cancellation gives a report that says it is incomplete; failures of sources are part of the report.
    /// - Throws: `SpillError` where what does not fit into memory could not be kept.
    func run() async throws -> AuditReport {
        let startedAt = console.clock()
        let clock = ContinuousClock()
        let start = clock.now
        var warnings = warnings
        let store: EvidenceStore
        if accounts.isEmpty {
            store = try await audit(ScanSource.files(paths, excludes: excludes), skipping: [])
        } else {
            var settings = ClientSettings(userAgent: "proxy-audit/\(ProxyAuditProgram.version)")
            settings.requestsInFlight = parallelSources
            let resolved: LiveAccounts
            (resolved, store) = try await ProxyTransport.withTransport(settings: settings) { transport in
                let resolved = await LiveAccounts.resolve(accounts, using: transport)
                let sources =
                    ScanSource.accounts(resolved, transport: transport)
                    + ScanSource.files(paths, excludes: excludes)
                var scan = self
                scan.engine =
                    engine.hiding(accounts.map(\.secret) + resolved.sources.map(\.secret))
                    .knowing(resolved.sources.map(AccountMessage.init))
                return (resolved, try await scan.audit(sources, skipping: resolved.skipped))
            }
            warnings += resolved.warnings
        }
        let run = AuditReport.Run(
            startedAt: startedAt, finishedAt: startedAt, durationMilliseconds: 0, now: engine.now,
            isInterrupted: Task.isCancelled, gate: gate, rulesDigest: "")
        var report = try store.finish(tool: .current, run: run) { Task.isCancelled }
        report.run.finishedAt = console.clock()
        let isFixed = report.run.finishedAt == startedAt
        report.run.durationMilliseconds = isFixed ? 0 : (clock.now - start).milliseconds
        report.warnings = warnings
        return report
    }

    private func audit(_ sources: [ScanSource], skipping skipped: [SkippedAccount]) async throws -> EvidenceStore {
        let runner = ScanRunner(
            engine: engine, parallelSources: parallelSources, console: console, showsProgress: !isQuiet)
        var store = try await runner.run(sources)
        for account in skipped {
            store.add(
                RosterEntry(
                    subject: .account, accountSID: account.accountSID.text, label: account.label, state: .skipped,
                    reason: account.reason, services: 0))
        }
        return store
    }
}

extension AccountEntry {
    /// What opens the account.
    fileprivate var secret: String {
        switch self {
        case .account(let source): source.secret
        case .parent(let expansion): expansion.parent.secret
        }
    }
}

extension LiveSource {
    /// What opens the account.
    fileprivate var secret: String { credentials.password.revealed }
}

extension AccountMessage {
    fileprivate convenience init(_ source: LiveSource) {
        self.init(
            sid: source.accountSID.text, label: source.hasLabel ? source.label : nil, tags: source.tags)
    }
}

extension AuditReport.Tool {
    /// This program.
    static var current: AuditReport.Tool { AuditReport.Tool(name: "proxy-audit", version: ProxyAuditProgram.version) }
}

extension Duration {
    /// Whole milliseconds.
    fileprivate var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
