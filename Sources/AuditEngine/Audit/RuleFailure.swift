internal import CEL

/// Which of a rule's expressions could not be evaluated, and why.
package struct RuleFailure: Error, Hashable {
    /// The expression that was evaluated.
    let key: RuleExpression.Key
    let error: CELError

    /// Makes the failure of an expression, or of the variable in it that failed.
    init(key: RuleExpression.Key, error: CELError) {
        self.key = error.definition.map { .variable($0) } ?? key
        self.error = error
    }
}

/// What is said about failures: the same one is described once, however many Services it is of.
package struct FailureDescriptions {
    package init() {}

    private struct Cause: Hashable {
        let ruleID: String
        let failure: RuleFailure
    }

    private var known: [Cause: (message: String, problem: PackProblem?)] = [:]

    /// What a rule's failure is, and where in the pack.
    package mutating func description(of failure: RuleFailure, _ rule: Rule) -> (message: String, problem: PackProblem?)
    {
        let cause = Cause(ruleID: rule.description.id, failure: failure)
        if let description = known[cause] { return description }
        guard let (message, problem) = rule.expressions[failure.key]?.problem(failure.error) else {
            return (failure.error.message, nil)
        }
        known[cause] = (message, problem)
        return (message, problem)
    }
}
