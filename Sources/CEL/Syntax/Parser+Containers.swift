// Lists, maps and messages.
extension Parser {
    /// The rest of a list that is written between round brackets, or between braces, and reported.
    mutating func parseListInParentheses(from start: Int, _ first: Expression) throws(Stop) -> Expression {
        let comma = current
        var values = [first]
        while take(.comma), !isAt(.closeParenthesis), !isAt(.closeBrace) { values.append(try parseExpression()) }
        let expected = openings.last?.closing == .closeBrace ? Token.Symbol.colon : .closeParenthesis
        let elements = first.span.lowerBound..<lastEnd
        close()
        let span = start..<lastEnd
        report(
            .expected("'\(expected.rawValue)'", found: "','"), comma.span, suggestion: .write("[\(elements)]", at: span)
        )
        return try node(
            .list(values.map { Expression.Element(value: $0, isOptional: false) }), span,
            childDepth: values.map(\.depth).max() ?? 0)
    }

    /// A list in brackets.
    mutating func parseList() throws(Stop) -> Expression {
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

    /// A map in braces.
    mutating func parseMap() throws(Stop) -> Expression {
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

    /// A message's fields in braces behind its type.
    mutating func parseMessage(of operand: Expression) throws(Stop) -> Expression {
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
