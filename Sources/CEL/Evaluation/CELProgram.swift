/// A compiled expression, to be evaluated any number of times, by several threads at once.
public struct CELProgram: Sendable {
    /// The source that was compiled.
    public let source: String
    /// The type that the checker deduced.
    public let resultType: CELType
    /// The declared variables that the expression reads, in the order of their names.
    public let referencedVariables: [String]
    /// The fields of declared message types that the expression reads or tests, in the order of their names.
    public let referencedFields: [(message: String, field: String)]
    /// The steps that an evaluation may take: about one for each operator, call and element, and more for long strings.
    public var costLimit: Int

    /// What is evaluated.
    let root: any PlanNode
    /// The slots of variables.
    let layout: VariableLayout
    /// The slots that macro variables need.
    let localCount: Int
    /// The type that values must have, if the checker could not prove that they do.
    let expectedType: CELType?

    /// Whether the value is the same whatever the variables are, so that the expression was evaluated when compiled.
    public var isConstant: Bool { root is ConstantNode }

    /// Computes the value.
    ///
    /// - Parameter extraCost: Steps allowed beyond ``costLimit``, for variables so large that linear work exceeds it.
    /// - Returns: The value, or what failed and where. The same variables give the same result.
    public func evaluate(_ variables: CELVariables, extraCost: Int = 0) -> Result<CELValue, CELError> {
        withContext(variables, extraCost: extraCost) { context in
            do throws(CELError) {
                let value = try root.value(&context)
                try charge(value, &context)
                if let expectedType, !value.conforms(to: expectedType) {
                    return .failure(mismatch(of: value, expectedType))
                }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
    }

    /// Computes the value of a condition, faster than ``evaluate(_:extraCost:)`` does.
    ///
    /// - Parameter extraCost: As for ``evaluate(_:extraCost:)``.
    /// - Returns: Whether it holds; a value of another type is a failure.
    public func evaluateCondition(_ variables: CELVariables, extraCost: Int = 0) -> Result<Bool, CELError> {
        withContext(variables, extraCost: extraCost) { context in
            do throws(CELError) {
                return .success(try root.bool(&context))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Takes the steps that whoever gets the value needs to look through it: sharing makes huge lists of few parts.
    private func charge(_ value: CELValue, _ context: inout EvaluationContext) throws(CELError) {
        switch value {
        case .list, .map:
            do throws(CELFault) {
                try context.meter.charge(value.walkCost(limit: context.meter.remaining))
            } catch {
                throw error.at(root.span)
            }
        default: break
        }
    }

    private func mismatch(of value: CELValue, _ expected: CELType) -> CELError {
        CELError(
            code: .unexpectedType, message: "the expression must give \(expected), but gives \(value.type)",
            span: root.span)
    }

    private func withContext<Value>(
        _ variables: CELVariables, extraCost: Int, _ body: (inout EvaluationContext) -> Result<Value, CELError>
    ) -> Result<Value, CELError> {
        let values = variables.layout === layout ? variables.values : variables.arranged(for: layout)
        return values.withUnsafeBufferPointer { values in
            let locals = localCount == 0 ? [] : [CELValue](repeating: .null, count: localCount)
            var context = EvaluationContext(
                variables: values, locals: locals, meter: CostMeter(limit: costLimit + extraCost))
            return body(&context)
        }
    }
}
