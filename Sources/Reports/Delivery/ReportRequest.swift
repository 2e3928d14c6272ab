/// One report that is wanted: its kind, and where it is to be put.
package struct ReportRequest: Sendable, Hashable {
    package let format: ReportFormat
    package let destination: ReportDestination

    package init(format: ReportFormat, destination: ReportDestination) {
        self.format = format
        self.destination = destination
    }

    /// Reads `json=PATH` and the like; nil for an unknown format or an empty path.
    package init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty, let format = ReportFormat(rawValue: parts[0]) else { return nil }
        self.init(format: format, destination: ReportDestination(argument: parts[1]))
    }
}
