package import AuditEngine

/// The kinds of report that a run can write.
///
/// The cases are the registry: the raw values are what `--report FORMAT=PATH` takes, and `--help` and the tests list
/// `allCases`. A new kind is one more case here and one more file beside `JSONReport`.
package enum ReportFormat: String, CaseIterable, Sendable {
    case json
    case markdown
    case junit

    /// What the kind is for, as half a sentence for `--help`.
    package var summary: String {
        switch self {
        case .json: "everything, for programs (reports/schema/report.v1.schema.json)"
        case .markdown: "the verdict and the findings, for people, as GitHub and GitLab show it"
        case .junit: "test results, for CI servers (reports/schema/junit.v1.xsd)"
        }
    }

    /// The usual end of such a file's name, without the dot.
    package var fileExtension: String {
        switch self {
        case .json: "json"
        case .markdown: "md"
        case .junit: "xml"
        }
    }

    /// Writes `report` into `sink` in pieces, and flushes it.
    ///
    /// The same report and options give the same bytes. Complexity: linear in the report.
    /// - Throws: `ReportError` where the sink's destination takes no more.
    package func write(
        _ report: AuditReport, options: ReportOptions = ReportOptions(), to sink: inout ReportSink
    ) throws(ReportError) {
        switch self {
        case .json: try JSONReport(report).write(to: &sink)
        case .markdown: try MarkdownReport(report, options: options).write(to: &sink)
        case .junit: try JUnitReport(report, options: options).write(to: &sink)
        }
        try sink.flush()
    }
}
