internal import CEL

/// A rule that was compiled and is ready to be evaluated.
package struct Rule: Sendable {
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
    /// The parameters in force, sorted by name.
    package let parameters: [RuleParameter]
    /// Whose Services the groups of a group rule take; nil for a rule about single Services.
    package var scope: Scope? { group?.scope }

    private(set) var condition: CELProgram
    private(set) var filter: CELProgram?
    let message: String
    private(set) var messageProgram: CELProgram?
    private(set) var group: Group?
    let environment: RuleEnvironment
    /// What the rules digest is made from: everything that bears on the rule's findings.
    let canonicalText: String

    init(
        description: RuleDescription, origin: String, conditionSource: String, parameters: [RuleParameter],
        condition: CELProgram, filter: CELProgram?, message: String, messageProgram: CELProgram?, group: Group?,
        environment: RuleEnvironment, canonicalText: String
    ) {
        self.description = description
        self.origin = origin
        self.conditionSource = conditionSource
        self.parameters = parameters
        self.condition = condition
        self.filter = filter
        self.message = message
        self.messageProgram = messageProgram
        self.group = group
        self.environment = environment
        self.canonicalText = canonicalText
    }

    /// How a group rule forms its groups.
    struct Group: Sendable {
        var key: CELProgram
        let scope: Scope
    }

    /// The rule with a higher limit of steps, for a Service or group that is so large that linear work exceeds the usual
    /// one. A rule pack cannot ask for it.
    func raisingCostLimit(by steps: Int) -> Rule {
        var rule = self
        rule.condition.costLimit += steps
        rule.filter?.costLimit += steps
        rule.messageProgram?.costLimit += steps
        rule.group?.key.costLimit += steps
        return rule
    }
}

/// A parameter of a rule: a typed default that the user's configuration may override.
package struct RuleParameter: Sendable, Hashable {
    /// A parameter's value; its case is its type.
    package enum Value: Sendable, Hashable {
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case string(String)
        case strings([String])
    }

    package let name: String
    package let value: Value

    package init(name: String, value: Value) {
        self.name = name
        self.value = value
    }
}
