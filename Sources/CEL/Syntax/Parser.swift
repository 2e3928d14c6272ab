/// Makes a syntax tree of an expression's tokens, macros expanded.
///
/// Binary operators are parsed by precedence, with one frame on the stack for each level of nesting rather than one for
/// each level of the grammar; nesting deeper than the limit is an error before the stack is in danger.
struct Parser {
    /// A syntax error after which the rest cannot be read; it is in the diagnostics.
    struct Stop: Error {}

    /// A tree and what was wrong on the way to it.
    struct Result {
        /// The tree; `nil` when the source could not be read to its end.
        let expression: Expression?
        /// One more than the highest id in the tree.
        let nodeCount: Int
        let diagnostics: [CELDiagnostic]
    }

    /// The tokens, with one of kind `end` at the end.
    var tokens: [Token]
    /// The next token.
    var index = 0
    /// The number of nodes made: the next one's id.
    var nodeCount = 0
    /// How deep the function that runs is nested.
    var nesting = 0
    /// What is wrong so far.
    var diagnostics: [CELDiagnostic] = []
    /// How deep nodes and brackets may be nested.
    let maximumDepth: Int

    /// Parses a source.
    ///
    /// - Parameter maximumDepth: How deep operators, calls and brackets may be nested.
    static func parse(_ source: String, maximumDepth: Int) -> Result {
        var lexer = Lexer(Array(source.utf8))
        var parser = Parser(tokens: lexer.tokenize(), maximumDepth: maximumDepth)
        if parser.tokens.count == 1, !lexer.diagnostics.isEmpty {
            return Result(expression: nil, nodeCount: 0, diagnostics: lexer.diagnostics)
        }
        var expression: Expression?
        do throws(Stop) {
            let parsed = try parser.parseExpression()
            if case .end = parser.current.kind {
                expression = parsed
            } else {
                parser.reportUnexpected(after: endOfExpression)
            }
        } catch {
            expression = nil
        }
        return Result(
            expression: expression, nodeCount: parser.nodeCount, diagnostics: lexer.diagnostics + parser.diagnostics)
    }

    private init(tokens: [Token], maximumDepth: Int) {
        self.tokens = tokens
        self.maximumDepth = maximumDepth
    }

    // MARK: - Tokens

    /// The token that comes next.
    var current: Token { tokens[index] }

    /// Passes over a token; the end stays.
    mutating func advance() {
        if index < tokens.count - 1 { index += 1 }
    }

    /// Whether the symbol comes next.
    func isAt(_ symbol: Token.Symbol) -> Bool { current.kind == .symbol(symbol) }

    /// Passes over the symbol if it comes next.
    mutating func take(_ symbol: Token.Symbol) -> Bool {
        guard isAt(symbol) else { return false }
        advance()
        return true
    }

    /// Passes over a symbol that must come next.
    ///
    /// - Parameter opening: The index of the bracket that the symbol closes.
    mutating func expect(_ symbol: Token.Symbol, closing opening: Int? = nil) throws(Stop) {
        if take(symbol) { return }
        if case .end = current.kind, let opening {
            report("'\(symbol.rawValue)' is missing: nothing closes this bracket", tokens[opening].span)
            throw Stop()
        }
        reportUnexpected(after: "'\(symbol.rawValue)'")
        throw Stop()
    }

    /// Where the last token taken ends.
    var lastEnd: Int { index > 0 ? tokens[index - 1].span.upperBound : 0 }

    /// The most problems that are noted: no reader goes through more.
    static let diagnosticLimit = 100

    /// Notes what is wrong.
    mutating func report(_ message: String, _ span: Range<Int>, suggestion: String? = nil) {
        guard diagnostics.count < Self.diagnosticLimit else { return }
        diagnostics.append(CELDiagnostic(message: message, span: span, suggestion: suggestion))
    }

    private static let endOfExpression = "the end of the expression"

    /// Notes that something else should come next.
    mutating func reportUnexpected(after expected: String) {
        let isAtTheEnd = expected == Self.endOfExpression
        report(
            "expected \(expected), found \(Self.describe(current.kind))", current.span,
            suggestion: whatIsMeant(isAtTheEnd: isAtTheEnd))
    }

