// Going on behind a mistake: each is reported once, and what may only be wrong because of it is not.
extension Parser {
    /// A bracket, or a `?`, that something must close.
    struct Opening {
        /// Its token.
        let index: Int
        let closing: Token.Symbol
    }

    private static let endOfExpression = "the end of the expression"

    /// What stands in the source: an expression, and no more.
    mutating func parseWhole() throws(Stop) -> Expression? {
        if isAtEnd {
            report(.empty, current.span)
            return nil
        }
        var parts = [try parseExpression()]
        while !isAtEnd {
            let comma = isAt(.comma) && index >= quietIndex ? current : nil
            if comma == nil { reportUnexpected(after: Self.endOfExpression) }
            advance()
            keepQuiet()
            if binaryOperator() != nil { advance() }
            if !isAtEnd { parts.append(try parseExpression()) }
            if let comma { try reportComma(comma, between: &parts) }
        }
        return parts.count == 1 ? parts[0] : try invalid(parts, parts[0].span.lowerBound..<lastEnd)
    }

    private mutating func reportComma(_ comma: Token, between parts: inout [Expression]) throws(Stop) {
        var suggestion = Suggestion.meant("&&", at: comma.span)
        if case .call(let call) = parts[0].kind, call.function == Operators.contains, let first = call.arguments.last {
            let elements = first.span.lowerBound..<lastEnd
            suggestion = .write("[\(elements)]", at: elements)
            parts[0] = try invalid(call.arguments, parts[0].span)
        }
        report(.expected(Self.endOfExpression, found: "','"), comma.span, suggestion: suggestion)
    }

    // MARK: - What comes next

    /// Notes that something else should come next, unless that was noted here already.
    mutating func reportUnexpected(after expected: String, suggestion: Suggestion? = nil, isBehindOperand: Bool = false)
    {
        guard index >= quietIndex else { return }
        let isAtTheEnd = expected == Self.endOfExpression
        keepQuiet()
        report(
            .expected(expected, found: Self.describe(current.kind)), current.span,
            suggestion: suggestion ?? whatIsMeant(isAtTheEnd: isAtTheEnd)
                ?? (isBehindOperand ? missingOperator : nil))
    }

    /// Has nothing more be said about the token that comes next.
    mutating func keepQuiet() { quietIndex = max(quietIndex, index + 1) }

    /// Whether what comes next neither goes on with an operand nor ends it.
    var isOutOfPlace: Bool {
        switch current.kind {
        case .end: false
        case .symbol(let symbol): !Self.separators.contains(symbol)
        default: true
        }
    }

    private static let separators: Set<Token.Symbol> = [
        .closeParenthesis, .closeBracket, .closeBrace, .comma, .colon, .question,
    ]

    /// Reports what stands behind an operand and cannot, and passes over it unless it is another operand.
    mutating func stepOutOfPlace() -> BinaryStep? {
        if case .unknown = current.kind {
            // Reported by the lexer, and taken for an operator.
            while case .unknown = current.kind { advance() }
            if let step = binaryOperator() { return step }
            guard isOutOfPlace else { return nil }
            keepQuiet()
            return BinaryStep(precedence: 3, meaning: .missing)
        }
        guard isOutOfPlace else { return nil }
        // What follows a text without an end may be in the text.
        if index > 0, case .broken = tokens[index - 1].kind { keepQuiet() }
        if isBehindText { endedText = endedText ?? current.span.lowerBound }
        reportUnexpected(
            after: openings.last.map { "'\($0.closing.rawValue)'" } ?? Self.endOfExpression, isBehindOperand: true)
        if isBeginningOfOperand, !isBehindText { return BinaryStep(precedence: 2, meaning: .missing) }
        skipToSeparator()
        return BinaryStep(precedence: 1, meaning: .nothing)
    }

    /// Whether a name comes next that something is done with: the beginning of an operand to which only the operator is
    /// missing, rather than a word of another language.
    private var isBeginningOfOperand: Bool {
        guard case .identifier(let name) = current.kind, ForeignWords.suggestion(forOperator: name) == nil,
            case .symbol(let symbol) = following.kind
        else { return false }
        return symbol == .dot || symbol == .openParenthesis || symbol == .openBracket || Operators.binary(symbol) != nil
    }

    /// Whether a name or text follows a text at once, which an apostrophe may have ended.
    private var isBehindText: Bool {
        guard index > 0, case .string = tokens[index - 1].kind,
            tokens[index - 1].span.upperBound == current.span.lowerBound, case .identifier = current.kind
        else { return false }
        return true
    }

