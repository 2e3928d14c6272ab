internal import Text

/// Splits an expression into tokens.
///
/// What is no token is reported and passed over, so that the parser can go on. Linear in the length of the source.
struct Lexer {
    /// The source.
    let bytes: [UInt8]
    /// The offset of the next byte.
    var position = 0
    /// What was read so far.
    var tokens: [Token] = []
    /// Where brackets around a name end that belong to a template, and are passed over.
    private var templateEnds: Set<Int> = []
    /// Whether two minuses begin a comment, as elsewhere.
    let hasDashComments: Bool
    /// By closing quote, how far none is found.
    var curlyTextEnds: [Unicode.Scalar: Int] = [:]
    /// What was reported so far.
    private(set) var problems: [Problem] = []

    /// Takes the source's UTF-8 bytes.
    init(_ bytes: [UInt8], hasDashComments: Bool = false) {
        self.bytes = bytes
        self.hasDashComments = hasDashComments
    }

    /// The tokens, with one of kind `end` at the end.
    mutating func tokenize() -> [Token] {
        while skipBlanks(), position < bytes.count {
            readToken()
        }
        // Behind the last token rather than behind blanks and comments, where a reader would look for it.
        let end = tokens.last?.span.upperBound ?? 0
        tokens.append(Token(kind: .end, span: end..<end))
        return tokens
    }

    /// The byte at an offset; `nil` behind the end.
    func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() -> Bool {
        while let byte = byte(at: position) {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
            case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "*"): skipBlockComment()
            case UInt8(ascii: "#"): skipHashComment()
            case UInt8(ascii: "-") where hasDashComments && self.byte(at: position + 1) == byte: skipDashComment()
            case UInt8(ascii: "}") where templateEnds.contains(position): position += 1
            default: return true
            }
        }
        return true
    }

    private mutating func readToken() {
        let start = position
        let byte = bytes[start]
        if let prefix = literalPrefix() {
            readText(prefix)
        } else if byte.isIdentifierStart {
            while let byte = self.byte(at: position), byte.isIdentifierPart { position += 1 }
            append(.identifier(text(start..<position)), from: start)
        } else if byte.isDigit || (byte == UInt8(ascii: ".") && self.byte(at: start + 1)?.isDigit == true) {
            readNumber()
        } else if byte == UInt8(ascii: "`") {
            readQuotedIdentifier()
        } else if byte == UInt8(ascii: "/"), !endsOperand, readSlashedPattern() {
            let pattern = SourcePattern(CELLiteral.pattern(text(start + 1..<position - 1)))
            report(
                .unquotedPattern, start..<position, suggestion: .write(pattern, at: start..<position))
        } else if let end = templateEnd() {
            templateEnds.formUnion(end)
        } else if let (symbol, length) = symbol() {
            position += length
            append(.symbol(symbol), from: start)
            if symbol == .match || symbol == .noMatch { _ = readSlashedPattern() }
        } else {
            skipUnknown()
        }
    }

    /// Adds a token that ends where reading goes on.
    mutating func append(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, span: start..<position))
    }

    /// Notes what is wrong.
    mutating func report(_ mistake: Mistake, _ span: Range<Int>, suggestion: Suggestion? = nil) {
        guard problems.count < Problem.notedLimit else { return }
        problems.append(Problem(mistake, span, suggestion))
    }

    /// What stands in a range.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The longest symbol that comes next.
    private func symbol() -> (symbol: Token.Symbol, length: Int)? {
        let next = byte(at: position + 1)
        let isDoubled = next == bytes[position]
        let isMatch = next == UInt8(ascii: "~")
        let isWithEqual = next == UInt8(ascii: "=")
        let isWithTwo = isWithEqual && byte(at: position + 2) == UInt8(ascii: "=")
        switch bytes[position] {
        case UInt8(ascii: "="):
            return isMatch ? (.match, 2) : isWithTwo ? (.strictEqual, 3) : isDoubled ? (.equal, 2) : (.assign, 1)
        case UInt8(ascii: "!"):
            return isMatch ? (.noMatch, 2) : isWithTwo ? (.strictNotEqual, 3) : isWithEqual ? (.notEqual, 2) : (.not, 1)
        case UInt8(ascii: "<"): return isWithEqual ? (.lessOrEqual, 2) : (.less, 1)
        case UInt8(ascii: ">"): return isWithEqual ? (.greaterOrEqual, 2) : (.greater, 1)
        case UInt8(ascii: "&"): return isDoubled ? (.and, 2) : (.ampersand, 1)
        case UInt8(ascii: "|"): return isDoubled ? (.or, 2) : (.bar, 1)
        case UInt8(ascii: "("): return (.openParenthesis, 1)
        case UInt8(ascii: ")"): return (.closeParenthesis, 1)
        case UInt8(ascii: "["): return (.openBracket, 1)
        case UInt8(ascii: "]"): return (.closeBracket, 1)
        case UInt8(ascii: "{"): return (.openBrace, 1)
        case UInt8(ascii: "}"): return (.closeBrace, 1)
        case UInt8(ascii: "."): return (.dot, 1)
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: "?"): return isDoubled ? (.otherwise, 2) : (.question, 1)
        case UInt8(ascii: ":"): return (.colon, 1)
        case UInt8(ascii: "+"): return (.plus, 1)
        case UInt8(ascii: "-"): return (.minus, 1)
        case UInt8(ascii: "*"): return (.times, 1)
        case UInt8(ascii: "/"): return (.divide, 1)
        case UInt8(ascii: "%"): return (.modulo, 1)
        default: return nil
        }
    }

    private mutating func readQuotedIdentifier() {
        let start = position
        position += 1
        while let byte = byte(at: position), byte != UInt8(ascii: "`"), byte != 0x0A { position += 1 }
        guard byte(at: position) == UInt8(ascii: "`") else {
            report(
                .openFieldName, start..<position,
                suggestion: "strings stand between ' or \", names of fields alone between backticks")
            append(.broken, from: start)
            return
        }
        position += 1
        let name = bytes[start + 1..<position - 1]
        if name.isEmpty {
            report(.emptyFieldName, start..<position)
        } else if let wrong = name.firstIndex(where: { !$0.isIdentifierPart && !" ./-".utf8.contains($0) }) {
            var end = wrong + 1
            while end < name.endIndex, UTF8.isContinuation(bytes[end]) { end += 1 }
            report(.fieldNameCharacter, wrong..<end)
        }
        append(.quotedIdentifier(text(start + 1..<position - 1)), from: start)
    }
}

