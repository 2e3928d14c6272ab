// Macros: calls that the parser turns into other nodes.
extension Parser {
    /// `has(a.b)`.
    mutating func presenceTest(
        _ arguments: [Expression], _ nameSpan: Range<Int>, _ span: Range<Int>
    ) throws(Stop) -> Expression {
        guard arguments.count == 1, let argument = arguments.first,
            case .select(let operand, let field, false, false) = argument.kind
        else {
            report(
                .presence,
                arguments.count == 1 ? arguments[0].span : span,
                suggestion: arguments.count == 1
                    ? Self.presenceSuggestion(arguments[0], at: span)
                    : "ask for one field at a time: has(a.b) && has(a.c)")
            return try invalid(span)
        }
        return try node(
            .select(operand: operand, field: field, isTest: true, isOptional: false), span,
            childDepth: operand.depth)
    }

    private static func presenceSuggestion(_ argument: Expression, at span: Range<Int>) -> Suggestion? {
        switch argument.kind {
        case .call(let call) where call.function == Operators.index && call.arguments.count == 2:
            let (container, key) = (call.arguments[0], call.arguments[1])
            if case .literal(.int(let index)) = key.kind {
                return .write("size(\(container)) > \(index)", at: span, "for a list")
            }
            return .write("\(key) in \(container)", at: span)
        case .literal(.string(let name)): return "write the field as it is read elsewhere, as in has(a.\(name))"
        case .identifier(let name, _):
            return "write has(\(name).…) with one of its fields, or \(name) != null"
        case .logical(let isAnd, let operands):
            var code: SourcePattern = "has(\(operands[0]))"
            for operand in operands.dropFirst() { code = "\(code) \(isAnd ? "&&" : "||") has(\(operand))" }
            return .write(code, at: span)
        case .call(let call) where call.function == Operators.not: return .write("!has(\(call.arguments[0]))", at: span)
        case .select(_, _, _, true): return .write("\(argument).hasValue()", at: span)
        case .select(_, _, true, _): return .write("\(argument)", at: span, "alone: it is tested already")
        case .call, .comprehension: return .write("\(argument) != null", at: span)
        default: return nil
        }
    }

    /// The node for a member call that is a macro's, or `nil` when it is none.
    mutating func expandMacro(
        _ name: String, _ nameSpan: Range<Int>, target: Expression, arguments: [Expression], span: Range<Int>
    ) throws(Stop) -> Expression? {
        if name == "bind", case .identifier("cel", false) = target.kind, arguments.count == 3 {
            guard let variable = variableName(arguments[0], of: name) else { return try invalid(span) }
            return try node(
                .bind(name: variable, value: arguments[1], body: arguments[2]), span,
                childDepth: max(arguments[1].depth, arguments[2].depth))
        }
        if let macro = OptionalMacro(rawValue: name), arguments.count == 2 {
            guard let variable = variableName(arguments[0], of: name) else { return try invalid([target], span) }
            return try node(
                .optionalMap(.init(macro: macro, operand: target, variable: variable, body: arguments[1])), span,
                childDepth: max(target.depth, arguments[1].depth))
        }
        if name == "greatest" || name == "least", case .identifier("math", _) = target.kind, arguments.count > 2 {
            return try extremum(name, nameSpan, target, arguments, span)
        }
        guard let macro = ComprehensionMacro(rawValue: name), macro.argumentCounts.contains(arguments.count) else {
            return nil
        }
        let variables = variableCount(of: macro, arguments)
        guard macro.takes(variables: variables) else { return nil }
        guard let first = variableName(arguments[0], of: name) else { return try invalid([target], span) }
        var second: String?
        if variables == 2 {
            guard let name = variableName(arguments[1], of: name) else { return try invalid([target], span) }
            guard name != first else {
                report(.sameVariables, arguments[1].span)
                return try invalid([target], span)
            }
            second = name
        }
        let rest = arguments.dropFirst(variables)
        guard let body = rest.last else { return nil }
        let filter = rest.count > 1 ? rest.first : nil
        let comprehension = Expression.Comprehension(
            macro: macro == .existsOneTwo ? .existsOne : macro, macroSpan: nameSpan, range: target, variable: first,
            secondVariable: second, filter: filter, body: body)
        // Evaluating one needs as much stack as two calls.
        let depth = max(target.depth, body.depth, filter?.depth ?? 0) + 1
        return try node(.comprehension(comprehension), span, childDepth: depth)
    }

    /// `math.greatest(a, b, c, …)` as `math.greatest([a, b, c, …])`: functions take a fixed number of arguments.
    private mutating func extremum(
        _ name: String, _ nameSpan: Range<Int>, _ target: Expression, _ arguments: [Expression], _ span: Range<Int>
    ) throws(Stop) -> Expression {
        let elements = arguments.map { Expression.Element(value: $0, isOptional: false) }
        let whole = (arguments.first?.span ?? span).lowerBound..<(arguments.last?.span ?? span).upperBound
        let list = try node(.list(elements), whole, childDepth: arguments.map(\.depth).max() ?? 0)
        let call = Expression.Call(function: name, nameSpan: nameSpan, target: target, arguments: [list])
        return try node(.call(call), span, childDepth: list.depth)
    }

    private func variableCount(of macro: ComprehensionMacro, _ arguments: [Expression]) -> Int {
        switch macro {
        case .all, .exists, .existsOne, .existsOneTwo: arguments.count - 1
        case .map, .filter, .sortBy: 1
        case .transformList, .transformMap, .transformMapEntry: 2
        }
    }

    private mutating func variableName(_ argument: Expression, of macro: String) -> String? {
        if case .identifier(let name, false) = argument.kind { return name }
        report(.noVariableName(macro: macro), argument.span)
        return nil
    }
}
