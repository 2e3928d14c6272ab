import AuditEngine
import Testing

@testable import Reports

/// A path that a report could not be written to, an account's label, a reason of the roster and a warning are other
/// people's text as names are, and stand in places of their own.
@Suite struct HostileVerdictTests {
    private static let texts = HostileText.allCases.filter { $0.text.utf8.count < 1000 }

    private static func report(_ text: String) -> AuditReport {
        var report = ReportFixture.allPass.report
        report.roster.append(
            RosterEntry(subject: .file, accountSID: nil, label: text, state: .skipped, reason: text, services: 0))
        report.roster.append(
            RosterEntry(
                subject: .account, accountSID: ReportFixture.second, label: text, state: .failed, reason: text,
                services: 0))
        report.warnings = [text]
        report.verdict = Verdict(.incomplete, reasons: ["the report \(text) could not be written"])
        return report
    }

    /// How many lines a report has, and which structure, does not depend on the texts in it.
    @Test(arguments: texts, [ReportFormat.json, .markdown])
    func linesStayWhatTheyAre(hostile: HostileText, format: ReportFormat) throws {
        let text = try RenderedReport.text(format, Self.report(hostile.text))
        let harmless = try RenderedReport.text(format, Self.report("harmless"))
        #expect(text.split(separator: "\n").count == harmless.split(separator: "\n").count)
        #expect(!Self.holdsHidden(text))
    }

    @Test(arguments: texts)
    func junitIsWellFormedAndHasNoMoreCases(hostile: HostileText) throws {
        let document = try #require(JUnitDocument(try RenderedReport.bytes(.junit, Self.report(hostile.text))))
        let harmless = try #require(JUnitDocument(try RenderedReport.bytes(.junit, Self.report("harmless"))))
        #expect(document.suites.map(\.cases.count) == harmless.suites.map(\.cases.count))
        #expect(document.suites.map { $0.cases.map(\.result) } == harmless.suites.map { $0.cases.map(\.result) })
    }

    @Test(arguments: texts)
    func theTerminalShowsNoLineOfTheirs(hostile: HostileText) throws {
        let text = try TerminalSummary().render(Self.report(hostile.text))
        let harmless = try TerminalSummary().render(Self.report("harmless"))
        #expect(text.split(separator: "\n").count == harmless.split(separator: "\n").count)
        #expect(!Self.holdsHidden(text) && !text.contains("##"))
    }

    /// Whether there are controls, or characters that turn the text's direction.
    private static func holdsHidden(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
                || (0x2028...0x202E).contains(scalar.value)
        }
    }
}
