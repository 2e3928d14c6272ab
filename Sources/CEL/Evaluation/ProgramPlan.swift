/// What compiling an expression gave. Shared by all copies of the program, so that evaluating copies nothing.
final class ProgramPlan: Sendable {
    let source: String
    let resultType: CELType
    let referencedVariables: [String]
    let referencedFields: [(message: String, field: String)]
    /// Whether fields may be read that are not in ``referencedFields``.
    let readsUnknownFields: Bool
    let estimatedCost: ClosedRange<Int>
    /// What is evaluated.
    let root: any PlanNode
    /// The type that values must have, if the checker could not prove that they do.
    private let expectedType: CELType?
    /// The slots of variables.
    let layout: VariableLayout
    /// The slots that macro variables need.
    let localCount: Int
    /// The slots of the variables that are read, by named expressions too.
    let readSlots: Set<Int>
    /// Whether named expressions are read, whose values are kept in the variables.
    let readsDefinitions: Bool

    init(
        source: String, checked: CheckedExpression, root: any PlanNode, layout: VariableLayout, expecting: CELType?
    ) {
        self.source = source
        resultType = checked.resultType
        readSlots = checked.readSlots
        let definitions = checked.readSlots.sorted().compactMap { layout.slots[$0].definition }
        readsDefinitions = !definitions.isEmpty
        let read = [checked] + definitions.map(\.checked)
        referencedVariables = Set(read.flatMap(\.referencedVariables)).sorted()
        referencedFields = Set(read.flatMap(\.referencedFields)).sorted().map { ($0.message, $0.field) }
        readsUnknownFields = read.contains(where: \.readsUnknownFields)
        // Each named expression is computed once at most.
        let most = definitions.reduce(checked.estimatedCost.upperBound) {
            $0.saturatingAdd($1.checked.estimatedCost.upperBound)
        }
        estimatedCost = min(checked.estimatedCost.lowerBound, most)...most
        self.root = root
        expectedType = expecting.flatMap { $0 == checked.resultType || $0.isDynamic ? nil : $0 }
        self.layout = layout
        localCount = checked.localCount
    }

    /// Computes the value, and keeps those of named expressions in the variables.
    func evaluate(keepingIn variables: inout CELVariables, costLimit: Int) -> Result<CELValue, CELError> {
        keeping(in: &variables, costLimit: costLimit) { (context) throws(CELError) in try value(&context) }
    }

    /// Computes the value of a condition, and keeps those of named expressions in the variables.
    func evaluateCondition(keepingIn variables: inout CELVariables, costLimit: Int) -> Result<Bool, CELError> {
        keeping(in: &variables, costLimit: costLimit) { (context) throws(CELError) in try root.bool(&context) }
    }

    @inline(__always)
    private func keeping<Value>(
        in variables: inout CELVariables, costLimit: Int,
        _ body: (inout EvaluationContext) throws(CELError) -> Value
    ) -> Result<Value, CELError> {
        var remaining = costLimit
        let result: Result<Value, CELError>
        if variables.layout.includes(layout) {
            result =
                readsDefinitions
                ? EvaluationContext.keeping(&variables.storage, localCount: localCount, costLimit: costLimit) {
                    Self.run(body, &$0, &remaining)
                }
                : EvaluationContext.with(variables.storage, localCount: localCount, costLimit: costLimit) {
                    Self.run(body, &$0, &remaining)
                }
        } else {
            var storage = variables.arranged(for: layout)
            result = EvaluationContext.keeping(&storage, localCount: localCount, costLimit: costLimit) {
                Self.run(body, &$0, &remaining)
            }
        }
        variables.steps = costLimit - remaining
        return result
    }

    @inline(__always)
    private static func run<Value>(
        _ body: (inout EvaluationContext) throws(CELError) -> Value, _ context: inout EvaluationContext,
        _ remaining: inout Int
    ) -> Result<Value, CELError> {
        defer { remaining = context.meter.remaining }
        do throws(CELError) {
            return .success(try body(&context))
        } catch {
            return .failure(error)
        }
    }

    /// Computes the value.
    func evaluate(_ variables: CELVariables, costLimit: Int) -> Result<CELValue, CELError> {
        if readsDefinitions {
            var variables = variables
            return evaluate(keepingIn: &variables, costLimit: costLimit)
        }
        return withContext(variables, costLimit: costLimit) { context in
            do throws(CELError) {
                return .success(try value(&context))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Computes the value of a condition.
    @inline(__always)
    func evaluateCondition(_ variables: CELVariables, costLimit: Int) -> Result<Bool, CELError> {
        guard variables.layout.includes(layout), localCount == 0, !readsDefinitions else {
            return evaluateUnusualCondition(variables, costLimit: costLimit)
        }
        return EvaluationContext.with(variables.storage, costLimit: costLimit) { context in
            do throws(CELError) {
                return .success(try root.bool(&context))
            } catch {
                return .failure(error)
            }
        }
    }

    /// The same with macros, or with variables of another environment.
    @inline(never)
    private func evaluateUnusualCondition(
        _ variables: CELVariables, costLimit: Int
    ) -> Result<Bool, CELError> {
        if readsDefinitions {
            var variables = variables
            return evaluateCondition(keepingIn: &variables, costLimit: costLimit)
        }
        return withContext(variables, costLimit: costLimit) { context in
            do throws(CELError) {
                return .success(try root.bool(&context))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Whether the condition is false wherever the list of a variable has so many elements; false where it cannot be told.
    func isFalse(whereverListOf variable: String, has count: Int, costLimit: Int) -> Bool {
        // What comes first decides before anything else is evaluated.
        let first = (root as? AndNode)?.firstOperand ?? root
        guard let slot = layout.slot(of: variable), let test = first as? IntComparisonNode,
            test.isOfSize(ofVariable: slot)
        else { return false }
        var variables = CELVariables(layout: layout)
        variables.set(.list(Array(repeating: .null, count: count)), at: slot)
        return EvaluationContext.with(variables.storage, costLimit: costLimit) { context in
            (try? test.bool(&context)) == false
        }
    }

    @inline(__always)
    private func withContext<Result>(
        _ variables: CELVariables, costLimit: Int, _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        if variables.layout.includes(layout) {
            return EvaluationContext.with(variables.storage, localCount: localCount, costLimit: costLimit, body)
        }
        let storage = variables.arranged(for: layout)
        return EvaluationContext.with(storage, localCount: localCount, costLimit: costLimit, body)
    }

    /// Computes the value, which is of the expected type.
    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try checked(root.value(&context), &context)
    }

    /// Computes the value, as a text where it is one.
    ///
    /// - Returns: `nil` for a value that is none.
    func text(_ context: inout EvaluationContext) throws(CELError) -> TextBytes? {
        var other = CELValue.null
        if let text = try root.text(&context, else: &other) { return text }
        if case .string(let text) = try checked(other, &context) { return context.room.copy(text) }
        return nil
    }

    /// The value, if whoever asked can use it.
    private func checked(_ value: CELValue, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        switch value {
        case .list, .map, .opaque:
            // Whoever gets the value has to look through it: sharing makes huge lists of few parts.
            try context.steps(value.walkCost(limit: context.meter.remaining), at: root.span)
        default: break
        }
        if let expectedType, !value.conforms(to: expectedType) {
            throw CELFault.unexpectedType(value.type, expected: expectedType).at(root.span)
        }
        return value
    }
}
