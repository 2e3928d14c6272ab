/// A word of the language with its place in the source.
struct Token: Sendable {
    /// What a token is.
    enum Kind: Sendable, Equatable {
        case identifier(String)
        /// A field name between backticks.
        case quotedIdentifier(String)
        /// The magnitude of an integer literal; `nil` when it is over 2^64-1, which is reported already.
        case int(UInt64?)
        case uint(UInt64?)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        case symbol(Symbol)
        /// A name with letters that names do not have, which is reported already.
        case foreignName
        case end
    }

    /// Operators and punctuation.
    enum Symbol: String, Sendable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case and = "&&"
        case or = "||"
        case less = "<"
        case greater = ">"
        case openParenthesis = "("
        case closeParenthesis = ")"
        case openBracket = "["
        case closeBracket = "]"
        case openBrace = "{"
        case closeBrace = "}"
        case dot = "."
        case comma = ","
        case question = "?"
        case colon = ":"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divide = "/"
        case modulo = "%"
        case not = "!"
        // Not of the language, but often meant as one that is.
        case strictEqual = "==="
        case strictNotEqual = "!=="
        case assign = "="
        case ampersand = "&"
        case bar = "|"
    }

    /// What the token is.
    let kind: Kind
    /// UTF-8 offsets.
    let span: Range<Int>
}
