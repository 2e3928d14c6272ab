/// Makes a syntax tree of an expression's tokens, macros expanded.
///
/// Binary operators are parsed by precedence, with one frame on the stack for each level of nesting rather than one for
/// each level of the grammar; nesting deeper than the limit is an error before the stack is in danger.
///
/// Where something is wrong, reading goes on behind it, so that all mistakes are found at once: see `Parser+Recovery`.
struct Parser {
    /// The expression is nested too deeply for the rest to be read; it is in the problems.
    struct Stop: Error {}

    /// A tree and what was wrong on the way to it.
    struct Result {
        /// The tree; `nil` when the source is empty, or nested too deeply to be read to its end.
        let expression: Expression?
        /// One more than the highest id in the tree.
        let nodeCount: Int
        let problems: [Problem]
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
    var problems: [Problem] = []
    /// What must still be closed.
    var openings: [Opening] = []
    /// The token before which nothing more is said of what is expected: what is wrong there was reported.
    var quietIndex = 0
    /// The token that was reported last and stands for another now.
    var mistakenIndex = -2
    /// Whether a word for `&&` belongs to a `between` that is being read.
    var awaitsAnd = false
    /// Where a text has ended too early, as by an apostrophe.
    var endedText: Int?
    /// Whether something could not be read, so that there must be a problem.
    private var hasInvalidNode = false
    /// How deep nodes and brackets may be nested.
    let maximumDepth: Int

    /// Parses a source.
    ///
    /// - Parameters:
    ///   - maximumDepth: How deep operators, calls and brackets may be nested.
    ///   - hasDashComments: Whether two minuses begin a comment, which is reported.
    static func parse(_ source: String, maximumDepth: Int, hasDashComments: Bool = false) -> Result {
        var lexer = Lexer(Array(source.utf8), hasDashComments: hasDashComments)
        var parser = Parser(tokens: lexer.tokenize(), maximumDepth: maximumDepth)
        if parser.tokens.count == 1, !lexer.problems.isEmpty {
            return Result(expression: nil, nodeCount: 0, problems: lexer.problems)
        }
        let expression = try? parser.parseWhole()
        var problems = parser.excusing(lexer.problems, in: lexer.bytes) + parser.problems
        if problems.isEmpty, parser.hasInvalidNode {
            problems.append(Problem(.unreadable, 0..<lexer.bytes.count))
        }
        return Result(expression: expression, nodeCount: parser.nodeCount, problems: problems)
    }

    private init(tokens: [Token], maximumDepth: Int) {
        self.tokens = tokens
        self.maximumDepth = maximumDepth
    }

    // MARK: - Tokens

    /// The token that comes next.
    var current: Token { tokens[index] }

    /// The token behind that one.
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }

    /// Whether nothing comes next.
    var isAtEnd: Bool { index == tokens.count - 1 }

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

    /// Where the last token taken ends.
    var lastEnd: Int { index > 0 ? tokens[index - 1].span.upperBound : 0 }

    /// Notes what is wrong.
    mutating func report(_ mistake: Mistake, _ span: Range<Int>, suggestion: Suggestion? = nil) {
        guard problems.count < Problem.notedLimit else { return }
        problems.append(Problem(mistake, span, suggestion))
    }

    // MARK: - Nodes

    /// Makes a node above others of a depth.
    mutating func node(_ kind: Expression.Kind, _ span: Range<Int>, childDepth: Int = 0) throws(Stop) -> Expression {
        if childDepth >= maximumDepth { try stopTooDeep(span) }
        defer { nodeCount += 1 }
        return Expression(id: nodeCount, kind: kind, span: span, depth: childDepth + 1)
    }

    /// Makes a node for what was reported, above what could be read of it.
    mutating func invalid(_ parts: [Expression], _ span: Range<Int>) throws(Stop) -> Expression {
        hasInvalidNode = true
        return try node(.invalid(parts), span, childDepth: parts.map(\.depth).max() ?? 0)
    }

    /// Makes a node for what was reported and could not be read.
    mutating func invalid(_ span: Range<Int>) throws(Stop) -> Expression { try invalid([], span) }

