/// How a run ended at the gate.
package enum GateDecision: String, CaseIterable, Sendable {
    /// Everything was evaluated, and no open finding reaches the threshold.
    case passed
    /// Everything was evaluated, and an open finding reaches the threshold.
    case failed
    /// Something could not be read or evaluated.
    case incomplete
    /// No account, or no Service in any.
    case empty
    /// The run was ended before its time.
    case interrupted

    /// Judges a report by its own `run.failOn`.
    ///
    /// - Parameter allowsNoServices: Whether accounts without a single Service may pass.
    package init(of report: AuditReport, allowsNoServices: Bool) {
        let hasAccount = !report.accounts.isEmpty
        let hasService = report.accounts.contains { $0.services > 0 }
        if report.run.isInterrupted {
            self = .interrupted
        } else if !report.run.isComplete {
            self = .incomplete
        } else if !hasAccount && !(allowsNoServices && !report.sources.isEmpty) {
            self = .empty
        } else if !hasService && !allowsNoServices {
            self = .empty
        } else if let failOn = report.run.failOn,
            report.findings.contains(where: { $0.status == .open && $0.severity >= failOn })
        {
            self = .failed
        } else {
            self = .passed
        }
    }
}
