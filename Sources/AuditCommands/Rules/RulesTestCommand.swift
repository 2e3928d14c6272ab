internal import ArgumentParser
internal import AuditEngine

/// `proxy-audit rules test`
struct RulesTestCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Evaluate the examples of rules: what each must flag, and what it must not.",
        discussion: """
            Looks for example files in the given paths; without one, in rules/examples, and where there is no such folder \
            takes those of the built-in rules, which are part of the program. A rule without an example file is named, and \
            fails the test with --strict. Ends with status 1 where an example fails.
            """)

    @Argument(help: ArgumentHelp("Example files, or directories of them.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var options: RuleOptions

    @Flag(help: "Fail also where a rule has no example file.")
    var strict = false

    func validate() throws { try checkPaths(paths) }

    func run(console: Console) async throws -> ExitStatus {
        let packs = try options.packs()
        let rules = try options.ruleSet()
        var results: [RuleExamples.Result] = []
        var tested: Set<String> = []
        var problems: [PackProblem] = []
        for text in try texts() {
            do throws(RulePackError) {
                let examples = try RuleExamples(text)
                guard options.only.isEmpty || options.only.contains(examples.ruleID) else { continue }
                tested.insert(examples.ruleID)
                results += try examples.run(packs: packs, now: console.clock())
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw CommandError.rules(RulePackError(problems: problems)) }
        let failed = results.filter { $0.failure != nil }
        for result in failed {
            try console.write("FAIL \(result.example.origin): \(result.example.name): \(result.failure ?? "")\n")
        }
        let untested = rules.rules.map(\.description.id).filter { !tested.contains($0) }
        for id in untested { try console.write("no example file for \(id)\n") }
        let passed = results.count - failed.count
        try console.write(
            "\(results.count) examples of \(tested.count) rules: \(passed) passed, \(failed.count) failed\n")
        return failed.isEmpty && (untested.isEmpty || !strict) ? .success : .failure
    }

    private func texts() throws(CommandError) -> [RulePackText] {
        if paths.isEmpty, !RuleFiles.isFolder(RulesTestCommand.folder) { return BuiltInPacks.examples }
        var texts: [RulePackText] = []
        for path in paths.isEmpty ? [RulesTestCommand.folder] : paths { texts += try RuleFiles.examples(at: path) }
        return texts
    }

    private static let folder = "rules/examples"
}
