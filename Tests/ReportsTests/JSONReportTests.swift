import AuditEngine
import Foundation
import ServiceModel
import Testing

@testable import Reports

@Suite struct JSONReportTests {
    @Test(arguments: ReportFixture.allCases)
    func hasEveryKeyInOrder(fixture: ReportFixture) throws {
        let text = try RenderedReport.text(.json, fixture.report)
        let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
            .map { String($0.dropFirst(3).prefix { $0 != "\"" }) }
        #expect(
            keys == [
                "schema_version", "tool", "run", "warnings", "sources", "roster", "rules", "coverage", "summary",
                "findings", "evaluation_failures",
            ])
        #expect(Set(try parse(fixture.report).keys) == Set(keys))
        #expect(text.hasSuffix("}\n"))
    }

    /// The strings in the file are the strings that were given, whatever they hold.
    @Test func keepsHostileNamesAsTheyAre() throws {
        let report = ReportFixture.hostileNames.report
        let findings = try #require(try parse(report)["findings"] as? [[String: Any]])
        let names = findings.map { Array(($0["unique_name"] as? String ?? "missing").unicodeScalars) }
        #expect(names == HostileText.allCases.map { Array($0.text.unicodeScalars) })
        let values = findings.map { Array(($0["value"] as? String ?? "missing").unicodeScalars) }
        #expect(values == names)
    }

    @Test func hasNothingHiddenInIt() throws {
        let text = try RenderedReport.text(.json, ReportFixture.hostileNames.report)
        let hidden = text.unicodeScalars.filter { $0.value < 0x20 || (0x202A...0x202E).contains($0.value) }
        #expect(hidden.allSatisfy { $0 == "\n" })
    }

    @Test(arguments: ReportFixture.allCases)
    func hasALineForEachElement(fixture: ReportFixture) throws {
        let report = fixture.report
        let lines = try RenderedReport.text(.json, report).split(separator: "\n").count { $0.hasPrefix("    {") }
        let elements = [
            report.sources.count, report.roster.count, report.rules.count, report.coverage.count,
            report.findings.count, report.evaluationFailures.count,
        ]
        #expect(lines == elements.reduce(0, +))
    }

    @Test func tellsValuesApart() throws {
        var report = ReportFixture.everyStatus.report
        var cursor = report.findings.makeCursor()
        let finding = try #require(try cursor.next())
        let findings = [Finding.Value.null, .integer(.max), .integer(.min), .text("0")].map { value in
            Finding(
                fingerprint: finding.fingerprint, ruleID: finding.ruleID, severity: finding.severity,
                service: finding.service, field: nil, value: value, message: "")
        }
        report.findings = FindingList(findings)
        let text = try RenderedReport.text(.json, report)
        for value in ["null", "9223372036854775807", "-9223372036854775808", "\"0\""] {
            #expect(text.contains("\"value\":\(value),"))
        }
    }

    /// The room that is made for a finding is enough for all that is in it, with escapes for each byte and with no texts at all.
    @Test(arguments: ["\u{1}", "\u{9F}", "", nil]) func thereIsRoomForEachFinding(_ scalar: String?) throws {
        let text = scalar.map { String(repeating: $0, count: 700) }
        var report = ReportFixture.everyStatus.report
        let member = Finding.Member(accountSID: text, serviceSID: text, uniqueName: text)
        let finding = Finding(
            fingerprint: text ?? "", ruleID: text ?? "", severity: .critical, service: member, field: text,
            value: text.map(Finding.Value.text) ?? .integer(.min), message: text ?? "", status: .baseline,
            provenance: Provenance(source: text ?? "", line: .max, page: .max, record: .max, address: text),
            related: Finding.Related(members: Array(repeating: member, count: 20), total: Int(UInt32.max)))
        report.findings = FindingList([finding])
        let findings = try #require(try parse(report)["findings"] as? [[String: Any]])
        #expect(findings.map { $0["unique_name"] as? String } == [text])
        let related = try #require(findings[0]["related"] as? [String: Any])
        let names = try #require(related["members"] as? [[String: Any]]).map { $0["unique_name"] as? String }
        #expect(names == Array(repeating: text, count: 20))
    }

    @Test func relatedMembersAndTheirTotalAreThere() throws {
        let findings = try #require(try parse(ReportFixture.groups.report)["findings"] as? [[String: Any]])
        let related = try #require(findings[0]["related"] as? [String: Any])
        #expect(related["total"] as? Int == 57)
        #expect((related["members"] as? [Any])?.count == 20)
        let plain = try #require(try parse(ReportFixture.allPass.report)["summary"] as? [String: Any])
        #expect((plain["by_rule"] as? [String: Int])?.values.allSatisfy { $0 == 0 } == true)
    }

    private func parse(_ report: AuditReport) throws -> [String: Any] {
        let data = Data(try RenderedReport.bytes(.json, report))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
