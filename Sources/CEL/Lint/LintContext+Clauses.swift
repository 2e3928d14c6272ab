// What is known about null once a condition has a value.
extension LintContext {
    /// What follows when a condition has a value.
    ///
    /// - Parameter ifEvaluated: Whether the condition is known to have had the value. Otherwise it may also have failed:
    ///   only what a test, which cannot fail, tells is taken.
    func clauses(of node: Expression, being value: Bool, ifEvaluated: Bool) -> [Knowledge.Clause] {
        switch node.kind {
        case .literal(.bool(let bool)): return bool == value ? [] : [[]]
        case .logical(let isAnd, let operands):
            let parts = operands.map { clauses(of: $0, being: value, ifEvaluated: ifEvaluated) }
            return isAnd == value ? Array(parts.joined()) : Knowledge.either(parts)
        case .conditional(let condition, let then, let otherwise):
            guard ifEvaluated else { return [] }
            return Knowledge.either([
                clauses(of: condition, being: true, ifEvaluated: true)
                    + clauses(of: then, being: value, ifEvaluated: true),
                clauses(of: condition, being: false, ifEvaluated: true)
                    + clauses(of: otherwise, being: value, ifEvaluated: true),
            ])
        case .call(let call) where call.function == Operators.not && call.arguments.count == 1:
            return clauses(of: call.arguments[0], being: !value, ifEvaluated: ifEvaluated)
        default:
            return tested(by: node, being: value) + (ifEvaluated ? clausesOfEvaluation(node) : [])
        }
    }

    /// What follows when an expression has a value that is not null.
    func clausesOfValue(_ node: Expression) -> [Knowledge.Clause] {
        clausesOfEvaluation(node) + fact(node, isNull: false)
    }

    private func fact(_ node: Expression, isNull: Bool) -> [Knowledge.Clause] {
        key(of: node).map { [[NullFact(key: $0, isNull: isNull)]] } ?? []
    }

    /// What a single test tells.
    private func tested(by node: Expression, being value: Bool) -> [Knowledge.Clause] {
        switch node.kind {
        case .select(_, _, isTest: true, _): return field(of: node) == nil ? [] : fact(node, isNull: !value)
        case .call(let call) where call.arguments.count == 2 && call.target == nil:
            let (left, right) = (call.arguments[0], call.arguments[1])
            switch call.function {
            case Operators.equal: return compared(left, right, areEqual: value)
            case Operators.notEqual: return compared(left, right, areEqual: !value)
            case Operators.contains where value && hasNoNull(right): return fact(left, isNull: false)
            default: return []
            }
        default: return []
        }
    }

    private func compared(_ left: Expression, _ right: Expression, areEqual: Bool) -> [Knowledge.Clause] {
        switch (left.kind, right.kind) {
        case (.literal(.null), _): fact(right, isNull: areEqual)
        case (_, .literal(.null)): fact(left, isNull: areEqual)
        case (.literal, _): areEqual ? fact(right, isNull: false) : []
        case (_, .literal): areEqual ? fact(left, isNull: false) : []
        default: []
        }
    }

    /// Whether a list's elements are never null, as far as their type or its source tells.
    private func hasNoNull(_ list: Expression) -> Bool {
        switch type(of: list) {
        case .list(.string), .list(.int), .list(.uint), .list(.double), .list(.bool), .list(.bytes): true
        default: false
        }
    }

    /// What follows when an expression has been evaluated without a failure.
    func clausesOfEvaluation(_ node: Expression) -> [Knowledge.Clause] {
        switch node.kind {
        case .select(let operand, _, let isTest, _):
            if case .variable = checked.resolutions[node.id] { return [] }
            let known = clausesOfEvaluation(operand) + fact(operand, isNull: false)
            // A condition that is a field was not null either.
            return !isTest && type(of: node).unwrapped == .bool ? known + fact(node, isNull: false) : known
        case .call(let call):
            let operands = operands(of: call, node)
            return operands.enumerated().flatMap { index, operand in
                clausesOfEvaluation(operand)
                    + (rejectsNull(node, operand: index, of: operands.count) ? fact(operand, isNull: false) : [])
            }
        case .conditional(let condition, _, _): return clausesOfEvaluation(condition)
        case .list, .map: return node.children.flatMap(clausesOfEvaluation)
        case .comprehension(let macro): return clausesOfEvaluation(macro.range) + fact(macro.range, isNull: false)
        case .bind(_, let value, _): return clausesOfEvaluation(value)
        case .optionalMap(let macro): return clausesOfEvaluation(macro.operand)
        case .literal, .identifier, .logical, .message, .invalid: return []
        }
    }
}
