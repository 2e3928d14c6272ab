import AuditEngine
import Testing

@testable import Reports

@Suite struct TerminalSummaryTests {
    @Test(arguments: ReportFixture.allCases)
    func endsWithTheVerdict(fixture: ReportFixture) throws {
        let lines = try TerminalSummary().render(fixture.report).split(separator: "\n")
        let verdict = try #require(lines.dropLast().last)
        #expect(verdict.contains("(exit \(fixture.report.exitCode)): "))
        #expect(verdict.hasPrefix("PASSED") == (fixture.report.exitCode == 0))
    }

    /// Each line begins with a word of ours, so that no CI server takes a name for a command.
    @Test func hostileNamesBeginNoLine() throws {
        let text = try TerminalSummary(findingLimit: 100).render(
            ReportFixture.hostileNames.report,
            written: HostileText.allCases.map { (format: .json, destination: .file($0.text)) })
        let starts = [
            "Scanned", "Findings", "severity", "high", "medium", "critical", "low", "info", "- ", "The ", "Sources",
            "partial:", "error:", "warning:", "and ", "rule ", "Evaluation", "Reports", "json", "INCOMPLETE", "Mend",
        ]
        for line in text.split(separator: "\n") {
            let word = line.drop { $0 == " " }
            #expect(starts.contains { word.hasPrefix($0) }, "\(line)")
        }
        #expect(!text.contains("\u{1B}") && !text.contains("##"))
    }

    @Test func coloursAreOurWordsOnly() throws {
        let report = ReportFixture.hostileNames.report
        let plain = try TerminalSummary().render(report)
        let colored = try TerminalSummary(isColored: true).render(report)
        #expect(colored.contains("\u{1B}[1;33mINCOMPLETE\u{1B}[0m"))
        var stripped = colored
        for code in ["1", "1;31", "31", "33", "36", "1;32", "1;33", "0"] {
            stripped = stripped.replacing("\u{1B}[\(code)m", with: "")
        }
        #expect(stripped == plain)
    }

    @Test(arguments: [40, 80])
    func fitsTheWidth(width: Int) throws {
        let text = try TerminalSummary(width: width, findingLimit: 50).render(ReportFixture.hostileNames.report)
        let findings = text.split(separator: "\n").filter { $0.hasPrefix("  high") || $0.hasPrefix("      ") }
        #expect(findings.count > 50)
        for line in findings where !line.contains("waived") && !line.hasSuffix("0") {
            #expect(TerminalText.width(of: String(line)) <= width)
        }
    }

    @Test func showsTheGravestFindingsFirst() throws {
        let text = try TerminalSummary(findingLimit: 1).render(ReportFixture.everyStatus.report)
        #expect(text.contains("The first 1 of 7 open findings"))
        #expect(text.contains("  critical  chat-instance-reuse: \(ReportFixture.service(21)) (service-21)"))
    }
}
