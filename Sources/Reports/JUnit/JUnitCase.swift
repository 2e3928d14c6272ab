/// How a case ended: JUnit knows these four ways.
enum JUnitStatus: CaseIterable {
    case passed
    case failure
    case error
    case skipped
}

/// One `testcase` of a JUnit report.
struct JUnitCase {
    /// What a case that did not pass has to say.
    struct Detail {
        /// The severity of what was found, or what kind of thing could not be done; skipped cases have none.
        let type: String
        /// One line.
        let message: String
        /// Everything, on several lines.
        let body: String
    }

    let className: String
    let name: String
    let status: JUnitStatus
    let detail: Detail
    /// Plain seconds.
    let time: String

    /// Writes the element.
    func write(to xml: inout XMLTextWriter) throws(ReportError) {
        try xml.start("testcase")
        try xml.attribute("name", name)
        try xml.attribute("classname", className)
        try xml.attribute("time", time)
        switch status {
        case .passed: break
        case .failure: try writeDetail("failure", type: detail.type, to: &xml)
        case .error: try writeDetail("error", type: detail.type, to: &xml)
        case .skipped: try writeDetail("skipped", type: nil, to: &xml)
        }
        try xml.end()
    }

    private func writeDetail(
        _ element: String, type: String?, to xml: inout XMLTextWriter
    ) throws(ReportError) {
        try xml.start(element)
        if let type { try xml.attribute("type", type) }
        try xml.attribute("message", detail.message)
        try xml.text(detail.body)
        try xml.end()
    }
}
