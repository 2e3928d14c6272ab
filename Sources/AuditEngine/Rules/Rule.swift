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

    /// Its expressions where they are written.
    let expressions: [RuleExpression.Key: RuleExpression]
    let condition: CELProgram
    let filter: CELProgram?
    let message: String
    let messageProgram: CELProgram?
    let group: Group?
    let environment: RuleEnvironment
    /// What the rules digest is made from: everything that bears on the rule's findings.
    let canonicalText: String

    /// How a group rule forms its groups.
    struct Group: Sendable {
        let key: CELProgram
        let scope: Scope
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
