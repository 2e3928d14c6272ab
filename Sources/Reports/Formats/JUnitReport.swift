import AuditEngine
import ServiceModel

/// The JUnit XML report, as `reports/schema/junit.v1.xsd` describes it, and as the schemas of Jenkins' xUnit plugin and
/// of Ant's JUnit tasks both allow.
///
/// One suite for each account, with a case that says whether it was loaded, a case for each finding and each failed
/// evaluation, and one for each rule that has neither. Readers add up times, so the run's duration stands on the first
/// suite and its first case only; the run's properties on the first suite only too.
struct JUnitReport {
    private let report: AuditReport
    private let options: ReportOptions
    private let plan: JUnitPlan
    private let text: JUnitText

    init(_ report: AuditReport, options: ReportOptions) {
        self.report = report
        self.options = options
        plan = JUnitPlan(report, detail: options.junitDetail)
        text = JUnitText(report)
    }

    /// Writes the report. Complexity: linear.
    func write(to sink: inout ReportSink) throws(ReportError) {
        var xml = try XMLTextWriter()
        try xml.startDocument()
        try xml.start("testsuites")
        for (id, suite) in plan.suites.enumerated() {
            try write(suite, id: id, to: &xml, sink: &sink)
        }
        try xml.end()
        try xml.endDocument(to: &sink)
    }

    private func write(
        _ suite: JUnitSuite, id: Int, to xml: inout XMLTextWriter, sink: inout ReportSink
    ) throws(ReportError) {
        var counts: [JUnitStatus: Int] = [:]
        for entry in suite.entries { counts[plan.status(of: entry, in: suite), default: 0] += 1 }
        let duration = Phrase.seconds(milliseconds: id == 0 ? report.run.durationMilliseconds : 0)
        try xml.start("testsuite")
        try xml.attribute("name", suite.name)
        try xml.attribute("package", "proxy-audit")
        try xml.attribute("id", id)
        try xml.attribute("tests", suite.entries.count)
        try xml.attribute("failures", counts[.failure, default: 0])
        try xml.attribute("errors", counts[.error, default: 0])
        try xml.attribute("skipped", counts[.skipped, default: 0])
        try xml.attribute("timestamp", String(report.run.startedAt.description.prefix(19)))
        let hostname = VisibleText.prose(options.hostname, limit: 255)
        try xml.attribute("hostname", hostname.isEmpty ? "localhost" : hostname)
        try xml.attribute("time", duration)
        try writeProperties(id == 0 ? properties : [], to: &xml)
        var names = JUnitName()
        for (position, entry) in suite.entries.enumerated() {
            let time = position == 0 ? duration : Phrase.seconds(milliseconds: 0)
            try testCase(entry, in: suite, names: &names, time: time).write(to: &xml)
            try xml.handOnPieces(to: &sink)
        }
        let label = suite.account.flatMap { report.accounts[$0].label }.map { [text.labelLine($0)] } ?? []
        try writeOutput("system-out", label + suite.coverage.map { text.ledgerLine(report.coverage[$0]) }, to: &xml)
        let troubled = suite.sources.map { report.sources[$0] }.filter { !($0.errors.isEmpty && $0.warnings.isEmpty) }
        try writeOutput("system-err", troubled.flatMap(text.sourceLines), to: &xml)
        try xml.end()
    }

    /// What holds for the whole run; the first suite has it, for some readers refuse a property that comes twice in a
    /// file.
    private var properties: [(name: String, value: String)] {
        [
            ("tool", "\(report.tool.name) \(report.tool.version)"), ("rules_digest", report.run.rulesDigest),
            ("now", report.run.now.description), ("fail_on", report.run.failOn?.rawValue ?? "none"),
            ("exit_code", String(report.run.exitCode)),
        ]
    }

    private func writeProperties(
        _ properties: [(name: String, value: String)], to xml: inout XMLTextWriter
    ) throws(ReportError) {
        try xml.start("properties")
        for (name, value) in properties where !value.isEmpty {
            try xml.start("property")
            try xml.attribute("name", name)
            try xml.attribute("value", VisibleText.escape(value, limit: 300))
            try xml.end()
        }
        try xml.end()
    }

    private func writeOutput(
        _ element: String, _ lines: [String], to xml: inout XMLTextWriter
    ) throws(ReportError) {
        try xml.start(element)
        if !lines.isEmpty { try xml.text(lines.joined(separator: "\n")) }
        try xml.end()
    }

    private func testCase(
        _ entry: JUnitSuite.Entry, in suite: JUnitSuite, names: inout JUnitName, time: String
    ) -> JUnitCase {
        let name: String
        var service: Finding.Member?
        var field: String?
        let detail: JUnitCase.Detail
        switch entry {
        case .loadAccount:
            name = "load-account"
            let account = suite.account.map { report.accounts[$0] }
            detail = text.load(account, sources: suite.sources.map { report.sources[$0] })
        case .nothingLoaded:
            name = "load-account"
            detail = text.nothingLoaded
        case .incompleteRun:
            name = "complete-run"
            detail = text.incompleteRun
        case .source(let index):
            let source = report.sources[index]
            name = "load-\(source.kind): \(source.label)"
            detail = text.source(source)
        case .finding(let index):
            let finding = report.findings[index]
            name = finding.ruleID
            service = finding.service
            field = finding.field
            detail = text.finding(finding)
        case .failure(let index):
            let failure = report.evaluationFailures[index]
            name = failure.ruleID
            service = failure.service
            detail = text.failure(failure)
        case .coverage(let index):
            let entry = report.coverage[index]
            name = entry.ruleID
            detail = text.coverage(entry, unlisted: plan.unlistedErrors(of: entry))
        }
        let part = service.map { "." + JUnitName.part($0.serviceSID, absent: "unknown-service") } ?? ""
        let className = suite.className + part
        let shownField = field.map { VisibleText.prose($0, limit: 100) }
        return JUnitCase(
            className: className,
            name: names.unique(VisibleText.prose(name, limit: 200), field: shownField, in: className),
            status: plan.status(of: entry, in: suite), detail: detail, time: time)
    }
}
