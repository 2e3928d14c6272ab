import AuditEngine

/// The findings of a report one by one, for those who write them.
struct ReportedFindings {
    private var cursor: FindingList.Cursor

    init(_ findings: FindingList) {
        cursor = findings.makeCursor()
    }

    /// Goes to the next finding in the report's order.
    ///
    /// - Returns: Whether there is one.
    /// - Throws: `ReportError` where what was put on disk cannot be read again.
    mutating func advance() throws(ReportError) -> Bool {
        do throws(SpillError) {
            return try cursor.advance()
        } catch {
            throw ReportError(code: .findingsLost, path: "as a whole", cause: error.description)
        }
    }

    /// Calls the body with the finding that was gone to, of which nothing is made.
    mutating func withFinding(_ body: (borrowing FindingView) -> Void) { cursor.withFinding(body) }

    /// Goes to the next finding, and makes it; nil after the last.
    ///
    /// - Throws: As ``advance()``.
    mutating func next() throws(ReportError) -> Finding? {
        guard try advance() else { return nil }
        var finding: Finding?
        withFinding { finding = Finding($0) }
        return finding
    }
}