    private mutating func stopTooDeep(_ span: Range<Int>) throws(Stop) {
        report(
            .deep(limit: maximumDepth),
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
        guard isAt(.question) else { return condition }
        open(.colon)
        let then = try parseBinary(minimum: 1)
        openings.removeLast()
        guard expectColon() else { return try invalid([condition, then], condition.span.lowerBound..<lastEnd) }
        let otherwise = try parseExpression()
        return try node(
            .conditional(condition: condition, then: then, otherwise: otherwise),
            condition.span.lowerBound..<otherwise.span.upperBound,
            childDepth: max(condition.depth, then.depth, otherwise.depth))
    }

    private mutating func parseBinary(minimum: Int) throws(Stop) -> Expression {
        var left = try parseUnary()
        while let step = nextStep(minimum) {
            switch step.meaning {
            case .logical(let isAnd): left = try parseLogical(from: left, isAnd: isAnd, precedence: step.precedence)
            case .function(let name): left = try parseOperation(name, from: left, precedence: step.precedence)
            case .foreign(let sign): left = try parseForeign(sign, from: left, precedence: step.precedence)
            case .missing: left = try parseJuxtaposed(to: left, precedence: step.precedence)
            case .nothing: left = try invalid([left], left.span.lowerBound..<lastEnd)
            }
        }
        return left
    }

    /// How reading goes on behind an operand, if it does: with an operator, or with what is no operator and is reported.
    private mutating func nextStep(_ minimum: Int) -> BinaryStep? {
        if let step = binaryOperator() { return step.precedence >= minimum ? step : nil }
        return minimum == 1 ? stepOutOfPlace() : nil
    }

    /// An operand to which the operator is missing.
    private mutating func parseJuxtaposed(to left: Expression, precedence: Int) throws(Stop) -> Expression {
        let right = try parseOperand(after: precedence)
        return try invalid([left, right], left.span.lowerBound..<lastEnd)
    }

    private mutating func parseOperation(
        _ function: String, from left: Expression, precedence: Int
    ) throws(Stop) -> Expression {
        let operatorSpan = current.span
        advance()
        let right = try parseOperand(after: precedence)
        return try node(
            .call(.init(function: function, nameSpan: operatorSpan, target: nil, arguments: [left, right])),
            left.span.lowerBound..<max(left.span.upperBound, right.span.upperBound),
            childDepth: max(left.depth, right.depth))
    }

    private mutating func parseLogical(
        from left: Expression, isAnd: Bool, precedence: Int
    ) throws(Stop) -> Expression {
        var operands = [left]
        var depth = left.depth
        while takeLogical(isAnd: isAnd) {
            let operand = try parseOperand(after: precedence)
            operands.append(operand)
            depth = max(depth, operand.depth)
        }
        return try node(
            .logical(isAnd: isAnd, operands: operands), left.span.lowerBound..<lastEnd, childDepth: depth)
    }

    private mutating func takeLogical(isAnd: Bool) -> Bool {
        guard let step = binaryOperator(), case .logical(isAnd) = step.meaning else { return false }
        advance()
        return true
    }

    /// An operator between two operands, or what stands in the place of one.
    struct BinaryStep {
        /// How tightly it binds, 1 at least.
        let precedence: Int
        let meaning: BinaryMeaning
    }

    /// What an operator between two operands means.
    enum BinaryMeaning {
        case logical(isAnd: Bool)
        case function(String)
        /// One of other languages, which is reported when both operands are known.
        case foreign(ForeignOperator)
        /// None where one should be, before another operand; reported.
        case missing
        /// What could be passed over; reported.
        case nothing
    }

    /// The binary operator that comes next; what is only meant as one is reported and taken as meant.
    mutating func binaryOperator() -> BinaryStep? {
        switch current.kind {
        case .symbol(.or): return BinaryStep(precedence: 1, meaning: .logical(isAnd: false))
        case .symbol(.and): return BinaryStep(precedence: 2, meaning: .logical(isAnd: true))
        case .symbol(.less) where isFollowed(by: .greater): break
        case .symbol(let symbol):
            if let (precedence, function) = Operators.binary(symbol) {
                return BinaryStep(precedence: precedence, meaning: .function(function))
            }
        case .identifier("in"): return BinaryStep(precedence: 3, meaning: .function(Operators.contains))
        case .identifier: break
        default: return nil
        }
        return mistakenOperator()
    }

    /// The right operand of an operator: what binds more tightly.
    mutating func parseOperand(after precedence: Int) throws(Stop) -> Expression {
        try enter()
        defer { nesting -= 1 }
        return try parseBinary(minimum: precedence + 1)
    }

    private mutating func parseUnary() throws(Stop) -> Expression {
        let signs = takeSigns()
        let operand = isAtMistakenNot ? try parseMistakenNot() : try parsePostfix()
        return signs.isEmpty ? operand : try apply(signs, to: operand)
    }

    /// Passes over `!` and `-` before an operand; the `-` of a number is left for it.
    private mutating func takeSigns() -> [Token] {
        var signs: [Token] = []
        while isAt(.not) || isAt(.minus) && !isNumber(following.kind) {
            signs.append(current)
            advance()
        }
        return signs
    }

    private mutating func apply(_ signs: [Token], to operand: Expression) throws(Stop) -> Expression {
        var operand = operand
        for sign in signs.reversed() {
            let function = sign.kind == .symbol(.not) ? Operators.not : Operators.negate
            operand = try node(
                .call(.init(function: function, nameSpan: sign.span, target: nil, arguments: [operand])),
                sign.span.lowerBound..<max(sign.span.upperBound, operand.span.upperBound), childDepth: operand.depth)
        }
        return operand
    }

    /// Whether a minus before a token is part of it.
    func isNumber(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .int, .double: true
        default: false
        }
    }
}
