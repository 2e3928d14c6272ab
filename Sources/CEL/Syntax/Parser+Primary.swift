// Operands: literals, names, brackets, and what follows an operand: selections, calls and indexes.
extension Parser {
    /// Words that are kept for later versions of the language and are no names.
    static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]

    private static let keywords: Set<String> = ["in", "true", "false", "null"]

    // The functions that take part in recursion are kept apart from those that make leaves: they need less stack so.
    /// An operand and what follows it.
    mutating func parsePostfix() throws(Stop) -> Expression {
        var operand = try parsePrimary()
        while let next = try parseSuffix(of: operand) { operand = next }
        return operand
    }

    private mutating func parseSuffix(of operand: Expression) throws(Stop) -> Expression? {
        if isAt(.dot) { return try parseMember(of: operand) }
        if isAt(.openBracket) { return try parseIndex(of: operand) }
        if isAt(.openBrace), operand.qualifiedName != nil { return try parseMessage(of: operand) }
        return nil
    }

    private mutating func parsePrimary() throws(Stop) -> Expression {
        if isAt(.openParenthesis) { return try parseParenthesized() }
        if isAt(.openBracket) { return try parseList() }
        if isAt(.openBrace) { return try parseMap() }
        guard let name = takeName() else { return try parseLiteral() }
        if isAt(.openParenthesis) { return try parseGlobalCall(name.text, name.span) }
        return try node(.identifier(name: name.plain, isAbsolute: name.isAbsolute), name.span)
    }

    private mutating func parseParenthesized() throws(Stop) -> Expression {
        let opening = index
        advance()
        let expression = try parseExpression()
        try expect(.closeParenthesis, closing: opening)
        return expression.spanning(tokens[opening].span.lowerBound..<lastEnd)
    }

    /// A name, with a dot before it if it is absolute.
    private struct Name {
        let text: String
        let isAbsolute: Bool
        let span: Range<Int>

        var plain: String { isAbsolute ? String(text.dropFirst()) : text }
    }

    /// Passes over a name that is no keyword and no reserved word, if one comes next.
    private mutating func takeName() -> Name? {
        let start = current.span.lowerBound
        let isAbsolute = isAt(.dot)
        let token = isAbsolute ? tokens[min(index + 1, tokens.count - 1)] : current
        guard case .identifier(let name) = token.kind, !Self.keywords.contains(name),
            !Self.reservedWords.contains(name)
        else { return nil }
        if isAbsolute { advance() }
        advance()
        return Name(text: isAbsolute ? "." + name : name, isAbsolute: isAbsolute, span: start..<token.span.upperBound)
    }

    private mutating func parseLiteral() throws(Stop) -> Expression {
        let token = current
        advance()
        switch token.kind {
        case .symbol(.minus): return try parseNegativeNumber(from: token.span.lowerBound)
        case .int(let magnitude): return try integer(magnitude, isNegative: false, token.span)
        case .uint(let magnitude):
            return try node(magnitude.map { .literal(.uint($0)) } ?? .invalid, token.span)
        case .double(let number): return try node(.literal(.double(number)), token.span)
        case .string(let text): return try node(.literal(.string(text)), token.span)
        case .bytes(let bytes): return try node(.literal(.bytes(bytes)), token.span)
        case .identifier("true"): return try node(.literal(.bool(true)), token.span)
        case .identifier("false"): return try node(.literal(.bool(false)), token.span)
        case .foreignName: return try node(.invalid, token.span)
        case .identifier("null"): return try node(.literal(.null), token.span)
        case .identifier(let name) where Self.reservedWords.contains(name):
            report(
                "'\(name)' is a reserved word", token.span, suggestion: ForeignWords.suggestion(forReserved: name))
            throw Stop()
        case .identifier, .quotedIdentifier, .symbol, .end:
            reportNoOperand(token)
            throw Stop()
        }
    }

    private mutating func reportNoOperand(_ token: Token) {
        if case .end = token.kind, tokens.count == 1 { return report("the expression is empty", token.span) }
        let suggestion: String? =
            switch token.kind {
            case .quotedIdentifier: "a name between backticks follows a dot; text stands between ' or \""
            case .symbol(let symbol) where Operators.binary(symbol) != nil && index > 1:
                "an operator needs a value on both sides"
            case .end: "something is missing here"
            default: nil
            }
        report("expected an expression, found \(Self.describe(token.kind))", token.span, suggestion: suggestion)
    }

    private mutating func parseNegativeNumber(from start: Int) throws(Stop) -> Expression {
        let token = current
        advance()
        let span = start..<token.span.upperBound
        if case .double(let number) = token.kind { return try node(.literal(.double(-number)), span) }
        if case .int(let magnitude) = token.kind { return try integer(magnitude, isNegative: true, span) }
        return try node(.invalid, span)
    }

    private mutating func integer(_ magnitude: UInt64?, isNegative: Bool, _ span: Range<Int>) throws(Stop) -> Expression
    {
        // Too large for 64 bits, which the lexer reported.
        guard let magnitude else { return try node(.invalid, span) }
        if isNegative, magnitude <= Int64.min.magnitude {
            return try node(.literal(.int(Int64(truncatingIfNeeded: 0 &- magnitude))), span)
        }
        if !isNegative, let number = Int64(exactly: magnitude) { return try node(.literal(.int(number)), span) }
        report(
            "the integer is out of the range of int", span,
            suggestion: isNegative ? nil : "write \(magnitude)u for an unsigned integer")
        return try node(.invalid, span)
    }

    private mutating func parseGlobalCall(_ name: String, _ nameSpan: Range<Int>) throws(Stop) -> Expression {
        let arguments = try parseArguments()
        let span = nameSpan.lowerBound..<lastEnd
        if name == "has" { return try presenceTest(arguments, nameSpan, span) }
        return try node(
            .call(.init(function: name, nameSpan: nameSpan, target: nil, arguments: arguments)), span,
            childDepth: arguments.map(\.depth).max() ?? 0)
    }

    private mutating func parseMember(of operand: Expression) throws(Stop) -> Expression {
        advance()
        let isOptional = take(.question)
        let token = current
        let name: String
        switch token.kind {
        case .identifier(let identifier) where !Self.keywords.contains(identifier): name = identifier
        case .quotedIdentifier(let identifier): name = identifier
        case .foreignName:
            advance()
            return try node(.invalid, operand.span.lowerBound..<lastEnd, childDepth: operand.depth)
        default:
            reportUnexpected(after: "a field or function name")
            throw Stop()
        }
        advance()
        if isAt(.openParenthesis), !isOptional, case .identifier = token.kind {
            return try parseMemberCall(name, token.span, of: operand)
        }
        return try node(
            .select(
                operand: operand, field: .init(name: name, span: token.span), isTest: false, isOptional: isOptional),
            operand.span.lowerBound..<lastEnd, childDepth: operand.depth)
    }

    private mutating func parseMemberCall(
        _ name: String, _ nameSpan: Range<Int>, of operand: Expression
    ) throws(Stop) -> Expression {
        let arguments = try parseArguments()
        let span = operand.span.lowerBound..<lastEnd
        if let macro = try expandMacro(name, nameSpan, target: operand, arguments: arguments, span: span) {
            return macro
        }
        return try node(
            .call(.init(function: name, nameSpan: nameSpan, target: operand, arguments: arguments)), span,
            childDepth: max(operand.depth, arguments.map(\.depth).max() ?? 0))
    }

    private mutating func parseArguments() throws(Stop) -> [Expression] {
        let opening = index
        advance()
        var arguments: [Expression] = []
        if take(.closeParenthesis) { return arguments }
        repeat {
            arguments.append(try parseExpression())
        } while take(.comma)
        try expect(.closeParenthesis, closing: opening)
        return arguments
    }

    private mutating func parseIndex(of operand: Expression) throws(Stop) -> Expression {
        let opening = index
        let start = current.span.lowerBound
        advance()
        let isOptional = take(.question)
        let index = try parseExpression()
        try expect(.closeBracket, closing: opening)
        return try node(
            .call(
                .init(
                    function: isOptional ? Operators.optionalIndex : Operators.index,
                    nameSpan: start..<lastEnd, target: nil, arguments: [operand, index])),
            operand.span.lowerBound..<lastEnd, childDepth: max(operand.depth, index.depth))
    }

    private mutating func parseList() throws(Stop) -> Expression {
        let opening = index
        let start = current.span.lowerBound
        advance()
        var elements: [Expression.Element] = []
        var depth = 0
        // The grammar allows a comma at the end, also of an empty list.
        while !isAt(.closeBracket), !takeLoneComma(before: .closeBracket, ifEmpty: elements.isEmpty) {
            let isOptional = take(.question)
            let value = try parseExpression()
            elements.append(.init(value: value, isOptional: isOptional))
            depth = max(depth, value.depth)
            if !take(.comma) { break }
        }
        try expect(.closeBracket, closing: opening)
        return try node(.list(elements), start..<lastEnd, childDepth: depth)
    }

    /// Passes over a comma that stands alone in an empty list or map.
    private mutating func takeLoneComma(before closing: Token.Symbol, ifEmpty isEmpty: Bool) -> Bool {
        guard isEmpty, isAt(.comma), index + 1 < tokens.count, tokens[index + 1].kind == .symbol(closing) else {
            return false
        }
        advance()
        return true
    }

    private mutating func parseMap() throws(Stop) -> Expression {
        let opening = index
        let start = current.span.lowerBound
        advance()
        var entries: [Expression.Entry] = []
        var depth = 0
        while !isAt(.closeBrace), !takeLoneComma(before: .closeBrace, ifEmpty: entries.isEmpty) {
            let isOptional = take(.question)
            let key = try parseExpression()
            try expect(.colon)
            let value = try parseExpression()
            entries.append(.init(key: key, value: value, isOptional: isOptional))
            depth = max(depth, key.depth, value.depth)
            if !take(.comma) { break }
        }
        try expect(.closeBrace, closing: opening)
        return try node(.map(entries), start..<lastEnd, childDepth: depth)
    }

    private mutating func parseMessage(of operand: Expression) throws(Stop) -> Expression {
        let opening = index
        advance()
        var fields: [Expression.MessageField] = []
        var depth = operand.depth
        while !isAt(.closeBrace) {
            _ = take(.question)
            guard case .identifier(let name) = current.kind else {
                reportUnexpected(after: "a field name")
                throw Stop()
            }
            let span = current.span
            advance()
            try expect(.colon)
            let value = try parseExpression()
            fields.append(.init(field: .init(name: name, span: span), value: value))
            depth = max(depth, value.depth)
            if !take(.comma) { break }
        }
        try expect(.closeBrace, closing: opening)
        return try node(
            .message(typeName: operand.qualifiedName?.name ?? "", nameSpan: operand.span, fields: fields),
            operand.span.lowerBound..<lastEnd, childDepth: depth)
    }
}
