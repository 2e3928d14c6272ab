/// One account or source that is known, and what became of it: nothing that is known is left out of a report.
package struct RosterEntry: Sendable, Hashable {
    package enum State: String, CaseIterable, Sendable {
        /// Everything of it was looked at.
        case scanned
        /// It was read in full, and has no Service.
        case empty
        /// It was left out on purpose; the reason says why.
        case skipped
        /// A part of it could not be read.
        case partial
        /// Nothing of it could be read.
        case failed
    }

    /// What is known.
    package enum Subject: String, CaseIterable, Sendable {
        /// An account, by its SID, or the Services of sources that do not tell theirs.
        case account
        /// A file that was passed over or could not be read.
        case file
    }

    package let subject: Subject
    /// nil for files, and for Services whose source does not tell the account.
    package let accountSID: String?
    /// The labels of the sources that were asked for it, or the file's path. Masked.
    package let label: String?
    package let state: State
    /// Why, where it was not simply scanned; one line, masked.
    package let reason: String?
    /// How many of its Services were looked at, each once.
    package let services: Int

    package init(
        subject: Subject, accountSID: String?, label: String?, state: State, reason: String? = nil, services: Int
    ) {
        self.subject = subject
        self.accountSID = accountSID
        self.label = label
        self.state = state
        self.reason = reason
        self.services = services
    }

    /// Whether everything of it was looked at that was meant to be.
    package var isWhole: Bool {
        switch state {
        case .scanned, .empty, .skipped: true
        case .partial, .failed: false
        }
    }
}
