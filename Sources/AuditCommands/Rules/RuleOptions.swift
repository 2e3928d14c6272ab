internal import ArgumentParser
internal import AuditEngine
internal import ServiceModel

/// Which rules a command works with.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Add the rule packs of a file, or of every .yaml and .yml file of a directory. Can be repeated.",
            valueName: "path"))
    var rules: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Apply this pack only: core, hygiene or one of yours. Can be repeated; default: all.", valueName: "name"))
    var pack: [String] = []

    @Option(name: .long, help: ArgumentHelp("Apply this rule only. Can be repeated.", valueName: "id"))
    var only: [String] = []

    @Option(name: .long, help: ArgumentHelp("Leave this rule out. Can be repeated.", valueName: "id"))
    var disable: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Set a rule's parameter, as in excessive-ttl.max_ttl=86400; lists are separated by commas. Can be repeated.",
            valueName: "rule.name=value"))
    var param: [String] = []

    func validate() throws { try checkPaths(rules) }

    /// The built-in packs and those that `--rules` adds.
    func packs() throws(CommandError) -> [RulePackText] {
        var packs = BuiltInPacks.all
        for path in rules { packs += try RuleFiles.packs(at: path) }
        return packs
    }

    /// What `--pack`, `--only`, `--disable` and `--param` pick.
    func selection() throws(CommandError) -> RuleSelection {
        var parameters: [RuleSelection.ParameterOverride] = []
        for text in param {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0].split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2, name.count == 2 else {
                throw .usage("--param takes rule.name=value, such as excessive-ttl.max_ttl=86400")
            }
            parameters.append(RuleSelection.ParameterOverride(ruleID: name[0], name: name[1], text: parts[1]))
        }
        return RuleSelection(packs: pack, only: only, disabled: disable, parameters: parameters)
    }

    /// The compiled rules.
    func ruleSet() throws(CommandError) -> RuleSet {
        let packs = try packs()
        let selection = try selection()
        do {
            return try RuleSet(packs: packs, selection: selection)
        } catch {
            throw .rules(error)
        }
    }
}
