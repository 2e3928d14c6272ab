internal import ArgumentParser
internal import AuditEngine
internal import Reports
internal import ServiceModel
internal import ServiceSources

/// `proxy-audit scan`: the audit itself.
struct ScanCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Audit the Services of accounts or files.",
        discussion: """
            Exit status: 0 everything was evaluated and no open finding reaches --fail-on; 1 one does; 2 something \
            could not be read or evaluated, or a report not be written; 3 configuration or rules are invalid, or no rule \
            is left; 4 nothing was loaded; 130 interrupted, with reports that say so.

            While a scan runs, the report files of an earlier one say that it has started and not finished.
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Gate") var gate: GateOptions
    @OptionGroup(title: "Reports") var reports: ReportOptionGroup

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
        let reporter = ScanReporter(delivery: reports.delivery, gate: gate.gate, console: console, isQuiet: quiet)
        try reporter.check(
            inputs: sources.paths + rules.rules + [sources.accounts, maskingKey].compactMap { $0 },
            files: sources.paths.flatMap { FileSource(path: $0, excludes: sources.exclude).filesInFolder }
                + rules.rules.flatMap(RuleFiles.packPaths))
        return try await console.interruption.cancelling {
            try await reporter.run { try await scan(console: console).run() }
        }
    }

    /// - Throws: `CommandError` where anything that the scan needs is wrong.
    private func scan(console: Console) throws(CommandError) -> Scan {
        let engine = AuditEngine(
            rules: try rules.ruleSet(), now: now?.instant ?? console.clock(), masker: try masker())
        let (accounts, warnings) = try sources.accountEntries(console: console)
        return Scan(
            paths: sources.paths, excludes: sources.exclude, accounts: accounts, parallelSources: sources.parallel,
            engine: engine, gate: gate.gate, console: console, isQuiet: quiet, warnings: warnings)
    }

    private func masker() throws(CommandError) -> Masker {
        if reveal { return .revealing }
        guard let maskingKey else { return Masker() }
        let text = try InputText.read(maskingKey)
        do throws(MaskingKey.Refusal) {
            return Masker(key: try MaskingKey(Array(text.utf8)))
                .with(secrets: text.split(whereSeparator: \.isWhitespace).map(String.init))
        } catch {
            throw .configuration("\(maskingKey): \(error.reason)")
        }
    }
}
