/// What can be wrong in an expression that is compiled: every mistake with its words.
enum Mistake: Sendable, Hashable {
    // MARK: Characters and words

    /// A character of no meaning, as it is shown.
    case character(String)
    case comment
    case template
    case unquotedTime
    case number(String)
    case curlyQuotes
    case name(String)
    case unquotedPattern
    case openText
    case openFieldName
    case emptyFieldName
    case fieldNameCharacter
    case hexadecimalPrefix
    case largeDouble
    case largeInteger
    case intRange
    case escape(String)
    case brokenEscape
    case reserved(String)

    // MARK: Syntax

    case empty
    case unreadable
    case long(Int, limit: Int)
    case deep(limit: Int)
    case expected(String, found: String)
    case unclosed(String)
    /// A sign or word that is no operator, between quotes.
    case noOperator(String)
    case colonInEntry
    case commaInMacro
    case presence
    case sameVariables
    case noVariableName(macro: String)
    /// The first of the mistakes that are not told.
    case more

    // MARK: Names

    case undeclared(String)
    /// A name of the host that cannot be used here, in the host's words.
    case hidden(String)
    case undeclaredFunction(String)
    case noField(String, of: String)
    case message(String)
    /// What is in a library that was not chosen.
    case library(String, String)

    // MARK: Types

    case result(String, expected: CELType)
    case noBool(String)
    case branches(String, String)
    case keyType(CELType)
    case noMarkedOptional(String)
    case noOptional(macro: String, String)
    case noOptionalResult(String)
    case noContainer(macro: ComprehensionMacro, String)
    case noOrder(CELType)
    case noFields(String)
    case noOverload(String, as: String)
    /// What an operator's function does not take, as messages show the types.
    case operands(of: String, [String])
    case macroOnNothing(ComprehensionMacro)
    case macroArguments(ComprehensionMacro, Int)
    case optionalMacroOnNothing(String)
    case optionalMacroArguments(String, Int)
    case deepValue(limit: Int)

    // MARK: Arguments

    case noNumber(for: String, CELType)
    case clauses(Int, values: Int)
    /// A value that a clause of a format does not take, in the clause's words.
    case clause(String)
    /// What a constant argument fails with.
    case constant(CELFault)
    /// What an expression fails with whatever the variables are.
    case alwaysFails(String)
    /// A value that was null when it was evaluated, if it is written as a name, and what follows from that.
    case null(String?, String)
}

extension Mistake {
    /// What is wrong: one sentence without a full stop.
    var message: String {
        switch self {
        case .character, .comment, .template, .unquotedTime, .number, .curlyQuotes, .name, .unquotedPattern, .openText,
            .openFieldName, .emptyFieldName, .fieldNameCharacter, .hexadecimalPrefix, .largeDouble, .largeInteger,
            .intRange, .escape, .brokenEscape, .reserved:
            wordsOfToken
        case .empty, .unreadable, .long, .deep, .expected, .unclosed, .noOperator, .colonInEntry, .commaInMacro,
            .presence, .sameVariables, .noVariableName, .more:
            wordsOfSyntax
        case .undeclared(let name): "'\(name)' is not declared"
        case .hidden(let message): message
        case .undeclaredFunction(let name): "the function '\(name)' is not declared"
        case .noField(let field, let message): "\(message) has no field '\(field)'"
        case .message(let name): "a message cannot be made in an expression: '\(name)'"
        case .library(let what, let library): "\(what) is in the library '\(library)', which was not chosen"
        case .noNumber(let function, let type): "'\(function)' takes numbers, not \(type)"
        case .clauses(let count, let values):
            "the format has \(count) clause\(count == 1 ? "" : "s"), but there "
                + (values == 1 ? "is 1 value" : "are \(values) values")
        case .clause(let mismatch): mismatch
        case .constant(let fault): fault.message
        case .alwaysFails(let reason): "this always fails: \(reason)"
        case .null(let name, let consequence):
            "\(name.map { "'\($0)'" } ?? "this value") is null here, and \(consequence)"
        default: wordsOfType
        }
    }

