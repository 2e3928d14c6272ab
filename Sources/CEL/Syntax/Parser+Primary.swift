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
        if isAt(.dot) || takeOptionalChain() { return try parseMember(of: operand) }
        if isAt(.openBracket) { return try parseIndex(of: operand) }
        if isAt(.openBrace), operand.qualifiedName != nil { return try parseMessage(of: operand) }
        return nil
    }

    /// Passes over the `?` of `a?.b`, as other languages write it, and reports it.
    private mutating func takeOptionalChain() -> Bool {
        guard isAt(.question), isFollowed(by: .dot), current.span.lowerBound == lastEnd, !hasColonAhead else {
            return false
        }
        let span = current.span.lowerBound..<following.span.upperBound
        report("'?.' is not an operator", span, suggestion: .meant(".", at: span).or(.meant(".?", at: span)))
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
            report("'if' is a reserved word", word.span, suggestion: words)
            return skipToSeparator()
        }
        let code: SourcePattern = "(\(arguments[0]) ? \(arguments[1]) : \(arguments[2]))"
        let span = word.span.lowerBound..<lastEnd
        report("'if' is a reserved word", word.span, suggestion: .write(code, at: span).or(words))
    }

    private mutating func parseParenthesized() throws(Stop) -> Expression {
        let start = current.span.lowerBound
        open(.closeParenthesis)
        let expression = try parseExpression()
        if isAt(.comma), index >= quietIndex { return try parseListInParentheses(from: start, expression) }
        close()
        return expression.spanning(start..<lastEnd)
    }

    /// The rest of a list that is written between round brackets, or between braces, and reported.
    private mutating func parseListInParentheses(from start: Int, _ first: Expression) throws(Stop) -> Expression {
        let comma = current
        var values = [first]
        while take(.comma), !isAt(.closeParenthesis), !isAt(.closeBrace) { values.append(try parseExpression()) }
        let expected = openings.last?.closing == .closeBrace ? Token.Symbol.colon : .closeParenthesis
        let elements = first.span.lowerBound..<lastEnd
        close()
        let span = start..<lastEnd
        report(
            "expected '\(expected.rawValue)', found ','", comma.span, suggestion: .write("[\(elements)]", at: span))
        return try node(
            .list(values.map { Expression.Element(value: $0, isOptional: false) }), span,
            childDepth: values.map(\.depth).max() ?? 0)
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
                "'\(name)' is a reserved word", token.span, suggestion: ForeignWords.suggestion(forReserved: name))
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
        report("expected an expression, found \(Self.describe(token.kind))", token.span, suggestion: suggestion)
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
            "the integer is out of the range of int", span,
            suggestion: isNegative ? nil : .write("\(magnitude)u", at: span, "for an unsigned integer"))
        return try invalid(span)
    }

    private mutating func parseGlobalCall() throws(Stop) -> Expression {
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

    private mutating func parseMember(of operand: Expression) throws(Stop) -> Expression {
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

    /// - Parameter member: The name of the function, if it is called on a value.
    private mutating func parseArguments(of member: String? = nil) throws(Stop) -> [Expression] {
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
        report("a comma follows the name of a macro's variable", arrow, suggestion: .meant(",", at: arrow))
        index += 3
        return variable
    }

    private mutating func parseIndex(of operand: Expression) throws(Stop) -> Expression {
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
        report("expected ']', found ':'", colon.span, suggestion: suggestion)
        return try invalid([operand, start] + (end.map { [$0] } ?? []), span)
    }

    private mutating func parseList() throws(Stop) -> Expression {
        let start = current.span.lowerBound
        open(.closeBracket)
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
        guard close() else { return try invalid(start..<lastEnd) }
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
        let start = current.span.lowerBound
        open(.closeBrace)
        var entries: [Expression.Entry] = []
        var depth = 0
        while !isAt(.closeBrace), !takeLoneComma(before: .closeBrace, ifEmpty: entries.isEmpty) {
            let isOptional = take(.question)
            openings.append(Opening(index: index, closing: .colon))
            let key = try parseExpression()
            openings.removeLast()
            if entries.isEmpty, isAt(.comma), index >= quietIndex {
                return try parseListInParentheses(from: start, key)
            }
            if !isAt(.colon) { keepKey(key, start) }
            let hasValue = expectColon()
            let value = hasValue ? try parseExpression() : try invalid(lastEnd..<lastEnd)
            entries.append(.init(key: key, value: value, isOptional: isOptional))
            depth = max(depth, key.depth, value.depth)
            if !take(.comma) { break }
        }
        guard close() else { return try invalid(start..<lastEnd) }
        return try node(.map(entries), start..<lastEnd, childDepth: depth)
    }

    /// Reports a single value between braces, which is a set elsewhere.
    private mutating func keepKey(_ key: Expression, _ start: Int) {
        guard isAt(.closeBrace) else { return }
        let whole = start..<current.span.upperBound
        reportUnexpected(after: "':'", suggestion: .write("[\(key)]", at: whole))
    }

    private mutating func parseMessage(of operand: Expression) throws(Stop) -> Expression {
        open(.closeBrace)
        var fields: [Expression.MessageField] = []
        var depth = operand.depth
        var isRead = true
        while !isAt(.closeBrace) {
            guard let field = takeMessageField() else {
                isRead = false
                break
            }
            let value = try parseExpression()
            fields.append(.init(field: field, value: value))
            depth = max(depth, value.depth)
            if !take(.comma) { break }
        }
        let isWhole = close() && isRead
        let span = operand.span.lowerBound..<lastEnd
        guard isWhole else { return try invalid(span) }
        return try node(
            .message(typeName: operand.qualifiedName?.name ?? "", nameSpan: operand.span, fields: fields), span,
            childDepth: depth)
    }

    /// Passes over the name of a message's field and its colon, and reports what is none.
    private mutating func takeMessageField() -> Expression.FieldName? {
        _ = take(.question)
        guard case .identifier(let name) = current.kind else {
            reportUnexpected(after: "a field name")
            skipToSeparator()
            return nil
        }
        let field = Expression.FieldName(name: name, span: current.span)
        advance()
        return expectColon() ? field : nil
    }
}
