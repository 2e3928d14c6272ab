/// One `testsuite` of a JUnit report, as indexes into the audit report.
struct JUnitSuite {
    /// What a suite is about.
    enum Subject: Hashable {
        /// An account; nil for Services whose source does not tell it.
        case account(sid: String?)
        /// The run itself where no account was loaded.
        case nothing
        /// The run itself: files, which belong to no account, and whether it was completed.
        case run
    }

    /// What a case is made from; numbers are indexes into the report's lists.
    enum Entry {
        case loadAccount
        case nothingLoaded
        case incompleteRun
        case source(Int)
        case finding(Int)
        case failure(Int)
        case coverage(Int)
    }

    let subject: Subject
    /// The suite's name, and the part of class names that stands for the subject.
    let name: String
    var entries: [Entry] = []
    /// The index of the account's own entry.
    var account: Int?
    /// The sources that feed the suite.
    var sources: [Int] = []
    /// The ledger's lines for the account.
    var coverage: [Int] = []

    /// The suite's part of class names.
    var className: String { "proxy-audit.\(name)" }
}
