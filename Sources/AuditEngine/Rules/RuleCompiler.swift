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
        let condition = program(definition.flagWhen, key: "flag_when", of: definition, in: judged, expecting: .bool)
        let filter = definition.filter.map {
            program($0, key: "where", of: definition, in: single, expecting: .bool)
        }
        let message = definition.messageExpression.map {
            program($0, key: "message_expression", of: definition, in: told, expecting: .string)
        }
        let key = definition.groupKey.map { groupKey($0, of: definition, in: single) }
        guard let condition, filter.map({ $0 != nil }) ?? true, message.map({ $0 != nil }) ?? true,
            key.map({ $0 != nil }) ?? true
        else { return nil }
        return Rule(
            description: definition.description, origin: problems.place(of: definition.idOffset),
            conditionSource: condition.source, parameters: parameters, condition: condition,
            filter: filter ?? nil, message: definition.message, messageProgram: message ?? nil,
            group: (key ?? nil).map { Rule.Group(key: $0, scope: definition.scope) }, environment: environment,
            canonicalText: canonicalText(of: definition, parameters: parameters))
    }

    private mutating func groupKey(
        _ node: YAMLNode, of definition: RulePack.Definition, in environment: CELEnvironment
    ) -> CELProgram? {
        guard let program = program(node, key: "group_by", of: definition, in: environment, expecting: nil) else {
            return nil
        }
        guard program.resultType.unwrapped == .string || program.resultType == .dyn else {
            let message = "rule '\(definition.description.id)': group_by must give a string, not \(program.resultType)"
            problems.add(message, at: node.offset)
            return nil
        }
        return program
    }

    private mutating func program(
        _ node: YAMLNode, key: String, of definition: RulePack.Definition, in environment: CELEnvironment,
        expecting type: CELType?
    ) -> CELProgram? {
        guard let source = node.string else { return nil }
        do {
            return try environment.compile(source, expecting: type)
        } catch {
            let offsets = pack.document.offsets(ofBytesIn: node) ?? []
            for diagnostic in error.diagnostics {
                let suggestion = diagnostic.suggestion.map { "; \($0)" } ?? ""
                let message = "rule '\(definition.description.id)': \(key): \(diagnostic.message)\(suggestion)"
                problems.add(message, at: RuleCompiler.span(diagnostic.span, offsets: offsets, fallback: node.offset))
            }
            return nil
        }
    }

    private static func span(_ span: Range<Int>, offsets: [Int], fallback: Int) -> Range<Int> {
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
