internal import AuditEngine

/// The statuses with which the program ends. They are a contract: CI jobs branch on them.
package enum ExitStatus: Int32, CaseIterable, Sendable {
    /// Everything was evaluated, and no open finding reaches `--fail-on`; or the command did what it was asked.
    case success = 0
    /// An open finding reaches `--fail-on`; or the request of a command that is no scan was refused.
    case failure = 1
    /// Something could not be read or evaluated, or a report could not be written. Outranks `failure`.
    case incomplete = 2
    /// Configuration or rules are invalid; nothing was scanned.
    case invalidConfiguration = 3
    /// Nothing was loaded: no account, or no Service in any.
    case nothingLoaded = 4
    /// Wrong usage.
    case usage = 64
    /// Ended by a signal; the reports written say that they are incomplete.
    case interrupted = 130

    init(_ decision: Verdict.Decision) {
        switch decision {
        case .passed: self = .success
        case .failed: self = .failure
        case .incomplete, .notFinished: self = .incomplete
        case .nothingLoaded: self = .nothingLoaded
        case .invalidConfiguration: self = .invalidConfiguration
        case .interrupted: self = .interrupted
        }
    }
}
