internal import CEL
internal import ServiceModel
internal import Text
internal import YAMLReader

/// Turns the rules of one pack, as they are written, into rules that can be evaluated.
struct RuleCompiler {
    private let pack: RulePack
    private var problems: ProblemList
    private var overrideProblems: [PackProblem] = []
    /// The last environment so far: the next goes on behind its variables.
    private(set) var last: CELEnvironment
    /// What the pack's variables were found to be, for all rules that have the pack's parameters.
    private var packScope: Scope

    /// What the expressions of a rule, or the variables of the pack, may name so far.
    private struct Scope {
        var environment: CELEnvironment
        var parameters: [RuleParameter] = []
        var places = ParameterPlaces()
        var expressions: [RuleExpression.Key: RuleExpression] = [:]
    }

    /// What compiling a pack gave.
    struct Result {
        let rules: [Rule]
        /// The pack's variables.
        let variables: [RuleExpression]
        /// The environment behind which the next pack goes on.
        let last: CELEnvironment
    }

    /// Makes a compiler for a pack whose variables come behind those of an environment.
    init(pack: RulePack, after last: CELEnvironment) {
        self.pack = pack
        self.last = last
        problems = ProblemList(file: pack.text.label, text: pack.text.text)
        packScope = Scope(environment: RuleEnvironment.base)
    }

    /// Compiles every rule of the pack.
    ///
    /// - Throws: `RulePackError` with the problems that reading the pack found, all wrong expressions of all rules, and
    ///   overrides that do not fit.
    consuming func compile(overrides: [RuleSelection.ParameterOverride]) throws(RulePackError) -> Result {
        var ofPack = pack.parameters.map(\.value)
        let given = override(&ofPack, overrides.filter { $0.ruleID == pack.name }, owner: "pack '\(pack.name)'")
        packScope.parameters = ofPack
        packScope.places = ParameterPlaces(written: RuleCompiler.written(pack.parameters), given: given)
        packScope = definingPackVariables(in: packScope)
        let hasPackFailed = !problems.problems.isEmpty || !pack.problems.isEmpty
        var rules: [Rule] = []
        for definition in pack.rules {
            let own = overrides.filter { $0.ruleID == definition.description.id }
            if let rule = compile(definition, overrides: own), !hasPackFailed { rules.append(rule) }
        }
        let problems = RuleCompiler.distinct(pack.problems + problems.problems + overrideProblems)
        guard problems.isEmpty else { throw RulePackError(problems: problems) }
        let variables = pack.variables.compactMap { packScope.expressions[.variable($0.name)] }
        return Result(rules: rules, variables: variables, last: last)
    }

    /// The problems without repetitions: a pack's variable that is defined again for a rule is wrong once.
    private static func distinct(_ problems: [PackProblem]) -> [PackProblem] {
        var seen: Set<PackProblem> = []
        return problems.filter { seen.insert($0).inserted }
    }

    // MARK: - Parameters

