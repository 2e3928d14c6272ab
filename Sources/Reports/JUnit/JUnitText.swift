import AuditEngine

/// What the cases of a JUnit report say.
///
/// CI servers show the element's body and often nothing else, so that a body has everything that a reader needs: the
/// rule, the Service, what was found, why it matters, what to do, and the fingerprint for a waiver. Types of errors
/// are `load`, `evaluation` and `nothing-loaded`; types of failures are severities.
struct JUnitText {
    private let report: AuditReport
    private let rules: [String: RuleText]

    /// What is said of a rule in each of its cases, made safe once.
    private struct RuleText {
        let severity: Severity
        let id: String
        /// The category and the pack.
        let kind: String
        let title: String
        let advice: [String]

        init(_ rule: RuleDescription) {
            severity = rule.severity
            id = JUnitText.body(rule.id)
            kind = "\(rule.category.rawValue), pack \(JUnitText.body(rule.pack))"
            title = "Title: \(JUnitText.prose(rule.title))"
            advice =
                (rule.why.isEmpty ? [] : ["Why: \(JUnitText.prose(rule.why))"])
                + (rule.fix.isEmpty ? [] : ["Fix: \(JUnitText.prose(rule.fix))"])
        }
    }

    /// The most characters of one text in a message, which CI servers show on one line.
    private static var messageLimit: Int { 300 }
    /// The most characters of one text in a body.
    private static var bodyLimit: Int { 2000 }

    init(_ report: AuditReport) {
        self.report = report
        rules = Dictionary(report.rules.map { ($0.id, RuleText($0)) }) { first, _ in first }
    }

    /// Says what is wrong with a Service, or why that is let pass.
    func finding(_ finding: Finding) -> JUnitCase.Detail {
        let message = VisibleText.prose(finding.message, limit: JUnitText.messageLimit)
        let prefix =
            switch finding.status {
            case .open: ""
            case .waived: "waived: "
            case .baseline: "in the baseline: "
            }
        var lines = ruleLines(finding.ruleID, severity: finding.severity)
        lines += serviceLines(finding.service)
        if let field = finding.field { lines.append("Field: \(body(field))") }
        switch finding.value {
        case .null: if finding.field != nil { lines.append("Value: not set") }
        case .integer(let number): lines.append("Value: \(number)")
        case .text(let text): lines.append("Value: \(body(text))")
        }
        lines.append("Message: \(prose(finding.message))")
        lines += adviceLines(finding.ruleID)
        if let related = finding.related { lines += relatedLines(related) }
        lines.append("Status: \(finding.status.rawValue)")
        lines.append("Fingerprint: \(body(finding.fingerprint))")
        return detail(finding.severity.rawValue, prefix + message, lines)
    }

    /// Says for which Service a rule could not be evaluated.
    func failure(_ failure: EvaluationFailure) -> JUnitCase.Detail {
        var lines = ruleLines(failure.ruleID, severity: nil)
        lines += serviceLines(failure.service)
        lines.append("Error: \(prose(failure.message))")
        let message = VisibleText.prose(failure.message, limit: JUnitText.messageLimit)
        return detail("evaluation", "the rule could not be evaluated: \(message)", lines)
    }

    /// Says how a rule ended for an account; `unlisted` is for how many Services it failed without a case of its own.
    func coverage(_ entry: CoverageEntry, unlisted: Int) -> JUnitCase.Detail {
        let severity = rules[entry.ruleID]?.severity
        var lines = ruleLines(entry.ruleID, severity: severity)
        lines.append("Outcome: \(outcome(entry))")
        let findings = Phrase.count(entry.findings, "finding")
        if unlisted > 0 || entry.outcome == .error {
            let services = Phrase.count(max(unlisted, entry.errors), "Service")
            return detail("evaluation", "the rule could not be evaluated for \(services)", lines)
        }
        switch entry.outcome {
        case .waived: return detail("", "\(findings), all waived or in the baseline", lines)
        case .notEvaluated:
            lines.append("The account, or for a rule across accounts another one, could not be read in full.")
            return detail("", "not evaluated: not everything could be read", lines)
        case .pass, .fail, .error:
            lines += adviceLines(entry.ruleID)
            return detail((severity ?? .info).rawValue, findings, lines)
        }
    }