    /// What could be meant by a token that cannot stand where it does.
    private func whatIsMeant(isAtTheEnd: Bool) -> String? {
        let isBehindText =
            if index > 0, case .string = tokens[index - 1].kind {
                tokens[index - 1].span.upperBound == current.span.lowerBound
            } else { false }
        return switch current.kind {
        case .identifier where isBehindText:
            "the text before it has ended; inside it, write \\' for a quote"
        case .identifier(let word): ForeignWords.suggestion(forOperator: word)
        case .string where index > 0:
            if case .string = tokens[index - 1].kind { "join texts with '+', or put a comma between them" } else { nil }
        case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace):
            isAtTheEnd ? "nothing opens this bracket" : nil
        case .symbol(.colon): "write condition ? value : otherwise, or {key: value}"
        case .symbol(.not): "for unequal write a != b"
        default: nil
        }
    }

    /// A token as messages show it.
    static func describe(_ kind: Token.Kind) -> String {
        switch kind {
        case .identifier(let name): "'\(name)'"
        case .quotedIdentifier(let name): "'`\(name)`'"
        case .int, .uint, .double: "a number"
        case .string: "a string"
        case .bytes: "bytes"
        case .symbol(let symbol): "'\(symbol.rawValue)'"
        case .foreignName: "a name"
        case .end: "the end"
        }
    }

    // MARK: - Nodes

    /// Makes a node above others of a depth.
    mutating func node(_ kind: Expression.Kind, _ span: Range<Int>, childDepth: Int = 0) throws(Stop) -> Expression {
        if childDepth >= maximumDepth { try stopTooDeep(span) }
        defer { nodeCount += 1 }
        return Expression(id: nodeCount, kind: kind, span: span, depth: childDepth + 1)
    }

    private mutating func stopTooDeep(_ span: Range<Int>) throws(Stop) {
        report(
            "the expression is nested more than \(maximumDepth) levels deep",
            span.lowerBound..<min(span.upperBound, span.lowerBound + 1))
        throw Stop()
    }

    /// Counts a level of nesting, which the caller takes back.
    mutating func enter() throws(Stop) {
        nesting += 1
        if nesting > maximumDepth { try stopTooDeep(current.span) }
    }

    // MARK: - Grammar

    /// A whole expression, as in brackets.
    mutating func parseExpression() throws(Stop) -> Expression {
        try enter()
        defer { nesting -= 1 }
        let condition = try parseBinary(minimum: 1)
        guard take(.question) else { return condition }
        let then = try parseBinary(minimum: 1)
        try expect(.colon)
        let otherwise = try parseExpression()
        return try node(
            .conditional(condition: condition, then: then, otherwise: otherwise),
            condition.span.lowerBound..<otherwise.span.upperBound,
            childDepth: max(condition.depth, then.depth, otherwise.depth))
    }

    private mutating func parseBinary(minimum: Int) throws(Stop) -> Expression {
        var left = try parseUnary()
        while let (precedence, meaning) = binaryOperator(), precedence >= minimum {
            switch meaning {
            case .logical(let isAnd): left = try parseLogical(from: left, isAnd: isAnd, precedence: precedence)
            case .function(let name): left = try parseOperation(name, from: left, precedence: precedence)
            }
        }
        return left
    }

    private mutating func parseOperation(
        _ function: String, from left: Expression, precedence: Int
    ) throws(Stop) -> Expression {
        let operatorSpan = current.span
        advance()
        let right = try parseOperand(after: precedence)
        return try node(
            .call(.init(function: function, nameSpan: operatorSpan, target: nil, arguments: [left, right])),
            left.span.lowerBound..<right.span.upperBound, childDepth: max(left.depth, right.depth))
    }

    private mutating func parseLogical(
        from left: Expression, isAnd: Bool, precedence: Int
    ) throws(Stop) -> Expression {
        var operands = [left]
        var depth = left.depth
        while let (next, meaning) = binaryOperator(), next == precedence, case .logical(isAnd) = meaning {
            advance()
            let operand = try parseOperand(after: precedence)
            operands.append(operand)
            depth = max(depth, operand.depth)
        }
        return try node(
            .logical(isAnd: isAnd, operands: operands), left.span.lowerBound..<lastEnd, childDepth: depth)
    }

    private enum BinaryMeaning {
        case logical(isAnd: Bool)
        case function(String)
    }

    /// The binary operator that comes next; what is only meant as one is reported and taken as meant.
    private mutating func binaryOperator() -> (precedence: Int, meaning: BinaryMeaning)? {
        switch current.kind {
        case .symbol(.or): (1, .logical(isAnd: false))
        case .symbol(.and): (2, .logical(isAnd: true))
        case .symbol(.bar): mistaken(.or)
        case .symbol(.ampersand): mistaken(.and)
        case .symbol(.assign) where isFollowed(by: .greater): mistakenPair(.greaterOrEqual)
        case .symbol(.assign) where isFollowed(by: .less): mistakenPair(.lessOrEqual)
        case .symbol(.less) where isFollowed(by: .greater): mistakenPair(.notEqual)
        case .symbol(.assign), .symbol(.strictEqual): mistaken(.equal)
        case .symbol(.strictNotEqual): mistaken(.notEqual)
        case .symbol(let symbol): Operators.binary(symbol).map { ($0.precedence, .function($0.function)) }
        case .identifier("in"): (3, .function(Operators.contains))
        case .identifier("and"), .identifier("AND"): mistaken(.and)
        case .identifier("or"), .identifier("OR"): mistaken(.or)
        default: nil
        }
    }

    private mutating func mistaken(_ symbol: Token.Symbol) -> (precedence: Int, meaning: BinaryMeaning)? {
        let found = Self.describe(current.kind)
        report("\(found) is not an operator", current.span, suggestion: "did you mean '\(symbol.rawValue)'?")
        // Replaced so that it is reported once, however often it is looked at.
        tokens[index] = Token(kind: .symbol(symbol), span: current.span)
        return binaryOperator()
    }

    /// Whether a symbol stands right behind the one that comes next.
    private func isFollowed(by symbol: Token.Symbol) -> Bool {
        let next = tokens[min(index + 1, tokens.count - 1)]
        return next.kind == .symbol(symbol) && next.span.lowerBound == current.span.upperBound
    }

    private mutating func mistakenPair(_ symbol: Token.Symbol) -> (precedence: Int, meaning: BinaryMeaning)? {
        let first = current
        index += 1
        let span = first.span.lowerBound..<current.span.upperBound
        if case .symbol(let left) = first.kind, case .symbol(let right) = current.kind {
            report(
                "'\(left.rawValue)\(right.rawValue)' is not an operator", span,
                suggestion: "did you mean '\(symbol.rawValue)'?")
        }
        // Both are the one that is meant from here on.
        tokens[index] = Token(kind: .symbol(symbol), span: span)
        return binaryOperator()
    }

    /// The right operand of an operator: what binds more tightly.
    private mutating func parseOperand(after precedence: Int) throws(Stop) -> Expression {
        try enter()
        defer { nesting -= 1 }
        return try parseBinary(minimum: precedence + 1)
    }

    private mutating func parseUnary() throws(Stop) -> Expression {
        let signs = takeSigns()
        let operand = try parsePostfix()
        return signs.isEmpty ? operand : try apply(signs, to: operand)
    }

    /// Passes over `!` and `-` before an operand; the `-` of a number is left for it.
    private mutating func takeSigns() -> [Token] {
        var signs: [Token] = []
        while true {
            let next = tokens[min(index + 1, tokens.count - 1)]
            if isAt(.not) || isAt(.minus) && !isNumber(next.kind) {
                signs.append(current)
            } else if case .identifier("not") = current.kind, startsOperand(next) {
                report("'not' is not an operator", current.span, suggestion: "did you mean '!'?")
                signs.append(Token(kind: .symbol(.not), span: current.span))
            } else {
                return signs
            }
            advance()
        }
    }

    private mutating func apply(_ signs: [Token], to operand: Expression) throws(Stop) -> Expression {
        var operand = operand
        for sign in signs.reversed() {
            let function = sign.kind == .symbol(.not) ? Operators.not : Operators.negate
            operand = try node(
                .call(.init(function: function, nameSpan: sign.span, target: nil, arguments: [operand])),
                sign.span.lowerBound..<operand.span.upperBound, childDepth: operand.depth)
        }
        return operand
    }

    private func isNumber(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .int, .double: true
        default: false
        }
    }

    private func startsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .identifier(let name): name != "in"
        case .symbol(.not): true
        default: false
        }
    }
}
