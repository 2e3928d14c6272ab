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

    /// Writes the report, going through the findings once. Complexity: linear.
    func write(to sink: inout ReportSink) throws(ReportError) {
        var xml = try XMLTextWriter()
        try xml.startDocument()
        try xml.start("testsuites")
        var findings = ReportedFindings(report.findings)
        var upcoming = try findings.next()
        for (id, suite) in plan.suites.enumerated() {
            try begin(suite, id: id, to: &xml)
            var cases = JUnitCases(suite: suite, duration: duration(ofSuite: id))
            for entry in suite.first { try cases.write(self.case(entry, in: suite), to: &xml, sink: &sink) }
            while let finding = upcoming, suite.subject == .account(sid: finding.service.accountSID) {
                try cases.write(self.case(finding, in: suite), to: &xml, sink: &sink)
                upcoming = try findings.next()
            }
            for entry in suite.last { try cases.write(self.case(entry, in: suite), to: &xml, sink: &sink) }
            try end(suite, to: &xml)
        }
        guard upcoming == nil else {
            throw ReportError(
                code: .findingsLost, path: "as JUnit XML", cause: "a finding is of an account without a suite")
        }
        try xml.end()
        try xml.endDocument(to: &sink)
    }

    private func duration(ofSuite id: Int) -> String {
        Phrase.seconds(milliseconds: id == 0 ? report.run.durationMilliseconds : 0)
    }

    private func begin(_ suite: JUnitSuite, id: Int, to xml: inout XMLTextWriter) throws(ReportError) {
        let counts = plan.counts(of: suite)
        try xml.start("testsuite")
        try xml.attribute("name", suite.name)
        try xml.attribute("package", "proxy-audit")
        try xml.attribute("id", id)
        try xml.attribute("tests", counts.tests)
        try xml.attribute("failures", counts.failures)
        try xml.attribute("errors", counts.errors)
        try xml.attribute("skipped", counts.skipped)
        try xml.attribute("timestamp", String(report.run.startedAt.description.prefix(19)))
        let hostname = VisibleText.prose(options.hostname, limit: 255)
        try xml.attribute("hostname", hostname.isEmpty ? "localhost" : hostname)
        try xml.attribute("time", duration(ofSuite: id))
        try writeProperties(id == 0 ? properties : [], to: &xml)
    }

    /// Why rules matter and what to do stands here, once for all cases of the account.
    private func end(_ suite: JUnitSuite, to xml: inout XMLTextWriter) throws(ReportError) {
        let label = suite.account?.label.map { [text.labelLine($0)] } ?? []
        let entries = suite.coverage.map { report.coverage[$0] }
        let advice = entries.filter { $0.findings > 0 }.flatMap { text.adviceLines($0.ruleID) }
        try writeOutput("system-out", label + entries.map(text.ledgerLine) + advice, to: &xml)
        let troubled = suite.sources.map { report.sources[$0] }.filter { !($0.faults.isEmpty && $0.warnings.isEmpty) }
        let warnings = suite.subject == .run ? report.warnings.map(text.warningLine) : []
        try writeOutput("system-err", warnings + troubled.flatMap(text.sourceLines), to: &xml)
        try xml.end()
    }

    /// What holds for the whole run; the first suite has it, for some readers refuse a property that comes twice in a
    /// file.
    private var properties: [(name: String, value: String)] {
        [
            ("tool", "\(report.tool.name) \(report.tool.version)"), ("rules_digest", report.run.rulesDigest),
            ("now", report.run.now.description), ("fail_on", report.run.gate.failOn?.rawValue ?? "none"),
            ("decision", report.verdict.decision.rawValue), ("exit_code", String(report.exitCode)),
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

    private func `case`(_ finding: Finding, in suite: JUnitSuite) -> JUnitCases.Draft {
        let status = plan.status(of: finding)
        return JUnitCases.Draft(
            name: text.name(of: finding), service: finding.service, status: status,
            detail: text.finding(finding, label: suite.account?.label, isAtGate: status == .failure))
    }

    private func `case`(_ entry: JUnitSuite.Entry, in suite: JUnitSuite) -> JUnitCases.Draft {
        let status = plan.status(of: entry, in: suite)
        switch entry {
        case .loadAccount:
            let sources = suite.sources.map { report.sources[$0] }
            return JUnitCases.Draft(
                name: "load-account", status: status, detail: text.load(suite.account, sources: sources))
        case .run: return JUnitCases.Draft(name: "complete-run", status: status, detail: text.run)
        case .source(let index):
            let source = report.sources[index]
            return JUnitCases.Draft(
                name: "load-\(source.kind): \(source.label)", status: status, detail: text.source(source))
        case .failure(let index):
            let failure = report.evaluationFailures[index]
            let field = failure.field.map { " [\($0)]" } ?? ""
            return JUnitCases.Draft(
                name: "\(failure.ruleID)\(field) (not evaluated)", service: failure.service, status: status,
                detail: text.failure(failure, label: suite.account?.label))
        case .coverage(let index):
            let entry = report.coverage[index]
            return JUnitCases.Draft(
                name: entry.ruleID, status: status,
                detail: text.coverage(entry, unlisted: plan.unlistedErrors(of: entry)))
        }
    }
}
