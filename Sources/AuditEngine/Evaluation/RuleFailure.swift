internal import CEL

/// Which of a rule's expressions could not be evaluated, and why.
struct RuleFailure: Error, Hashable {
    let key: RuleExpression.Key
    let error: CELError

    /// The value of an evaluation.
    ///
    /// - Throws: Its failure, as that of the expression of the key.
    @inline(__always)
    static func value<Value>(
        of result: Result<Value, CELError>, _ key: RuleExpression.Key
    ) throws(RuleFailure) -> Value {
        switch result {
        case .success(let value): return value
        case .failure(let error): throw RuleFailure(key: key, error: error)
        }
    }
}

/// What is said about failures: the same one is described once, however many Services it is of.
struct FailureDescriptions {
    private struct Cause: Hashable {
        let ruleID: String
        let failure: RuleFailure
    }

    private var known: [Cause: (message: String, problem: PackProblem?)] = [:]

    /// What a rule's failure is, and where in the pack.
    mutating func description(of failure: RuleFailure, _ rule: Rule) -> (message: String, problem: PackProblem?) {
        let cause = Cause(ruleID: rule.description.id, failure: failure)
        if let description = known[cause] { return description }
        guard let (message, problem) = rule.expressions[failure.key]?.problem(failure.error) else {
            return (failure.error.message, nil)
        }
        known[cause] = (message, problem)
        return (message, problem)
    }
}
