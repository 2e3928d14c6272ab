import Foundation
import Testing

@testable import Reports

/// Every report of every fixture is what it was when someone last looked at it.
///
/// With `UPDATE_GOLDEN=1` in the environment the files are rewritten, and the tests fail, so that nobody leaves it on.
@Suite struct GoldenTests {
    @Test(arguments: ReportFixture.allCases, ReportFormat.allCases)
    func reportIsAsBefore(fixture: ReportFixture, format: ReportFormat) throws {
        let bytes = try RenderedReport.bytes(format, fixture.report)
        try compare(bytes, with: "\(fixture.rawValue).\(format.fileExtension)")
    }

    @Test(arguments: ReportFixture.allCases)
    func detailedJUnitIsAsBefore(fixture: ReportFixture) throws {
        let bytes = try RenderedReport.bytes(.junit, fixture.report, options: ReportOptions(junitDetail: .all))
        try compare(bytes, with: "\(fixture.rawValue).all.xml")
    }

    @Test(arguments: ReportFixture.allCases)
    func summaryIsAsBefore(fixture: ReportFixture) throws {
        let written = [
            (format: ReportFormat.json, destination: ReportDestination.file("out/audit.json")),
            (format: .junit, destination: .standardOutput),
        ]
        let text = try TerminalSummary().render(fixture.report, written: written)
        try compare(Array(text.utf8), with: "\(fixture.rawValue).txt")
    }

    private func compare(_ bytes: [UInt8], with name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
        let file = folder.appendingPathComponent(name)
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != "1" else {
            try Data(bytes).write(to: file)
            Issue.record("rewrote \(name); look at the difference, then test without UPDATE_GOLDEN")
            return
        }
        let expected = try Data(contentsOf: file)
        #expect(expected == Data(bytes), "\(name) differs; UPDATE_GOLDEN=1 rewrites it")
    }
}
