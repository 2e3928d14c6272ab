/// What a run comes to: one value, made after everything else, from which exit status and every report's words follow.
package struct Verdict: Sendable, Hashable {
    package enum Decision: String, CaseIterable, Sendable {
        /// Everything was looked at, and no open finding reaches the gate.
        case passed
        /// Everything was looked at, and an open finding reaches the gate.
        case failed
        /// Something could not be read, evaluated or written. Outranks `failed`.
        case incomplete
        /// No account, or no Service in any.
        case nothingLoaded = "nothing_loaded"
        /// The run was ended before its time.
        case interrupted
        /// Configuration or rules are invalid, so that nothing was scanned.
        case invalidConfiguration = "invalid_configuration"
        /// The run has begun and not ended: what a report says that stands there meanwhile.
        case notFinished = "not_finished"
    }

    package let decision: Decision

    /// Whether everything was looked at that there was to look at.
    package var isComplete: Bool {
        switch decision {
        case .passed, .failed, .nothingLoaded: true
        case .incomplete, .interrupted, .invalidConfiguration, .notFinished: false
        }
    }

    /// Why, as half sentences such as `2 sources could not be read in full`; empty where the run passed or failed.
    /// Nothing in them comes from a Service.
    package let reasons: [String]

    package init(_ decision: Decision, reasons: [String] = []) {
        self.decision = decision
        self.reasons = reasons
    }

    /// Judges a run by all that is known of it.
    ///
    /// - Parameter undelivered: The reports that could not be written, as messages name them.
    package init(of report: AuditReport, undelivered: [String] = []) {
        let gate = report.run.gate
        var reasons = Verdict.gaps(in: report)
        let warnings = report.sources.reduce(0) { $0 + $1.warnings.count } + report.warnings.count
        if gate.isStrict, warnings > 0 {
            reasons.append("\(Verdict.count(warnings, "warning")), and the run is strict")
        }
        for path in undelivered { reasons.append("the report \(path) could not be written") }
        let accounts = report.roster.filter { $0.subject == .account }
        let hasService = accounts.contains { $0.services > 0 }
        let isEmpty = !hasService && !(gate.allowsNoServices && !report.sources.isEmpty)
        if report.run.isInterrupted {
            self.init(.interrupted, reasons: reasons)
        } else if !reasons.isEmpty {
            self.init(.incomplete, reasons: reasons)
        } else if isEmpty {
            let read = accounts.filter { $0.state != .skipped }.count
            self.init(
                .nothingLoaded, reasons: [read == 0 ? "no account" : "no Service in \(Verdict.count(read, "account"))"])
        } else if report.counts.open(reaching: gate.failOn) > 0 {
            self.init(.failed)
        } else {
            self.init(.passed)
        }
    }

    private static func gaps(in report: AuditReport) -> [String] {
        var gaps: [String] = []
        let unread = report.sources.count { $0.status != .complete }
        if unread > 0 { gaps.append("\(count(unread, "source")) could not be read in full") }
        let rejected = report.sources.reduce(0) { $0 + $1.recordsRejected }
        if rejected > 0 { gaps.append("\(count(rejected, "record")) \(rejected == 1 ? "was" : "were") rejected") }
        let errors = report.coverage.reduce(0) { $0 + $1.errors }
        if errors > 0 { gaps.append("\(count(errors, "evaluation")) of a rule for a Service failed") }
        return gaps
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
