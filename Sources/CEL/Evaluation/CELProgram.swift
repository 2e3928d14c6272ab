/// A compiled expression, to be evaluated any number of times, by several threads at once.
public struct CELProgram: Sendable {
    /// The steps that an evaluation may take: about one for each operator, call and element, and more for long strings.
    public var costLimit: Int

    /// What was compiled.
    let plan: ProgramPlan

    /// The source that was compiled.
    public var source: String { plan.source }
    /// The type that the checker deduced.
    public var resultType: CELType { plan.resultType }
    /// The declared variables that the expression reads, in the order of their names.
    public var referencedVariables: [String] { plan.referencedVariables }
    /// The fields of declared message types that the expression reads or tests, in the order of their names.
    public var referencedFields: [(message: String, field: String)] { plan.referencedFields }

    /// The fewest and the most steps that an evaluation takes, for values as large as ``CELEnvironment/sizeAssumptions`` says.
    ///
    /// The most is found without looking at values: it is a bound for short texts and lists, and none for longer ones. Host
    /// functions count as linear in the size of their arguments.
    public var estimatedCost: ClosedRange<Int> { plan.estimatedCost }

    /// Whether the value is the same whatever the variables are, so that the expression was evaluated when compiled.
    public var isConstant: Bool { plan.root is ConstantNode }

    /// Computes the value.
    ///
    /// - Parameter extraCost: Steps allowed beyond ``costLimit``, for variables so large that linear work exceeds it.
    /// - Returns: The value, or what failed and where. The same variables give the same result.
    public func evaluate(_ variables: CELVariables, extraCost: Int = 0) -> Result<CELValue, CELError> {
        plan.evaluate(variables, costLimit: limit(extraCost))
    }

    /// Computes the value of a condition, faster than ``evaluate(_:extraCost:)`` does.
    ///
    /// - Parameter extraCost: As for ``evaluate(_:extraCost:)``.
    /// - Returns: Whether it holds; a value of another type is a failure.
    public func evaluateCondition(_ variables: CELVariables, extraCost: Int = 0) -> Result<Bool, CELError> {
        plan.evaluateCondition(variables, costLimit: limit(extraCost))
    }

    private func limit(_ extraCost: Int) -> Int {
        let (limit, overflows) = costLimit.addingReportingOverflow(extraCost)
        return overflows ? .max : limit
    }
}
