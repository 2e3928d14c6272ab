internal import CEL
internal import ServiceModel

/// A rule as it is evaluated for one field of a Service, or for the Service as a whole.
///
/// Where its expressions name `field`, they are compiled with what that is here, so that what depends on it alone is known
/// beforehand, as most messages are.
final class RuleStep: Sendable {
    /// The number of the rule in the run.
    let index: Int
    let rule: Rule
    /// The field for which the rule is evaluated; nil where it is evaluated once.
    let evaluatedField: ServiceField?
    let filter: CELProgram?
    let condition: CELProgram
    /// What gives the key of the group that a Service is in.
    let groupKey: CELProgram?
    /// Conditions for other severities than the rule's, the highest first.
    let severities: [Rule.SeverityCondition]
    /// What gives the message, where that depends on the Service.
    let messageProgram: CELProgram?
    /// The message where nothing gives another.
    let message: String
    /// Whether it looks at the members of a group.
    let readsGroup: Bool
    /// Whether it flags no group of one member, whatever that is, and cannot fail for it.
    let passesLoneMembers: Bool
    /// Whether a condition reads the name of the field at each evaluation.
    let readsFieldName: Bool
    /// Whether the message tells of the kinds of personal data, and whether it depends on nothing else.
    let tellsKinds: Bool
    let tellsKindsAlone: Bool

    /// The field that findings point at.
    var field: ServiceField? { evaluatedField ?? rule.field }

    init(_ rule: Rule, index: Int, for field: ServiceField?, slots: RuleEnvironment.Slots) {
        self.index = index
        self.rule = rule
        evaluatedField = field
        func specialized(_ program: CELProgram, _ key: RuleExpression.Key) -> CELProgram {
            field.flatMap { rule.expressions[key]?.compile(for: $0, insteadOf: program) } ?? program
        }
        filter = rule.filter.map { specialized($0, .filter) }
        condition = specialized(rule.condition, .condition)
        groupKey = rule.group?.key
        severities = rule.severities.map { other in
            Rule.SeverityCondition(
                severity: other.severity, condition: specialized(other.condition, .severity(other.severity)))
        }
        let program = rule.messageProgram.map { specialized($0, .message) }
        let constant = program.flatMap { program in
            program.isConstant ? (try? program.evaluate(CELVariables(for: program)))?.text : nil
        }
        message = constant ?? rule.message
        messageProgram = constant == nil ? program : nil
        let group = RuleEnvironment.Variable.group.rawValue
        readsGroup = rule.programs.contains { $0.referencedVariables.contains(group) }
        let conditions = [filter, condition].compactMap { $0 } + severities.map(\.condition)
        readsFieldName = conditions.contains { $0.reads(slot: slots.field) }
        passesLoneMembers = condition.isFalse(whereverListOf: group, has: 1)
        // `params` and `now` are the same for the whole run, and `field` for the step.
        let same: [RuleEnvironment.Variable] = [.params, .now, .field]
        let told = Set(messageProgram?.referencedVariables ?? []).subtracting(same.map(\.rawValue))
        let kinds = RuleEnvironment.Variable.kinds.rawValue
        tellsKinds = told.contains(kinds)
        tellsKindsAlone = told == [kinds] && field != nil
    }
}

extension RuleExpression {
    /// The program for one field of a rule; nil where the expression does not name the field.
    fileprivate func compile(for field: ServiceField, insteadOf program: CELProgram) -> CELProgram? {
        let name = RuleEnvironment.Variable.field.rawValue
        guard program.referencedVariables.contains(name) else { return nil }
        var environment = environment
        environment.declare(constant: name, type: .string, value: .string(field.name))
        return try? environment.compile(source, expecting: program.resultType)
    }
}
