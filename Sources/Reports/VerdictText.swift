package import AuditEngine

/// What a run comes to, in words.
package struct VerdictText: Sendable, Hashable {
    /// The ways in which a run can end.
    package enum Kind: String, CaseIterable, Sendable {
        case passed
        case failed
        case incomplete
        /// Nothing was loaded.
        case empty
        case interrupted
        /// An exit status that no run with a report has.
        case unknown
    }

    package let kind: Kind
    /// The verdict in a word or two, with a capital letter, such as `Nothing loaded`.
    package let title: String
    /// What was found, in one or two sentences. Nothing in it comes from a Service, a file or a rule pack.
    package let sentence: String
    /// What to do next, in one sentence.
    package let advice: String

    /// Puts the outcome of `report` into words: its exit status decides, but a run that was interrupted or did not
    /// read everything is never called passed.
    package init(of report: AuditReport, summary: AuditSummary) {
        let run = report.run
        let atGate = run.failOn.map { least in
            summary.bySeverity.reduce(0) { $1.severity >= least ? $0 + $1.count : $0 }
        }
        kind = VerdictText.kind(of: run)
        switch kind {
        case .passed:
            title = "Passed"
            let everything =
                summary.services == 0
                ? "There was no Service to look at, which the run was told to accept. "
                : "Every rule was evaluated for every Service. "
            sentence = everything + VerdictText.open(summary, atGate: atGate, run: run)
            advice =
                summary.findingsOpen == 0
                ? "Nothing needs to be done."
                : "Look at the open findings when there is time; they do not fail the gate."
        case .failed:
            title = "Failed"
            sentence = VerdictText.open(summary, atGate: atGate, run: run)
            advice = "Fix them and scan again; the reports say why each matters and how."
        case .incomplete:
            title = "Incomplete"
            sentence =
                "Not everything could be looked at: \(VerdictText.gaps(report, summary)). "
                + VerdictText.open(summary, atGate: atGate, run: run)
            advice = "Mend what is listed under the sources and the evaluation errors, and scan again: this is no pass."
        case .empty:
            title = "Nothing loaded"
            sentence =
                report.accounts.isEmpty
                ? "No account was loaded, so nothing was looked at."
                : "No Service was found in \(Phrase.count(report.accounts.count, "account")), so nothing was looked at."
            advice = "Check the accounts, credentials and paths that the scan was given: this is no pass."
        case .interrupted:
            title = "Interrupted"
            sentence =
                "The run was ended before its time; what was found until then is below. "
                + VerdictText.open(summary, atGate: atGate, run: run)
            advice = "Scan again: this is no pass."
        case .unknown:
            title = "Ended"
            sentence = "The run ended with status \(run.exitCode)."
            advice = "Look at what it wrote to standard error."
        }
    }

    private static func kind(of run: AuditReport.Run) -> Kind {
        if run.isInterrupted { return .interrupted }
        return switch run.exitCode {
        case 0: run.isComplete ? .passed : .incomplete
        case 1: .failed
        case 2: .incomplete
        case 4: .empty
        case 130: .interrupted
        default: .unknown
        }
    }

    private static func open(_ summary: AuditSummary, atGate: Int?, run: AuditReport.Run) -> String {
        let open = Phrase.count(summary.findingsOpen, "open finding")
        guard let atGate, let least = run.failOn else {
            return "There \(summary.findingsOpen == 1 ? "is" : "are") \(open); no severity fails the gate."
        }
        let bar = least == .critical ? "critical" : "\(least.rawValue) or above"
        if summary.findingsOpen == 0 { return "There is no open finding." }
        return switch atGate {
        case 0: "Of \(open), none is \(bar), which is what fails the gate."
        case summary.findingsOpen: "\(open) \(atGate == 1 ? "is" : "are") \(bar), which fails the gate."
        default: "\(atGate) of \(open) \(atGate == 1 ? "is" : "are") \(bar), which fails the gate."
        }
    }

    private static func gaps(_ report: AuditReport, _ summary: AuditSummary) -> String {
        var gaps: [String] = []
        let unread = report.sources.count { $0.status != .complete }
        if unread > 0 { gaps.append("\(Phrase.count(unread, "source")) could not be read in full") }
        if summary.recordsRejected > 0 {
            let records = Phrase.count(summary.recordsRejected, "record")
            gaps.append("\(records) \(summary.recordsRejected == 1 ? "was" : "were") rejected")
        }
        if summary.evaluationErrors > 0 {
            gaps.append("\(Phrase.count(summary.evaluationErrors, "evaluation")) of a rule for a Service failed")
        }
        return gaps.isEmpty ? "the run did not complete" : gaps.joined(separator: ", ")
    }
}
