internal import CEL
internal import ServiceModel
internal import YAMLReader

/// Finds what in rules is right in form but probably not meant.
struct RuleLinter {
    let pack: RulePack
    private let compiled: RuleCompiler.Result
    var problems: ProblemList

    /// The warnings of a pack that was compiled, by line and column.
    static func warnings(of pack: RulePack, _ compiled: RuleCompiler.Result) -> [PackProblem] {
        var linter = RuleLinter(pack, compiled)
        linter.lint()
        return linter.problems.problems
    }

    private init(_ pack: RulePack, _ compiled: RuleCompiler.Result) {
        self.pack = pack
        self.compiled = compiled
        problems = ProblemList(file: pack.text.label, text: pack.text.text)
    }

    private mutating func lint() {
        var used = Usage()
        for variable in compiled.variables {
            lint(variable, knowing: [], isVariable: true)
            used.add(variable)
        }
        for (rule, definition) in zip(compiled.rules, pack.rules) {
            var usedByRule = lint(rule, definition)
            let name = "rule '\(definition.description.id)'"
            lintTexts(of: definition, name)
            report(definition.variables, usedByRule, "no expression of the rule reads the variable", owner: name)
            reportParameters(definition.parameters, usedByRule, "no expression of the rule reads", owner: name)
            // What the rule has of its own is no use of what the pack has under the same name.
            for parameter in definition.parameters { usedByRule.parameters.remove(parameter.value.name) }
            used.add(usedByRule)
        }
        let name = "pack '\(pack.name)'"
        lintComments(in: pack.document.root, ["description"], name)
        report(pack.variables, used, "no expression of the pack reads the variable", owner: name)
        reportParameters(pack.parameters, used, "no expression of the pack reads", owner: name)
    }

    // MARK: - Rules

    private mutating func lint(_ rule: Rule, _ definition: RulePack.Definition) -> Usage {
        func holds(_ key: RuleExpression.Key) -> CELAssumption? {
            rule.expressions[key].map { .holds($0.source, in: $0.environment) }
        }
        let key = rule.expressions[.group].map { CELAssumption.hasValue($0.source, in: $0.environment) }
        let member = [holds(.filter), key].compactMap { $0 }
        let members = member.map {
            $0.ofEach(RuleEnvironment.Variable.service.rawValue, in: RuleEnvironment.Variable.group.rawValue)
        }
        let isGroup = rule.group != nil
        // A group has a member at least.
        let counted: [CELAssumption] =
            rule.expressions[.condition].flatMap { condition in
                isGroup ? [.holds("size(group) > 0", in: condition.environment)] : nil
            } ?? []
        let flagged = member + members + counted + [holds(.condition)].compactMap { $0 }
        var usage = Usage()
        for (key, expression) in rule.expressions.sorted(by: { $0.key.text < $1.key.text }) {
            var isVariable = false
            var known: [CELAssumption] = []
            switch key {
            case .condition: known = isGroup ? members + counted : member
            case .filter: break
            case .group: known = [holds(.filter)].compactMap { $0 }
            case .message, .severity: known = flagged
            case .variable(let name):
                guard definition.variables.contains(where: { $0.name == name }) else { continue }
                isVariable = true
            }
            lint(expression, knowing: known, isVariable: isVariable)
            usage.add(expression)
        }
        reportField(of: rule)
        return usage
    }

    private mutating func lint(_ expression: RuleExpression, knowing known: [CELAssumption], isVariable: Bool) {
        guard var lints = try? expression.environment.lint(expression.source, assuming: known) else { return }
        // Whether something was asked before a variable is read shows where it is read.
        if isVariable { lints.removeAll { [.unguardedNull, .unguardedFailure, .alwaysNull].contains($0.kind) } }
        for lint in lints {
            let suggestion = lint.diagnostic.suggestion.map { "; \($0)" } ?? ""
            let text = lint.diagnostic.message + RuleLinter.consequence(of: lint, in: expression.key) + suggestion
            problems.add(expression.warning(text, at: lint.diagnostic.span))
        }
        guard lints.isEmpty, let program = try? expression.compile(), program.isConstant,
            program.referencedVariables.isEmpty
        else { return }
        let whole = 0..<expression.source.utf8.count
        switch expression.key {
        case .message:
            problems.add(expression.warning("this is the same for every finding; write it as 'message'", at: whole))
        case .group:
            problems.add(expression.warning("this is the same for every Service, so all are one group", at: whole))
        default: break
        }
    }

