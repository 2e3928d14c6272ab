// Operators of other languages, which are reported and taken as they are meant.
extension Parser {
    /// The operator that is meant by what comes next, if one is.
    mutating func mistakenOperator() -> BinaryStep? {
        switch current.kind {
        case .symbol(.assign) where isBehindKey: return mistakenColon()
        case .identifier("IN"):
            report(.noOperator("'IN'"), current.span, suggestion: .meant("in", at: current.span))
            tokens[index] = Token(kind: .identifier("in"), span: current.span)
            return binaryOperator()
        case .identifier where awaitsAnd && isAtAnd: return nil
        case .identifier("between"), .identifier("BETWEEN"):
            return BinaryStep(precedence: 3, meaning: .foreign(.between))
        case .symbol(.bar): return mistaken(.or)
        case .symbol(.ampersand): return mistaken(.and)
        case .symbol(.assign) where isFollowed(by: .greater): return mistakenPair(.greaterOrEqual)
        case .symbol(.assign) where isFollowed(by: .less): return mistakenPair(.lessOrEqual)
        case .symbol(.less) where isFollowed(by: .greater): return mistakenPair(.notEqual)
        case .symbol(.assign) where isFollowed(by: .not): return mistakenPair(.notEqual)
        case .symbol(.question) where isFollowed(by: .colon):
            index += 1
            tokens[index] = Token(
                kind: .symbol(.otherwise), span: tokens[index - 1].span.lowerBound..<current.span.upperBound)
            return BinaryStep(precedence: 4, meaning: .foreign(.otherwise))
        case .symbol(.assign), .symbol(.strictEqual): return mistaken(.equal)
        case .symbol(.strictNotEqual): return mistaken(.notEqual)
        case .symbol(.match): return BinaryStep(precedence: 3, meaning: .foreign(.match(isNegated: false)))
        case .symbol(.noMatch): return BinaryStep(precedence: 3, meaning: .foreign(.match(isNegated: true)))
        case .symbol(.otherwise): return BinaryStep(precedence: 4, meaning: .foreign(.otherwise))
        case .identifier(let word) where ForeignWords.negations.contains(word) && following.kind == .identifier("in"):
            return BinaryStep(precedence: 3, meaning: .foreign(.notIn))
        case .identifier(let word):
            if let function = ForeignOperator.functions[word] {
                return BinaryStep(precedence: 3, meaning: .foreign(.function(function)))
            }
            return ForeignWords.operators[word].flatMap { mistaken($0) }
        default: return nil
        }
    }

    private mutating func mistaken(_ symbol: Token.Symbol) -> BinaryStep? {
        let found = Self.describe(current.kind)
        report(
            .noOperator(found), current.span,
            suggestion: .meant(SourcePattern(symbol.rawValue), at: current.span))
        // Replaced so that it is reported once, however often it is looked at.
        replaceCurrent(by: symbol, current.span)
        return binaryOperator()
    }

    /// Whether a symbol stands right behind the one that comes next.
    func isFollowed(by symbol: Token.Symbol) -> Bool {
        following.kind == .symbol(symbol) && following.span.lowerBound == current.span.upperBound
    }

    /// Whether `&&` comes next, or a word for it.
    private var isAtAnd: Bool {
        guard case .identifier(let word) = current.kind else { return isAt(.and) }
        return ForeignWords.operators[word] == .and
    }

    /// Whether the key of a map is being read.
    private var isBehindKey: Bool {
        guard let opening = openings.last, opening.closing == .colon else { return false }
        return tokens[opening.index].kind != .symbol(.question)
    }

    /// Takes `=` and `=>` between key and value for the colon that is meant.
    private mutating func mistakenColon() -> BinaryStep? {
        var span = current.span
        if isFollowed(by: .greater) {
            index += 1
            span = span.lowerBound..<current.span.upperBound
        }
        report(.colonInEntry, span, suggestion: .meant(":", at: span))
        tokens[index] = Token(kind: .symbol(.colon), span: span)
        return nil
    }

    private mutating func mistakenPair(_ symbol: Token.Symbol) -> BinaryStep? {
        let first = current
        index += 1
        let span = first.span.lowerBound..<current.span.upperBound
        if case .symbol(let left) = first.kind, case .symbol(let right) = current.kind {
            report(
                .noOperator("'\(left.rawValue)\(right.rawValue)'"), span,
                suggestion: .meant(SourcePattern(symbol.rawValue), at: span))
        }
        // Both are the one that is meant from here on.
        replaceCurrent(by: symbol, span)
        return binaryOperator()
    }

    private mutating func replaceCurrent(by symbol: Token.Symbol, _ span: Range<Int>) {
        tokens[index] = Token(kind: .symbol(symbol), span: span)
        mistakenIndex = index
    }

    /// Whether a word for `!` comes next.
    var isAtMistakenNot: Bool {
        guard case .identifier(let word) = current.kind else { return false }
        return ForeignWords.negations.contains(word) && startsOperand(following)
    }

    /// Reads a word for `!` and what it is said of, which may be a comparison where such words are known.
    mutating func parseMistakenNot() throws(Stop) -> Expression {
        let word = current
        advance()
        let operand = try parseOperand(after: 2)
        let span = word.span.lowerBound..<max(word.span.upperBound, operand.span.upperBound)
        report(
            .noOperator(Self.describe(word.kind)), word.span,
            suggestion: .meant("!", at: word.span).or(.write("!\(target: operand)", at: span)))
        return try node(
            .call(.init(function: Operators.not, nameSpan: word.span, target: nil, arguments: [operand])), span,
            childDepth: operand.depth)
    }

