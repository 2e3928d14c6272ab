import AuditEngine

/// One `testsuite` of a JUnit report, decided before its cases are written, because it begins with their numbers.
///
/// Findings are not in it: they come one by one while the suite is written.
struct JUnitSuite {
    /// What a suite is about.
    enum Subject: Hashable {
        /// An account; nil for Services whose source does not tell it.
        case account(sid: String?)
        /// The run itself: files, which belong to no account, and whether it was completed.
        case run
    }

    /// What a case is made from beside findings; numbers are indexes into the report's lists.
    enum Entry {
        case loadAccount
        /// What keeps the run from being complete and stands in no other case.
        case run
        case source(Int)
        case failure(Int)
        case coverage(Int)
    }

    let subject: Subject
    /// The suite's name, and the part of class names that stands for the subject.
    let name: String
    /// Cases before the findings.
    var first: [Entry] = []
    /// Cases after the findings.
    var last: [Entry] = []
    /// The account's own entry.
    var account: RosterEntry?
    /// The sources that feed the suite, as indexes.
    var sources: [Int] = []
    /// The ledger's lines for the account, as indexes.
    var coverage: [Int] = []
    /// The findings of the account, counted.
    var findings = FindingCounts()

    /// The suite's part of class names.
    var className: String { "proxy-audit.\(name)" }
}
