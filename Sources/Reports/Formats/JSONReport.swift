import AuditEngine
import JSON
import ServiceModel

/// The JSON report, version 1, as `reports/schema/report.v1.schema.json` describes it.
///
/// Every element of a list has a line of its own, so that the file can be read, searched and compared by lines; keys
/// come in a fixed order, and every key is always there. Texts are exact, with hidden characters as `\u` escapes.
struct JSONReport {
    private let report: AuditReport

    init(_ report: AuditReport) {
        self.report = report
    }

    /// Writes the report. Complexity: linear; no more than a list element is held beyond the sink's piece.
    func write(to sink: inout ReportSink) throws(ReportError) {
        var lines = JSONLines()
        lines.outer.beginObject()
        lines.outer.member("schema_version", 1)
        lines.element("tool", write: tool)
        lines.element("run", write: run)
        lines.strings("warnings", report.warnings)
        try lines.list("sources", report.sources, to: &sink, write: source)
        try lines.list("roster", report.roster, to: &sink, write: entry)
        try lines.list("rules", report.rules, to: &sink, write: rule)
        try lines.list("coverage", report.coverage, to: &sink, write: coverage)
        lines.element("summary", write: summary)
        try writeFindings(&lines, to: &sink)
        try lines.list("evaluation_failures", report.evaluationFailures, to: &sink, write: failure)
        lines.outer.endObject()
        lines.outer.newline()
        try lines.outer.drain { (bytes) throws(ReportError) in try sink.write(bytes) }
    }

    /// Findings come one by one from wherever they are kept.
    private func writeFindings(_ lines: inout JSONLines, to sink: inout ReportSink) throws(ReportError) {
        lines.beginList("findings")
        var cursor = ReportedFindings(report.findings)
        var verdicts = VerdictMembers()
        while try cursor.advance() {
            cursor.withFinding { view in
                let verdict = verdicts.members(of: view)
                lines.element(view) { finding($0, verdict, &$1) }
            }
            try lines.handOn(to: &sink)
        }
        lines.endList()
    }

    private func tool(_ json: inout JSONWriter) {
        json.member("name", report.tool.name)
        json.member("version", report.tool.version)
    }

    private func run(_ json: inout JSONWriter) {
        let run = report.run
        json.member("started_at", run.startedAt.description)
        json.member("finished_at", run.finishedAt.description)
        json.member("duration_ms", run.durationMilliseconds)
        json.member("now", run.now.description)
        json.member("complete", report.verdict.isComplete)
        json.member("interrupted", run.isInterrupted)
        json.member("decision", report.verdict.decision.rawValue)
        json.member("reasons", report.verdict.reasons)
        json.member("exit_code", report.exitCode)
        json.member("fail_on", run.gate.failOn?.rawValue)
        json.member("strict", run.gate.isStrict)
        json.member("rules_digest", run.rulesDigest)
    }

    private func source(_ source: SourceOutcome, _ json: inout JSONWriter) {
        json.member("kind", source.kind)
        json.member("label", source.label)
        json.member("account_sid", source.accountSID)
        json.member("status", source.status.rawValue)
        json.member("services", source.services)
        json.member("records_rejected", source.recordsRejected)
        json.member("skipped", source.skipped)
        json.key("errors")
        json.beginArray()
        for fault in source.faults { write(fault, &json) }
        json.endArray()
        json.member("warnings", source.warnings)
    }

    private func write(_ fault: SourceOutcome.Fault, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("code", fault.code)
        json.member("message", fault.message)
        json.member("http_status", fault.httpStatus)
        json.member("api_code", fault.apiCode)
        json.member("request_id", fault.requestID)
        json.member("attempts", fault.attempts)
        json.endObject()
    }

    private func entry(_ entry: RosterEntry, _ json: inout JSONWriter) {
        json.member("subject", entry.subject.rawValue)
        json.member("account_sid", entry.accountSID)
        json.member("label", entry.label)
        json.member("state", entry.state.rawValue)
        json.member("reason", entry.reason)
        json.member("services", entry.services)
    }

    private func rule(_ rule: RuleDescription, _ json: inout JSONWriter) {
        json.member("id", rule.id)
        json.member("title", rule.title)
        json.member("severity", rule.severity.rawValue)
        json.member("category", rule.category.rawValue)
        json.member("pack", rule.pack)
        json.member("fields", rule.fields.isEmpty ? [rule.field].compactMap { $0 } : rule.fields)
        json.member("tags", rule.tags)
        json.member("why", rule.why)
        json.member("fix", rule.fix)
        json.member("references", rule.references)
        json.key("frameworks")
        json.beginObject()
        for framework in rule.frameworks {
            json.key(named: framework.name)
            json.strings(framework.controls)
        }
        json.endObject()
    }

    private func coverage(_ entry: CoverageEntry, _ json: inout JSONWriter) {
        json.member("account_sid", entry.accountSID)
        json.member("rule_id", entry.ruleID)
        json.member("outcome", entry.outcome.rawValue)
        json.member("services", entry.services)
        json.member("findings", entry.findings)
        json.member("errors", entry.errors)
    }

