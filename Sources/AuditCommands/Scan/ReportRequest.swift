internal import ArgumentParser
internal import AuditEngine
internal import Reports

/// One `--report FORMAT=PATH`.
struct ReportRequest: ExpressibleByArgument, Hashable {
    let format: ReportFormat
    let destination: ReportDestination

    init(format: ReportFormat, destination: ReportDestination) {
        self.format = format
        self.destination = destination
    }

    /// Reads `json=PATH` and the like; nil for an unknown format or an empty path.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty, let format = ReportFormat(rawValue: parts[0]) else { return nil }
        self.init(format: format, destination: ReportDestination(argument: parts[1]))
    }
}

extension ReportOptions.JUnitDetail: ExpressibleByArgument {}

/// Writes the reports of a run and shows its summary.
struct ReportDelivery {
    let requests: [ReportRequest]
    let options: ReportOptions
    let console: Console
    /// Whether no summary is shown.
    let isQuiet: Bool

    /// How many errors of one source standard error shows; the reports have more.
    private static let shownErrors = 10

    /// Finds out before the run whether every report could be put where it is wanted.
    ///
    /// - Throws: `CommandError` for a path that cannot be written to, or that is wanted twice.
    func check() throws(CommandError) {
        var taken: Set<ReportDestination> = []
        for request in requests {
            guard taken.insert(request.destination).inserted else {
                throw .usage("two reports cannot both be written to \(request.destination.path)")
            }
            do {
                try request.destination.check()
            } catch {
                throw .configuration(error.description)
            }
        }
    }

    /// Writes every report, then the summary: to standard output, or to standard error where a report goes there.
    ///
    /// - Throws: `CommandError` with one line for each report that could not be written; the others are written.
    func deliver(_ report: AuditReport) throws(CommandError) {
        explain(report)
        var written: [(format: ReportFormat, destination: ReportDestination)] = []
        var problems: [String] = []
        for request in requests {
            do {
                try request.format.write(report, options: options, to: request.destination)
                written.append((request.format, request.destination))
            } catch {
                problems.append(error.description)
            }
        }
        if !isQuiet {
            let usesOutput = requests.contains { $0.destination == .standardOutput }
            let summary = TerminalSummary(isColored: !usesOutput && console.isColoured)
            let text = summary.render(report, written: written.filter { $0.destination != .standardOutput })
            if usesOutput { console.show(text) } else { try console.write(text) }
        }
        guard problems.isEmpty else { throw CommandError(problems.joined(separator: "\n"), status: .incomplete) }
    }

    /// Says on standard error what keeps the run from being complete, so that a quiet one is explained too.
    private func explain(_ report: AuditReport) {
        for source in report.sources {
            for error in source.errors.prefix(ReportDelivery.shownErrors) { console.report("proxy-audit: \(error)") }
            let rest = source.errors.count - ReportDelivery.shownErrors
            if rest > 0 { console.report("proxy-audit: \(source.label): \(rest) more such lines are in the reports") }
            for warning in source.warnings { console.report("warning: \(warning)") }
        }
        for rule in report.rules {
            let failures = report.coverage.reduce(0) { $0 + ($1.ruleID == rule.id ? $1.errors : 0) }
            guard failures > 0, let first = report.evaluationFailures.first(where: { $0.ruleID == rule.id }) else {
                continue
            }
            let services = failures == 1 ? "1 Service" : "\(failures) Services"
            let failure = first.problem?.rendered ?? first.message
            console.report("proxy-audit: rule '\(rule.id)' could not be evaluated for \(services):\n\(failure)")
        }
        switch ExitStatus(rawValue: report.run.exitCode) {
        case .nothingLoaded: console.report("proxy-audit: nothing was loaded, so nothing was looked at")
        case .interrupted: console.report("proxy-audit: interrupted; what was written is incomplete")
        default: break
        }
    }
}
