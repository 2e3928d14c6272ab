import AuditEngine
import Testing

@testable import Reports

@Suite struct VerdictTextTests {
    @Test(arguments: [
        (ReportFixture.emptyRun, Verdict.Decision.nothingLoaded), (.acceptedEmptyRun, .passed),
        (.noServices, .nothingLoaded),
        (.allPass, .passed), (.everyStatus, .failed), (.failedAccount, .incomplete), (.partialFile, .incomplete),
        (.evaluationFailures, .incomplete), (.unknownAccount, .passed), (.interrupted, .interrupted),
    ])
    func decisionFollowsTheRun(fixture: ReportFixture, decision: Verdict.Decision) {
        #expect(fixture.report.verdict.decision == decision)
    }

    /// Whatever a report says of itself, no decision but one reads as a pass.
    @Test(arguments: Verdict.Decision.allCases)
    func onlyAPassReadsAsOne(decision: Verdict.Decision) {
        var report = ReportFixture.allPass.report
        report.verdict = Verdict(decision, reasons: ["a cause"])
        let text = VerdictText(of: report, summary: AuditSummary(of: report))
        #expect((text.title == "Passed") == (decision == .passed))
        #expect(text.advice.contains("no pass") == ![.passed, .failed].contains(decision))
    }

    @Test func sentenceCountsWhatReachesTheGate() {
        var report = ReportFixture.everyStatus.report
        func sentence() -> String { VerdictText(of: report, summary: AuditSummary(of: report)).sentence }
        #expect(sentence() == "4 of 7 open findings are high or above, which fails the gate.")
        report.run.gate = Gate(failOn: .critical)
        #expect(sentence() == "1 of 7 open findings is critical, which fails the gate.")
        report.run.gate = Gate(failOn: .info)
        #expect(sentence() == "7 open findings are info or above, which fails the gate.")
    }

    @Test func sentenceNamesTheGaps() {
        let report = ReportFixture.partialFile.report
        let sentence = VerdictText(of: report, summary: AuditSummary(of: report)).sentence
        #expect(sentence.contains("2 sources could not be read in full, 2 records were rejected"))
    }
}
