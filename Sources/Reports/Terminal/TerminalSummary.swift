package import AuditEngine

/// What a person sees at the end of a scan: numbers, rules with findings, the gravest findings, what could not be
/// read, where the reports are, and last, where the eye is, the verdict.
///
/// Every line begins with a word of our own, so that no log takes foreign text for a command, and none is wider than
/// `width` unless its last part is a path or the verdict. Bounded by the numbers of rules and reports and the limits.
package struct TerminalSummary: Sendable {
    /// Whether our own words are coloured; the caller knows whether there is a terminal, and whether `NO_COLOR` is set.
    package var isColored: Bool
    /// Columns of the terminal; at least 40 are used.
    package var width: Int
    /// The most findings that are shown, and the most lines about sources.
    package var findingLimit: Int

    /// Takes the choices; 100 columns suit logs, which have no width.
    package init(isColored: Bool = false, width: Int = 100, findingLimit: Int = 10) {
        self.isColored = isColored
        self.width = max(40, width)
        self.findingLimit = max(0, findingLimit)
    }

    /// The summary of a report, ending in a line end; `written` says which reports are where.
    ///
    /// Complexity: linear in the report.
    package func render(
        _ report: AuditReport, written: [(format: ReportFormat, destination: ReportDestination)] = []
    ) throws(ReportError) -> String {
        let summary = AuditSummary(of: report)
        let style = TerminalStyle(isColored: isColored)
        let sections = [
            numbers(report, summary), rules(report, style), try findings(report, style), sources(report),
            roster(report),
            failures(report, summary), reports(written), verdict(report, summary, style),
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func numbers(_ report: AuditReport, _ summary: AuditSummary) -> [String] {
        let seconds = Phrase.seconds(milliseconds: report.run.durationMilliseconds)
        let severities = summary.bySeverity.reversed().filter { $0.count > 0 }.map {
            "\($0.count) \($0.severity.rawValue)"
        }
        let open = summary.findingsOpen == 0 ? "none open" : severities.joined(separator: ", ")
        var others: [String] = []
        if summary.findingsWaived > 0 { others.append("\(summary.findingsWaived) waived") }
        if summary.findingsBaseline > 0 { others.append("\(summary.findingsBaseline) in the baseline") }
        let scanned = [
            Phrase.count(summary.accounts, "account"), Phrase.count(summary.services, "Service"),
            Phrase.count(report.rules.count, "rule"),
        ]
        return [
            "Scanned   \(scanned.joined(separator: ", ")) in \(seconds) s",
            "Findings  \(open)" + (others.isEmpty ? "" : " (and \(others.joined(separator: ", ")))"),
        ]
    }

    private func rules(_ report: AuditReport, _ style: TerminalStyle) -> [String] {
        var counts: [String: FindingCounts] = [:]
        for entry in report.coverage where entry.findings > 0 {
            counts[entry.ruleID, default: FindingCounts()] += entry.counts
        }
        let found = Severity.allCases.reversed().flatMap { severity in
            report.rules.filter { $0.severity == severity && counts[$0.id] != nil }
        }
        guard !found.isEmpty else { return [] }
        let names = found.map { TerminalText.truncate(TerminalText.prose($0.id), to: 40) }
        let column = max(4, names.reduce(0) { max($0, TerminalText.width(of: $1)) })
        let heading = "  severity  \(TerminalText.pad("rule", to: column))    open  waived  baseline"
        return [style.bold(heading)]
            + zip(found, names).map { rule, name in
                let severity = style.severity(rule.severity, TerminalText.pad(rule.severity.rawValue, to: 8))
                let statuses = Finding.Status.allCases.map { status in
                    let number = String(counts[rule.id]?[status] ?? 0)
                    return String(repeating: " ", count: max(0, 8 - number.utf8.count)) + number
                }
                return "  \(severity)  \(TerminalText.pad(name, to: column))\(statuses.joined())"
            }
    }

    private func findings(_ report: AuditReport, _ style: TerminalStyle) throws(ReportError) -> [String] {
        // The gravest first, and of those the first: no more of them are held than are shown.
        var first = Severity.allCases.map { _ in [Finding]() }
        var cursor = ReportedFindings(report.findings)
        while let finding = try cursor.next() {
            guard finding.status == .open, first[finding.severity.rank].count < findingLimit else { continue }
            first[finding.severity.rank].append(finding)
        }
        let shown = Array(first.reversed().joined().prefix(findingLimit))
        guard !shown.isEmpty else { return [] }
        let open = report.counts[.open]
        let heading = shown.count < open ? "The first \(shown.count) of \(open) open findings" : "The open findings"
        return [style.bold(heading)]
            + shown.flatMap { finding in
                let service = finding.service.serviceSID ?? "unknown Service"
                let name = finding.service.uniqueName.map { " (\(TerminalText.escape($0, limit: 60)))" } ?? ""
                let severity = style.severity(finding.severity, TerminalText.pad(finding.severity.rawValue, to: 8))
                let subject =
                    "\(TerminalText.prose(finding.ruleID, limit: 60)): \(TerminalText.escape(service, limit: 40))"
                return [
                    "  \(severity)  \(TerminalText.truncate(subject + name, to: width - 12))",
                    "            - " + TerminalText.truncate(TerminalText.prose(finding.message), to: width - 14),
                ]
            }
    }

    private func sources(_ report: AuditReport) -> [String] {
        let troubled = report.sources.filter { $0.status != .complete }
        let warned = report.sources.filter { $0.status == .complete && !$0.warnings.isEmpty }
        let lines =
            troubled.flatMap { source in
                let label = "  \(source.status.rawValue): \(TerminalText.escape(source.label))"
                let counts =
                    " (\(Phrase.count(source.services, "Service")), "
                    + "\(Phrase.count(source.recordsRejected, "record")) rejected)"
                return [label + counts] + source.faults.map { "    error: \(TerminalText.escape($0.message))" }
            }
            + (troubled + warned).flatMap { source in
                source.warnings.map { "  warning: \(TerminalText.escape(source.label)): \(TerminalText.escape($0))" }
            }
            + report.warnings.map { "  warning: \(TerminalText.escape($0))" }
        guard !lines.isEmpty else { return [] }
        let limit = max(findingLimit, 3)
        let more = lines.count > limit ? ["  and \(Phrase.count(lines.count - limit, "line")) more in the reports"] : []
        return ["Sources"] + lines.prefix(limit).map { TerminalText.truncate($0, to: width) } + more
    }

    /// What is known and was not looked at.
    private func roster(_ report: AuditReport) -> [String] {
        let left = report.roster.filter { $0.state == .skipped || $0.state == .empty }
        guard !left.isEmpty else { return [] }
        let limit = max(findingLimit, 3)
        let lines = left.prefix(limit).map { entry in
            let name = [entry.label, entry.accountSID].compactMap { $0 }.map { TerminalText.escape($0) }
            let reason = entry.reason.map { ": \(TerminalText.escape($0))" } ?? ""
            let state = entry.state == .empty ? "no Services" : "left out"
            return TerminalText.truncate("  \(state): \(name.joined(separator: " "))\(reason)", to: width)
        }
        let more = left.count > limit ? ["  and \(left.count - limit) more in the reports"] : []
        return ["Not looked at"] + lines + more
    }

    private func failures(_ report: AuditReport, _ summary: AuditSummary) -> [String] {
        guard summary.evaluationErrors > 0 || !report.evaluationFailures.isEmpty else { return [] }
        let failures = max(summary.evaluationErrors, report.evaluationFailures.count)
        return ["Evaluation errors: \(failures)"]
            + report.evaluationFailures.prefix(3).map { failure in
                let text = "\(TerminalText.prose(failure.ruleID)): \(TerminalText.prose(failure.message))"
                return TerminalText.truncate("  rule " + text, to: width)
            }
    }

    private func reports(_ written: [(format: ReportFormat, destination: ReportDestination)]) -> [String] {
        guard !written.isEmpty else { return [] }
        return ["Reports"]
            + written.map { format, destination in
                "  \(TerminalText.pad(format.rawValue, to: 9)) \(TerminalText.escape(destination.path))"
            }
    }

    private func verdict(_ report: AuditReport, _ summary: AuditSummary, _ style: TerminalStyle) -> [String] {
        let verdict = VerdictText(of: report, summary: summary)
        let title = style.verdict(report.verdict.decision, verdict.title.uppercased())
        return ["\(title) (exit \(report.exitCode)): \(TerminalText.prose(verdict.sentence))", verdict.advice]
    }
}
