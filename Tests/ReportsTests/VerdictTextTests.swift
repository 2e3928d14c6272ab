import AuditEngine
import Testing

@testable import Reports

@Suite struct VerdictTextTests {
    @Test(arguments: [
        (ReportFixture.emptyRun, VerdictText.Kind.empty), (.acceptedEmptyRun, .passed), (.noServices, .empty),
        (.allPass, .passed), (.everyStatus, .failed), (.failedAccount, .incomplete), (.partialFile, .incomplete),
        (.evaluationFailures, .incomplete), (.unknownAccount, .passed), (.interrupted, .interrupted),
    ])
    func kindFollowsTheRun(fixture: ReportFixture, kind: VerdictText.Kind) {
        let report = fixture.report
        #expect(VerdictText(of: report, summary: AuditSummary(of: report)).kind == kind)
    }

    @Test func runThatDidNotReadEverythingIsNeverPassed() {
        var report = ReportFixture.allPass.report
        report.run.isComplete = false
        #expect(VerdictText(of: report, summary: AuditSummary(of: report)).kind == .incomplete)
        report.run.isInterrupted = true
        #expect(VerdictText(of: report, summary: AuditSummary(of: report)).kind == .interrupted)
    }

    @Test func sentenceCountsWhatReachesTheGate() {
        var report = ReportFixture.everyStatus.report
        func sentence() -> String { VerdictText(of: report, summary: AuditSummary(of: report)).sentence }
        #expect(sentence() == "4 of 7 open findings are high or above, which fails the gate.")
        report.run.failOn = .critical
        #expect(sentence() == "1 of 7 open findings is critical, which fails the gate.")
        report.run.failOn = .info
        #expect(sentence() == "7 open findings are info or above, which fails the gate.")
    }

    @Test func sentenceNamesTheGaps() {
        let report = ReportFixture.partialFile.report
        let sentence = VerdictText(of: report, summary: AuditSummary(of: report)).sentence
        #expect(sentence.contains("2 sources could not be read in full, 2 records were rejected."))
    }
}
