// What is known about values once a condition has a value.
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
            return tested(by: node, being: value)
                + (ifEvaluated ? walked(by: node, being: value) + clausesOfEvaluation(node) : [])
        }
    }

    /// What follows when an expression has a value that is not null.
    func clausesOfValue(_ node: Expression) -> [Knowledge.Clause] {
        clausesOfEvaluation(node) + fact(node, isNull: false)
    }

    private func fact(_ node: Expression, isNull: Bool) -> [Knowledge.Clause] {
        key(of: node).map { [[Fact(key: $0, isNull: isNull)]] } ?? []
    }

    /// What a single test tells.
    private func tested(by node: Expression, being value: Bool) -> [Knowledge.Clause] {
        switch node.kind {
        case .select(let operand, let selected, isTest: true, _):
            if field(of: node) != nil { return fact(node, isNull: !value) }
            return presence(of: selected.name, in: operand).map { [[Fact(key: $0, .presence, holds: value)]] } ?? []
        case .call(let call) where call.arguments.count == 2 && call.target == nil:
            let (left, right) = (call.arguments[0], call.arguments[1])
            switch call.function {
            case Operators.equal: return compared(left, right, areEqual: value) + sized(call, being: value)
            case Operators.notEqual: return compared(left, right, areEqual: !value) + sized(call, being: value)
            case Operators.contains: return contained(left, right, being: value)
            default: return sized(call, being: value)
            }
        case .call(let call): return asked(by: call, node, being: value)
        default: return []
        }
    }

    /// What follows when a value is in a list or map, or is not.
    private func contained(_ left: Expression, _ right: Expression, being value: Bool) -> [Knowledge.Clause] {
        if case .map = type(of: right), case .literal(.string(let name)) = left.kind {
            return presence(of: name, in: right).map { [[Fact(key: $0, .presence, holds: value)]] } ?? []
        }
        guard value else { return [] }
        return (hasNoNull(right) ? fact(left, isNull: false) : []) + fact(left, .matched) + lengths(of: right, 1)
    }

    /// What the call of a condition tells.
    private func asked(by call: Expression.Call, _ node: Expression, being value: Bool) -> [Knowledge.Clause] {
        guard type(of: node) == .bool else { return [] }
        var clauses = key(of: node).map { [[Fact(key: $0, .truth, holds: value)]] } ?? []
        guard value, let subject = call.operands.first else { return clauses }
        switch trait(\.test, of: node) {
        case .pattern: clauses += fact(subject, .matched)
        case .part:
            if call.operands.count == 2, case .literal(.string(let text)) = call.operands[1].kind {
                clauses += lengths(of: subject, text.unicodeScalars.count)
            }
        case .hasValue: clauses += listOfElement(subject).map { lengths(of: $0, 1) } ?? []
        case nil: break
        }
        return clauses
    }

    /// What a comparison with a number tells about a number, or about the size of a text or list.
    private func sized(_ call: Expression.Call, being value: Bool) -> [Knowledge.Clause] {
        let (left, right) = (call.arguments[0], call.arguments[1])
        let (node, number, isTurned): (Expression, Int64, Bool)
        switch (left.kind, right.kind) {
        case (_, .literal(.int(let literal))): (node, number, isTurned) = (left, literal, false)
        case (.literal(.int(let literal)), _): (node, number, isTurned) = (right, literal, true)
        default: return []
        }
        guard let least = leastValue(call.function, number, isTurned: isTurned, being: value) else {
            guard [Operators.equal, Operators.notEqual].contains(call.function),
                (call.function == Operators.notEqual) == value
            else { return [] }
            // Of a size, other than 0 is more; of a position, other than -1 is 0 or more.
            if number == 0 { return fact(node, .nonzero) + lengths(of: node, least: 1) }
            return number == -1 ? lengths(of: node, least: 0) : []
        }
        return (least > 0 ? fact(node, .nonzero) : []) + lengths(of: node, least: least)
    }

    /// The least number for which a comparison has a value; `nil` where there is none.
    private func leastValue(_ function: String, _ number: Int64, isTurned: Bool, being value: Bool) -> Int64? {
        if function == Operators.equal || function == Operators.notEqual {
            return (function == Operators.equal) == value ? number : nil
        }
        guard var relation = OrderRelation(function: function), number < Int64(Int32.max) else { return nil }
        if isTurned { relation = relation.reversed }
        if !value { relation = relation.contrary }
        switch relation {
        case .greater: return number + 1
        case .greaterOrEqual: return number
        case .less, .lessOrEqual: return nil
        }
    }

    /// What follows for a text or list when its size, or where something stands in it, is so much at least.
    private func lengths(of node: Expression, least: Int64) -> [Knowledge.Clause] {
        guard case .call(let call) = node.kind, let subject = call.operands.first else { return [] }
        switch trait(\.measure, of: node) {
        case .size: return lengths(of: subject, Int(clamping: least))
        case .position:
            guard least >= 0, call.operands.count == 2, case .literal(.string(let text)) = call.operands[1].kind else {
                return []
            }
            return containment(of: text, in: subject).map { [[Fact(key: $0, .truth)]] } ?? []
        case nil: return []
        }
    }

    private func fact(_ node: Expression, _ property: Fact.Property) -> [Knowledge.Clause] {
        key(of: node).map { [[Fact(key: $0, property)]] } ?? []
    }

    /// What stands for a map's having a key, however that is asked.
    func presence(of name: String, in map: Expression) -> ValueKey? {
        key(of: map)?.appending("{\(CELLiteral.quoted(name))}")
    }

    /// What stands for a text's having another in it: the call that asks for it.
    func containment(of text: String, in node: Expression) -> ValueKey? {
        key(of: node)?.appending("|\(TextTest.contains.rawValue)(\(CELLiteral.quoted(text)))")
    }

    private func compared(_ left: Expression, _ right: Expression, areEqual: Bool) -> [Knowledge.Clause] {
        switch (left.kind, right.kind) {
        case (.literal(.null), _): fact(right, isNull: areEqual)
        case (_, .literal(.null)): fact(left, isNull: areEqual)
        case (.literal(let value), _): compared(right, value, areEqual: areEqual)
        case (_, .literal(let value)): compared(left, value, areEqual: areEqual)
        case (.list(let elements), _): compared(right, elements, areEqual: areEqual)
        case (_, .list(let elements)): compared(left, elements, areEqual: areEqual)
        default: []
        }
    }

    private func compared(
        _ list: Expression, _ elements: [Expression.Element], areEqual: Bool
    ) -> [Knowledge.Clause] {
        guard case .list = type(of: list) else { return [] }
        if areEqual { return lengths(of: list, elements.count { !$0.isOptional }) }
        // A list that is not empty has an element.
        return elements.isEmpty ? lengths(of: list, 1) : []
    }

    private func compared(_ node: Expression, _ value: CELValue, areEqual: Bool) -> [Knowledge.Clause] {
        if areEqual { return fact(node, isNull: false) + fact(node, .matched) }
        // A text that is not empty has a character.
        if case .string(let text) = value, text.isEmpty, type(of: node) == .string { return fact(node, .length(1)) }
        return []
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
