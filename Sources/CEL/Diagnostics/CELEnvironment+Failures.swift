extension CELEnvironment {
    /// What to tell the author of an expression about a failure of its evaluation: what failed, the part to look at, and
    /// what could be written instead.
    ///
    /// Compiles the source again, so it is for failures that are shown.
    ///
    /// - Parameters:
    ///   - error: What the evaluation gave.
    ///   - source: The source of the program that was evaluated, compiled by this environment.
    /// - Returns: The error's own message and place where no more can be said. No text from variables appears in it.
    public func diagnostic(for error: CELError, in source: String) -> CELDiagnostic {
        guard let (expression, checked) = try? check(source, expecting: nil),
            let node = expression.first(at: error.span)
        else { return CELDiagnostic(message: error.message, span: error.span) }
        return FailureAdvice(error, node, checked).diagnostic
    }
}

extension Expression {
    /// The outermost node at a span.
    fileprivate func first(at span: Range<Int>) -> Expression? {
        var next: [Expression] = [self]
        while let node = next.popLast() {
            if node.span == span { return node }
            next += node.children.filter {
                $0.span.lowerBound <= span.lowerBound && $0.span.upperBound >= span.upperBound
            }
        }
        return nil
    }
}

/// Words for a failure at a node whose types are known.
private struct FailureAdvice {
    private let error: CELError
    private let node: Expression
    private let checked: CheckedExpression

    init(_ error: CELError, _ node: Expression, _ checked: CheckedExpression) {
        self.error = error
        self.node = node
        self.checked = checked
    }

    var diagnostic: CELDiagnostic {
        switch error.code {
        case .noSuchOverload, .unexpectedType: nullDiagnostic ?? plain(nil)
        case .noSuchKey: plain(keySuggestion)
        case .indexOutOfRange: plain(indexSuggestion)
        case .divisionByZero: divisor.map { plain("ask first: \($0) != \(zero) && …") } ?? plain(nil)
        case .invalidArgument: plain(conversionSuggestion)
        case .overflow: plain("compute with double(…), which has a wider range", if: isArithmetic)
        case .costLimitExceeded: plain("look at fewer elements, or walk them once instead of once for each")
        case .noSuchField, .unreadableField, .unknownName, .host: plain(nil)
        }
    }

    private func plain(_ suggestion: String?, if holds: Bool = true) -> CELDiagnostic {
        CELDiagnostic(message: message, span: error.span, suggestion: holds ? suggestion : nil)
    }

    /// The error's message without the words that every failure of its kind begins with.
    private var message: String { error.fault.words }

    // MARK: - Null

    /// For a null where there must be a value.
    private var nullDiagnostic: CELDiagnostic? {
        let operands = operands
        if error.operandTypes.count == operands.count, !operands.isEmpty {
            guard let index = error.operandTypes.firstIndex(of: .null) else { return nil }
            return isNull(operands[index], "\(shownFunction) fails on null")
        }
        if case .select(let operand, let field, _, _) = node.kind, isField(node) != true, mayBeNull(operand),
            case .noFields(.null, _) = error.fault
        {
            return isNull(operand, "it has no field '\(field.name)' then")
        }
        guard mayBeNull(node) else { return nil }
        switch error.fault {
        case .unexpectedType(.null, _): return isNull(node, "the expression must give a value")
        case .noBool(.null): return isNull(node, "a condition fails on null")
        default:
            guard let (expectation, found) = error.fault.expectation, found == .null else { return nil }
            return isNull(node, expectation)
        }
    }

    private func isNull(_ operand: Expression, _ consequence: String) -> CELDiagnostic {
        guard let name = operand.written else {
            return CELDiagnostic(message: Mistake.null(nil, consequence).message, span: operand.span)
        }
        let test = isField(operand) == true ? "has(\(name))" : "\(name) != null"
        return CELDiagnostic(
            message: Mistake.null(name, consequence).message, span: operand.span,
            suggestion: "ask first: \(test) && …")
    }

    /// Whether a node is a field of a message; `nil` for what is no selection.
    private func isField(_ node: Expression) -> Bool? {
        guard case .select = node.kind else { return nil }
        if case .field = checked.resolutions[node.id] { return true }
        return false
    }

    private func mayBeNull(_ node: Expression) -> Bool {
        guard checked.types.indices.contains(node.id) else { return false }
        switch checked.types[node.id] {
        case .wrapper, .dyn, .null, .timestamp, .duration, .message, .opaque: return true
        default: return false
        }
    }

    // MARK: - Other failures

    private var operands: [Expression] {
        guard case .call(let call) = node.kind else { return [] }
        if case .functions(_, isNamespaced: true) = checked.resolutions[node.id] { return call.arguments }
        return call.operands
    }

    private var shownFunction: String {
        guard case .call(let call) = node.kind else { return "this" }
        if case .functions(_, isNamespaced: true) = checked.resolutions[node.id],
            let namespace = call.target?.qualifiedName?.name
        {
            return "'\(namespace).\(call.function)'"
        }
        return Operators.shownName(call.function)
    }

    private var isArithmetic: Bool {
        guard case .call(let call) = node.kind else { return false }
        return [Operators.add, Operators.subtract, Operators.multiply, Operators.negate].contains(call.function)
            && checked.types.indices.contains(node.id) && [.int, .uint].contains(checked.types[node.id])
    }

    /// Whether asking first would always be answered in the same way.
    private var isLiteral: Bool { !operands.isEmpty && operands.allSatisfy(\.isLiteral) }

    /// 0 as the divisor's type has it.
    private var zero: String { operands.count == 2 && checked.types[operands[1].id].unwrapped == .uint ? "0u" : "0" }

    private var divisor: String? { operands.count == 2 && !operands[1].isLiteral ? operands[1].written : nil }

    private var keySuggestion: String? {
        if case .select(let operand, let field, _, _) = node.kind, !operand.isLiteral, let map = operand.written {
            return "ask first: has(\(map).\(field.written)) && …"
        }
        guard !isLiteral, operands.count == 2, let map = operands[0].written, let key = operands[1].written else {
            return nil
        }
        return "ask first: \(key) in \(map) && …"
    }

    private var indexSuggestion: String? {
        guard !isLiteral, case .call(let call) = node.kind, call.function == Operators.index, operands.count == 2,
            let list = operands[0].written, let index = operands[1].written
        else { return nil }
        return "ask first: size(\(list)) > \(index) && …"
    }

    private var conversionSuggestion: String? {
        guard !isLiteral, case .functions(let functions, _) = checked.resolutions[node.id] else { return nil }
        for function in functions {
            guard case .text(let demand)? = function.traits.demand, operands.indices.contains(demand.argument) else {
                continue
            }
            let operand = operands[demand.argument]
            guard [.string, .dyn].contains(checked.types[operand.id].unwrapped), let argument = operand.written else {
                continue
            }
            return demand.test(of: argument).map { "ask first: \($0) && …" }
        }
        return nil
    }
}
