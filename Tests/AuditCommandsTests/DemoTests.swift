import Foundation
import Testing

/// The demo audits over HTTP what the samples show.
@Suite struct DemoTests {
    @Test func theSamplesAreTheDemosReports() throws {
        let work = try TemporaryFolder()
        let run = try ProgramRun(["demo", "--now", "2026-01-15T00:00:00Z", "--output", "out"], in: work)
        #expect(run.status == 1)
        #expect(run.output.contains("3 accounts"))
        for name in ["audit.json", "audit.md", "audit.xml"] {
            let sample = ProgramRun.root.appending(path: "reports/samples/\(name)")
            let text = try work.read("out/\(name)")
            #expect(
                text == (try String(contentsOf: sample, encoding: .utf8)),
                "\(name): run 'make samples' and look at the difference")
            let attributes = try FileManager.default.attributesOfItem(atPath: work.url.path + "/out/\(name)")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func everyRuleIsTrippedAndManyServicesTripNone() throws {
        let work = try TemporaryFolder()
        _ = try ProgramRun(["demo", "--now", "2026-01-15T00:00:00Z", "--output", "out"], in: work)
        let report = try JSONReport(work.read("out/audit.json"))
        #expect(report.byRule.filter { $0.value == 0 }.keys.sorted() == [])
        #expect(report.byRule.count == 22)
        #expect(report.services >= 55)
        #expect(report.services - Set(report.findings.map { $0["service_sid"] as? String }).count >= 20)
        #expect(report.sources == ["complete", "complete", "complete"])
    }
}

/// A JSON report, read by Foundation and not by our own parser.
struct JSONReport {
    let root: [String: Any]

    init(_ text: String) throws {
        root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    var summary: [String: Any] { root["summary"] as? [String: Any] ?? [:] }
    var byRule: [String: Int] { summary["by_rule"] as? [String: Int] ?? [:] }
    var services: Int { summary["services"] as? Int ?? -1 }
    var findings: [[String: Any]] { root["findings"] as? [[String: Any]] ?? [] }
    var sources: [String] { (root["sources"] as? [[String: Any]] ?? []).compactMap { $0["status"] as? String } }
    var outcomes: [String] { (root["coverage"] as? [[String: Any]] ?? []).compactMap { $0["outcome"] as? String } }
}
