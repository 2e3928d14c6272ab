internal import CEL
internal import ServiceModel

/// A rule that was compiled and is ready to be evaluated. Immutable; a class, since it is handed about for each Service.
package final class Rule: Sendable {
    /// Whose Services a group may take its members from.
    package enum Scope: String, CaseIterable, Sendable {
        /// Members of one account only.
        case account
        /// Members of every account of the run.
        case organization
    }

    /// What a report says about the rule.
    package let description: RuleDescription
    /// The file or built-in pack, and the line, where the rule stands.
    package let origin: String
    /// The rule's condition as it is written.
    package let conditionSource: String
    /// The parameters in force, those of the pack included, sorted by name.
    package let parameters: [RuleParameter]
    /// Whose Services the groups of a group rule take; nil for a rule about single Services.
    package var scope: Scope? { group?.scope }
    /// The field that all findings of the rule point at, if it names one.
    let field: ServiceField?

    /// Its expressions where they are written, with the variables that they may read.
    let expressions: [RuleExpression.Key: RuleExpression]
    let condition: CELProgram
    let filter: CELProgram?
    let message: String
    let messageProgram: CELProgram?
    let group: Group?
    /// The fields for each of which the rule is evaluated; empty where it is evaluated once.
    let fields: [ServiceField]
    /// The slot of `value`.
    let valueSlot: Int
    /// Conditions for other severities than the description's, the highest first.
    let severities: [SeverityCondition]
    /// What the rules digest is made from: everything that bears on the rule's findings.
    let canonicalText: String

    /// How a group rule forms its groups.
    struct Group: Sendable {
        let key: CELProgram
        let scope: Scope
    }

    /// When a finding is of a severity of its own.
    struct SeverityCondition: Sendable {
        let severity: Severity
        let condition: CELProgram
    }

    init(
        description: RuleDescription, origin: String, conditionSource: String, parameters: [RuleParameter],
        expressions: [RuleExpression.Key: RuleExpression], condition: CELProgram, filter: CELProgram?, message: String,
        messageProgram: CELProgram?, group: Group?, fields: [ServiceField], valueSlot: Int,
        severities: [SeverityCondition], canonicalText: String
    ) {
        self.description = description
        self.origin = origin
        self.conditionSource = conditionSource
        self.parameters = parameters
        field = description.field.flatMap(ServiceField.init(name:))
        self.expressions = expressions
        self.condition = condition
        self.filter = filter
        self.message = message
        self.messageProgram = messageProgram
        self.group = group
        self.fields = fields
        self.valueSlot = valueSlot
        self.severities = severities
        self.canonicalText = canonicalText
    }

    /// The rule's expressions but its condition, by the keys under which they are written: the variables that it reads, and
    /// then in the order of evaluation.
    package var otherClauses: [(key: String, source: String)] {
        let read = Set(programs.flatMap(\.referencedVariables)).sorted()
        let severities = self.severities.map { RuleExpression.Key.severity($0.severity) }
        let keys = read.map(RuleExpression.Key.variable) + [.filter, .group] + severities + [.message]
        return keys.compactMap { key in expressions[key].map { (key.text, $0.source) } }
    }

    /// The expressions that are evaluated.
    var programs: [CELProgram] {
        [condition, filter, group?.key, messageProgram].compactMap { $0 } + severities.map(\.condition)
    }

    /// The fields of a Service that evaluating the rule may read.
    var readFields: Set<ServiceField> {
        var fields = Set(fields)
        if let field { fields.insert(field) }
        return programs.reduce(into: fields) { $0.formUnion(Rule.fields(readBy: $1)) }
    }

    /// The fields of a Service, as reports show them, that its computed message may read.
    var messageFields: Set<ServiceField> {
        guard let messageProgram else { return [] }
        let readsValue = messageProgram.referencedVariables.contains(RuleEnvironment.Variable.value.rawValue)
        return Rule.fields(readBy: messageProgram).union(readsValue ? fields : [])
    }

    private static func fields(readBy program: CELProgram) -> Set<ServiceField> {
        if program.readsUnknownFields { return Set(ServiceField.allCases) }
        let names = program.referencedFields.filter { $0.message == ServiceMessage.messageTypeName }.map(\.field)
        return Set(names.compactMap(ServiceField.init(name:)))
    }
}
