import AuditEngine

/// What a Markdown report says about sources, coverage and failed evaluations: whether everything was looked at.
struct MarkdownLedger {
    private let report: AuditReport
    private let rowLimit: Int

    init(_ report: AuditReport, rowLimit: Int) {
        self.report = report
        self.rowLimit = rowLimit
    }

    /// Writes the sections.
    func write(to sink: inout ReportSink) throws(ReportError) {
        try writeRoster(to: &sink)
        try writeSources(to: &sink)
        try writeCoverage(to: &sink)
        try writeGaps(to: &sink)
        try writeFailures(to: &sink)
    }

    /// Every account and file that is known; what was not looked at comes first.
    private func writeRoster(to sink: inout ReportSink) throws(ReportError) {
        try sink.write("## Roster\n\n")
        for warning in report.warnings.prefix(rowLimit) {
            try sink.write("- Warning: \(MarkdownText.codeSpan(warning, limit: MarkdownCell.messageLimit))\n")
        }
        if !report.warnings.isEmpty { try sink.write("\n") }
        guard !report.roster.isEmpty else { return try sink.write("Nothing is known.\n\n") }
        let table = try MarkdownTable(
            [
                .init(title: "State"), .init(title: "What"), .init(title: "Account"), .init(title: "Label or path"),
                .init(title: "Services", isNumber: true), .init(title: "Why"),
            ], to: &sink)
        let entries = report.roster.filter { $0.state != .scanned } + report.roster.filter { $0.state == .scanned }
        for entry in entries.prefix(rowLimit) {
            let account = entry.subject == .file ? "–" : entry.accountSID.map { MarkdownCell.code($0) } ?? "unknown"
            try table.row(
                [
                    entry.isWhole ? entry.state.rawValue : "**\(entry.state.rawValue)**", entry.subject.rawValue,
                    account,
                    MarkdownCell.code(entry.label), "\(entry.services)",
                    MarkdownCell.code(entry.reason, limit: MarkdownCell.messageLimit),
                ], to: &sink)
        }
        try table.end(leavingOut: entries.count - min(rowLimit, entries.count), to: &sink)
    }

    private func writeSources(to sink: inout ReportSink) throws(ReportError) {
        try sink.write("## Sources\n\n")
        guard !report.sources.isEmpty else { return try sink.write("None.\n\n") }
        let table = try MarkdownTable(
            [
                .init(title: "Source"), .init(title: "Kind"), .init(title: "Account"), .init(title: "Status"),
                .init(title: "Services", isNumber: true), .init(title: "Rejected", isNumber: true),
            ], to: &sink)
        // What could not be read comes first: it is what a reader has to act upon.
        let unread = report.sources.filter { $0.status != .complete }
        let sources = unread + report.sources.filter { $0.status == .complete }
        for source in sources.prefix(rowLimit) {
            let status = source.status == .complete ? source.status.rawValue : "**\(source.status.rawValue)**"
            try table.row(
                [
                    MarkdownCell.code(source.label), MarkdownCell.code(source.kind),
                    MarkdownCell.code(source.accountSID), status, "\(source.services)", "\(source.recordsRejected)",
                ], to: &sink)
        }
        try table.end(leavingOut: sources.count - min(rowLimit, sources.count), to: &sink)
        try writeLines(of: sources, to: &sink)
    }

    private func writeLines(of sources: [SourceOutcome], to sink: inout ReportSink) throws(ReportError) {
        let lines = sources.flatMap { source in
            source.faults.map { ("Error", source.label, $0.message) }
                + source.warnings.map { ("Warning", source.label, $0) }
        }
        guard !lines.isEmpty else { return }
        for (kind, label, line) in lines.prefix(rowLimit) {
            let source = MarkdownText.codeSpan(label, limit: MarkdownCell.nameLimit)
            try sink.write(
                "- \(kind) in \(source): \(MarkdownText.codeSpan(line, limit: MarkdownCell.messageLimit))\n")
        }
        if lines.count > rowLimit {
            try sink.write("- \(lines.count - rowLimit) more; the JSON report has all of them.\n")
        }
        try sink.write("\n")
    }

    private func writeCoverage(to sink: inout ReportSink) throws(ReportError) {
        try sink.write("## Coverage\n\n")
        let accounts = report.roster.filter { $0.subject == .account && $0.state != .skipped }
        guard !accounts.isEmpty else { return try sink.write("No account was loaded.\n\n") }
        try sink.write("How the rules ended for each account.\n\n")
        var outcomes: [String?: [Outcome: Int]] = [:]
        for entry in report.coverage { outcomes[entry.accountSID, default: [:]][entry.outcome, default: 0] += 1 }
        let titles = ["Services", "Pass", "Fail", "Waived", "Error", "Not evaluated", "No Services"]
        let table = try MarkdownTable(
            [.init(title: "Account"), .init(title: "Label"), .init(title: "Read in full")]
                + titles.map { .init(title: $0, isNumber: true) }, to: &sink)
        for account in accounts.prefix(rowLimit) {
            let counts = Outcome.allCases.map { "\(outcomes[account.accountSID]?[$0] ?? 0)" }
            try table.row(
                [
                    account.accountSID.map { MarkdownCell.code($0) } ?? "unknown", MarkdownCell.code(account.label),
                    account.isWhole ? "yes" : "**no**", "\(account.services)",
                ] + counts, to: &sink)
        }
        try table.end(leavingOut: accounts.count - min(rowLimit, accounts.count), to: &sink)
    }

    private func writeGaps(to sink: inout ReportSink) throws(ReportError) {
        let gaps = report.coverage.filter { $0.outcome == .error || $0.outcome == .notEvaluated || $0.errors > 0 }
        guard !gaps.isEmpty else { return }
        try sink.write("Rules that were not evaluated for every Service:\n\n")
        let table = try MarkdownTable(
            [
                .init(title: "Rule"), .init(title: "Account"), .init(title: "Outcome"),
                .init(title: "Failed evaluations", isNumber: true),
            ], to: &sink)
        for entry in gaps.prefix(rowLimit) {
            let outcome = entry.outcome == .notEvaluated ? "not evaluated" : entry.outcome.rawValue
            try table.row(
                [
                    MarkdownCell.code(entry.ruleID), entry.accountSID.map { MarkdownCell.code($0) } ?? "unknown",
                    outcome, "\(entry.errors)",
                ], to: &sink)
        }
        try table.end(leavingOut: gaps.count - min(rowLimit, gaps.count), to: &sink)
    }

    private func writeFailures(to sink: inout ReportSink) throws(ReportError) {
        let failures = report.evaluationFailures
        guard !failures.isEmpty else { return }
        try sink.write("## Evaluation errors\n\n")
        let table = try MarkdownTable(
            [
                .init(title: "Rule"), .init(title: "Service"), .init(title: "Account"), .init(title: "Unique name"),
                .init(title: "Error"),
            ], to: &sink)
        for failure in failures.prefix(rowLimit) {
            try table.row(
                [
                    MarkdownCell.code(failure.ruleID), MarkdownCell.code(failure.service.serviceSID),
                    MarkdownCell.code(failure.service.accountSID), MarkdownCell.code(failure.service.uniqueName),
                    MarkdownCell.prose(failure.message),
                ], to: &sink)
        }
        let all = max(failures.count, report.coverage.reduce(0) { $0 + $1.errors })
        try table.end(leavingOut: all - min(rowLimit, failures.count), to: &sink)
    }
}
