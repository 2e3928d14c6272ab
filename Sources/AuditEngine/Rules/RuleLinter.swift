internal import CEL
internal import YAMLReader

/// Finds what in rules is right in form but probably not meant.
package struct RuleLinter {
    private let pack: RulePack
    private var problems: ProblemList

    /// The warnings of packs that compile, in the order of the packs and their lines.
    ///
    /// - Throws: `RulePackError` for a text that is no pack.
    package static func warnings(of packs: [RulePackText]) throws(RulePackError) -> [PackProblem] {
        var warnings: [PackProblem] = []
        for text in packs {
            var linter = RuleLinter(try RulePack(text))
            for rule in linter.pack.rules { linter.lint(rule) }
            warnings += linter.problems.problems.enumerated()
                .sorted { left, right in
                    (left.element.line, left.element.column, left.offset)
                        < (right.element.line, right.element.column, right.offset)
                }
                .map(\.element)
        }
        return warnings
    }

    private init(_ pack: RulePack) {
        self.pack = pack
        problems = ProblemList(file: pack.text.label, text: pack.text.text)
    }

    private mutating func lint(_ rule: RulePack.Definition) {
        let environment = RuleEnvironment(parameters: rule.parameters.map(\.value))
        let isGroup = rule.groupKey != nil
        let isJudged = known(before: rule, in: environment.single)
        let filter = isJudged.filter.map { [$0] } ?? []
        let member = [isJudged.filter, isJudged.key].compactMap { $0 }
        let members = member.map { $0.ofEach(RuleEnvironment.Variable.service, in: RuleEnvironment.Variable.group) }
        let judged = isGroup ? environment.group : environment.single
        var parts = [
            Part(key: "flag_when", node: rule.flagWhen, environment: judged, known: isGroup ? members : filter)
        ]
        if let node = rule.filter {
            parts.append(Part(key: "where", node: node, environment: environment.single, known: []))
        }
        if let node = rule.groupKey {
            parts.append(Part(key: "group_by", node: node, environment: environment.single, known: filter))
        }
        if let node = rule.messageExpression {
            let isFlagged = rule.flagWhen.string.map { CELAssumption.holds($0, in: judged) }
            parts.append(
                Part(
                    key: Part.message, node: node,
                    environment: isGroup ? environment.groupMember : environment.single,
                    known: member + members + [isFlagged].compactMap { $0 }))
        }
        for part in parts { lint(part, of: rule) }
        reportUnusedParameters(of: rule, parts)
    }

    /// An expression of a rule.
    private struct Part {
        /// The key of expressions that give a message.
        static let message = "message_expression"

        /// The key under which it stands.
        let key: String
        let node: YAMLNode
        let environment: CELEnvironment
        /// What is known when it is evaluated.
        let known: [CELAssumption]

        /// The compiled expression; `nil` where it is wrong, which is reported elsewhere.
        var program: CELProgram? { node.string.flatMap { try? environment.compile($0) } }
    }

    private func known(
        before rule: RulePack.Definition, in environment: CELEnvironment
    ) -> (filter: CELAssumption?, key: CELAssumption?) {
        let filter = rule.filter?.string.map { CELAssumption.holds($0, in: environment) }
        return (filter, rule.groupKey?.string.map { CELAssumption.hasValue($0, in: environment) })
    }

    // MARK: - Expressions

    private mutating func lint(_ part: Part, of rule: RulePack.Definition) {
        guard let source = part.node.string,
            let lints = try? part.environment.lint(source, assuming: part.known)
        else { return }
        let offsets = pack.document.offsets(ofBytesIn: part.node) ?? []
        for lint in lints {
            let suggestion = lint.diagnostic.suggestion.map { "; \($0)" } ?? ""
            let text = lint.diagnostic.message + RuleLinter.consequence(of: lint, in: part) + suggestion
            let span = RuleCompiler.span(lint.diagnostic.span, offsets: offsets, fallback: part.node.offset)
            report(text, in: part, of: rule, at: span)
        }
        guard lints.isEmpty, part.program?.isConstant == true else { return }
        let span = RuleCompiler.span(0..<source.utf8.count, offsets: offsets, fallback: part.node.offset)
        switch part.key {
        case Part.message:
            report("this is the same for every finding; write it as 'message'", in: part, of: rule, at: span)
        case "group_by":
            report("this is the same for every Service, so all are one group", in: part, of: rule, at: span)
        default: break
        }
    }

    /// What a lint means for the rule, where that is not plain.
    private static func consequence(of lint: CELLint, in part: Part) -> String {
        switch (lint.kind, part.key) {
        case (.unguardedNull, Part.message): ", so 'message' is used instead then"
        case (.certainFailure, Part.message): ", so this message can never be made"
        default: ""
        }
    }

    private mutating func report(_ text: String, in part: Part, of rule: RulePack.Definition, at span: Range<Int>) {
        problems.add("rule '\(rule.description.id)': \(part.key): \(text)", at: span, isWarning: true)
    }

    // MARK: - Parameters

    private mutating func reportUnusedParameters(of rule: RulePack.Definition, _ parts: [Part]) {
        var used: Set<String> = []
        for program in parts.compactMap(\.program) {
            let fields = program.referencedFields.filter { $0.message == ParameterMessage.typeName }.map(\.field)
            // The parameters as a whole: which of them are meant cannot be seen.
            if fields.isEmpty, program.referencedVariables.contains(RuleEnvironment.Variable.params) { return }
            used.formUnion(fields)
        }
        for parameter in rule.parameters where !used.contains(parameter.value.name) {
            let name = parameter.value.name
            let message = "rule '\(rule.description.id)': no expression of the rule reads params.\(name)"
            problems.add(message, at: parameter.offset..<parameter.offset + name.utf8.count, isWarning: true)
        }
    }
}
