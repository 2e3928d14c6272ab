package import AuditEngine

/// What a run comes to, in words: the same in every output.
package struct VerdictText: Sendable, Hashable {
    /// The verdict in a word or two, with a capital letter, such as `Nothing loaded`.
    package let title: String
    /// What was found, in one or two sentences. Nothing in it comes from a Service, but a reason may name a path as it is.
    package let sentence: String
    /// What to do next, in one sentence.
    package let advice: String

    /// Puts the verdict of `report` into words.
    package init(of report: AuditReport, summary: AuditSummary) {
        let reasons = report.verdict.reasons.joined(separator: ", ")
        switch report.verdict.decision {
        case .passed:
            title = "Passed"
            let everything =
                summary.services == 0
                ? "There was no Service to look at, which the run was told to accept. "
                : "Every rule was evaluated for every Service. "
            sentence = everything + VerdictText.open(report, summary) + VerdictText.leftOut(report)
            advice =
                summary.findingsOpen == 0
                ? "Nothing needs to be done."
                : "Look at the open findings when there is time; they do not fail the gate."
        case .failed:
            title = "Failed"
            sentence = VerdictText.open(report, summary) + VerdictText.leftOut(report)
            advice = "Fix them and scan again; the reports say why each matters and how."
        case .incomplete:
            title = "Incomplete"
            sentence = "Not everything could be looked at: \(reasons). " + VerdictText.open(report, summary)
            advice = "Mend what is listed under the sources and the evaluation errors, and scan again: this is no pass."
        case .nothingLoaded:
            title = "Nothing loaded"
            sentence = "Nothing was looked at: \(reasons)." + VerdictText.leftOut(report)
            advice = "Check the accounts, credentials and paths that the scan was given: this is no pass."
        case .interrupted:
            title = "Interrupted"
            sentence =
                "The run was ended before its time; what was found until then is below. "
                + VerdictText.open(report, summary)
            advice = "Scan again: this is no pass."
        case .invalidConfiguration:
            title = "Not scanned"
            sentence = "The configuration or the rules are invalid, so nothing was scanned: \(reasons)."
            advice = "Mend them and scan again: this is no pass."
        case .notFinished:
            title = "Not finished"
            sentence = "The run was started and has not finished. If none is running, it was ended from outside."
            advice = "Wait for its end, or scan again: this is no pass."
        }
    }

    private static func open(_ report: AuditReport, _ summary: AuditSummary) -> String {
        let open = Phrase.count(summary.findingsOpen, "open finding")
        guard let least = report.run.gate.failOn else {
            return "There \(summary.findingsOpen == 1 ? "is" : "are") \(open); no severity fails the gate."
        }
        if summary.findingsOpen == 0 { return "There is no open finding." }
        let bar = least == .critical ? "critical" : "\(least.rawValue) or above"
        let atGate = report.counts.open(reaching: least)
        return switch atGate {
        case 0: "Of \(open), none is \(bar), which is what fails the gate."
        case summary.findingsOpen: "\(open) \(atGate == 1 ? "is" : "are") \(bar), which fails the gate."
        default: "\(atGate) of \(open) \(atGate == 1 ? "is" : "are") \(bar), which fails the gate."
        }
    }

    /// What was known and not looked at, on purpose or because there was nothing.
    private static func leftOut(_ report: AuditReport) -> String {
        func count(_ subject: RosterEntry.Subject, _ state: RosterEntry.State) -> Int {
            report.roster.count { $0.subject == subject && $0.state == state }
        }
        let skipped = count(.account, .skipped)
        let empty = count(.account, .empty)
        let passedOver = count(.file, .skipped)
        let parts = [
            skipped > 0 ? "\(Phrase.count(skipped, "account")) left out" : nil,
            empty > 0 ? "\(Phrase.count(empty, "account")) without Services" : nil,
            passedOver > 0 ? "\(Phrase.count(passedOver, "file")) passed over" : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? "" : " Beside that: \(parts.joined(separator: ", "))."
    }
}
