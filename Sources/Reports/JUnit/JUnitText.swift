import AuditEngine
import ServiceModel

/// What the cases of a JUnit report say.
///
/// CI servers show the element's body and often nothing else, so that a body has what a reader needs of the finding: the
/// rule, the account and Service, what was found and where, and the fingerprint for a waiver. Why a rule matters and what
/// to do stands once a suite, in its output. Types of errors are `load`, `evaluation` and the run's decision; types of
/// failures are severities.
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
        let hasSeveralFields: Bool
        let advice: [String]

        init(_ rule: RuleDescription) {
            severity = rule.severity
            id = JUnitText.body(rule.id)
            kind = "\(rule.category.rawValue), pack \(JUnitText.body(rule.pack))"
            hasSeveralFields = rule.fields.count > 1
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

    /// The name of a finding's case: its rule, and the field where the rule judges several.
    func name(of finding: Finding) -> String {
        guard let field = finding.field, rules[finding.ruleID]?.hasSeveralFields == true else { return finding.ruleID }
        return "\(finding.ruleID) [\(field)]"
    }

    /// Says what is wrong with a Service, and why that is let pass where it is.
    func finding(_ finding: Finding, label: String?, isAtGate: Bool) -> JUnitCase.Detail {
        let message = VisibleText.prose(finding.message, limit: JUnitText.messageLimit)
        let prefix =
            switch finding.status {
            case .open: isAtGate ? "" : "\(finding.severity.rawValue), below the gate: "
            case .waived: "waived: "
            case .baseline: "in the baseline: "
            }
        var lines = ruleLines(finding.ruleID, severity: finding.severity)
        lines += serviceLines(finding.service, label: label)
        if let field = finding.field { lines.append("Field: \(body(field))") }
        switch finding.value {
        case .null: if finding.field != nil { lines.append("Value: not set") }
        case .integer(let number): lines.append("Value: \(number)")
        case .text(let text): lines.append("Value: \(body(text))")
        }
        lines.append("Message: \(prose(finding.message))")
        if let related = finding.related { lines += relatedLines(related) }
        if let provenance = finding.provenance { lines.append("Found in: \(body(provenance.description))") }
        lines.append("Status: \(finding.status.rawValue)")
        lines.append("Fingerprint: \(body(finding.fingerprint))")
        return detail(finding.severity.rawValue, prefix + message, lines)
    }

    /// Says for which Service a rule could not be evaluated.
    func failure(_ failure: EvaluationFailure, label: String?) -> JUnitCase.Detail {
        var lines = ruleLines(failure.ruleID, severity: nil)
        lines += serviceLines(failure.service, label: label)
        if let field = failure.field { lines.append("Field: \(body(field))") }
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
        case .noServices: return detail("", "there was no Service to look at", lines)
        case .pass, .fail, .error:
            return detail((severity ?? .info).rawValue, findings, lines)
        }
    }

    /// Says what of an account could not be loaded, or why it was left out.
    func load(_ account: RosterEntry?, sources: [SourceOutcome]) -> JUnitCase.Detail {
        let failed = sources.filter { $0.status != .complete }
        var lines = failed.flatMap(sourceLines)
        if let reason = account?.reason { lines.append("Why: \(body(reason))") }
        switch account?.state {
        case .skipped:
            return detail(
                "", "left out: \(VisibleText.prose(account?.reason ?? "", limit: JUnitText.messageLimit))", lines)
        case .empty:
            lines.append("Its list of Services was read in full, and holds none.")
            return detail(report.verdict.decision.rawValue, "the account has no Service", lines)
        case .failed: return detail("load", "the account could not be read", lines)
        case .scanned, .partial, nil:
            if failed.isEmpty {
                lines.append("A source that feeds the account was not read in full; see the other suites.")
            }
            return detail("load", "the account could not be read in full", lines)
        }
    }

    /// Says what of a file could not be loaded.
    func source(_ source: SourceOutcome) -> JUnitCase.Detail {
        let message =
            source.status == .failed
            ? "nothing could be read"
            : "not everything could be read: \(Phrase.count(source.recordsRejected, "record")) rejected"
        return detail("load", message, sourceLines(source))
    }

    /// Says what the run came to, where no other case does.
    var run: JUnitCase.Detail {
        let verdict = VerdictText(of: report, summary: AuditSummary(of: report))
        let sources = report.sources.filter { $0.status != .complete }.flatMap(sourceLines)
        return detail(
            report.verdict.decision.rawValue, VisibleText.prose(verdict.sentence, limit: JUnitText.messageLimit),
            [prose(verdict.sentence), prose(verdict.advice)] + sources)
    }

    /// A warning of the run, for a suite's output.
    func warningLine(_ warning: String) -> String { "warning: \(body(warning))" }

    /// The account's label, for a suite's output.
    func labelLine(_ label: String) -> String { "account label: \(body(label))" }

    /// The ledger's line of a rule, for a suite's output.
    func ledgerLine(_ entry: CoverageEntry) -> String { "\(body(entry.ruleID)): \(outcome(entry))" }

    /// A source with its errors and warnings, a line each.
    func sourceLines(_ source: SourceOutcome) -> [String] {
        let counts =
            "\(Phrase.count(source.services, "Service")), \(Phrase.count(source.recordsRejected, "record")) rejected"
        return ["\(body(source.kind)) source \(body(source.label)): \(source.status.rawValue), \(counts)"]
            + source.faults.map { "error: \(body($0.message))" } + source.warnings.map { "warning: \(body($0))" }
    }

    private func outcome(_ entry: CoverageEntry) -> String {
        "\(entry.outcome.rawValue) (\(Phrase.count(entry.services, "Service")), "
            + "\(Phrase.count(entry.findings, "finding")), \(Phrase.count(entry.errors, "error")))"
    }

    private func ruleLines(_ id: String, severity: Severity?) -> [String] {
        guard let rule = rules[id] else { return ["Rule: \(body(id))"] }
        return ["Rule: \(rule.id) (\((severity ?? rule.severity).rawValue), \(rule.kind))", rule.title]
    }

    private func serviceLines(_ service: Finding.Member, label: String?) -> [String] {
        [
            "Account: \(service.accountSID.map(body) ?? "unknown")" + (label.map { " (\(body($0)))" } ?? ""),
            "Service: \(service.serviceSID.map(body) ?? "unknown")",
            "Unique name: \(service.uniqueName.map(body) ?? "not set")",
        ]
    }

    /// Why a rule matters and what to do, for a suite's output.
    func adviceLines(_ id: String) -> [String] {
        guard let rule = rules[id], !rule.advice.isEmpty else { return [] }
        return ["\(rule.id):"] + rule.advice.map { "  " + $0 }
    }

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
