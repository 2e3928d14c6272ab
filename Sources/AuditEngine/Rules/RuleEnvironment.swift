internal import CEL
internal import ServiceModel

/// What the expressions of one rule may name.
///
/// All rules of a set share their variables' slots, so that a Service is set once for all of them and a pack's variable is
/// evaluated once for all rules that read it: each environment goes on where the one before it ended.
struct RuleEnvironment: Sendable {
    /// For `where` and `group_by`, and for `flag_when` and `severity_when` of a rule about single Services.
    var single: CELEnvironment
    /// For `flag_when` of a rule about groups.
    var group: CELEnvironment
    /// For `severity_when` of a rule about groups.
    var groupMember: CELEnvironment
    /// For `message_expression`.
    var told: CELEnvironment

    /// The names of the variables.
    enum Variable: String, CaseIterable {
        case service
        case group
        case account
        case params
        case now
        case value
        case field
        case kinds
    }

    /// The slots of the variables that every rule has.
    struct Slots: Sendable {
        let service: Int
        let group: Int
        let account: Int
        let now: Int
        let value: Int
        let field: Int
        let kinds: Int

        init(_ environment: CELEnvironment) {
            func slot(_ variable: Variable) -> Int { environment.slot(of: variable.rawValue) ?? 0 }
            service = slot(.service)
            group = slot(.group)
            account = slot(.account)
            now = slot(.now)
            value = slot(.value)
            field = slot(.field)
            kinds = slot(.kinds)
        }
    }

    /// The environment that all others go on from. `params` are declared by packs and rules.
    static let base: CELEnvironment = {
        var base = CELEnvironment()
        for message in [ServiceMessage.type, AccountMessage.type, PIIMatchMessage.type] {
            base.declare(message: message)
        }
        for function in AuditFunctions.all { base.declare(function: function) }
        let service = CELType.message(ServiceMessage.messageTypeName)
        for (variable, type) in [
            (Variable.service, service), (.group, .list(service)), (.now, .timestamp), (.field, .string),
            (.account, .message(AccountMessage.messageTypeName)), (.kinds, .list(.string)), (.value, .string),
        ] {
            base.declare(variable: variable.rawValue, type: type)
        }
        return base
    }()

    /// An environment without what some expressions do not see.
    static func hiding(_ variables: [Variable], in environment: CELEnvironment) -> CELEnvironment {
        var environment = environment
        for variable in variables {
            let (message, suggestion) = variable.absence
            environment.hide(variable.rawValue, message: message, suggestion: suggestion)
        }
        return environment
    }
}

extension RuleEnvironment.Variable {
    /// What to say where the variable is used and is not there.
    fileprivate var absence: (message: String, suggestion: String?) {
        switch self {
        case .service: ("'service' is not there: a group is judged as a whole", "take its members, as in group[0]")
        case .group: ("'group' is there in rules with group_by only, in flag_when, severity_when and messages", nil)
        case .value, .field:
            ("'\(rawValue)' is there in rules with 'fields' only", "name the fields, as in fields: [callback_url]")
        case .kinds: ("'kinds' is there in message_expression only", "take pii.find(…)")
        case .account: ("'account' is not there: a group is judged as a whole", nil)
        case .params, .now: ("'\(rawValue)' is not there", nil)
        }
    }
}
