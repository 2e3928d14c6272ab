import AuditEngine

/// The findings of a report one by one, for those who write them.
struct ReportedFindings {
    private var cursor: FindingList.Cursor

    init(_ findings: FindingList) {
        cursor = findings.makeCursor()
    }

    /// The next finding in the report's order; nil after the last.
    ///
    /// - Throws: `ReportError` where what was put on disk cannot be read again.
    mutating func next() throws(ReportError) -> Finding? {
        do throws(SpillError) {
            return try cursor.next()
        } catch {
            throw ReportError(code: .findingsLost, path: "as a whole", cause: error.description)
        }
    }
}
