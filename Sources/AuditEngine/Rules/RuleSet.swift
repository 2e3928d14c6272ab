internal import CEL
internal import Crypto
internal import Text

/// The rules of a run, in the order of their packs.
package struct RuleSet: Sendable {
    package let rules: [Rule]
    /// The environment whose variables all rules share.
    let environment: CELEnvironment

    /// Compiles all rules of `packs` and keeps those that `selection` picks.
    ///
    /// - Throws: `RulePackError` with every problem of every pack: texts that are no YAML, unknown keys, missing ones,
    ///   wrong types, wrong expressions, an id or pack name that occurs twice, a selected name that does not exist, a
    ///   pack without a rule, and a selection that leaves none.
    package init(packs: [RulePackText], selection: RuleSelection = RuleSelection()) throws(RulePackError) {
        let reading = RulePackReading(packs)
        var problems = reading.problems + selection.problems(in: reading.packs, isWhole: reading.isWhole)
        var rules: [Rule] = []
        var environment = RuleEnvironment.base
        for pack in reading.packs {
            do {
                let result = try RuleCompiler(pack: pack, after: environment).compile(overrides: selection.parameters)
                environment = result.last
                guard selection.takes(pack: pack.name) else { continue }
                rules += result.rules.filter { selection.takes(rule: $0.description.id) }
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw RulePackError(problems: reading.inOrder(problems)) }
        let parsed = reading.packs
        guard !rules.isEmpty else { throw RulePackError(problems: [selection.emptiness(of: parsed)]) }
        self.rules = rules
        self.environment = environment
    }

    /// SHA-256 over everything that bears on the findings, as 64 hexadecimal digits.
    package var digest: String {
        var hash = SHA256()
        for rule in rules {
            let text = Array(rule.canonicalText.utf8)
            hash.update(data: Array("\(text.count):".utf8))
            hash.update(data: text)
        }
        return Hexadecimal.string(Array(hash.finalize()))
    }
}

/// Which rules a run applies, and with which parameters.
package struct RuleSelection: Sendable {
    /// The packs to take; empty for all.
    package var packs: [String]
    /// The rules to take; empty for all.
    package var only: [String]
    /// The rules to leave out.
    package var disabled: [String]
    /// Values in place of rules' defaults.
    package var parameters: [ParameterOverride]

    /// A value in place of a default.
    package struct ParameterOverride: Sendable, Hashable {
        /// The rule whose parameter it is; or the pack, for all of its rules that have none of their own of the name.
        package let ruleID: String
        package let name: String
        private let content: Content

        private enum Content: Hashable {
            case text(String)
            case value(RuleParameter.Value)
        }

        /// Takes the value as text, to be read by the type of the default; lists are separated by commas.
        package init(ruleID: String, name: String, text: String) {
            self.ruleID = ruleID
            self.name = name
            content = .text(text)
        }

        /// Takes a value.
        init(ruleID: String, parameter: RuleParameter) {
            self.ruleID = ruleID
            name = parameter.name
            content = .value(parameter.value)
        }

        /// The value, if it may stand in the place of a default.
        func value(insteadOf value: RuleParameter.Value) -> RuleParameter.Value? {
            switch content {
            case .text(let text): value.parsingSameType(text)
            case .value(let other): other.hasType(of: value) || value.hasType(of: other) ? other : nil
            }
        }
    }

    /// What to say where no rule is left.
    func emptiness(of parsed: [RulePack]) -> PackProblem {
        let count = parsed.reduce(0) { $0 + $1.rules.count }
        let option = disabled.isEmpty ? only.isEmpty ? "--pack" : "--only" : "--disable"
        let message =
            count == 0
            ? "there is no rule pack, so nothing would be checked"
            : "no rule is left of \(count): --pack, --only and --disable together leave none, so nothing would be checked"
        return PackProblem(file: option, line: 0, column: 0, message: message, excerpt: nil)
    }

    package init(
        packs: [String] = [], only: [String] = [], disabled: [String] = [], parameters: [ParameterOverride] = []
    ) {
        self.packs = packs
        self.only = only
        self.disabled = disabled
        self.parameters = parameters
    }

    func takes(pack: String) -> Bool { packs.isEmpty || packs.contains(pack) }

    func takes(rule: String) -> Bool { (only.isEmpty || only.contains(rule)) && !disabled.contains(rule) }

    /// The names that no pack has.
    ///
    /// - Parameter isWhole: Whether all packs could be read. If not, one that could not may have a name.
    func problems(in parsed: [RulePack], isWhole: Bool) -> [PackProblem] {
        if !isWhole { return [] }
        let packNames = parsed.map(\.name)
        let ruleIDs = parsed.filter { takes(pack: $0.name) }.flatMap { $0.rules.map(\.description.id) }
        func unknown(_ names: [String], option: String, kind: String, among known: [String]) -> [PackProblem] {
            names.filter { !known.contains($0) }.map { name in
                let message = "no \(kind) is called '\(name)'" + Spelling.remark(for: name, among: known)
                return PackProblem(file: option, line: 0, column: 0, message: message, excerpt: nil)
            }
        }
        return unknown(packs, option: "--pack", kind: "pack", among: packNames)
            + unknown(only, option: "--only", kind: "rule", among: ruleIDs)
            + unknown(disabled, option: "--disable", kind: "rule", among: ruleIDs)
            + unknown(parameters.map(\.ruleID), option: "--param", kind: "rule", among: ruleIDs + packNames)
    }
}
