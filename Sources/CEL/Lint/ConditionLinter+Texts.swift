// Texts that never occur where they are looked for, and texts that are written in another way than they are meant.
extension ConditionLinter {
    /// The value of a comparison of a text with others that it can never be; what is wrong is reported.
    mutating func shapeVerdict(_ node: Expression) -> Bool? {
        guard case .call(let call) = node.kind, call.operands.count == 2 else { return nil }
        let (left, right) = (call.operands[0], call.operands[1])
        switch call.function {
        case Operators.equal, Operators.notEqual:
            let isNegated = call.function == Operators.notEqual
            for (text, literal) in [(left, right), (right, left)] {
                if reportConflict(text, literal, .equal, isNegated ? "true" : "false") { return isNegated }
            }
            return nil
        case Operators.contains:
            guard case .list(let elements) = right.kind, !elements.isEmpty else { return nil }
            let conflicts = elements.count { reportConflict(left, $0.value, .equal, "false") }
            return conflicts == elements.count ? false : nil
        default: break
        }
        switch context.trait(\.test, of: node) {
        case .pattern:
            guard case .literal(.string(let pattern)) = right.kind,
                let conflict = TextShape(of: left, context).conflict(withPattern: pattern)
            else { return nil }
            return report(conflict, right, "false") ? false : nil
        case .part(let test):
            guard context.type(of: left).unwrapped == .string else { return nil }
            return reportConflict(left, right, .part(test), "false") ? false : nil
        case .hasValue, nil: return nil
        }
    }

    private mutating func reportConflict(
        _ text: Expression, _ literal: Expression, _ relation: TextShape.Relation, _ value: String
    ) -> Bool {
        if case .local(let slot) = context.checked.resolutions[literal.id], let elements = literalElements[slot] {
            // Of a list's elements that it can never be, each is one to mend.
            for element in elements { _ = reportConflict(text, element, relation, value) }
            return false
        }
        guard case .literal(.string(let sought)) = literal.kind,
            let conflict = TextShape(of: text, context).conflict(with: sought, relation)
        else { return false }
        return report(conflict, literal, value)
    }

    private mutating func report(_ conflict: TextShape.Conflict, _ literal: Expression, _ value: String) -> Bool {
        report(
            literal,
            .neverFound(
                conflict.property, function: conflict.function, length: conflict.length, value: value),
            suggestion: conflict.meant.map { "did you mean \(CELLiteral.singleQuoted($0))?" })
        return true
    }

    /// Reports patterns, and texts with clauses for values, that are probably not meant so.
    mutating func reportTexts(of node: Expression) {
        guard case .call(let call) = node.kind else { return }
        let operands = context.operands(of: call, node)
        if let index = context.trait(\.pattern, of: node), operands.indices.contains(index),
            case .literal(.string(let pattern)) = operands[index].kind, let problem = PatternLinter(pattern).problem
        {
            lints.append(
                CELLint(problem.remark, operands[index].span, suggestion: problem.suggestion))
        }
        guard call.function == Operators.add else { return }
        for operand in operands {
            guard case .literal(.string(let text)) = operand.kind, let clause = FormatClause.first(in: text) else {
                continue
            }
            lints.append(
                CELLint(
                    .clauseInText(clause), operand.span,
                    suggestion: "write '…'.format([…]) to put values into it"))
        }
    }
}