// MARK: - Numbers

extension Lexer {
    private mutating func readNumber() {
        let start = position
        if readTime() { return }
        if byte(at: start) == UInt8(ascii: "0"), byte(at: start + 1).map({ $0 | 0x20 }) == UInt8(ascii: "x"),
            byte(at: start + 2)?.isHexDigit == true
        {
            position += 2
            while byte(at: position)?.isHexDigit == true { position += 1 }
            if byte(at: start + 1) == UInt8(ascii: "X") {
                report(
                    .hexadecimalPrefix, start..<start + 2,
                    suggestion: .write("0x", at: start..<start + 2))
            }
            if readLetters(behindNumberFrom: start) { return }
            readIntegerSuffix(from: start, magnitude: UInt64(text(start + 2..<position), radix: 16))
            return
        }
        skipDigits()
        var isDouble = false
        if byte(at: position) == UInt8(ascii: "."), byte(at: position + 1)?.isDigit == true {
            isDouble = true
            position += 1
            skipDigits()
        }
        if byte(at: position).map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            let hasSign = byte(at: position + 1).map { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ?? false
            let digits = position + (hasSign ? 2 : 1)
            if byte(at: digits)?.isDigit == true {
                isDouble = true
                position = digits
                skipDigits()
            }
        }
        if readLetters(behindNumberFrom: start) { return }
        guard isDouble else {
            readIntegerSuffix(from: start, magnitude: UInt64(text(start..<position)))
            return
        }
        let number = Double(text(start..<position)) ?? .infinity
        if number.isInfinite { report(.largeDouble, start..<position) }
        append(.double(number), from: start)
    }

    private mutating func skipDigits() {
        while byte(at: position)?.isDigit == true { position += 1 }
    }

    private mutating func readIntegerSuffix(from start: Int, magnitude: UInt64?) {
        if byte(at: position).map({ $0 | 0x20 }) == UInt8(ascii: "u") {
            position += 1
            append(.uint(magnitude), from: start)
        } else {
            append(.int(magnitude), from: start)
        }
        if magnitude == nil { report(.largeInteger, start..<position) }
    }
}

// MARK: - Strings and bytes

