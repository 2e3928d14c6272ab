/// The functions behind operators, by the names that the language's definition gives them.
enum Operators {
    /// `==`
    static let equal = "_==_"
    /// `!=`
    static let notEqual = "_!=_"
    /// `<`
    static let less = "_<_"
    /// `<=`
    static let lessOrEqual = "_<=_"
    /// `>`
    static let greater = "_>_"
    /// `>=`
    static let greaterOrEqual = "_>=_"
    /// `in`
    static let contains = "@in"
    /// `+`
    static let add = "_+_"
    /// `-`
    static let subtract = "_-_"
    /// `*`
    static let multiply = "_*_"
    /// `/`
    static let divide = "_/_"
    /// `%`
    static let modulo = "_%_"
    /// `-a`
    static let negate = "-_"
    /// `!a`
    static let not = "!_"
    /// `a[b]`
    static let index = "_[_]"
    /// `a[?b]`
    static let optionalIndex = "_[?_]"

    /// A function's name as messages show it: an operator by its sign, between quotes.
    static func shownName(_ function: String) -> String {
        switch function {
        case contains: "'in'"
        case index, optionalIndex: "index '[]'"
        default: function.contains("_") && isOperator(function) ? "'\(function.filter { $0 != "_" })'" : "'\(function)'"
        }
    }

    /// Whether the name is an operator's.
    static func isOperator(_ function: String) -> Bool {
        switch function {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contains, add, subtract, multiply, divide,
            modulo, negate, not, index, optionalIndex:
            true
        default: false
        }
    }

    /// How tightly a binary operator binds, and its function; `nil` for what is none.
    static func binary(_ symbol: Token.Symbol) -> (precedence: Int, function: String)? {
        switch symbol {
        case .equal: (3, equal)
        case .notEqual: (3, notEqual)
        case .less: (3, less)
        case .lessOrEqual: (3, lessOrEqual)
        case .greater: (3, greater)
        case .greaterOrEqual: (3, greaterOrEqual)
        case .plus: (4, add)
        case .minus: (4, subtract)
        case .times: (5, multiply)
        case .divide: (5, divide)
        case .modulo: (5, modulo)
        default: nil
        }
    }
}