    private func startsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .identifier(let name): name != "in"
        case .symbol(.not): true
        default: false
        }
    }

    /// Reads the right operand of a foreign operator, and reports both with what is meant.
    mutating func parseForeign(
        _ sign: ForeignOperator, from left: Expression, precedence: Int
    ) throws(Stop) -> Expression {
        var span = current.span
        if case .notIn = sign {
            advance()
            span = span.lowerBound..<current.span.upperBound
        }
        let shown = sign.shownName ?? Self.describe(tokens[index].kind)
        advance()
        let pattern = current
        if case .between = sign { awaitsAnd = true }
        let right = try parseOperand(after: precedence)
        awaitsAnd = false
        if case .between = sign { return try parseBetween(left, right, span) }
        let whole = left.span.lowerBound..<max(left.span.upperBound, lastEnd)
        let rightCode: SourcePattern
        if case .pattern(let text) = pattern.kind {
            rightCode = SourcePattern(CELLiteral.pattern(text))
        } else {
            rightCode = "\(right)"
        }
        report(
            .noOperator(shown), span,
            suggestion: right.isInvalid ? nil : sign.suggestion(left, right, rightCode, at: whole))
        return try invalid([left, right], whole)
    }
}

extension Parser {
    /// Reads what follows in `a between b and c`, and reports all of it.
    private mutating func parseBetween(
        _ value: Expression, _ low: Expression, _ span: Range<Int>
    ) throws(Stop) -> Expression {
        var parts = [value, low]
        var suggestion: Suggestion?
        if isAtAnd {
            advance()
            let high = try parseOperand(after: 3)
            parts.append(high)
            suggestion = .write(
                "\(value) >= \(low) && \(value) <= \(high)",
                at: value.span.lowerBound..<max(lastEnd, high.span.upperBound))
        }
        let words: Suggestion = "write a >= low && a <= high"
        report(.noOperator("'between'"), span, suggestion: suggestion?.or(words) ?? words)
        return try invalid(parts, value.span.lowerBound..<lastEnd)
    }
}

/// An operator of other languages for which there is none here, but something else.
enum ForeignOperator {
    /// `=~` and `!~`.
    case match(isNegated: Bool)
    /// `??`.
    case otherwise
    /// `not in`.
    case notIn
    /// `between … and …`.
    case between
    /// The name of a function between what it is called on and what it is called with.
    case function(String)

    /// Words between operands, and the functions that they mean.
    static let functions: [String: String] = [
        "contains": "contains", "includes": "contains", "CONTAINS": "contains", "startsWith": "startsWith",
        "startswith": "startsWith", "endsWith": "endsWith", "endswith": "endsWith", "matches": "matches",
        "MATCHES": "matches", "like": likeFunction, "LIKE": likeFunction, "regex": "matches", "REGEXP": "matches",
    ]

    private static let likeFunction = "like"

    /// The operator as messages show it; `nil` for that of one token.
    var shownName: String? {
        if case .notIn = self { "'not in'" } else { nil }
    }

    /// What to write instead.
    func suggestion(
        _ left: Expression, _ right: Expression, _ code: SourcePattern, at span: Range<Int>
    ) -> Suggestion? {
        switch self {
        case .match(isNegated: false): .write("\(target: left).matches(\(code))", at: span)
        case .match(isNegated: true): .write("!\(target: left).matches(\(code))", at: span)
        case .function(Self.likeFunction): Self.like(left, right, at: span)
        case .function(let name): .write("\(target: left).\(name)(\(code))", at: span)
        case .notIn: .write("!(\(left) in \(code))", at: span)
        case .otherwise: Self.otherwise(left, code, at: span)
        case .between: nil
        }
    }

    private static func otherwise(_ left: Expression, _ code: SourcePattern, at span: Range<Int>) -> Suggestion {
        let general = Suggestion.write("(\(target: left) != null ? \(left) : \(code))", at: span)
            .or(.write("\(left)", at: span, "alone: it is never null"))
        guard case .select(let operand, let field, false, false) = left.kind else { return general }
        return .write("\(target: operand).?\(field.span).orValue(\(code))", at: span)
            .or(.write("(has(\(left)) ? \(left) : \(code))", at: span)).or(general)
    }

    /// For a pattern in which `%` stands for any text.
    private static func like(_ left: Expression, _ right: Expression, at span: Range<Int>) -> Suggestion {
        let words: Suggestion = "write a.matches('…') with a regular expression"
        guard case .literal(.string(let pattern)) = right.kind else { return words }
        let bytes = pattern.utf8
        if !bytes.contains(UInt8(ascii: "%")), bytes.contains(where: { "*+?[](){}^$|\\".utf8.contains($0) }) {
            return .write("\(target: left).matches(\(right))", at: span)
        }
        let (isOpenAtStart, isOpenAtEnd) = (bytes.first == UInt8(ascii: "%"), bytes.last == UInt8(ascii: "%"))
        var text = Substring(pattern)
        if isOpenAtStart { text = text.dropFirst() }
        if isOpenAtEnd { text = text.dropLast() }
        if text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "_") }) { return words }
        let quoted = CELLiteral.singleQuoted(String(text))
        switch (isOpenAtStart, isOpenAtEnd) {
        case (true, true): return .write("\(target: left).contains(\(quoted))", at: span)
        case (true, false): return .write("\(target: left).endsWith(\(quoted))", at: span)
        case (false, true): return .write("\(target: left).startsWith(\(quoted))", at: span)
        case (false, false): return .write("\(left) == \(quoted)", at: span)
        }
    }
}
