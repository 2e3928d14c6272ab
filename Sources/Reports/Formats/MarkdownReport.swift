import AuditEngine
import ServiceModel

/// The Markdown report, for people who read it on GitHub, GitLab or as it is.
///
/// The verdict comes first, then numbers, findings by rule, and what was and was not looked at. Tables are cut to
/// `ReportOptions.markdownRowLimit` rows, and say so.
struct MarkdownReport {
    private let report: AuditReport
    private let options: ReportOptions

    init(_ report: AuditReport, options: ReportOptions) {
        self.report = report
        self.options = options
    }

    /// Writes the report. Complexity: linear.
    func write(to sink: inout ReportSink) throws(ReportError) {
        let summary = AuditSummary(of: report)
        let verdict = VerdictText(of: report, summary: summary)
        try sink.write("# Audit of Proxy Services: \(verdict.title.lowercased())\n\n")
        // A reason may name a path, which is other people's text.
        let sentence = MarkdownText.prose(verdict.sentence)
        try sink.write("**\(verdict.title).** \(sentence)\n\n**What to do:** \(verdict.advice)\n\n")
        try write(summary, to: &sink)
        try MarkdownFindings(report, rowLimit: options.markdownRowLimit).write(to: &sink)
        try MarkdownLedger(report, rowLimit: options.markdownRowLimit).write(to: &sink)
        try writeRun(to: &sink)
    }

    private func write(_ summary: AuditSummary, to sink: inout ReportSink) throws(ReportError) {
        try sink.write("## Summary\n\n")
        let counts = [
            ("Accounts", summary.accounts), ("Services", summary.services), ("Rules", report.rules.count),
            ("Open findings", summary.findingsOpen),
        ]
        let severities = summary.bySeverity.reversed().map { ("of severity \($0.severity.rawValue)", $0.count) }
        let others = [
            ("Waived findings", summary.findingsWaived), ("Findings in the baseline", summary.findingsBaseline),
            ("Failed evaluations of a rule for a Service", summary.evaluationErrors),
            ("Rejected records", summary.recordsRejected),
        ]
        let table = try MarkdownTable([.init(title: "What"), .init(title: "Count", isNumber: true)], to: &sink)
        for (what, count) in counts + severities + others {
            try table.row([what, "\(count)"], to: &sink)
        }
        try table.end(leavingOut: 0, to: &sink)
    }

    private func writeRun(to sink: inout ReportSink) throws(ReportError) {
        let run = report.run
        try sink.write("## Run\n\n")
        let table = try MarkdownTable([.init(title: "What"), .init(title: "Value")], to: &sink)
        let rows = [
            ("Tool", "\(report.tool.name) \(report.tool.version)"), ("Started", run.startedAt.description),
            ("Finished", run.finishedAt.description),
            ("Duration", "\(Phrase.seconds(milliseconds: run.durationMilliseconds)) s"),
            ("Time that rules saw as now", run.now.description),
            ("Least severity that fails the gate", run.gate.failOn?.rawValue ?? "none"),
            ("Exit status", "\(report.exitCode)"), ("Digest of the rules", run.rulesDigest),
        ]
        for (what, value) in rows {
            try table.row([what, MarkdownCell.code(value)], to: &sink)
        }
        try table.end(leavingOut: 0, to: &sink)
    }
}
