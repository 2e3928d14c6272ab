/// Writes a table of GitHub Flavored Markdown, row by row.
///
/// Cells are Markdown already; text of other people's must have come through `MarkdownText` with `isInTable`.
struct MarkdownTable {
    /// A column: its heading, and whether its cells are numbers, which stand to the right.
    struct Column {
        let title: String
        var isNumber = false
    }

    private let columns: [Column]

    /// Begins a table with its heading.
    init(_ columns: [Column], to sink: inout ReportSink) throws(ReportError) {
        self.columns = columns
        try row(columns.map(\.title), to: &sink)
        try row(columns.map { $0.isNumber ? "---:" : "---" }, to: &sink)
    }

    /// Writes a row with a cell for each column.
    func row(_ cells: [String], to sink: inout ReportSink) throws(ReportError) {
        try sink.write("| " + cells.joined(separator: " | ") + " |\n")
    }

    /// Ends the table, saying how many rows were left out.
    func end(leavingOut rows: Int, to sink: inout ReportSink) throws(ReportError) {
        if rows > 0 { try sink.write("\n\(rows) more; the JSON report has all of them.\n") }
        try sink.write("\n")
    }
}
