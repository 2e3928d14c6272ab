internal import ArgumentParser
internal import AuditEngine
internal import Platform
internal import Reports

/// Which reports a scan writes, and how.
struct ReportOptionGroup: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write a report: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")); - is standard output. "
                + "Can be repeated.", valueName: "format=path"))
    var report: [ReportRequest] = []

    @Option(
        name: .customLong("report-mode"),
        help: ArgumentHelp(
            "Who may read the reports, as octal digits such as 0644. Without it only you may.", valueName: "mode"))
    var reportMode = FileMode.ownerOnly

    @Option(
        name: .customLong("junit-detail"),
        help: ArgumentHelp(
            "Cases of the JUnit report: each finding and one per rule without any, or one for all.",
            valueName: "detail"))
    var junitDetail = ReportOptions.JUnitDetail.findings

    /// What delivers these reports.
    var delivery: ReportDelivery {
        ReportDelivery(
            report, options: ReportOptions(junitDetail: junitDetail, hostname: ProcessEnvironment.hostname),
            mode: reportMode
        ) { ExitStatus($0).rawValue }
    }
}

extension ReportRequest: ExpressibleByArgument {}

extension ReportOptions.JUnitDetail: ExpressibleByArgument {}

extension FileMode: ExpressibleByArgument {
    package init?(argument: String) { self.init(octal: argument) }

    package var defaultValueDescription: String { "0" + String(bits, radix: 8) }
}
