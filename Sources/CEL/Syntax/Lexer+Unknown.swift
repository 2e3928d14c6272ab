internal import Text

// Characters that are not of the language, as keyboards, word processors and web pages give them.
extension Lexer {
    /// Passes over a character that no token starts with, and takes it for what it looks like.
    mutating func skipUnknown() {
        let start = position
        position += 1
        while let byte = byte(at: position), UTF8.isContinuation(byte) { position += 1 }
        guard let scalar = text(start..<position).unicodeScalars.first else { return }
        if let closing = Self.curlyQuotes[scalar], readCurlyText(from: start, to: closing) { return }
        if Self.letters.contains(scalar.properties.generalCategory), readForeignName(from: start) { return }
        report(
            .character(scalar.shown), start..<position, suggestion: Self.replacement(for: scalar))
        // Taken as meant, so that one mistake is one problem.
        if let symbol = Self.symbol(meantBy: scalar) {
            append(.symbol(symbol), from: start)
        } else if !scalar.isBlank {
            append(.unknown, from: start)
        }
    }

    /// Quotes that word processors put in place of straight ones, and what closes them.
    private static let curlyQuotes: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{2018}": "\u{2019}", "\u{201C}": "\u{201D}", "\u{201A}": "\u{2018}", "\u{201E}": "\u{201C}",
        "\u{00AB}": "\u{00BB}", "\u{2019}": "\u{2019}", "\u{201D}": "\u{201D}",
    ]

    /// How far a closing quote is looked for, so that many opening ones take linear time.
    private static let longestCurlyText = 500

    /// Reads text between curly quotes, if both are there, as the string that is meant.
    private mutating func readCurlyText(from start: Int, to closing: Unicode.Scalar) -> Bool {
        let quote = Array(String(closing).utf8)
        let limit = min(bytes.count, position + Self.longestCurlyText)
        // Where none was found for a quote before, there is none for this one.
        var end = max(position, curlyTextEnds[closing] ?? 0)
        while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D, !bytes[end...].starts(with: quote) { end += 1 }
        guard bytes[end...].starts(with: quote) else {
            curlyTextEnds[closing] = end
            return false
        }
        let content = text(position..<end)
        position = end + quote.count
        report(
            .curlyQuotes, start..<position,
            suggestion: "type the quotes again: ' or \"")
        append(.string(content), from: start)
        return true
    }

    /// Reads the whole of a name with letters that names do not have, so that it is one problem.
    private mutating func readForeignName(from start: Int) -> Bool {
        while let byte = byte(at: position), byte.isIdentifierPart || isForeignLetter(at: position) {
            position += 1
            while let byte = self.byte(at: position), UTF8.isContinuation(byte) { position += 1 }
        }
        var start = start
        if case .identifier = tokens.last?.kind, let last = tokens.last, last.span.upperBound == start {
            start = last.span.lowerBound
            tokens.removeLast()
        }
        report(
            .name(text(start..<position)), start..<position,
            suggestion: "text stands between quotes")
        append(.broken, from: start)
        return true
    }

    private func isForeignLetter(at offset: Int) -> Bool {
        guard let first = byte(at: offset), first >= 0x80 else { return false }
        var end = offset + 1
        while let byte = byte(at: end), UTF8.isContinuation(byte) { end += 1 }
        let scalar = text(offset..<end).unicodeScalars.first
        return scalar.map { Self.letters.contains($0.properties.generalCategory) } ?? false
    }

    /// The operator or bracket that looks like a character that is none.
    private static func symbol(meantBy scalar: Unicode.Scalar) -> Token.Symbol? {
        switch scalar {
        case "\u{2260}": .notEqual
        case "\u{2264}": .lessOrEqual
        case "\u{2265}": .greaterOrEqual
        case "\u{00D7}": .times
        case "\u{00F7}": .divide
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": .minus
        case "\u{2227}": .and
        case "\u{2228}": .or
        case "\u{00AC}": .not
        case "\u{FF1D}": .equal
        case "\u{FF01}"..."\u{FF5E}":
            Unicode.Scalar(scalar.value - 0xFEE0).flatMap { Token.Symbol(rawValue: String(Character($0))) }
        default: nil
        }
    }

    /// What to type in place of a character that looks like one of the language.
    private static func replacement(for scalar: Unicode.Scalar) -> Suggestion? {
        if let symbol = symbol(meantBy: scalar) { return "did you mean '\(symbol.rawValue)'?" }
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}",
            "\u{2032}", "\u{2033}", "\u{FF02}", "\u{FF07}", "\u{00B4}":
            return "strings stand between straight quotes: ' or \""
        case "\u{2208}": return "did you mean 'in'?"
        // The wide forms of ASCII, as input methods for East Asian scripts give them.
        case "\u{FF01}"..."\u{FF5E}":
            return Unicode.Scalar(scalar.value - 0xFEE0).map { "did you mean '\($0)'?" }
        case ";": return "an expression has no end but that of its source: leave it out"
        case "$": return "a name is written without it"
        case "^": return "for conditions write a != b, for bits math.bitXor(a, b)"
        case "\\": return "write the expression on as many lines as you like, without it"
        case "~": return "a regular expression is looked for with a.matches('…')"
        default: return scalar.isBlank ? "remove it, or put a plain blank in its place" : nil
        }
    }

    private static let letters: Set<Unicode.GeneralCategory> = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .decimalNumber,
    ]
}

extension Unicode.Scalar {
    /// Whether the character looks like a blank or like nothing.
    fileprivate var isBlank: Bool {
        switch properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .format, .control: true
        default: false
        }
    }
}
