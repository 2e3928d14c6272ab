/// What compiling an expression gave. Shared by all copies of the program, so that evaluating copies nothing.
final class ProgramPlan: Sendable {
    let source: String
    let resultType: CELType
    let referencedVariables: [String]
    let referencedFields: [(message: String, field: String)]
    let estimatedCost: ClosedRange<Int>
    /// What is evaluated.
    let root: any PlanNode
    /// The type that values must have, if the checker could not prove that they do.
    private let expectedType: CELType?
    /// The slots of variables.
    let layout: VariableLayout
    /// The slots that macro variables need.
    private let localCount: Int

    init(
        source: String, checked: CheckedExpression, root: any PlanNode, layout: VariableLayout, expecting: CELType?
    ) {
        self.source = source
        resultType = checked.resultType
        referencedVariables = checked.referencedVariables
        referencedFields = checked.referencedFields
        estimatedCost = checked.estimatedCost
        self.root = root
        expectedType = expecting.flatMap { $0 == checked.resultType || $0.isDynamic ? nil : $0 }
        self.layout = layout
        localCount = checked.localCount
    }

    /// Computes the value.
    func evaluate(_ variables: CELVariables, costLimit: Int) -> Result<CELValue, CELError> {
        withContext(variables, costLimit: costLimit) { context in
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
        guard variables.layout === layout, localCount == 0 else {
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
        withContext(variables, costLimit: costLimit) { context in
            do throws(CELError) {
                return .success(try root.bool(&context))
            } catch {
                return .failure(error)
            }
        }
    }

    @inline(__always)
    private func withContext<Result>(
        _ variables: CELVariables, costLimit: Int, _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        if variables.layout === layout {
            return EvaluationContext.with(variables.storage, localCount: localCount, costLimit: costLimit, body)
        }
        let storage = variables.arranged(for: layout)
        return EvaluationContext.with(storage, localCount: localCount, costLimit: costLimit, body)
    }

    /// Computes the value, which is of the expected type.
    private func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let value = try root.value(&context)
        switch value {
        case .list, .map, .opaque:
            // Whoever gets the value has to look through it: sharing makes huge lists of few parts.
            try context.steps(value.walkCost(limit: context.meter.remaining), at: root.span)
        default: break
        }
        if let expectedType, !value.conforms(to: expectedType) {
            throw CELError(
                code: .unexpectedType, message: "the expression must give \(expectedType), but gives \(value.type)",
                span: root.span)
        }
        return value
    }
}
