internal import Text

// What other languages write: comments, numbers with letters, patterns between slashes.
extension Lexer {
    /// Passes over the rest of a line.
    mutating func skipLine() {
        while let byte = byte(at: position), byte != 0x0A { position += 1 }
    }

    /// Passes over a comment in the manner of shells.
    mutating func skipHashComment() {
        let start = position
        skipLine()
        report(.character("'#'"), start..<start + 1, suggestion: .meant("//", at: start..<start + 1))
    }

    /// Passes over a comment in the manner of C.
    mutating func skipBlockComment() {
        let start = position
        position += 2
        while position < bytes.count,
            !(byte(at: position) == UInt8(ascii: "*") && byte(at: position + 1) == UInt8(ascii: "/"))
        {
            position += 1
        }
        position = min(position + 2, bytes.count)
        report(
            .comment, start..<position,
            suggestion: "put // before each line of it")
    }

    /// Passes over a comment in the manner of SQL.
    mutating func skipDashComment() {
        let start = position
        skipLine()
        report(
            .comment, start..<start + 2,
            suggestion: .meant("//", at: start..<start + 2))
    }

    /// Passes over the brackets that begin `${name}` or `{{name}}`, and reports them.
    ///
    /// - Returns: Where those stand that end it.
    mutating func templateEnd() -> Set<Int>? {
        let start = position
        let isDollar = bytes[start] == UInt8(ascii: "$")
        guard isDollar || bytes[start] == UInt8(ascii: "{"), byte(at: start + 1) == UInt8(ascii: "{") else {
            return nil
        }
        var end = start + 2
        while let byte = byte(at: end), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "{"), byte != 0x0A { end += 1 }
        guard byte(at: end) == UInt8(ascii: "}"), isDollar || byte(at: end + 1) == UInt8(ascii: "}") else { return nil }
        position = start + 2
        let close = isDollar ? end..<end + 1 : end..<end + 2
        let name: SourcePattern = "\(start + 2..<end)"
        report(
            .template,
            start..<close.upperBound, suggestion: .write(name, at: start..<close.upperBound))
        return Set(close)
    }

    /// Whether the last token may end an operand, so that a slash behind it divides.
    var endsOperand: Bool {
        switch tokens.last?.kind {
        case .symbol(.closeParenthesis), .symbol(.closeBracket), .symbol(.closeBrace): true
        case .symbol, nil, .identifier("in"): false
        default: true
        }
    }

    /// Reads a pattern between slashes, as other languages write it.
    ///
    /// - Returns: Whether there was one.
    mutating func readSlashedPattern() -> Bool {
        var start = position
        while byte(at: start) == 0x20 { start += 1 }
        guard byte(at: start) == UInt8(ascii: "/") else { return false }
        var end = start + 1
        while let byte = byte(at: end), byte != UInt8(ascii: "/"), byte != 0x0A {
            end += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard byte(at: end) == UInt8(ascii: "/") else { return false }
        position = end + 1
        append(.pattern(text(start + 1..<end)), from: start)
        return true
    }

    // MARK: - Numbers

    /// Reads a time without quotes, such as `2026-01-31T08:00:00Z`, and reports it.
    mutating func readTime() -> Bool {
        let start = position
        let shape = Array("0000-00-00T00:00".utf8)
        guard start + shape.count <= bytes.count, byte(at: start + 10) == UInt8(ascii: "T") else { return false }
        for (offset, sign) in shape.enumerated() {
            guard sign.isDigit ? bytes[start + offset].isDigit : bytes[start + offset] == sign else { return false }
        }
        var end = start + shape.count
        while let byte = byte(at: end), byte.isIdentifierPart || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
        { end += 1 }
        position = end
        let written = text(start..<end)
        report(
            .unquotedTime, start..<end,
            suggestion: .write("timestamp('\(written)')", at: start..<end)
                .or(.write("timestamp('\(written)Z')", at: start..<end))
                .or(.write("timestamp('\(written):00Z')", at: start..<end)))
        append(.int(nil), from: start)
        return true
    }

    /// Reads letters that stand right behind a number, as in `90d` and `3_600`, and reports both as one mistake.
    ///
    /// - Returns: Whether there were any. A `u` at the end is part of the number, and `in` an operator.
    mutating func readLetters(behindNumberFrom start: Int) -> Bool {
        var end = position
        while let byte = byte(at: end), byte.isIdentifierPart || byte == UInt8(ascii: "."), !isCall(at: end) {
            end += 1
        }
        guard byte(at: position)?.isIdentifierStart == true else { return false }
        let letters = text(position..<end)
        if letters == "u" || letters == "U" || letters == "in" { return false }
        position = end
        let written = text(start..<end)
        let span = start..<end
        report(.number(written), span, suggestion: Self.suggestion(forNumber: written, at: span))
        append(.int(nil), from: start)
        return true
    }

    /// Whether a point is followed by a name, which is selected or called, and not by digits.
    private func isCall(at offset: Int) -> Bool {
        byte(at: offset) == UInt8(ascii: ".") && byte(at: offset + 1)?.isDigit != true
    }

    private static func suggestion(forNumber written: String, at span: Range<Int>) -> Suggestion? {
        if let number = ForeignNumber(written) {
            var suggestion: Suggestion?
            for code in number.codes { suggestion = suggestion?.or(.write(code, at: span)) ?? .write(code, at: span) }
            return suggestion?.or("a number is made of digits; a span of time is written as duration('1h')")
        }
        return "a name does not begin with a digit, and text stands between quotes"
    }
}
