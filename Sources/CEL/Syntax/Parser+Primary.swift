// Operands: literals, names and brackets.
extension Parser {
    /// Words that are kept for later versions of the language and are no names.
    static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]

    /// Words of the language that are no names.
    static let keywords: Set<String> = ["in", "true", "false", "null"]

    // The functions that take part in recursion are kept apart from those that make leaves: they need less stack so.
    /// An operand and what follows it.
    mutating func parsePostfix() throws(Stop) -> Expression {
        var operand = try parsePrimary()
        while let next = try parseSuffix(of: operand) { operand = next }
        return operand
    }

    private mutating func parseSuffix(of operand: Expression) throws(Stop) -> Expression? {
        if isAt(.dot) || takeOptionalChain() { return try parseMember(of: operand) }
        if isAt(.openBracket) { return try parseIndex(of: operand) }
        if isAt(.openBrace), operand.qualifiedName != nil { return try parseMessage(of: operand) }
        return nil
    }

    private mutating func parsePrimary() throws(Stop) -> Expression {
        reachOperand()
        switch operandStart {
        case .parenthesis: return try parseParenthesized()
        case .list: return try parseList()
        case .map: return try parseMap()
        case .condition: return try parseIf()
        case .call: return try parseGlobalCall()
        case .leaf: return try parseLeaf()
        }
    }

    /// What an operand begins with, as far as reading it is another matter.
    private enum OperandStart {
        case parenthesis, list, map, condition, call, leaf
    }

    private var operandStart: OperandStart {
        switch current.kind {
        case .symbol(.openParenthesis): .parenthesis
        case .symbol(.openBracket): .list
        case .symbol(.openBrace): .map
        case .identifier("if") where following.kind == .symbol(.openParenthesis): .condition
        case .identifier(let name) where following.kind == .symbol(.openParenthesis) && Self.isName(name): .call
        case .symbol(.dot) where isCallOfAbsoluteName: .call
        default: .leaf
        }
    }

    private var isCallOfAbsoluteName: Bool {
        guard case .identifier(let name) = following.kind, Self.isName(name) else { return false }
        return tokens[min(index + 2, tokens.count - 1)].kind == .symbol(.openParenthesis)
    }

    /// Whether a word is neither of the language nor kept for it.
    private static func isName(_ word: String) -> Bool { !keywords.contains(word) && !reservedWords.contains(word) }

    private mutating func parseLeaf() throws(Stop) -> Expression {
        guard let name = takeName() else { return try parseLiteral() }
        return try node(.identifier(name: name.plain, isAbsolute: name.isAbsolute), name.span)
    }

    /// Reads `if(condition, value, otherwise)`, which is a reserved word.
    private mutating func parseIf() throws(Stop) -> Expression {
        let word = current
        advance()
        let arguments = try parseArguments()
        reportIf(word, arguments)
        return try invalid(arguments, word.span.lowerBound..<lastEnd)
    }

    private mutating func reportIf(_ word: Token, _ arguments: [Expression]) {
        let words = ForeignWords.suggestion(forReserved: "if")
        guard arguments.count == 3 else {
            report(.reserved("if"), word.span, suggestion: words)
            return skipToSeparator()
        }
        let code: SourcePattern = "(\(arguments[0]) ? \(arguments[1]) : \(arguments[2]))"
        let span = word.span.lowerBound..<lastEnd
        report(.reserved("if"), word.span, suggestion: .write(code, at: span).or(words))
    }

    private mutating func parseParenthesized() throws(Stop) -> Expression {
        let start = current.span.lowerBound
        open(.closeParenthesis)
        let expression = try parseExpression()
        if isAt(.comma), index >= quietIndex { return try parseListInParentheses(from: start, expression) }
        close()
        return expression.spanning(start..<lastEnd)
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
        guard case .identifier(let name) = token.kind, Self.isName(name) else { return nil }
        if isAbsolute { advance() }
        advance()
        return Name(text: isAbsolute ? "." + name : name, isAbsolute: isAbsolute, span: start..<token.span.upperBound)
    }

    private mutating func parseLiteral() throws(Stop) -> Expression {
        let start = index
        let token = current
        advance()
        switch token.kind {
        case .symbol(.minus): return try parseNegativeNumber(from: token.span.lowerBound)
        case .int(let magnitude): return try integer(magnitude, isNegative: false, token.span)
        case .uint(let magnitude):
            return try node(magnitude.map { .literal(.uint($0)) } ?? .invalid([]), token.span)
        case .double(let number): return try node(.literal(.double(number)), token.span)
        case .string(let text): return try node(.literal(.string(text)), token.span)
        case .bytes(let bytes): return try node(.literal(.bytes(bytes)), token.span)
        case .pattern(let text): return try node(.literal(.string(text)), token.span)
        case .identifier("true"): return try node(.literal(.bool(true)), token.span)
        case .identifier("false"): return try node(.literal(.bool(false)), token.span)
        case .broken: return try invalid(token.span)
        case .identifier("null"): return try node(.literal(.null), token.span)
        case .identifier(let name) where Self.reservedWords.contains(name):
            report(
                .reserved(name), token.span, suggestion: ForeignWords.suggestion(forReserved: name))
            skipToSeparator()
            return try invalid(token.span.lowerBound..<lastEnd)
        case .identifier, .quotedIdentifier, .symbol, .end, .unknown:
            index = start
            reportNoOperand(token)
            keepQuiet()
            return try invalid(lastEnd..<lastEnd)
        }
    }

    /// Passes over what stands before an operand and cannot, and reports it.
    private mutating func reachOperand() {
        // Reported by the lexer.
        while case .unknown = current.kind { advance() }
        if startsOperand { return }
        if index - 1 != mistakenIndex { reportNoOperand(current) }
        keepQuiet()
        if case .quotedIdentifier = current.kind { advance() }
        while case .symbol(let symbol) = current.kind, !Self.endsOperand(symbol) { advance() }
        keepQuiet()
    }

    /// Whether a sign stands behind operands and is not to be passed over in the search for one.
    private static func endsOperand(_ symbol: Token.Symbol) -> Bool {
        switch symbol {
        case .closeParenthesis, .closeBracket, .closeBrace, .comma, .colon, .question, .and, .or, .ampersand, .bar,
            .openParenthesis, .openBracket, .openBrace, .not:
            true
        default: false
        }
    }

    /// Whether an operand comes next.
    private var startsOperand: Bool {
        switch current.kind {
        case .identifier(let name): name != "in"
        case .int, .uint, .double, .string, .bytes, .pattern, .broken: true
        case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace): true
        case .symbol(.minus): isNumber(following.kind)
        case .symbol(.dot):
            if case .identifier(let name) = following.kind { Self.isName(name) } else { false }
        default: false
        }
    }

    private mutating func reportNoOperand(_ token: Token) {
        guard index >= quietIndex else { return }
        let suggestion: Suggestion? =
            switch token.kind {
            case .quotedIdentifier: "a name between backticks follows a dot; text stands between ' or \""
            case .symbol(let symbol) where Operators.binary(symbol) != nil && index > 0:
                "an operator needs a value on both sides"
            case .end: "something is missing here"
            default: nil
            }
        report(.expected("an expression", found: Self.describe(token.kind)), token.span, suggestion: suggestion)
    }

    private mutating func parseNegativeNumber(from start: Int) throws(Stop) -> Expression {
        let token = current
        advance()
        let span = start..<token.span.upperBound
        if case .double(let number) = token.kind { return try node(.literal(.double(-number)), span) }
        if case .int(let magnitude) = token.kind { return try integer(magnitude, isNegative: true, span) }
        return try invalid(span)
    }

    private mutating func integer(_ magnitude: UInt64?, isNegative: Bool, _ span: Range<Int>) throws(Stop) -> Expression
    {
        // Too large for 64 bits, which the lexer reported.
        guard let magnitude else { return try invalid(span) }
        if isNegative, magnitude <= Int64.min.magnitude {
            return try node(.literal(.int(Int64(truncatingIfNeeded: 0 &- magnitude))), span)
        }
        if !isNegative, let number = Int64(exactly: magnitude) { return try node(.literal(.int(number)), span) }
        report(
            .intRange, span,
            suggestion: isNegative ? nil : .write("\(magnitude)u", at: span, "for an unsigned integer"))
        return try invalid(span)
    }
}
