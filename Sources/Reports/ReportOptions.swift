/// The choices that a reader of reports has.
package struct ReportOptions: Sendable, Hashable {
    /// How many cases a JUnit report has.
    package enum JUnitDetail: String, CaseIterable, Sendable {
        /// A case for each finding, and one for each account and rule that has none.
        case findings
        /// Also one for each account and rule that has findings, and one for each file that was read in full, so that
        /// the same cases come back every night.
        case all
    }

    package var junitDetail: JUnitDetail
    /// The machine that a JUnit report names.
    package var hostname: String
    /// The most findings of one rule, sources, accounts or failures that a Markdown report lists; at least 0.
    package var markdownRowLimit: Int

    /// Takes the choices; `localhost` is what JUnit's readers expect where the machine's name is not known.
    package init(
        junitDetail: JUnitDetail = .findings, hostname: String = "localhost", markdownRowLimit: Int = 100
    ) {
        self.junitDetail = junitDetail
        self.hostname = hostname
        self.markdownRowLimit = max(0, markdownRowLimit)
    }
}
