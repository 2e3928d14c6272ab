internal import ArgumentParser
internal import AuditEngine
internal import Reports
internal import ServiceModel

/// `proxy-audit scan`: the audit itself.
struct ScanCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Audit the Services of accounts or files.",
        discussion: """
            Exit status: 0 everything was evaluated and no open finding reaches --fail-on; 1 one does; 2 something \
            could not be read or evaluated, or a report not be written; 3 configuration or rules are invalid; \
            4 nothing was loaded; 130 interrupted, with reports that say so.
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Gate") var gate: GateOptions

    @Option(
        help: ArgumentHelp(
            "Write a report: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")); - is standard output. "
                + "Can be repeated.", valueName: "format=path"))
    var report: [ReportRequest] = []

    @Option(
        name: .customLong("junit-detail"),
        help: ArgumentHelp(
            "Cases of the JUnit report: each finding and one per rule without any, or one for all.",
            valueName: "detail"))
    var junitDetail = ReportOptions.JUnitDetail.findings

    @Option(help: ArgumentHelp("The instant that rules see as now, such as 2026-01-31T00:00:00Z.", valueName: "time"))
    var now: InstantArgument?

    @Option(
        help: ArgumentHelp(
            "A file with your organization's key: equal hidden values then get equal short tokens.", valueName: "file"))
    var maskingKey: String?

    @Flag(help: "Show personal data and secrets in reports instead of masking them.")
    var reveal = false

    @Flag(name: .shortAndLong, help: "Show no summary and no progress.")
    var quiet = false

    func run(console: Console) async throws -> ExitStatus {
        let delivery = ReportDelivery(
            requests: report, options: ReportOptions(junitDetail: junitDetail, hostname: ProcessEnvironment.hostname),
            console: console, isQuiet: quiet)
        let engine = AuditEngine(
            rules: try rules.ruleSet(), now: now?.instant ?? console.clock(), redactor: try redactor())
        try delivery.check()
        let scan = Scan(
            paths: sources.paths, accounts: try sources.accountEntries(console: console),
            parallelSources: sources.parallel, engine: engine,
            gate: Scan.Gate(failOn: gate.failOn.severity, allowsNoServices: gate.allowEmpty), console: console,
            isQuiet: quiet)
        let (report, decision) = try await Interruption.cancelling { try await scan.run() }
        try delivery.deliver(report)
        return ExitStatus(decision)
    }

    private func redactor() throws(CommandError) -> Redactor {
        if reveal { return .revealing }
        guard let maskingKey else { return Redactor() }
        let key = try InputText.read(maskingKey)
        guard key.utf8.count >= 16 else { throw .configuration("\(maskingKey): a key has at least 16 bytes") }
        return Redactor(key: Array(key.utf8))
    }
}
