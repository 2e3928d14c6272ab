internal import CEL
internal import ServiceModel

/// What the expressions of one rule may name: variables, message types and functions.
struct RuleEnvironment: Sendable {
    /// For `flag_when` and `message_expression` of a rule about single Services, and for `where` and `group_by`.
    let single: CELEnvironment
    /// For `flag_when` of a group rule.
    let group: CELEnvironment
    /// For `message_expression` of a group rule.
    let groupMember: CELEnvironment
    /// The value of `params`.
    let parameters: ParameterMessage
    /// The slot of `service` in `singleVariables`.
    let serviceSlot: Int

    init(parameters: [RuleParameter]) {
        self.parameters = ParameterMessage(parameters)
        var base = CELEnvironment()
        base.declare(message: ServiceMessage.type)
        base.declare(message: PIIMatchMessage.type)
        base.declare(message: self.parameters.type)
        base.declare(variable: Variable.now, type: .timestamp)
        base.declare(variable: Variable.params, type: .message(ParameterMessage.typeName))
        for function in AuditFunctions.all { base.declare(function: function) }
        let service = CELType.message(ServiceMessage.messageTypeName)
        var single = base
        single.declare(variable: Variable.service, type: service)
        var group = base
        group.declare(variable: Variable.group, type: .list(service))
        var groupMember = group
        groupMember.declare(variable: Variable.service, type: service)
        self.single = single
        serviceSlot = CELVariables(for: single).slot(of: Variable.service) ?? 0
        self.group = group
        self.groupMember = groupMember
    }

    /// Values for the expressions of `single`, with `params` and `now` set.
    func singleVariables(now: CELValue) -> CELVariables { variables(for: single, now: now) }

    /// Values for the expressions of `group` and `groupMember`, with `params` and `now` set.
    func groupVariables(now: CELValue) -> CELVariables { variables(for: groupMember, now: now) }

    private func variables(for environment: CELEnvironment, now: CELValue) -> CELVariables {
        var variables = CELVariables(for: environment)
        variables[Variable.now] = now
        variables[Variable.params] = .message(parameters)
        return variables
    }

    /// The names of the variables.
    enum Variable {
        static let service = "service"
        static let group = "group"
        static let params = "params"
        static let now = "now"
    }
}
