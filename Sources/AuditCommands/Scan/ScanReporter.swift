internal import AuditEngine
internal import Reports
internal import ServiceModel
internal import ServiceSources

/// Carries a run from "started" to its verdict: the reports in two phases, then what the terminal shows.
struct ScanReporter: Sendable {
    let delivery: ReportDelivery
    let gate: Gate
    let console: Console
    /// Whether no summary is shown.
    let isQuiet: Bool

    /// How many errors of one source standard error shows; the reports have more.
    private static let shownFaults = 10

    /// Finds out before the run whether every report could be put where it is wanted.
    ///
    /// - Parameters:
    ///   - inputs: The files that the run reads.
    ///   - files: Those of folders that it reads, less the reports of this program among them.
    /// - Throws: `CommandError` for a path that cannot be written to, that is wanted twice, or that is an input.
    func check(inputs: [String], files: @autoclosure () -> [String] = []) throws(CommandError) {
        do throws(ReportError) {
            try delivery.check(inputs: inputs, files: files(), isReport: FileSource.isReport)
        } catch {
            switch error.code {
            case .usedTwice, .isInput: throw .usage(error.description)
            default: throw .configuration(error.description)
            }
        }
    }

    /// Runs a scan, and delivers what it comes to; where it cannot even begin, a report that says so.
    func run(_ scan: () async throws -> AuditReport) async throws -> ExitStatus {
        do throws(ReportError) {
            try delivery.markStarted(unfinished)
        } catch {
            throw CommandError.configuration(error.description)
        }
        let report: AuditReport
        do {
            report = try await scan()
        } catch let error as CommandError {
            let reasons = error.message.split(separator: "\n").filter { !$0.hasPrefix(" ") }.prefix(20).map(String.init)
            let verdict = Verdict(.invalidConfiguration, reasons: reasons)
            _ = deliver(unfinished) { _, _ in verdict }
            throw error
        } catch let error as SpillError {
            _ = deliver(unfinished) { _, _ in Verdict(.incomplete, reasons: [error.description]) }
            throw CommandError(error.description, status: .incomplete)
        }
        explain(report)
        let outcome = deliver(report) { Verdict(of: $0, undelivered: $1) }
        try summarize(outcome)
        return ExitStatus(outcome.report.verdict.decision)
    }

    /// Delivers a report, and says which places it could not be put in.
    private func deliver(
        _ report: AuditReport, judge: (AuditReport, [String]) -> Verdict
    ) -> ReportDelivery.Outcome {
        let outcome = delivery.deliver(report, judge: judge)
        for failure in outcome.failures { console.report("proxy-audit: \(failure.description)") }
        return outcome
    }

    /// What a report says before there is anything to say.
    private var unfinished: AuditReport {
        let now = console.clock()
        return AuditReport(
            tool: .current,
            run: AuditReport.Run(
                startedAt: now, finishedAt: now, durationMilliseconds: 0, now: now, isInterrupted: false, gate: gate,
                rulesDigest: ""),
            verdict: Verdict(.notFinished), exitCode: ExitStatus(.notFinished).rawValue)
    }

    /// Shows the summary: on standard output, or on standard error where a report goes there.
    private func summarize(_ outcome: ReportDelivery.Outcome) throws(CommandError) {
        guard !isQuiet else { return }
        let usesOutput = delivery.requests.contains { $0.destination == .standardOutput }
        let summary = TerminalSummary(isColored: !usesOutput && console.isColoured)
        let text: String
        do throws(ReportError) {
            text = try summary.render(
                outcome.report,
                written: outcome.written.filter { $0.destination != .standardOutput }.map {
                    ($0.format, $0.destination)
                })
        } catch {
            throw CommandError(error.description, status: .incomplete)
        }
        if usesOutput { console.show(text) } else { try console.write(text) }
    }

    /// Says on standard error what keeps the run from being complete, so that a quiet one is explained too.
    private func explain(_ report: AuditReport) {
        for source in report.sources {
            for fault in source.faults.prefix(ScanReporter.shownFaults) {
                console.report("proxy-audit: \(fault.message)")
            }
            let rest = source.faults.count - ScanReporter.shownFaults
            if rest > 0 { console.report("proxy-audit: \(source.label): \(rest) more such lines are in the reports") }
            for warning in source.warnings { console.report("warning: \(warning)") }
        }
        for warning in report.warnings { console.report("warning: \(warning)") }
        for rule in report.rules {
            let failures = report.coverage.reduce(0) { $0 + ($1.ruleID == rule.id ? $1.errors : 0) }
            guard failures > 0, let first = report.evaluationFailures.first(where: { $0.ruleID == rule.id }) else {
                continue
            }
            let services = failures == 1 ? "1 Service" : "\(failures) Services"
            let failure = first.problem?.rendered ?? first.message
            console.report("proxy-audit: rule '\(rule.id)' could not be evaluated for \(services):\n\(failure)")
        }
        if report.run.isInterrupted { console.report("proxy-audit: interrupted; what was written is incomplete") }
    }
}
