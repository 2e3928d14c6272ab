internal import ArgumentParser
internal import JSON
internal import PII
internal import ServiceSources

/// `proxy-audit pii`: looks for personal data in names.
struct PIICommand: AuditCommand {
    /// A level from which personal data makes the command fail, or none.
    enum Threshold: String, CaseIterable, ExpressibleByArgument {
        case low, medium, high, none

        /// nil for `none`.
        var level: PIILevel? { PIILevel(rawValue: rawValue) }
    }

    static let configuration = CommandConfiguration(
        commandName: "pii", abstract: "Look for personal data in names, before or after they become a Service's.",
        discussion: """
            Reads names, one a line, and prints a JSON object for each on a line of its own, in the same order:
              {"name":…,"kinds":[{"kind":…,"confidence":…,"level":…,"masked":…,"reason":…}]}

            A line that is a JSON object with a text 'name' stands for that name; every other line is a name as it stands, \
            a blank one a name that holds nothing.

            The output repeats the names it was given, in clear: it is for who asked, not for a log. What 'masked' and \
            'reason' say can be shown to anyone.

            Levels: high is a confidence of 0.85 and above, medium of 0.5 and above; low is for information, and what \
            scans and --fail-on medium ignore.

            Exit status: 0 every name was looked at; 1 one holds personal data of the level of --fail-on or above; \
            2 something could not be read: a file, a line that is not UTF-8 or longer than 1 MiB, or a name for which \
            --allow-if has no value; 4 there was no name at all, with --fail-on; 64 wrong usage; 130 interrupted.

            Examples:
              proxy-audit pii names.txt > found.ndjson
              echo "$NAME" | proxy-audit pii --fail-on medium > found.ndjson
              proxy-audit pii --region GB --min-confidence person_name=0.7 names.txt
              proxy-audit pii --allow Johnson-Controls-EU names.txt
              proxy-audit pii --allow-if "name.matches('^blindmatch-[0-9]+$')" names.txt
              proxy-audit pii --explain 'driver_Maria_Garcia'
            """)

    @Argument(help: ArgumentHelp("A file of names, or - for standard input, the default.", valueName: "file"))
    var path: String?

    @Option(help: ArgumentHelp("Tell people what is found in this name, and why; no file is read.", valueName: "name"))
    var explain: String?

    @OptionGroup(title: "What counts") var options: PIIOptions

    @Option(help: "The least level of personal data in any name that ends the command with status 1.")
    var failOn = Threshold.none

    func validate() throws { try checkPaths([path].compactMap(\.self)) }

    func run(console: Console) async throws -> ExitStatus {
        let screen = try options.screen()
        if let explain {
            guard path == nil else { throw CommandError.usage("give a file or --explain, not both") }
            return try self.explain(explain, screen, console)
        }
        let path = path ?? "-"
        if path == "-", console.isInputTerminal {
            console.report("proxy-audit: reading names from this terminal, one a line; Ctrl-D ends them")
        }
        let failOn = failOn.level
        return try await console.interruption.cancelling {
            var run = NameRun(screen: screen, failOn: failOn, console: console)
            return try run.read(path)
        }
    }

    private func explain(_ name: String, _ screen: NameScreen, _ console: Console) throws -> ExitStatus {
        let verdict = screen.verdict(on: name)
        if let fault = verdict.fault { console.report("proxy-audit: --allow-if has no value: \(fault)") }
        let isAllowed = options.allows(name) || verdict.isExempt
        try console.write(NameExplanation(name, verdict.matches, isAllowed: isAllowed).text)
        if verdict.fault != nil { return .incomplete }
        return verdict.reaches(failOn.level) ? .failure : .success
    }
}