    private static func written(_ parameters: [RulePack.Parameter]) -> [String: RulePack.Parameter] {
        Dictionary(parameters.map { ($0.value.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Puts values in the places of defaults.
    ///
    /// - Returns: The names of those.
    private mutating func override(
        _ parameters: inout [RuleParameter], _ overrides: [RuleSelection.ParameterOverride], owner: String
    ) -> Set<String> {
        var given: Set<String> = []
        func problem(_ message: String) -> PackProblem {
            PackProblem(file: "--param", line: 0, column: 0, message: message, excerpt: nil)
        }
        for override in overrides {
            guard let index = parameters.firstIndex(where: { $0.name == override.name }) else {
                let suggestion = Spelling.remark(for: override.name, among: parameters.map(\.name))
                overrideProblems.append(problem("\(owner) has no parameter '\(override.name)'\(suggestion)"))
                continue
            }
            guard let value = override.value(insteadOf: parameters[index].value) else {
                let expectation = parameters[index].value.expectation
                overrideProblems.append(problem("\(override.ruleID).\(override.name) must be \(expectation)"))
                continue
            }
            parameters[index] = RuleParameter(name: override.name, value: value)
            given.insert(override.name)
        }
        return given
    }

    private mutating func scope(
        of definition: RulePack.Definition, overrides: [RuleSelection.ParameterOverride]
    ) -> Scope {
        // A rule's own come first.
        let own = RuleCompiler.written(definition.parameters)
        var parameters = definition.parameters.map(\.value) + packScope.parameters.filter { own[$0.name] == nil }
        parameters.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let given = override(&parameters, overrides, owner: "rule '\(definition.description.id)'")
        let places = ParameterPlaces(
            written: packScope.places.written.merging(own) { $1 },
            given: given.union(packScope.places.given.filter { own[$0] == nil }))
        // A pack's variables see the parameters as the rule has them, so they are shared where these are the pack's.
        let values = Dictionary(parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var scope = packScope
        if !pack.variables.isEmpty, packScope.parameters.contains(where: { values[$0.name] != $0.value }) {
            scope = Scope(
                environment: RuleEnvironment.base,
                parameters: packScope.parameters.map {
                    RuleParameter(name: $0.name, value: values[$0.name] ?? $0.value)
                }, places: places)
            scope = definingPackVariables(in: scope)
        }
        scope.parameters = parameters
        scope.places = places
        scope.environment.append(after: last)
        declareParameters(of: &scope)
        return scope
    }

    private func declareParameters(of scope: inout Scope) {
        let message = ParameterMessage(scope.parameters, unreadNames: pack.unreadNames.sorted())
        scope.environment.declare(message: message.type)
        scope.environment.declare(
            constant: RuleEnvironment.Variable.params.rawValue, type: .message(ParameterMessage.typeName),
            value: .message(message))
    }

    // MARK: - Variables

    private mutating func definingPackVariables(in scope: Scope) -> Scope {
        var scope = scope
        scope.environment.append(after: last)
        declareParameters(of: &scope)
        define(pack.variables, in: &scope, owner: "pack '\(pack.name)'", isOfRule: false)
        last = scope.environment
        return scope
    }

    private mutating func define(_ variables: [RulePack.Variable], in scope: inout Scope, owner: String, isOfRule: Bool)
    {
        for name in pack.unreadNames.sorted() where !scope.environment.declares(name) {
            scope.environment.declare(variable: name, type: .dyn)
        }
        for variable in variables where !scope.environment.declares(variable.name) {
            scope.environment.hide(
                variable.name, message: "'\(variable.name)' is defined further down, or here",
                suggestion: "a variable may read those above it")
        }
        for variable in variables {
            // What is declared because it could not be read elsewhere takes no name.
            let isTaken =
                isOfRule && pack.variables.contains { $0.name == variable.name }
                || scope.environment.declares(variable.name) && !pack.unreadNames.contains(variable.name)
            if let problem = RuleCompiler.nameProblem(variable.name, isTaken: isTaken) {
                problems.add("\(owner): variables: \(problem)", at: span(of: variable))
                continue
            }
            let seen = RuleEnvironment.hiding([.group, .kinds], in: scope.environment)
            let expression = expression(variable.expression, .variable(variable.name), owner, seen, scope.places)
            do {
                var environment = seen
                try environment.define(variable.name, as: expression.source)
                // The same with what the variable does not see.
                scope.environment.adopt(variable.name, from: environment)
                scope.expressions[.variable(variable.name)] = expression
                reportRefusedConstants(expression)
            } catch {
                for diagnostic in error.diagnostics { problems.add(expression.problem(diagnostic)) }
                // What reads it is not to blame.
                scope.environment.declare(variable: variable.name, type: .dyn)
            }
        }
    }

    private func span(of variable: RulePack.Variable) -> Range<Int> {
        variable.nameOffset..<variable.nameOffset + variable.name.utf8.count
    }

    private static func nameProblem(_ name: String, isTaken: Bool) -> String? {
        if isTaken { return "'\(name)' is a variable already: a second one would hide it" }
        return CELEnvironment.isName(name) ? nil : "'\(name)' is a word of the language"
    }

    /// Makes `value` and `field` what they are for a rule, or takes them away with all that reads them.
    private mutating func declareValue(of definition: RulePack.Definition, in scope: inout Scope) -> Int {
        let names = pack.variables.map(\.name).filter { name in
            !scope.environment.dependencies(of: name).isDisjoint(with: ["value", "field"])
        }
        guard let first = definition.fields.first else {
            if definition.hasFields {
                // None of them is one, which was told.
                scope.environment.declare(variable: RuleEnvironment.Variable.value.rawValue, type: .dyn)
                return 0
            }
            scope.environment = RuleEnvironment.hiding([.value, .field], in: scope.environment)
            for name in names {
                scope.environment.hide(
                    name, message: "'\(name)' reads the value of a field, and this rule has no 'fields'")
            }
            return 0
        }
        let type = ServiceMessage.valueType(of: first)
        if definition.fields.contains(where: { ServiceMessage.valueType(of: $0) != type }) {
            let id = definition.description.id
            problems.add("rule '\(id)': all of 'fields' must be of one type", at: definition.fieldsOffset)
        }
        if type != .string {
            for name in names where scope.environment.dependencies(of: name).contains("value") {
                scope.environment.hide(
                    name, message: "'\(name)' takes the value for a text, and the fields of this rule are \(type)")
            }
            scope.environment.declare(variable: RuleEnvironment.Variable.value.rawValue, type: type)
        }
        return scope.environment.slot(of: RuleEnvironment.Variable.value.rawValue) ?? 0
    }

    // MARK: - Rules

    private mutating func compile(
        _ definition: RulePack.Definition, overrides: [RuleSelection.ParameterOverride]
    ) -> Rule? {
        let owner = "rule '\(definition.description.id)'"
        var scope = scope(of: definition, overrides: overrides)
        let valueSlot = declareValue(of: definition, in: &scope)
        let before = problems.problems.count
        define(definition.variables, in: &scope, owner: owner, isOfRule: true)
        last = scope.environment
        let environments = environments(of: scope, definition)
        var programs: [RuleExpression.Key: CELProgram] = [:]
        for (key, node, environment) in RuleCompiler.parts(of: definition, environments) {
            let expression = expression(node, key, owner, environment, scope.places)
            scope.expressions[key] = expression
            programs[key] = key == .group ? groupKey(expression) : program(expression, expecting: key.type)
        }
        guard problems.problems.count == before, let condition = programs[.condition] else { return nil }
        return Rule(
            description: definition.description, origin: problems.place(of: definition.idOffset),
            conditionSource: condition.source, parameters: scope.parameters, expressions: scope.expressions,
            condition: condition, filter: programs[.filter], message: definition.message,
            messageProgram: programs[.message],
            group: programs[.group].map { Rule.Group(key: $0, scope: definition.scope) }, fields: definition.fields,
            valueSlot: valueSlot,
            severities: definition.severities.compactMap { severity, _ in
                programs[.severity(severity)].map { Rule.SeverityCondition(severity: severity, condition: $0) }
            },
            canonicalText: canonicalText(of: definition, scope))
    }

    /// What the rule's expressions see.
    private func environments(of scope: Scope, _ definition: RulePack.Definition) -> RuleEnvironment {
        let isGroup = definition.groupKey != nil
        let told = isGroup ? scope.environment : RuleEnvironment.hiding([.group], in: scope.environment)
        let groupMember = RuleEnvironment.hiding([.kinds], in: told)
        var group = RuleEnvironment.hiding([.service, .account], in: groupMember)
        for variable in pack.variables + definition.variables
        where !group.dependencies(of: variable.name).isEmpty {
            group.hide(
                variable.name,
                message: "'\(variable.name)' is evaluated for single Services, and a group is judged as a whole")
        }
        return RuleEnvironment(
            single: RuleEnvironment.hiding([.group, .kinds], in: told), group: group, groupMember: groupMember,
            told: told)
    }

    /// The expressions of a rule that are evaluated for Services, each with what it sees, in the order in which mistakes
    /// are reported.
    private static func parts(
        of definition: RulePack.Definition, _ environments: RuleEnvironment
    ) -> [(RuleExpression.Key, YAMLNode, CELEnvironment)] {
        let isGroup = definition.groupKey != nil
        var parts: [(RuleExpression.Key, YAMLNode, CELEnvironment)] = []
        if let node = definition.flagWhen {
            parts.append((.condition, node, isGroup ? environments.group : environments.single))
        }
        if let node = definition.filter { parts.append((.filter, node, environments.single)) }
        for (severity, node) in definition.severities {
            parts.append((.severity(severity), node, isGroup ? environments.groupMember : environments.single))
        }
        if let node = definition.messageExpression { parts.append((.message, node, environments.told)) }
        if let node = definition.groupKey { parts.append((.group, node, environments.single)) }
        return parts
    }

    private func expression(
        _ node: YAMLNode, _ key: RuleExpression.Key, _ owner: String, _ environment: CELEnvironment,
        _ places: ParameterPlaces
    ) -> RuleExpression {
        RuleExpression(
            node, key: key, owner: owner, environment: environment, parameters: places, in: pack.document,
            problems: problems)
    }

    private mutating func groupKey(_ expression: RuleExpression) -> CELProgram? {
        guard let program = program(expression, expecting: nil) else { return nil }
        guard program.resultType.unwrapped == .string || program.resultType == .dyn else {
            let message = "the expression must give string, but gives \(program.resultType)"
            let diagnostic = CELDiagnostic(
                message: message, span: 0..<program.source.utf8.count, suggestion: "write string(…)")
            problems.add(expression.problem(diagnostic))
            return nil
        }
        return program
    }

    private mutating func program(_ expression: RuleExpression, expecting type: CELType?) -> CELProgram? {
        do {
            let program = try expression.compile(expecting: type)
            guard program.estimatedCost.upperBound <= program.costLimit else {
                problems.add(expression.problem(.tooCostly(program)))
                return nil
            }
            reportRefusedConstants(expression)
            return program
        } catch {
            for diagnostic in error.diagnostics { problems.add(expression.problem(diagnostic)) }
            return nil
        }
    }

    /// Reports patterns, networks and the like that are made from parameters and are none.
    private mutating func reportRefusedConstants(_ expression: RuleExpression) {
        for diagnostic in expression.environment.refusedConstants(in: expression.source) {
            problems.add(expression.problem(diagnostic))
        }
    }

    /// Where a span of an expression stands in the pack, given where each of the expression's bytes does.
    static func span(_ span: Range<Int>, offsets: [Int], fallback: Int) -> Range<Int> {
        guard !offsets.isEmpty else { return fallback..<fallback + 1 }
        let lower = offsets[min(max(0, span.lowerBound), offsets.count - 1)]
        let last = offsets[min(max(0, span.upperBound - 1), offsets.count - 1)]
        return lower..<max(lower, last) + 1
    }

    private func canonicalText(of definition: RulePack.Definition, _ scope: Scope) -> String {
        let description = definition.description
        var parts = [
            description.pack, description.id, description.title, description.severity.rawValue,
            description.category.rawValue, description.field ?? "", description.fields.joined(separator: ","),
            description.tags.joined(separator: ","), definition.message, definition.scope.rawValue,
        ]
        for (key, expression) in scope.expressions.sorted(by: { $0.key.text < $1.key.text }) {
            parts += [key.text, expression.source]
        }
        for parameter in scope.parameters { parts += [parameter.name, parameter.value.digestText] }
        return parts.map { "\($0.utf8.count):\($0)" }.joined()
    }
}

extension RuleExpression.Key {
    /// The type that the expression's value must have, if it must have one.
    fileprivate var type: CELType? {
        switch self {
        case .condition, .filter, .severity: .bool
        case .message: .string
        case .group, .variable: nil
        }
    }
}

extension CELDiagnostic {
    /// The expression may take more steps than any evaluation may.
    fileprivate static func tooCostly(_ program: CELProgram) -> CELDiagnostic {
        let assumed = CELSizeAssumptions()
        let steps = program.estimatedCost.upperBound
        let most = steps == .max ? "far more steps than can be counted" : "\(steps) steps"
        return CELDiagnostic(
            message: "the expression may take \(most) for texts of \(assumed.textLength) bytes and lists of "
                + "\(assumed.elementCount) elements; at most \(program.costLimit) are allowed",
            span: 0..<program.source.utf8.count, suggestion: "loops in loops multiply their steps")
    }
}
