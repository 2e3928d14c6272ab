internal import AuditEngine
internal import ProxyAPI
internal import Reports
internal import ServiceModel
internal import ServiceSources

/// A scan whose options were all validated: what is read, with which rules, judged how, and reported where.
struct Scan: Sendable {
    let paths: [String]
    let accounts: [AccountEntry]
    let parallelSources: Int
    let engine: AuditEngine
    let gate: Gate
    let console: Console
    let isQuiet: Bool

    /// What makes the scan fail.
    struct Gate: Sendable {
        let failOn: Severity?
        let allowsNoServices: Bool
    }

    /// Reads and audits everything.
    ///
    /// Cancellation gives a report that says it is incomplete; failures of sources are part of the report.
    func run() async throws -> (report: AuditReport, decision: GateDecision) {
        let startedAt = console.clock()
        let clock = ContinuousClock()
        let start = clock.now
        let collector =
            accounts.isEmpty
            ? await audit(ScanSource.files(paths))
            : try await ProxyTransport.withTransport(
                settings: ClientSettings(userAgent: "proxy-audit/\(ProxyAuditProgram.version)")
            ) { transport in
                let resolved = await LiveAccounts.resolve(accounts, using: transport)
                for warning in resolved.warnings { console.report("warning: \(warning)") }
                return await audit(
                    ScanSource.accounts(resolved, transport: transport) + ScanSource.files(paths))
            }
        let finishedAt = console.clock()
        let duration = finishedAt == startedAt ? .zero : clock.now - start
        let run = AuditReport.Run(
            startedAt: startedAt, finishedAt: finishedAt, durationMilliseconds: duration.milliseconds, now: engine.now,
            isComplete: false, isInterrupted: Task.isCancelled, exitCode: 0, failOn: gate.failOn, rulesDigest: "")
        let tool = AuditReport.Tool(name: "proxy-audit", version: ProxyAuditProgram.version)
        var report = collector.finish(tool: tool, run: run)
        let decision = GateDecision(of: report, allowsNoServices: gate.allowsNoServices)
        report.run.exitCode = ExitStatus(decision).rawValue
        return (report, decision)
    }

    private func audit(_ sources: [ScanSource]) async -> AuditCollector {
        let runner = ScanRunner(
            engine: engine, parallelSources: parallelSources, console: console, showsProgress: !isQuiet)
        return await runner.run(sources)
    }
}

extension Duration {
    /// Whole milliseconds.
    fileprivate var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