extension Lexer {
    /// What comes before a string's text.
    private struct LiteralPrefix {
        var isRaw = false
        var isBytes = false
        /// The quotes' byte and number, 1 or 3.
        var quote: UInt8 = 0
        var quotes = 1
        /// Where the text starts.
        var textStart = 0
    }

    private func literalPrefix() -> LiteralPrefix? {
        var prefix = LiteralPrefix()
        var offset = position
        while let byte = byte(at: offset) {
            switch byte {
            case UInt8(ascii: "r"), UInt8(ascii: "R"):
                if prefix.isRaw { return nil }
                prefix.isRaw = true
            case UInt8(ascii: "b"), UInt8(ascii: "B"):
                // The grammar has no 'rb'.
                if prefix.isBytes || prefix.isRaw { return nil }
                prefix.isBytes = true
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                prefix.quote = byte
                let isTriple = self.byte(at: offset + 1) == byte && self.byte(at: offset + 2) == byte
                prefix.quotes = isTriple ? 3 : 1
                prefix.textStart = offset + prefix.quotes
                return prefix
            default: return nil
            }
            offset += 1
        }
        return nil
    }

    private mutating func readText(_ prefix: LiteralPrefix) {
        let start = position
        position = prefix.textStart
        var text: [UInt8] = []
        while let byte = byte(at: position) {
            if byte == prefix.quote, isClosed(by: prefix) {
                position += prefix.quotes
                appendText(text, prefix, from: start)
                return
            }
            if prefix.quotes == 1, byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "\\"), !prefix.isRaw {
                readEscape(into: &text, isBytes: prefix.isBytes)
            } else {
                text.append(byte)
                position += 1
            }
        }
        let quote = String(repeating: Character(Unicode.Scalar(prefix.quote)), count: prefix.quotes)
        report(
            .openText, start..<position,
            suggestion:
                "it ends with \(quote); inside, write \\\(Character(Unicode.Scalar(prefix.quote))) for the same quote")
        append(.broken, from: start)
    }

    private func isClosed(by prefix: LiteralPrefix) -> Bool {
        (0..<prefix.quotes).allSatisfy { byte(at: position + $0) == prefix.quote }
    }

    private mutating func appendText(_ text: [UInt8], _ prefix: LiteralPrefix, from start: Int) {
        append(prefix.isBytes ? .bytes(text) : .string(String(decoding: text, as: UTF8.self)), from: start)
    }

    private mutating func readEscape(into text: inout [UInt8], isBytes: Bool) {
        let start = position
        position += 1
        guard let byte = byte(at: position) else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "a"): text.append(0x07)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "v"): text.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            text.append(byte)
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            appendCode(digits(2, radix: 16), from: start, isBytes: isBytes, to: &text)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            position -= 1
            appendCode(digits(3, radix: 8), from: start, isBytes: isBytes, to: &text)
        case UInt8(ascii: "u") where !isBytes:
            appendCode(digits(4, radix: 16), from: start, isBytes: false, to: &text)
        case UInt8(ascii: "U") where !isBytes:
            appendCode(digits(8, radix: 16), from: start, isBytes: false, to: &text)
        default:
            while let byte = self.byte(at: position), UTF8.isContinuation(byte) { position += 1 }
            // As it is written, which is what a regular expression means by it.
            text.append(contentsOf: bytes[start..<position])
            report(
                .escape(self.text(start..<position)), start..<position,
                suggestion: "write '\\\\' for a backslash, or r'…' for a string without escapes")
        }
    }

    /// Reads exactly so many digits; `nil` when fewer come.
    private mutating func digits(_ count: Int, radix: UInt32) -> UInt32? {
        var code: UInt32 = 0
        for _ in 0..<count {
            guard let digit = byte(at: position)?.hexDigitValue.map(UInt32.init), digit < radix else { return nil }
            // Eight hexadecimal digits just fit.
            code = code &* radix &+ digit
            position += 1
        }
        return code
    }

    private mutating func appendCode(_ code: UInt32?, from start: Int, isBytes: Bool, to text: inout [UInt8]) {
        if isBytes, let code {
            text.append(UInt8(truncatingIfNeeded: code))
        } else if let scalar = code.flatMap(Unicode.Scalar.init) {
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            report(.brokenEscape, start..<position)
        }
    }
}

extension UInt8 {
    /// Whether an identifier may start with it.
    var isIdentifierStart: Bool { isLetter || self == 0x5F }

    /// Whether an identifier may go on with it.
    var isIdentifierPart: Bool { isIdentifierStart || isDigit }
}
