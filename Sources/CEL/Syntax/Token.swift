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
        /// A regular expression between slashes, behind an operator that is reported.
        case pattern(String)
        case symbol(Symbol)
        /// What stands for a value and is reported already: a name with letters that names do not have, or a text without
        /// an end, which may have taken in what should follow it.
        case broken
        /// A character of no meaning, which is reported already.
        case unknown
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
        case match = "=~"
        case noMatch = "!~"
        case otherwise = "??"
        case ampersand = "&"
        case bar = "|"
    }

    /// What the token is.
    let kind: Kind
    /// UTF-8 offsets.
    let span: Range<Int>
}