    /// Says what of an account could not be loaded.
    func load(_ account: AuditReport.Account?, sources: [SourceOutcome]) -> JUnitCase.Detail {
        let failed = sources.filter { $0.status != .complete }
        var lines = failed.flatMap(sourceLines)
        if failed.isEmpty, let account, account.services == 0, report.run.exitCode == 4 {
            lines.append("The account has no Service, and neither has any other.")
            return detail("nothing-loaded", "nothing was loaded: no Service", lines)
        }
        if failed.isEmpty {
            lines.append("A source that feeds the account was not read in full; see the other suites.")
        }
        let isNothing = (account?.services ?? 0) == 0
        return detail(
            "load", isNothing ? "the account could not be read" : "the account could not be read in full", lines)
    }

    /// Says what of a file could not be loaded.
    func source(_ source: SourceOutcome) -> JUnitCase.Detail {
        let message =
            source.status == .failed
            ? "nothing could be read"
            : "not everything could be read: \(Phrase.count(source.recordsRejected, "record")) rejected"
        return detail("load", message, sourceLines(source))
    }

    /// Says that there was nothing to look at.
    var nothingLoaded: JUnitCase.Detail {
        detail(
            "nothing-loaded", "nothing was loaded: no account",
            report.sources.filter { $0.status != .complete }.flatMap(sourceLines) + ["Nothing was looked at."])
    }

    /// Says that the run did not come to its end.
    var incompleteRun: JUnitCase.Detail {
        let verdict = VerdictText(of: report, summary: AuditSummary(of: report))
        let message = report.run.isInterrupted ? "the run was interrupted" : "the run did not complete"
        return detail("load", message, [verdict.sentence, verdict.advice])
    }

    /// The account's label, for a suite's output.
    func labelLine(_ label: String) -> String { "account label: \(body(label))" }

    /// The ledger's line of a rule, for a suite's output.
    func ledgerLine(_ entry: CoverageEntry) -> String { "\(body(entry.ruleID)): \(outcome(entry))" }

    /// A source with its errors and warnings, a line each.
    func sourceLines(_ source: SourceOutcome) -> [String] {
        let counts =
            "\(Phrase.count(source.services, "Service")), \(Phrase.count(source.recordsRejected, "record")) rejected"
        return ["\(body(source.kind)) source \(body(source.label)): \(source.status.rawValue), \(counts)"]
            + source.errors.map { "error: \(body($0))" } + source.warnings.map { "warning: \(body($0))" }
    }

    private func outcome(_ entry: CoverageEntry) -> String {
        "\(entry.outcome.rawValue) (\(Phrase.count(entry.services, "Service")), "
            + "\(Phrase.count(entry.findings, "finding")), \(Phrase.count(entry.errors, "error")))"
    }

    private func ruleLines(_ id: String, severity: Severity?) -> [String] {
        guard let rule = rules[id] else { return ["Rule: \(body(id))"] }
        return ["Rule: \(rule.id) (\((severity ?? rule.severity).rawValue), \(rule.kind))", rule.title]
    }

    private func serviceLines(_ service: Finding.Member) -> [String] {
        [
            "Account: \(service.accountSID.map(body) ?? "unknown")",
            "Service: \(service.serviceSID.map(body) ?? "unknown")",
            "Unique name: \(service.uniqueName.map(body) ?? "not set")",
        ]
    }

    private func adviceLines(_ id: String) -> [String] { rules[id]?.advice ?? [] }

    private func relatedLines(_ related: Finding.Related) -> [String] {
        let shown = related.members.count < related.total ? ", of which the first \(related.members.count)" : ""
        return ["Related: \(Phrase.count(related.total, "other Service"))\(shown)"]
            + related.members.map { member in
                let names = [member.accountSID ?? "unknown account", member.serviceSID ?? "unknown Service"]
                return "  " + names.map(body).joined(separator: " ") + (member.uniqueName.map { " \(body($0))" } ?? "")
            }
    }

    private func detail(_ type: String, _ message: String, _ lines: [String]) -> JUnitCase.Detail {
        JUnitCase.Detail(
            type: type, message: message.isEmpty ? "no message" : message, body: lines.joined(separator: "\n"))
    }

    private static func body(_ text: String) -> String { VisibleText.escape(text, limit: bodyLimit) }

    private static func prose(_ text: String) -> String { VisibleText.prose(text, limit: bodyLimit) }

    private func body(_ text: String) -> String { JUnitText.body(text) }

    private func prose(_ text: String) -> String { JUnitText.prose(text) }
}