    /// What a lint means for the rule, where that is not plain.
    private static func consequence(of lint: CELLint, in key: RuleExpression.Key) -> String {
        switch (lint.kind, key) {
        case (.unguardedNull, .message), (.unguardedFailure, .message): ", so 'message' is used instead then"
        case (.certainFailure, .message), (.alwaysNull, .message): ", so this message can never be made"
        default: ""
        }
    }

    // MARK: - What findings point at

    /// Warns where findings would point at a field that is not to blame.
    private mutating func reportField(of rule: Rule) {
        guard rule.group == nil, let field = rule.field, let condition = rule.expressions[.condition] else { return }
        let read = rule.condition.referencedFields.filter { $0.message == ServiceMessage.messageTypeName }
            .compactMap { ServiceField(name: $0.field) }
        let whole = 0..<condition.source.utf8.count
        if !read.isEmpty, !read.contains(field) {
            let names = read.map(\.name).joined(separator: ", ")
            let message = "findings point at \(field.name), but this reads \(names) instead; mend 'field'"
            problems.add(condition.warning(message, at: whole))
        }
        guard let kind = field.kindOfText else { return }
        let others = read.filter { $0 != field && $0.kindOfText == kind }
        if !others.isEmpty {
            let names = others.map(\.name).joined(separator: ", ")
            let message =
                "findings point at \(field.name) even if \(names) is to blame; "
                + "name all in 'fields', and write 'value' for each"
            problems.add(condition.warning(message, at: whole))
        }
    }

    // MARK: - What nothing reads

    /// The names that expressions use.
    private struct Usage {
        var variables: Set<String> = []
        var parameters: Set<String> = []
        /// Whether the parameters are used as a whole: which of them are meant cannot be seen.
        var usesAllParameters = false

        mutating func add(_ expression: RuleExpression) {
            guard let program = try? expression.compile() else { return }
            variables.formUnion(program.referencedVariables)
            let fields = program.referencedFields.filter { $0.message == ParameterMessage.typeName }.map(\.field)
            parameters.formUnion(fields)
            if fields.isEmpty, program.referencedVariables.contains(RuleEnvironment.Variable.params.rawValue) {
                usesAllParameters = true
            }
        }

        mutating func add(_ other: Usage) {
            variables.formUnion(other.variables)
            parameters.formUnion(other.parameters)
            usesAllParameters = usesAllParameters || other.usesAllParameters
        }
    }

    private mutating func reportParameters(
        _ parameters: [RulePack.Parameter], _ used: Usage, _ text: String, owner: String
    ) {
        if used.usesAllParameters { return }
        for parameter in parameters where !used.parameters.contains(parameter.value.name) {
            let name = parameter.value.name
            problems.add(
                "\(owner): \(text) params.\(name)", at: parameter.offset..<parameter.offset + name.utf8.count,
                isWarning: true)
        }
    }

    private mutating func report(
        _ variables: [RulePack.Variable], _ used: Usage, _ text: String, owner: String
    ) {
        for variable in variables where !used.variables.contains(variable.name) {
            problems.add(
                "\(owner): \(text) '\(variable.name)'",
                at: variable.nameOffset..<variable.nameOffset + variable.name.utf8.count, isWarning: true)
        }
    }
}

extension ServiceField {
    /// Kinds of text of which a Service has several fields, any of which can be at fault for the same reason.
    fileprivate enum KindOfText {
        case callback
        case identifier
        case enumeration
    }

    fileprivate var kindOfText: KindOfText? {
        switch self {
        case .callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL: .callback
        case .sid, .accountSID, .chatInstanceSID: .identifier
        case .geoMatchLevel, .numberSelectionBehavior: .enumeration
        case .uniqueName, .defaultTTL, .dateCreated, .dateUpdated, .url, .links: nil
        }
    }
}
