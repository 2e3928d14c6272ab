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
    /// The declared variables that the expression reads, itself or through named expressions, in the order of their names.
    public var referencedVariables: [String] { plan.referencedVariables }
    /// The fields of declared message types that the expression reads or tests, itself or through named expressions, in the
    /// order of their names.
    public var referencedFields: [(message: String, field: String)] { plan.referencedFields }

    /// Whether fields may be read that ``referencedFields`` does not name: those of a value whose type is not known.
    public var readsUnknownFields: Bool { plan.readsUnknownFields }

    /// The fewest and the most steps that an evaluation takes, for values as large as ``CELEnvironment/sizeAssumptions`` says.
    ///
    /// The most is found without looking at values: it is a bound for short texts and lists, and none for longer ones. Host
    /// functions count as linear in the size of their arguments.
    public var estimatedCost: ClosedRange<Int> { plan.estimatedCost }

    /// Whether the value is the same whatever the variables are, so that the expression was evaluated when compiled.
    public var isConstant: Bool { plan.root is ConstantNode }

    /// Whether the variable of a slot is read when the program is evaluated, which a constant of its name is not.
    package func reads(slot: Int) -> Bool { plan.readSlots.contains(slot) }

    /// Computes the value.
    ///
    /// - Returns: The value; the same variables give the same.
    /// - Throws: What failed, and where.
    public func evaluate(_ variables: CELVariables) throws(CELError) -> CELValue { try outcome(variables).get() }

    /// Computes the value, and keeps those of the named expressions that it reads in the variables, for the evaluations of
    /// other programs until a variable that they depend on is set.
    ///
    /// The steps of a named expression count for the evaluation that computes it; those taken are in ``CELVariables/steps``.
    /// - Returns: As ``evaluate(_:)``.
    /// - Throws: As ``evaluate(_:)``.
    public func evaluate(keepingIn variables: inout CELVariables) throws(CELError) -> CELValue {
        try outcome(keepingIn: &variables).get()
    }

    /// Computes the value of a condition, faster than ``evaluate(_:)`` does.
    ///
    /// - Returns: Whether it holds.
    /// - Throws: What failed, and where; a value of another type is a failure.
    public func evaluateCondition(_ variables: CELVariables) throws(CELError) -> Bool {
        try conditionOutcome(variables).get()
    }

    /// Computes the value of a condition, and keeps those of the named expressions that it reads in the variables.
    ///
    /// - Returns: As ``evaluateCondition(_:)``.
    /// - Throws: As ``evaluateCondition(_:)``.
    public func evaluateCondition(keepingIn variables: inout CELVariables) throws(CELError) -> Bool {
        try conditionOutcome(keepingIn: &variables).get()
    }

    /// As ``evaluate(_:)``, for who keeps what came of it.
    ///
    /// - Parameter extraCost: Steps allowed beyond ``costLimit``, for variables so large that linear work exceeds it.
    package func outcome(_ variables: CELVariables, extraCost: Int = 0) -> Result<CELValue, CELError> {
        plan.evaluate(variables, costLimit: limit(extraCost))
    }

    /// As ``evaluate(keepingIn:)``, for who keeps what came of it.
    package func outcome(keepingIn variables: inout CELVariables, extraCost: Int = 0) -> Result<CELValue, CELError> {
        plan.evaluate(keepingIn: &variables, costLimit: limit(extraCost))
    }

    /// As ``evaluateCondition(_:)``, for who keeps what came of it.
    package func conditionOutcome(_ variables: CELVariables, extraCost: Int = 0) -> Result<Bool, CELError> {
        plan.evaluateCondition(variables, costLimit: limit(extraCost))
    }

    /// As ``evaluateCondition(keepingIn:)``, for who keeps what came of it.
    package func conditionOutcome(
        keepingIn variables: inout CELVariables, extraCost: Int = 0
    ) -> Result<Bool, CELError> {
        plan.readsDefinitions
            ? plan.evaluateCondition(keepingIn: &variables, costLimit: limit(extraCost))
            : plan.evaluateCondition(variables, costLimit: limit(extraCost))
    }

    /// Whether the condition is false, and does not fail, wherever the list of a variable has so many elements, whatever they
    /// and the other variables are.
    ///
    /// Tells it of a comparison of the list's size with a number, as in `size(list) > 1`, and of `&&` that begins with one.
    /// - Returns: False also where it cannot be told.
    package func isFalse(whereverListOf variable: String, has count: Int) -> Bool {
        plan.isFalse(whereverListOf: variable, has: count, costLimit: costLimit)
    }

    /// The steps that an evaluation may take with more allowed.
    func limit(_ extraCost: Int) -> Int {
        let (limit, overflows) = costLimit.addingReportingOverflow(extraCost)
        return overflows ? .max : limit
    }
}