    private func summary(_ json: inout JSONWriter) {
        let summary = AuditSummary(of: report)
        json.member("accounts", summary.accounts)
        json.member("services", summary.services)
        json.member("records_rejected", summary.recordsRejected)
        json.member("findings_open", summary.findingsOpen)
        json.member("findings_waived", summary.findingsWaived)
        json.member("findings_baseline", summary.findingsBaseline)
        json.key("by_severity")
        json.beginObject()
        for (severity, count) in summary.bySeverity {
            json.key(named: severity.rawValue)
            json.integer(count)
        }
        json.endObject()
        json.key("by_rule")
        json.beginObject()
        for (ruleID, count) in summary.byRule {
            json.key(named: ruleID)
            json.integer(count)
        }
        json.endObject()
        json.member("evaluation_errors", summary.evaluationErrors)
    }

    private func finding(_ finding: borrowing FindingView, _ verdict: [UInt8], _ json: inout JSONMembers) {
        json.member("fingerprint", utf8: finding.fingerprint)
        json.members(verdict)
        json.member(finding.service)
        json.member("field", utf8: finding.field)
        switch finding.value {
        case .null: json.member("value", utf8: nil)
        case .integer(let number): json.member("value", Int(number))
        case .text(let text): json.member("value", utf8: text)
        }
        json.member("message", utf8: finding.message)
        if let place = finding.provenance {
            json.beginObject("provenance")
            json.member("source", utf8: place.source)
            json.member("line", place.line)
            json.member("page", place.page)
            json.member("record", place.record)
            json.member("address", utf8: place.address)
            json.endObject()
        } else {
            json.member("provenance", utf8: nil)
        }
        guard let total = finding.relatedTotal else { return json.member("related", utf8: nil) }
        json.beginObject("related")
        json.member("total", total)
        json.beginArray("members")
        finding.forEachRelated { member in
            json.beginObject()
            json.member(member)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private func failure(_ failure: EvaluationFailure, _ json: inout JSONWriter) {
        json.member("rule_id", failure.ruleID)
        json.member(failure.service)
        json.member("field", failure.field)
        json.member("message", failure.message)
    }
}

/// The members of findings that are the same for a rule, a severity and a status, each written once.
private struct VerdictMembers {
    /// By the rule's number, and then by severity and status.
    private var known: [[[UInt8]]] = []

    private static let statuses = Finding.Status.allCases

    mutating func members(of finding: borrowing FindingView) -> [UInt8] {
        let (rule, severity, status) = (finding.ruleNumber, finding.severity, finding.status)
        while known.count <= rule {
            known.append(Array(repeating: [], count: Severity.allCases.count * VerdictMembers.statuses.count))
        }
        let place = severity.rank * VerdictMembers.statuses.count + status.rank
        if known[rule][place].isEmpty {
            let ruleID = finding.ruleID
            let room = 128 + JSONMembers.longestEscape * ruleID.utf8.count
            known[rule][place] = JSONMembers.written(room: room) { json in
                json.member("rule_id", ruleID)
                json.member("severity", severity.rawValue)
                json.member("status", status.rawValue)
            }
        }
        return known[rule][place]
    }
}

/// Writes JSON with one element a line: an indented outer text, and compact elements inside it.
private struct JSONLines {
    var outer = JSONWriter(isPretty: true)

    /// Writes one object under `key`.
    mutating func element(_ key: JSONName, write: (inout JSONWriter) -> Void) {
        outer.key(key)
        outer.objectOnOneLine(write)
    }

    mutating func beginList(_ key: JSONName) {
        outer.key(key)
        outer.beginArray()
    }

    mutating func endList() { outer.endArray() }

    /// Writes one object of the list that was begun, handing pieces on to `sink`.
    mutating func element(to sink: inout ReportSink, write: (inout JSONWriter) -> Void) throws(ReportError) {
        outer.objectOnOneLine(write)
        try handOn(to: &sink)
    }

    /// Writes a finding, as an object of the list that was begun.
    mutating func element(_ finding: borrowing FindingView, write: (borrowing FindingView, inout JSONMembers) -> Void) {
        // Names and numbers, and for each text its bytes and what surrounds them, of which there are fewer than of the four bytes
        // that a payload has for its size.
        let room = 512 + JSONMembers.longestEscape * (finding.size + finding.ruleID.utf8.count)
        outer.objectOnOneLine(room: room) { write(finding, &$0) }
    }

    /// Hands what was written on to `sink`, if that is a piece.
    mutating func handOn(to sink: inout ReportSink) throws(ReportError) {
        guard outer.count >= ReportSink.pieceSize else { return }
        try outer.drain { (bytes) throws(ReportError) in try sink.write(bytes) }
    }

    /// Writes a list of texts under `key`.
    mutating func strings(_ key: JSONName, _ texts: [String]) { outer.member(key, texts) }

    /// Writes a list of objects under `key`, handing pieces on to `sink`.
    mutating func list<Element>(
        _ key: JSONName, _ elements: [Element], to sink: inout ReportSink,
        write: (Element, inout JSONWriter) -> Void
    ) throws(ReportError) {
        beginList(key)
        for item in elements { try element(to: &sink) { write(item, &$0) } }
        endList()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ member: Finding.Member) {
        self.member("account_sid", member.accountSID)
        self.member("service_sid", member.serviceSID)
        self.member("unique_name", member.uniqueName)
    }
}

extension JSONMembers {
    @inline(__always)
    fileprivate mutating func member(_ member: FindingView.Member) {
        self.member("account_sid", utf8: member.accountSID)
        self.member("service_sid", utf8: member.serviceSID)
        self.member("unique_name", utf8: member.uniqueName)
    }
}
