import AuditEngine
import Foundation
import Testing

@testable import Reports

@Suite struct JUnitReportTests {
    @Test(arguments: ReportFixture.allCases, ReportOptions.JUnitDetail.allCases)
    func satisfiesTheSchema(fixture: ReportFixture, detail: ReportOptions.JUnitDetail) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../reports/schema/junit.v1.xsd").path
        let bytes = try RenderedReport.bytes(.junit, fixture.report, options: ReportOptions(junitDetail: detail))
        guard let schema = XMLSchema(path: path), let document = XMLDocument(bytes) else {
            Issue.record("the schema or the report is not well-formed")
            return
        }
        let isAccepted = schema.accepts(document)
        #expect(isAccepted)
    }

    @Test func schemaRefusesWhatIsNoReport() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../reports/schema/junit.v1.xsd").path
        let bytes = try RenderedReport.text(.junit, ReportFixture.allPass.report)
            .replacing("classname=\"proxy-audit.", with: "classname=\"other.")
        guard let schema = XMLSchema(path: path), let document = XMLDocument(Array(bytes.utf8)) else {
            Issue.record("the schema or the report is not well-formed")
            return
        }
        let isAccepted = schema.accepts(document)
        #expect(!isAccepted)
    }

    @Test(arguments: ReportFixture.allCases, ReportOptions.JUnitDetail.allCases)
    func countsAreThoseOfTheCases(fixture: ReportFixture, detail: ReportOptions.JUnitDetail) throws {
        let suites = try self.suites(fixture.report, detail: detail)
        #expect(!suites.isEmpty)
        for suite in suites {
            #expect(suite.attributes["tests"] == "\(suite.cases.count)")
            #expect(suite.attributes["failures"] == "\(suite.count("failure"))")
            #expect(suite.attributes["errors"] == "\(suite.count("error"))")
            #expect(suite.attributes["skipped"] == "\(suite.count("skipped"))")
        }
    }

    @Test(arguments: ReportFixture.allCases, ReportOptions.JUnitDetail.allCases)
    func noCaseComesTwice(fixture: ReportFixture, detail: ReportOptions.JUnitDetail) throws {
        let cases = try suites(fixture.report, detail: detail).flatMap(\.cases)
        #expect(Set(cases.map { "\($0.className)\n\($0.name)" }).count == cases.count)
    }

    /// A CI server must not show green where the exit status says that something is missing.
    @Test(arguments: ReportFixture.allCases, ReportOptions.JUnitDetail.allCases)
    func isRedWhereTheRunIsNoPass(fixture: ReportFixture, detail: ReportOptions.JUnitDetail) throws {
        let report = fixture.report
        let cases = try suites(report, detail: detail).flatMap(\.cases)
        switch report.exitCode {
        case 0: #expect(cases.allSatisfy { $0.result != "error" })
        case 1: #expect(cases.contains { $0.result == "failure" })
        default: #expect(cases.contains { $0.result == "error" })
        }
    }

    @Test func incompleteRunWithoutACauseIsAnError() throws {
        var report = ReportFixture.allPass.report
        report.verdict = Verdict(.incomplete, reasons: ["the report a.json could not be written"])
        let run = try #require(try suites(report).last)
        #expect(run.name == "run")
        #expect(run.cases.map(\.name) == ["complete-run"])
        #expect(run.cases.map(\.result) == ["error"])
    }

    @Test func noAccountIsAnErrorThatSaysSo() throws {
        let suites = try self.suites(ReportFixture.emptyRun.report)
        #expect(suites.map(\.name) == ["run"])
        #expect(suites.flatMap(\.cases).map(\.name) == ["complete-run"])
        #expect(suites.flatMap(\.cases).map(\.result) == ["error"])
        #expect(suites.flatMap(\.cases).map(\.message).allSatisfy { $0.contains("no account") })
    }

    @Test func failedAccountIsAnErrorOfItsLoadCaseAndItsRulesAreSkipped() throws {
        let suites = try self.suites(ReportFixture.failedAccount.report)
        let failed = try #require(suites.first { $0.name == ReportFixture.second })
        #expect(failed.cases.first?.name == "load-account")
        #expect(failed.cases.first?.result == "error")
        #expect(failed.cases.first?.body.contains("401: code 20003") == true)
        #expect(failed.cases.dropFirst().map(\.result) == Array(repeating: "skipped", count: 5))
        let other = try #require(suites.first { $0.name == ReportFixture.first })
        #expect(other.cases.first?.result == nil)
    }

    @Test func rejectedRecordsAreAnErrorOfTheFile() throws {
        let run = try #require(try suites(ReportFixture.partialFile.report).first { $0.name == "run" })
        #expect(run.cases.map(\.name) == ["load-file: exports/may.ndjson", "load-file: exports/june.json.gz"])
        #expect(run.cases.map(\.result) == ["error", "error"])
        #expect(run.cases[0].body.contains("error: exports/may.ndjson:4: record 3: no sid"))
        #expect(run.errors.contains("warning: standard input held no Service"))
    }

    @Test func findingSaysEverythingInItsBody() throws {
        let suites = try self.suites(ReportFixture.groups.report)
        let body = try #require(suites.first?.cases.first { $0.result == "failure" }).body
        let lines = body.split(separator: "\n").map(String.init)
        #expect(lines.contains("Rule: chat-instance-reuse (critical, isolation, pack core)"))
        #expect(lines.contains("Title: One Chat instance serves several Services"))
        #expect(lines.contains("Service: \(ReportFixture.service(100))"))
        #expect(lines.contains("Unique name: service-100"))
        #expect(lines.contains("Field: chat_instance_sid"))
        #expect(lines.contains("Message: Service 100 breaks chat-instance-reuse."))
        #expect(lines.contains("Related: 57 other Services, of which the first 20"))
        #expect(lines.count { $0.hasPrefix("  AC") } == 20)
        #expect(lines.last == "Fingerprint: \(ReportFixture.fingerprint(100))")
    }

    /// Once for each rule, however many findings it has.
    @Test func adviceIsInTheOutputOfTheSuite() throws {
        let suites = try self.suites(ReportFixture.everyStatus.report)
        for suite in suites {
            #expect(suite.output.components(separatedBy: "Names are shown in logs, URLs and the console").count == 2)
            #expect(suite.output.contains("Create a Service with a neutral name"))
        }
    }

    /// Red is what the gate is red for, and nothing else.
    @Test(arguments: [Severity?.none, .info, .low, .medium, .high, .critical], ReportOptions.JUnitDetail.allCases)
    func failuresAreWhatReachesTheGate(least: Severity?, detail: ReportOptions.JUnitDetail) throws {
        var report = ReportFixture.everyStatus.report
        report.run.gate = Gate(failOn: least)
        let cases = try suites(report, detail: detail).flatMap(\.cases)
        let isAboutAService = { (entry: JUnitDocument.Case) in entry.className.split(separator: ".").count == 3 }
        #expect(cases.count { $0.result == "failure" && isAboutAService($0) } == report.counts.open(reaching: least))
        #expect(cases.contains { $0.result == "failure" } == (report.counts.open(reaching: least) > 0))
    }

    @Test func classNamesTellTheAccountAndTheService() throws {
        let cases = try suites(ReportFixture.everyStatus.report).flatMap(\.cases)
        let finding = try #require(cases.first { $0.result == "failure" })
        #expect(finding.className == "proxy-audit.\(ReportFixture.first).\(ReportFixture.service(1))")
        #expect(finding.name == "pii-in-unique-name [unique_name]")
        #expect(finding.type == "high")
        let names = cases.filter { $0.className == finding.className }.map(\.name)
        #expect(
            names == [
                "pii-in-unique-name [unique_name]", "pii-in-unique-name [callback_url]",
                "pii-in-unique-name [callback_url] #2",
            ])
    }

    @Test func unknownAccountsAndServicesHaveAName() throws {
        let suites = try self.suites(ReportFixture.unknownAccount.report)
        #expect(suites.map(\.name) == ["unknown-account"])
        let cases = suites[0].cases.filter { $0.name.hasPrefix("stale-service") && $0.result == "skipped" }
        #expect(cases.map(\.className) == Array(repeating: "proxy-audit.unknown-account.unknown-service", count: 2))
        #expect(cases.map(\.name) == ["stale-service", "stale-service #2"])
    }

    @Test func errorsWithoutACaseOfTheirOwnAreCounted() throws {
        let cases = try suites(ReportFixture.evaluationFailures.report).flatMap(\.cases)
        let errors = cases.filter { $0.result == "error" }
        #expect(errors.count == 4)
        #expect(errors.allSatisfy { $0.type == "evaluation" })
        #expect(errors.last?.message == "the rule could not be evaluated for 5 Services")
    }

    @Test func timeStandsOnTheFirstSuiteOnly() throws {
        let suites = try self.suites(ReportFixture.allPass.report)
        #expect(suites.map { $0.attributes["time"] } == ["1.229", "0.000"])
        #expect(suites[0].cases.map(\.time).filter { $0 != "0.000" } == ["1.229"])
        #expect(suites[0].attributes["timestamp"] == "2026-09-21T14:13:20")
    }

    @Test func allDetailHasACaseForEachAccountAndRule() throws {
        let suites = try self.suites(ReportFixture.everyStatus.report, detail: .all)
        for suite in suites {
            let ledger = suite.cases.filter { $0.className == "proxy-audit.\(suite.name)" }.map(\.name)
            #expect(ledger == ["load-account"] + ReportFixture.rules.map(\.id))
        }
    }

    @Test(arguments: ["", "\n", "host\u{7}\nname"])
    func hostNameIsAlwaysLegal(hostname: String) throws {
        let options = ReportOptions(hostname: hostname)
        let bytes = try RenderedReport.bytes(.junit, ReportFixture.allPass.report, options: options)
        let shown = try #require(JUnitDocument(bytes)).suites[0].attributes["hostname"]
        #expect(shown == (hostname.contains("host") ? #"host\u{7} name"# : "localhost"))
    }

    private func suites(
        _ report: AuditReport, detail: ReportOptions.JUnitDetail = .findings
    ) throws -> [JUnitDocument.Suite] {
        let bytes = try RenderedReport.bytes(.junit, report, options: ReportOptions(junitDetail: detail))
        return try #require(JUnitDocument(bytes)).suites
    }
}
