import AuditEngine

/// Writes the cases of one suite one after the other, with names of which none comes twice in a class.
struct JUnitCases {
    /// A case without its place in the suite.
    struct Draft {
        let name: String
        /// The Service that the case is about; nil for the account as a whole.
        var service: Finding.Member?
        let status: JUnitStatus
        let detail: JUnitCase.Detail
    }

    private let suite: JUnitSuite
    private let duration: String
    private var isFirst = true
    private var names = JUnitName()
    private var className = ""

    /// - Parameter duration: The time that the first case gets.
    init(suite: JUnitSuite, duration: String) {
        self.suite = suite
        self.duration = duration
    }

    mutating func write(
        _ draft: Draft, to xml: inout XMLTextWriter, sink: inout ReportSink
    ) throws(ReportError) {
        let part = draft.service.map { "." + JUnitName.part($0.serviceSID, absent: "unknown-service") } ?? ""
        // The cases of a class come together, so that only those of one class are remembered.
        if suite.className + part != className {
            className = suite.className + part
            names = JUnitName()
        }
        let time = isFirst ? duration : Phrase.seconds(milliseconds: 0)
        isFirst = false
        let name = names.unique(VisibleText.prose(draft.name, limit: 300))
        try JUnitCase(className: className, name: name, status: draft.status, detail: draft.detail, time: time)
            .write(to: &xml)
        try xml.handOnPieces(to: &sink)
    }
}
