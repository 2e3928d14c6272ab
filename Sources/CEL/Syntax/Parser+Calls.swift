// What follows an operand: selections, calls and indexes; and calls on nothing.
extension Parser {
    /// Passes over the `?` of `a?.b`, as other languages write it, and reports it.
    mutating func takeOptionalChain() -> Bool {
        guard isAt(.question), isFollowed(by: .dot), current.span.lowerBound == lastEnd, !hasColonAhead else {
            return false
        }
        let span = current.span.lowerBound..<following.span.upperBound
        report(.noOperator("'?.'"), span, suggestion: .meant(".", at: span).or(.meant(".?", at: span)))
        advance()
        return true
    }

    /// Whether a `?` that comes next has its colon, as far as it is looked for.
    private var hasColonAhead: Bool {
        var depth = 0
        for token in tokens[index...].prefix(200) {
            switch token.kind {
            case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace): depth += 1
            case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace): depth -= 1
            case .symbol(.colon) where depth == 0: return true
            case .symbol(.comma) where depth == 0: return false
            default: break
            }
            if depth < 0 { return false }
        }
        return false
    }

    /// A call of a function on nothing, or the test for a field.
    mutating func parseGlobalCall() throws(Stop) -> Expression {
        let first = index
        if isAt(.dot) { advance() }
        let last = index
        advance()
        return try call(from: first, to: last, parseArguments())
    }

    /// The node of a call that is made on nothing, whose name two tokens begin and end.
    private mutating func call(from first: Int, to last: Int, _ arguments: [Expression]) throws(Stop) -> Expression {
        guard case .identifier(var name) = tokens[last].kind else { return try invalid(arguments, tokens[last].span) }
        if first < last { name = "." + name }
        let nameSpan = tokens[first].span.lowerBound..<tokens[last].span.upperBound
        let span = nameSpan.lowerBound..<lastEnd
        if name == "has" {
            return arguments.contains(where: \.isInvalid)
                ? try invalid(arguments, span) : try presenceTest(arguments, nameSpan, span)
        }
        return try node(
            .call(.init(function: name, nameSpan: nameSpan, target: nil, arguments: arguments)), span,
            childDepth: arguments.map(\.depth).max() ?? 0)
    }

    /// What stands behind a dot: a field, or a call on the operand.
    mutating func parseMember(of operand: Expression) throws(Stop) -> Expression {
        advance()
        let isOptional = take(.question)
        guard let field = takeMemberName() else {
            return try invalid([operand], operand.span.lowerBound..<lastEnd)
        }
        if isAt(.openParenthesis), !isOptional, tokens[index - 1].kind == .identifier(field.name) {
            return try call(field, of: operand, parseArguments(of: field.name))
        }
        return try node(
            .select(operand: operand, field: field, isTest: false, isOptional: isOptional),
            operand.span.lowerBound..<lastEnd, childDepth: operand.depth)
    }

    /// Passes over the name behind a dot, and reports what is none.
    private mutating func takeMemberName() -> Expression.FieldName? {
        let token = current
        switch token.kind {
        case .identifier(let name) where !Self.keywords.contains(name), .quotedIdentifier(let name):
            advance()
            return Expression.FieldName(name: name, span: token.span)
        case .broken: advance()
        default:
            var suggestion: Suggestion?
            if case .string = token.kind { suggestion = "join texts with '+'" }
            reportUnexpected(after: "a field or function name", suggestion: suggestion)
            if case .identifier = token.kind { advance() }
            keepQuiet()
        }
        return nil
    }

    /// The node of a call on a value.
    private mutating func call(
        _ name: Expression.FieldName, of operand: Expression, _ arguments: [Expression]
    ) throws(Stop) -> Expression {
        let span = operand.span.lowerBound..<lastEnd
        if Self.isMacro(name.name), arguments.contains(where: \.isInvalid) {
            // A macro's variables are not declared outside it: nothing of its arguments is to be reported.
            return try invalid(name.name == Self.bindMacro ? [] : [operand], span)
        }
        if let macro = try expandMacro(name.name, name.span, target: operand, arguments: arguments, span: span) {
            return macro
        }
        return try node(
            .call(.init(function: name.name, nameSpan: name.span, target: operand, arguments: arguments)), span,
            childDepth: max(operand.depth, arguments.map(\.depth).max() ?? 0))
    }

    private static let bindMacro = "bind"

    private static func isMacro(_ name: String) -> Bool {
        ComprehensionMacro(rawValue: name) != nil || OptionalMacro(rawValue: name) != nil || name == bindMacro
    }

    /// The arguments of a call, in their brackets.
    ///
    /// - Parameter member: The name of the function, if it is called on a value.
    mutating func parseArguments(of member: String? = nil) throws(Stop) -> [Expression] {
        open(.closeParenthesis)
        var arguments: [Expression] = []
        if isAt(.closeParenthesis) {
            close()
            return arguments
        }
        repeat {
            if arguments.isEmpty, let member, Self.isMacro(member), let variable = try parseArrow() {
                arguments.append(variable)
            }
            arguments.append(try parseExpression())
        } while take(.comma)
        close()
        return arguments
    }

    /// A macro's variable before an arrow, as other languages write functions, which is reported.
    private mutating func parseArrow() throws(Stop) -> Expression? {
        guard index + 2 < tokens.count, case .identifier(let name) = current.kind,
            [.symbol(.assign), .symbol(.minus)].contains(following.kind), tokens[index + 2].kind == .symbol(.greater),
            following.span.upperBound == tokens[index + 2].span.lowerBound
        else { return nil }
        let variable = try node(.identifier(name: name, isAbsolute: false), current.span)
        let arrow = following.span.lowerBound..<tokens[index + 2].span.upperBound
        report(.commaInMacro, arrow, suggestion: .meant(",", at: arrow))
        index += 3
        return variable
    }

    /// An index in brackets behind an operand.
    mutating func parseIndex(of operand: Expression) throws(Stop) -> Expression {
        let start = current.span.lowerBound
        open(.closeBracket)
        let isOptional = take(.question)
        let index = try parseExpression()
        if isAt(.colon), self.index >= quietIndex { return try parseSlice(of: operand, from: index) }
        close()
        return try node(
            .call(
                .init(
                    function: isOptional ? Operators.optionalIndex : Operators.index,
                    nameSpan: start..<lastEnd, target: nil, arguments: [operand, index])),
            operand.span.lowerBound..<lastEnd, childDepth: max(operand.depth, index.depth))
    }

    /// Reads the rest of `a[b:c]`, which is a part of a text or list elsewhere, and reports it.
    private mutating func parseSlice(of operand: Expression, from start: Expression) throws(Stop) -> Expression {
        let colon = current
        advance()
        let end = isAt(.closeBracket) ? nil : try parseExpression()
        close()
        let span = operand.span.lowerBound..<lastEnd
        let suggestion: Suggestion =
            end.map {
                .write("\(target: operand).substring(\(start), \($0))", at: span)
                    .or(.write("\(target: operand).slice(\(start), \($0))", at: span))
            } ?? .write("\(target: operand).substring(\(start))", at: span)
        report(.expected("']'", found: "':'"), colon.span, suggestion: suggestion)
        return try invalid([operand, start] + (end.map { [$0] } ?? []), span)
    }
}
