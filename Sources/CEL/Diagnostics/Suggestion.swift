/// What could be written instead of something wrong: ways to mend it, of which the first that is right is shown.
struct Suggestion: Sendable, ExpressibleByStringInterpolation {
    /// Source to be put in a place.
    struct Edit: Sendable {
        let span: Range<Int>
        let code: SourcePattern
        /// What is said before and after the code.
        let before: String
        let after: String
    }

    /// One way.
    enum Way: Sendable {
        /// Said as it is.
        case words(String)
        /// Said if the expression is right in that place when it is edited so.
        case edit(Edit)
    }

    private(set) var ways: [Way]
    /// Whether it is the name of a variable or field that a misspelt one was meant for.
    private(set) var isName = false

    init(stringLiteral value: String) { ways = [.words(value)] }

    /// Words that are said as they are.
    init(_ words: String) { ways = [.words(words)] }

    private init(ways: [Way]) { self.ways = ways }

    /// `did you mean '…'?`, for source that is a name or a sign.
    static func meant(_ code: SourcePattern, at span: Range<Int>) -> Suggestion {
        Suggestion(ways: [.edit(Edit(span: span, code: code, before: "did you mean '", after: "'?"))])
    }

    /// The name that a misspelt one was meant for, which is right even if its value is used in a wrong way.
    static func name(_ name: String, at span: Range<Int>) -> Suggestion {
        var suggestion = meant(SourcePattern(name), at: span).or(Suggestion("did you mean '\(name)'?"))
        suggestion.isName = true
        return suggestion
    }

    /// `did you mean …?`, for source that is more than a name.
    static func code(_ code: SourcePattern, at span: Range<Int>) -> Suggestion {
        Suggestion(ways: [.edit(Edit(span: span, code: code, before: "did you mean ", after: "?"))])
    }

    /// `write …`, with what it is for behind it.
    static func write(_ code: SourcePattern, at span: Range<Int>, _ purpose: String = "") -> Suggestion {
        let after = purpose.isEmpty ? "" : " \(purpose)"
        return Suggestion(ways: [.edit(Edit(span: span, code: code, before: "write ", after: after))])
    }

    /// `… asks whether it is not empty` and the like, `purpose` being the words behind the code.
    static func condition(_ code: SourcePattern, at span: Range<Int>, _ purpose: String) -> Suggestion {
        Suggestion(ways: [.edit(Edit(span: span, code: code, before: "", after: " \(purpose)"))])
    }

    /// `compare it, as in …`.
    static func comparison(_ code: SourcePattern, at span: Range<Int>) -> Suggestion {
        Suggestion(ways: [.edit(Edit(span: span, code: code, before: "compare it, as in ", after: ""))])
    }

    /// `convert one of them, as in …`.
    static func conversion(_ code: SourcePattern, at span: Range<Int>) -> Suggestion {
        Suggestion(ways: [.edit(Edit(span: span, code: code, before: "convert one of them, as in ", after: ""))])
    }

    /// `to find a part of a text, write …`.
    static func part(_ code: SourcePattern, at span: Range<Int>) -> Suggestion {
        Suggestion(ways: [.edit(Edit(span: span, code: code, before: "to find a part of a text, write ", after: ""))])
    }

    /// The ways of this one, and then those of another.
    func or(_ other: Suggestion?) -> Suggestion { Suggestion(ways: ways + (other?.ways ?? [])) }
}

/// Something wrong in an expression, with suggestions that were not tried yet.
struct Problem: Sendable {
    /// What is wrong.
    let mistake: Mistake
    /// The UTF-8 offsets in the expression that it is about.
    let span: Range<Int>
    let suggestion: Suggestion?
    /// The constant of the host that the fault lies in, if it does in one.
    let constant: CELConstantPlace?

    init(_ mistake: Mistake, _ span: Range<Int>, _ suggestion: Suggestion? = nil, constant: CELConstantPlace? = nil) {
        self.mistake = mistake
        self.span = span
        self.suggestion = suggestion
        self.constant = constant
    }

    /// The most problems of an expression that are told: no reader goes through more.
    static let toldLimit = 100

    /// The most problems that each pass notes: one more than are told, so that it is known whether there are more.
    static let notedLimit = toldLimit + 1

    /// The same without suggestions.
    var plain: CELDiagnostic { CELDiagnostic(message: mistake.message, span: span, constant: constant) }
}
