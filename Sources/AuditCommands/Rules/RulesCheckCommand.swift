internal import ArgumentParser
internal import AuditEngine
internal import JSON

/// `proxy-audit rules check FILE…`
struct RulesCheckCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check rule packs without scanning anything.",
        discussion: """
            Reports every problem of every file by line and column, and ends with status 3 where there is one; a pack's name \
            or a rule's id that another file or the program has is one too, for 'scan' refuses it. A file with the name and \
            most rules of a built-in pack is taken for a new version of that pack. Of files without a problem, warns of \
            what is probably not meant: a field that may be null and is used without asking, a function that fails on some \
            texts, a condition that is always true or false, a parameter that nothing reads, a message that cannot be \
            made, a value that does not occur. Warnings do not change the status, unless with --strict.
            """)

    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: ArgumentHelp("Rule packs, or directories of them.", valueName: "file"))
    var files: [String]

    @Flag(help: "End with status 1 where there is a warning.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "text, with the lines and carets, or json, an object with all problems, on standard output.",
            valueName: "format"))
    var format = Format.text

    func validate() throws { try checkPaths(files) }

    func run(console: Console) async throws -> ExitStatus {
        var packs: [RulePackText] = []
        for file in files { packs += try RuleFiles.packs(at: file) }
        let check = RuleCheck(packs, beside: BuiltInPacks.all)
        switch format {
        case .text: try report(check, packCount: packs.count, console)
        case .json: try console.write(RulesCheckCommand.json(check, packCount: packs.count))
        }
        if check.hasErrors { return .invalidConfiguration }
        return strict && !check.problems.isEmpty ? .failure : .success
    }

    private func report(_ check: RuleCheck, packCount: Int, _ console: Console) throws(CommandError) {
        if check.hasErrors { throw .rules(RulePackError(problems: check.problems)) }
        for warning in check.problems { console.report(warning.rendered) }
        let found = check.problems.isEmpty ? "no problem" : RulesCheckCommand.counted(check.problems.count, "warning")
        let looked =
            "\(RulesCheckCommand.counted(check.ruleCount, "rule")) in \(RulesCheckCommand.counted(packCount, "pack"))"
        try console.write("\(looked): \(found)\n")
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// The result as an object, keys in a fixed order.
    private static func json(_ check: RuleCheck, packCount: Int) -> [UInt8] {
        var writer = JSONWriter(isPretty: true)
        writer.beginObject()
        writer.member("packs", packCount)
        writer.member("rules", check.ruleCount)
        writer.member("errors", check.problems.count { !$0.isWarning })
        writer.member("warnings", check.problems.count { $0.isWarning })
        writer.key("problems")
        writer.beginArray()
        for problem in check.problems {
            writer.beginObject()
            writer.member("level", problem.isWarning ? "warning" : "error")
            writer.member("file", problem.file)
            writer.member("line", problem.line)
            writer.member("column", problem.column)
            writer.member("message", problem.message)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }
}