    /// Passes over everything up to what may separate parts of the expression: a bracket that closes one which is open
    /// here, a comma, a colon, a question mark, `&&` or `||`.
    mutating func skipToSeparator() {
        var depth = 0
        while !isAtEnd {
            switch current.kind {
            case .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace): depth += 1
            case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace):
                if depth == 0 { return keepQuiet() }
                depth -= 1
            case .symbol(.question) where tokens[max(0, index - 1)].kind == .symbol(.dot): break
            case .symbol(.comma), .symbol(.colon), .symbol(.question), .symbol(.and), .symbol(.or), .symbol(.bar),
                .symbol(.ampersand), .identifier("and"), .identifier("or"), .identifier("AND"), .identifier("OR"):
                if depth == 0 { return keepQuiet() }
            default: break
            }
            advance()
        }
        keepQuiet()
    }

    // MARK: - Brackets

    /// Passes over a bracket or `?` that something must close.
    mutating func open(_ closing: Token.Symbol) {
        openings.append(Opening(index: index, closing: closing))
        advance()
    }

    /// Passes over what closes the bracket that was opened last, or over all that stands before it.
    ///
    /// - Returns: Whether it is closed. If not, it is open to question what belongs to it.
    @discardableResult
    mutating func close() -> Bool {
        guard let opening = openings.popLast() else { return false }
        while !take(opening.closing) {
            if isAtEnd {
                reportUnclosed(opening)
                return false
            }
            reportUnexpected(after: "'\(opening.closing.rawValue)'")
            skipToSeparator()
            if isAt(opening.closing) { continue }
            if case .symbol(let symbol) = current.kind, openings.contains(where: { $0.closing == symbol }),
                symbol != .colon
            {
                return false
            }
            advance()
            keepQuiet()
        }
        return true
    }

    private mutating func reportUnclosed(_ opening: Opening) {
        let hasTextWithoutEnd = tokens.contains { $0.kind == .broken }
        guard index >= quietIndex, !hasTextWithoutEnd else { return }
        // What else is open is not closed either.
        report(
            .unclosed(opening.closing.rawValue), tokens[opening.index].span)
    }

    /// Passes over the colon that must come next.
    ///
    /// - Returns: Whether one came.
    mutating func expectColon() -> Bool {
        if take(.colon) { return true }
        reportUnexpected(after: "':'")
        skipToSeparator()
        return take(.colon)
    }

    // MARK: - What is meant

    /// What could be meant by a token that cannot stand where it does.
    private func whatIsMeant(isAtTheEnd: Bool) -> Suggestion? {
        switch current.kind {
        case .identifier where isBehindText: return "the text before it has ended; inside it, write \\' for a quote"
        case .identifier(let word): return ForeignWords.suggestion(forOperator: word)
        case .string where index > 0:
            guard case .string = tokens[index - 1].kind else { return nil }
            return "join texts with '+', or put a comma between them"
        case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace):
            return isAtTheEnd ? "nothing opens this bracket" : nil
        case .symbol(.colon): return "write condition ? value : otherwise, or {key: value}"
        case .symbol(.not): return "for unequal write a != b"
        default: return nil
        }
    }

    /// For an operand right behind another.
    private var missingOperator: Suggestion? {
        switch current.kind {
        case .identifier, .int, .uint, .double, .string, .bytes: break
        default: return nil
        }
        switch openings.last?.closing {
        case nil: return "put an operator before it, such as && or =="
        case .closeParenthesis, .closeBracket, .closeBrace: return "put a comma or an operator before it"
        default: return nil
        }
    }

    /// A token as messages show it.
    static func describe(_ kind: Token.Kind) -> String {
        switch kind {
        case .identifier(let name): "'\(name)'"
        case .quotedIdentifier(let name): "'`\(name)`'"
        case .int, .uint, .double: "a number"
        case .string, .pattern: "a string"
        case .bytes: "bytes"
        case .symbol(let symbol): "'\(symbol.rawValue)'"
        case .broken, .unknown: "a name"
        case .end: "the end"
        }
    }

    // MARK: - Texts without an end

    /// The lexer's problems without those of a text that only an apostrophe before it in its line has opened.
    func excusing(_ lexical: [Problem], in source: [UInt8]) -> [Problem] {
        guard let endedText else { return lexical }
        return lexical.filter { problem in
            guard problem.mistake == .openText, problem.span.lowerBound >= endedText else { return true }
            return source[endedText..<problem.span.lowerBound].contains(0x0A)
        }
    }
}
