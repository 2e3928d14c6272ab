internal import CEL
internal import YAMLReader

/// Turns the rules of one pack, as they are written, into rules that can be evaluated.
struct RuleCompiler {
    private let pack: RulePack
    private var problems: ProblemList

    init(pack: RulePack) {
        self.pack = pack
        problems = ProblemList(file: pack.text.label, text: pack.text.text)
    }

    /// Compiles every rule of the pack.
    ///
    /// - Throws: `RulePackError` with all wrong expressions of all rules, and overrides that do not fit.
    consuming func compile(overrides: [RuleSelection.ParameterOverride]) throws(RulePackError) -> [Rule] {
        var overrideProblems: [PackProblem] = []
        var rules: [Rule] = []
        for definition in pack.rules {
            let own = overrides.filter { $0.ruleID == definition.description.id }
            let parameters: [RuleParameter]
            do {
                parameters = try RuleCompiler.parameters(of: definition, overrides: own)
            } catch {
                overrideProblems += error.problems
                continue
            }
            if let rule = compile(definition, parameters: parameters) { rules.append(rule) }
        }
        let problems = problems.problems + overrideProblems
        guard problems.isEmpty else { throw RulePackError(problems: problems) }
        return rules
    }

    private mutating func compile(_ definition: RulePack.Definition, parameters: [RuleParameter]) -> Rule? {
        let environment = RuleEnvironment(parameters: parameters)
        let isGroup = definition.groupKey != nil
        let single = environment.single
        let judged = isGroup ? environment.group : environment.single
        let told = isGroup ? environment.groupMember : environment.single
        var expressions: [RuleExpression.Key: RuleExpression] = [:]
        func place(_ node: YAMLNode?, _ key: RuleExpression.Key, in environment: CELEnvironment) {
            expressions[key] = node.map {
                RuleExpression(
                    $0, key: key, ruleID: definition.description.id, environment: environment, in: pack.document,
                    problems: problems)
            }
        }
        place(definition.flagWhen, .condition, in: judged)
        place(definition.filter, .filter, in: single)
        place(definition.groupKey, .group, in: single)
        place(definition.messageExpression, .message, in: told)
        let condition = expressions[.condition].flatMap { program($0, expecting: .bool) }
        let filter = expressions[.filter].map { program($0, expecting: .bool) }
        let message = expressions[.message].map { program($0, expecting: .string) }
        let key = expressions[.group].map { groupKey($0) }
        guard let condition, filter.map({ $0 != nil }) ?? true, message.map({ $0 != nil }) ?? true,
            key.map({ $0 != nil }) ?? true
        else { return nil }
        return Rule(
            description: definition.description, origin: problems.place(of: definition.idOffset),
            conditionSource: condition.source, parameters: parameters, expressions: expressions, condition: condition,
            filter: filter ?? nil, message: definition.message, messageProgram: message ?? nil,
            group: (key ?? nil).map { Rule.Group(key: $0, scope: definition.scope) }, environment: environment,
            canonicalText: canonicalText(of: definition, parameters: parameters))
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
            return program
        } catch {
            for diagnostic in error.diagnostics { problems.add(expression.problem(diagnostic)) }
            return nil
        }
    }

    /// Where a span of an expression stands in the pack, given where each of the expression's bytes does.
    static func span(_ span: Range<Int>, offsets: [Int], fallback: Int) -> Range<Int> {
        guard !offsets.isEmpty else { return fallback..<fallback + 1 }
        let lower = offsets[min(max(0, span.lowerBound), offsets.count - 1)]
        let last = offsets[min(max(0, span.upperBound - 1), offsets.count - 1)]
        return lower..<max(lower, last) + 1
    }

    private static func parameters(
        of definition: RulePack.Definition, overrides: [RuleSelection.ParameterOverride]
    ) throws(RulePackError) -> [RuleParameter] {
        var parameters = definition.parameters.map(\.value)
        var problems: [PackProblem] = []
        func add(_ message: String) {
            problems.append(PackProblem(file: "--param", line: 0, column: 0, message: message, excerpt: nil))
        }
        for override in overrides {
            guard let index = parameters.firstIndex(where: { $0.name == override.name }) else {
                let suggestion = NameSuggestion.text(for: override.name, among: parameters.map(\.name))
                add("rule '\(override.ruleID)' has no parameter '\(override.name)'\(suggestion)")
                continue
            }
            guard let value = parameters[index].value.parsingSameType(override.text) else {
                add("\(override.ruleID).\(override.name) must be \(parameters[index].value.typeName)")
                continue
            }
            parameters[index] = RuleParameter(name: override.name, value: value)
        }
        guard problems.isEmpty else { throw RulePackError(problems: problems) }
        return parameters
    }

    private func canonicalText(of definition: RulePack.Definition, parameters: [RuleParameter]) -> String {
        let description = definition.description
        var parts = [
            description.pack, description.id, description.title, description.severity.rawValue,
            description.category.rawValue, description.field ?? "", definition.flagWhen.string ?? "",
            definition.filter?.string ?? "", definition.message, definition.messageExpression?.string ?? "",
            definition.groupKey?.string ?? "", definition.scope.rawValue,
        ]
        for parameter in parameters { parts += [parameter.name, parameter.value.canonicalText] }
        return parts.map { "\($0.utf8.count):\($0)" }.joined()
    }
}

extension RuleParameter.Value {
    /// Reads a text as a value of the same type; lists are separated by commas.
    func parsingSameType(_ text: String) -> RuleParameter.Value? {
        switch self {
        case .bool: Bool(text).map(RuleParameter.Value.bool)
        case .integer: Int64(text).map(RuleParameter.Value.integer)
        case .double: Double(text).flatMap { $0.isFinite ? .double($0) : nil }
        case .string: .string(text)
        case .strings: .strings(text.isEmpty ? [] : text.split(separator: ",").map(String.init))
        }
    }

    var typeName: String {
        switch self {
        case .bool: "true or false"
        case .integer: "a whole number"
        case .double: "a number"
        case .string: "a text"
        case .strings: "texts separated by commas"
        }
    }

    /// The value as `rules show` prints it and the rules digest takes it.
    package var canonicalText: String {
        switch self {
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): value
        case .strings(let values): values.joined(separator: ", ")
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
