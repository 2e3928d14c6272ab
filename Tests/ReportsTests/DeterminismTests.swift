import AuditEngine
import Testing

@testable import Reports

/// Equal inputs give equal bytes: nothing in a report comes from a hash table's order, a clock or the machine.
@Suite struct DeterminismTests {
    @Test(arguments: ReportFixture.allCases, ReportFormat.allCases)
    func equalReportsGiveEqualBytes(fixture: ReportFixture, format: ReportFormat) throws {
        let first = try RenderedReport.bytes(format, fixture.report)
        for _ in 0..<3 {
            let again = try RenderedReport.bytes(format, fixture.report)
            #expect(first == again)
        }
    }

    /// All that differs between two runs on the same input is when they ran and how long.
    @Test(arguments: ReportFormat.allCases)
    func onlyTimesOfTheRunDiffer(format: ReportFormat) throws {
        var later = ReportFixture.everyStatus.report
        let earlier = later
        later.run.finishedAt = later.run.startedAt
        later.run.durationMilliseconds = 99_999
        let lines = try [earlier, later].map { try RenderedReport.text(format, $0).split(separator: "\n") }
        #expect(lines[0].count == lines[1].count)
        let differing = zip(lines[0], lines[1]).count { $0 != $1 }
        #expect((1...2).contains(differing))
    }
}