    private var wordsOfToken: String {
        switch self {
        case .character(let shown): "unexpected character \(shown)"
        case .comment: "a comment begins with //, and ends with its line"
        case .template: "an expression is no template: what stands between brackets is written without them"
        case .unquotedTime: "a time is written as a text"
        case .number(let text): "'\(text)' is no number"
        case .curlyQuotes: "a text stands between straight quotes, not curly ones"
        case .name(let text): "'\(text)' is no name: names are made of a to z, A to Z, 0 to 9 and _"
        case .unquotedPattern: "a regular expression is a text"
        case .openText: "the string is not closed"
        case .openFieldName: "the field name between backticks is not closed"
        case .emptyFieldName: "there is no field name between the backticks"
        case .fieldNameCharacter: "a field name between backticks holds only letters, digits, blanks and _ . - /"
        case .hexadecimalPrefix: "a hexadecimal number begins with 0x, in lower case"
        case .largeDouble: "the number is too large for a double"
        case .largeInteger: "the integer is too large for 64 bits"
        case .intRange: "the integer is out of the range of int"
        case .escape(let text): "'\(text)' is no escape sequence"
        case .brokenEscape: "the escape sequence is not complete or is no Unicode code point"
        case .reserved(let word): "'\(word)' is a reserved word"
        default: ""
        }
    }

    private var wordsOfSyntax: String {
        switch self {
        case .empty: "the expression is empty"
        case .unreadable: "the expression cannot be read"
        case .long(let length, let limit): "the expression is \(length) bytes long; at most \(limit) are allowed"
        case .deep(let limit): "the expression is nested more than \(limit) levels deep"
        case .expected(let expected, let found): "expected \(expected), found \(found)"
        case .unclosed(let bracket): "'\(bracket)' is missing: nothing closes this bracket"
        case .noOperator(let shown): "\(shown) is not an operator"
        case .colonInEntry: "a colon stands between key and value"
        case .commaInMacro: "a comma follows the name of a macro's variable"
        case .presence: "'has' takes the selection of one field, as in has(a.b)"
        case .sameVariables: "the two variables of a macro need different names"
        case .noVariableName(let macro): "'\(macro)' needs a plain name for its variable here"
        case .more: "and more"
        default: ""
        }
    }

    private var wordsOfType: String {
        switch self {
        case .result(let type, let expected): "the expression must give \(expected), but gives \(type)"
        case .noBool(let type): "expected bool, found \(type)"
        case .branches(let first, let other):
            "both results of '?:' must be of one type, but one is \(first) and one is \(other)"
        case .keyType(let type): "a key of a map is a bool, int, uint or string, not \(type)"
        case .noMarkedOptional(let type): "an optional must follow '?', not \(type)"
        case .noOptional(let macro, let type): "'\(macro)' takes an optional, not \(type)"
        case .noOptionalResult(let type): "the result of 'optFlatMap' must be an optional, not \(type)"
        case .noContainer(let macro, let type):
            "'\(macro.rawValue)' takes \(macro.takesMaps ? "a list or map" : "a list"), not \(type)"
        case .noOrder(let type): "'sortBy' cannot put \(type) in order"
        case .noFields(let type): "a value of type \(type) has no fields"
        case .noOverload(let name, let call): "'\(name)' cannot be called as \(call)"
        case .operands(let name, let types): Self.operands(of: name, types)
        case .macroOnNothing(let macro):
            "'\(macro.rawValue)' is called on a list or map, as in a.\(macro.rawValue)(x, …)"
        case .macroArguments(let macro, let count):
            "'\(macro.rawValue)' takes \(Self.shown(macro.argumentCounts)) arguments, the first a plain name, not \(count)"
        case .optionalMacroOnNothing(let name): "'\(name)' is called on an optional, as in a.\(name)(x, …)"
        case .optionalMacroArguments(let name, let count):
            "'\(name)' takes 2 arguments, the first a plain name, not \(count)"
        case .deepValue(let limit): "lists, maps and optionals would be nested more than \(limit) deep here"
        default: ""
        }
    }

    private static func shown(_ counts: ClosedRange<Int>) -> String {
        counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) or \(counts.upperBound)"
    }

    private static func operands(of name: String, _ types: [String]) -> String {
        let sign = Operators.shownName(name)
        guard types.count == 2 else { return "\(sign) cannot be applied to \(types.joined(separator: ", "))" }
        return switch name {
        case Operators.index, Operators.optionalIndex: "a \(types[0]) cannot be indexed with \(types[1])"
        case Operators.contains: "'in' cannot look for \(types[0]) in \(types[1])"
        case _ where Relation(function: name) != nil: "\(sign) cannot compare \(types[0]) with \(types[1])"
        default: "\(sign) cannot be applied to \(types[0]) and \(types[1])"
        }
    }
}
