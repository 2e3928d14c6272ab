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
        lines.outer.key("schema_version")
        lines.outer.integer(1)
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
        try sink.write(lines.outer.drain())
    }

    /// Findings come one by one from wherever they are kept.
    private func writeFindings(_ lines: inout JSONLines, to sink: inout ReportSink) throws(ReportError) {
        lines.beginList("findings")
        var cursor = ReportedFindings(report.findings)
        while let finding = try cursor.next() {
            try lines.element(to: &sink) { self.finding(finding, &$0) }
        }
        lines.endList()
    }

    private func tool(_ json: inout JSONWriter) {
        json.key("name")
        json.string(report.tool.name)
        json.key("version")
        json.string(report.tool.version)
    }

    private func run(_ json: inout JSONWriter) {
        let run = report.run
        json.key("started_at")
        json.string(run.startedAt.description)
        json.key("finished_at")
        json.string(run.finishedAt.description)
        json.key("duration_ms")
        json.integer(run.durationMilliseconds)
        json.key("now")
        json.string(run.now.description)
        json.key("complete")
        json.bool(report.verdict.isComplete)
        json.key("interrupted")
        json.bool(run.isInterrupted)
        json.key("decision")
        json.string(report.verdict.decision.rawValue)
        json.strings("reasons", report.verdict.reasons)
        json.key("exit_code")
        json.integer(report.exitCode)
        json.key("fail_on")
        json.string(run.gate.failOn?.rawValue)
        json.key("strict")
        json.bool(run.gate.isStrict)
        json.key("rules_digest")
        json.string(run.rulesDigest)
    }

    private func source(_ source: SourceOutcome, _ json: inout JSONWriter) {
        json.key("kind")
        json.string(source.kind)
        json.key("label")
        json.string(source.label)
        json.key("account_sid")
        json.string(source.accountSID)
        json.key("status")
        json.string(source.status.rawValue)
        json.key("services")
        json.integer(source.services)
        json.key("records_rejected")
        json.integer(source.recordsRejected)
        json.key("skipped")
        json.integer(source.skipped)
        json.key("errors")
        json.beginArray()
        for fault in source.faults { write(fault, &json) }
        json.endArray()
        json.strings("warnings", source.warnings)
    }

    private func write(_ fault: SourceOutcome.Fault, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("code")
        json.string(fault.code)
        json.key("message")
        json.string(fault.message)
        json.integer("http_status", fault.httpStatus)
        json.integer("api_code", fault.apiCode)
        json.key("request_id")
        json.string(fault.requestID)
        json.integer("attempts", fault.attempts)
        json.endObject()
    }

    private func entry(_ entry: RosterEntry, _ json: inout JSONWriter) {
        json.key("subject")
        json.string(entry.subject.rawValue)
        json.key("account_sid")
        json.string(entry.accountSID)
        json.key("label")
        json.string(entry.label)
        json.key("state")
        json.string(entry.state.rawValue)
        json.key("reason")
        json.string(entry.reason)
        json.key("services")
        json.integer(entry.services)
    }

    private func rule(_ rule: RuleDescription, _ json: inout JSONWriter) {
        json.key("id")
        json.string(rule.id)
        json.key("title")
        json.string(rule.title)
        json.key("severity")
        json.string(rule.severity.rawValue)
        json.key("category")
        json.string(rule.category.rawValue)
        json.key("pack")
        json.string(rule.pack)
        json.strings("fields", rule.fields.isEmpty ? [rule.field].compactMap { $0 } : rule.fields)
        json.strings("tags", rule.tags)
        json.key("why")
        json.string(rule.why)
        json.key("fix")
        json.string(rule.fix)
        json.strings("references", rule.references)
        json.key("frameworks")
        json.beginObject()
        for framework in rule.frameworks { json.strings(framework.name, framework.controls) }
        json.endObject()
    }

    private func coverage(_ entry: CoverageEntry, _ json: inout JSONWriter) {
        json.key("account_sid")
        json.string(entry.accountSID)
        json.key("rule_id")
        json.string(entry.ruleID)
        json.key("outcome")
        json.string(entry.outcome.rawValue)
        json.key("services")
        json.integer(entry.services)
        json.key("findings")
        json.integer(entry.findings)
        json.key("errors")
        json.integer(entry.errors)
    }

    private func summary(_ json: inout JSONWriter) {
        let summary = AuditSummary(of: report)
        json.key("accounts")
        json.integer(summary.accounts)
        json.key("services")
        json.integer(summary.services)
        json.key("records_rejected")
        json.integer(summary.recordsRejected)
        json.key("findings_open")
        json.integer(summary.findingsOpen)
        json.key("findings_waived")
        json.integer(summary.findingsWaived)
        json.key("findings_baseline")
        json.integer(summary.findingsBaseline)
        json.key("by_severity")
        json.beginObject()
        for (severity, count) in summary.bySeverity {
            json.key(severity.rawValue)
            json.integer(count)
        }
        json.endObject()
        json.key("by_rule")
        json.beginObject()
        for (ruleID, count) in summary.byRule {
            json.key(ruleID)
            json.integer(count)
        }
        json.endObject()
        json.key("evaluation_errors")
        json.integer(summary.evaluationErrors)
    }

    private func finding(_ finding: Finding, _ json: inout JSONWriter) {
        json.key("fingerprint")
        json.string(finding.fingerprint)
        json.key("rule_id")
        json.string(finding.ruleID)
        json.key("severity")
        json.string(finding.severity.rawValue)
        json.key("status")
        json.string(finding.status.rawValue)
        json.member(finding.service)
        json.key("field")
        json.string(finding.field)
        json.key("value")
        switch finding.value {
        case .null: json.null()
        case .integer(let number): json.integer(number)
        case .text(let text): json.string(text)
        }
        json.key("message")
        json.string(finding.message)
        json.key("provenance")
        write(finding.provenance, &json)
        json.key("related")
        guard let related = finding.related else { return json.null() }
        json.beginObject()
        json.key("total")
        json.integer(related.total)
        json.key("members")
        json.beginArray()
        for member in related.members {
            json.beginObject()
            json.member(member)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private func write(_ provenance: Provenance?, _ json: inout JSONWriter) {
        guard let provenance else { return json.null() }
        json.beginObject()
        json.key("source")
        json.string(provenance.source)
        json.integer("line", provenance.line)
        json.integer("page", provenance.page)
        json.integer("record", provenance.record)
        json.key("address")
        json.string(provenance.address)
        json.endObject()
    }

    private func failure(_ failure: EvaluationFailure, _ json: inout JSONWriter) {
        json.key("rule_id")
        json.string(failure.ruleID)
        json.member(failure.service)
        json.key("field")
        json.string(failure.field)
        json.key("message")
        json.string(failure.message)
    }
}

/// Writes JSON with one element a line: an indented outer text, and compact elements inside it.
private struct JSONLines {
    var outer = JSONWriter(isPretty: true)
    private var element = JSONWriter()

    /// Writes one object under `key`.
    mutating func element(_ key: String, write: (inout JSONWriter) -> Void) {
        outer.key(key)
        object(write)
    }

    mutating func beginList(_ key: String) {
        outer.key(key)
        outer.beginArray()
    }

    mutating func endList() { outer.endArray() }

    /// Writes one object of the list that was begun, handing pieces on to `sink`.
    mutating func element(to sink: inout ReportSink, write: (inout JSONWriter) -> Void) throws(ReportError) {
        object(write)
        if outer.bytes.count >= ReportSink.pieceSize { try sink.write(outer.drain()) }
    }

    /// Writes a list of texts under `key`.
    mutating func strings(_ key: String, _ texts: [String]) { outer.strings(key, texts) }

    /// Writes a list of objects under `key`, handing pieces on to `sink`.
    mutating func list<Element>(
        _ key: String, _ elements: [Element], to sink: inout ReportSink,
        write: (Element, inout JSONWriter) -> Void
    ) throws(ReportError) {
        beginList(key)
        for item in elements { try element(to: &sink) { write(item, &$0) } }
        endList()
    }

    private mutating func object(_ write: (inout JSONWriter) -> Void) {
        element.beginObject()
        write(&element)
        element.endObject()
        outer.raw(String(decoding: element.drain(), as: UTF8.self))
    }
}

extension JSONWriter {
    fileprivate mutating func strings(_ key: String, _ texts: [String]) {
        self.key(key)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    fileprivate mutating func integer(_ key: String, _ number: Int?) {
        self.key(key)
        if let number { integer(number) } else { null() }
    }

    fileprivate mutating func member(_ member: Finding.Member) {
        key("account_sid")
        string(member.accountSID)
        key("service_sid")
        string(member.serviceSID)
        key("unique_name")
        string(member.uniqueName)
    }
}
