/// What evaluations fail with, before it is known where in the expression: every failure with its code and its words.
///
/// No text of a value is in any of them.
enum CELFault: Error, Sendable, Hashable {
    // MARK: Types

    /// A function or operator got values of types that it does not take.
    case overload(of: String, [CELType])
    /// A function is not called with so many arguments.
    case argumentCount(of: String, Int)
    case noBool(CELType)
    case noMap(CELType)
    /// What `?` marks is no optional.
    case noMarkedOptional(CELType)
    case noOptional(for: String, CELType)
    /// An element of a list of optionals is none.
    case noOptionalElement(for: String, CELType)
    /// What a macro walks is neither a list nor a map.
    case noContainer(for: String, CELType)
    case noList(for: String, CELType)
    /// A value of a type that has no fields.
    case noFields(CELType, String)
    /// A value of a type whose values have no order.
    case noOrder(for: String, CELType)
    case severalTypes(for: String, CELType, CELType)
    case unexpectedType(CELType, expected: CELType)
    case noKeyType(CELType)

    // MARK: Keys, fields and names

    case noSuchKey(String?)
    case noSuchField(String)
    /// A field that cannot be read, with the reason.
    case unreadable(String)
    case repeatedKey
    case undeclared(String)
    case unset(String)

    // MARK: Places

    case noElement(count: Int)
    case noPosition(Int64)
    case noSubstring(start: Int64, end: Int64)
    case noSlice(start: Int64, end: Int64, count: Int)
    case fractionalIndex
    case optionalIndex

    // MARK: Numbers and times

    case integerOverflow
    case timeOverflow
    case outOfRange(of: String)
    case divisionByZero
    case negativeShift(by: String)
    case negativeDepth
    case notANumber(in: String)
    case emptyList(for: String)
    case unknownZone

    // MARK: Texts

    /// A text that a type cannot be read from.
    case unreadableText(as: String)
    case noTimestamp
    case noDuration
    case noURL
    case noAddress(String, IPAddress.Problem)
    case noBase64
    case noUTF8

    // MARK: Regular expressions and formats

    case pattern(reason: String?)
    case longPattern(limit: Int)
    case groups(in: String, Int)
    case strayBackslash
    case noGroup(Int, of: Int)
    case openClause
    case unknownClause
    case noPrecision
    case precision(limit: Int)
    case missingValues(clauses: Int, values: Int)
    /// A value that a clause of a format does not take, in the clause's words.
    case clause(String)

    // MARK: The rest

    case noContent
    case tooManySteps
    /// A function of the host threw an error of a type of its own.
    case failedFunction(String, error: String)
    /// A failure of the host, or one that was found when compiling.
    case other(CELError.Code, String)

    /// A function or operator got values that it does not take.
    static func noSuchOverload(_ name: String, _ arguments: [CELValue]) -> CELFault {
        .overload(of: name, arguments.map(\.type))
    }

    /// The failure as an error at a place.
    func at(_ span: Range<Int>) -> CELError { CELError(self, at: span) }
}

extension CELFault {
    /// What kind of failure it is.
    var code: CELError.Code {
        switch self {
        case .overload, .argumentCount, .noBool, .noMap, .noMarkedOptional, .noOptional, .noOptionalElement,
            .noContainer,
            .noList, .noFields, .noOrder, .severalTypes:
            .noSuchOverload
        case .unexpectedType: .unexpectedType
        case .noSuchKey: .noSuchKey
        case .noSuchField: .noSuchField
        case .unreadable: .unreadableField
        case .undeclared, .unset: .unknownName
        case .noElement, .noPosition, .noSubstring, .noSlice: .indexOutOfRange
        case .integerOverflow, .timeOverflow, .outOfRange: .overflow
        case .divisionByZero: .divisionByZero
        case .noKeyType, .repeatedKey, .fractionalIndex, .optionalIndex, .negativeShift, .negativeDepth, .notANumber,
            .emptyList, .unknownZone, .unreadableText, .noTimestamp, .noDuration, .noURL, .noAddress, .noBase64,
            .noUTF8,
            .pattern, .longPattern, .groups, .strayBackslash, .noGroup, .openClause, .unknownClause, .noPrecision,
            .precision, .missingValues, .clause, .noContent:
            .invalidArgument
        case .tooManySteps: .costLimitExceeded
        case .failedFunction: .host
        case .other(let code, _): code
        }
    }

    /// What failed, for ``CELError/message``.
    var message: String {
        switch self {
        case .other(_, let message): message
        case _ where code == .noSuchOverload: "no such overload: \(words)"
        default: words
        }
    }

    /// What failed, without the words that all failures of its code begin with.
    var words: String {
        switch self {
        case .overload, .argumentCount, .noBool, .noMap, .noMarkedOptional, .noOptional, .noOptionalElement,
            .noContainer,
            .noList, .noFields, .noOrder, .severalTypes, .unexpectedType, .noKeyType:
            wordsOfType
        case .noSuchKey(let key): key.map { "no such key: '\($0)'" } ?? "no such key"
        case .noSuchField(let name): "no such field: '\(name)'"
        case .unreadable(let reason): reason
        case .repeatedKey: "the map has the same key twice"
        case .undeclared(let name): "'\(name)' is not declared"
        case .unset(let name): "the variable '\(name)' has no value"
        case .noElement(let count):
            "index out of range: the list has \(count == 1 ? "1 element" : "\(count) elements")"
        case .noPosition(let index): "index out of range: \(index)"
        case .noSubstring(let start, let end): "invalid substring range. start: \(start), end: \(end)"
        case .noSlice(let start, let end, let count):
            "index out of range: slice(\(start), \(end)) of a list of \(count) elements"
        case .fractionalIndex: "an index of a list must be a whole number"
        case .optionalIndex: "the index of a list must be a whole number in the range of int"
        case .integerOverflow: "integer overflow"
        case .timeOverflow: "timestamp or duration out of range"
        case .outOfRange(let type): "the number is out of the range of \(type)"
        case .divisionByZero: "division by zero"
        case .negativeShift(let name): "'\(name)' cannot shift by a negative number of bits"
        case .negativeDepth: "'flatten' needs a depth that is not negative"
        case .notANumber(let name): "'\(name)' cannot put NaN in order"
        case .emptyList(let name): "'\(name)' of an empty list"
        case .unknownZone: "the time zone is not known"
        case .unreadableText, .noTimestamp, .noDuration, .noURL, .noAddress, .noBase64, .noUTF8: wordsOfText
        case .pattern, .longPattern, .groups, .strayBackslash, .noGroup, .openClause, .unknownClause, .noPrecision,
            .precision, .missingValues, .clause:
            wordsOfPattern
        case .noContent: "optional.none() has no value"
        case .tooManySteps: "the evaluation takes more steps than allowed"
        case .failedFunction(let name, let error): "'\(name)' failed: \(error)"
        case .other(_, let message): message
        }
    }

    private var wordsOfType: String {
        if let (expectation, type) = expectation { return "\(expectation), found \(type)" }
        return switch self {
        case .overload(let name, let types): "\(Operators.shownName(name)) cannot be applied to \(Self.shown(types))"
        case .argumentCount(let name, let count): "\(Operators.shownName(name)) with \(count) arguments"
        case .noOptionalElement(let name, let type): "'\(name)' takes a list of optionals, found \(type) in it"
        case .noFields(let type, let field): "\(type) has no field '\(field)'"
        case .noOrder(let name, let type): "'\(name)' cannot put \(type) in order"
        case .severalTypes(let name, let first, let other):
            "'\(name)' needs values of one type, found \(first) and \(other)"
        case .unexpectedType(let type, let expected): "the expression must give \(expected), but gives \(type)"
        case .noKeyType(let type): "a key of a map cannot be of type \(type)"
        default: ""
        }
    }

    private static func shown(_ types: [CELType]) -> String {
        types.map { $0 == .null ? "null" : $0.description }.joined(separator: " and ")
    }

    /// What was expected and what was found, of a value of another type.
    var expectation: (words: String, found: CELType)? {
        switch self {
        case .noBool(let type): ("expected bool", type)
        case .noMap(let type): ("expected a map", type)
        case .noMarkedOptional(let type): ("'?' takes an optional", type)
        case .noOptional(let name, let type): ("'\(name)' takes an optional", type)
        case .noContainer(let name, let type): ("'\(name)' takes a list or map", type)
        case .noList(let name, let type): ("'\(name)' takes a list", type)
        default: nil
        }
    }

    private var wordsOfText: String {
        switch self {
        case .unreadableText(let type): "the string is no \(type)"
        case .noTimestamp: "the string is no RFC 3339 timestamp between the years 1 and 9999"
        case .noDuration: "the string is no duration such as '1h30m', or is out of range"
        case .noURL: "the string is no URL"
        case .noAddress(let kind, .malformed): "the string is no \(kind)"
        case .noAddress(let kind, .hasZone): "the string is no \(kind): a zone is not allowed"
        case .noAddress(let kind, .isMapped): "the string is no \(kind): an IPv4 address inside IPv6 is not allowed"
        case .noBase64: "the string is not Base64"
        default: "the bytes are not UTF-8"
        }
    }

    private var wordsOfPattern: String {
        switch self {
        case .pattern(let reason): "the regular expression is invalid\(reason.map { ": \($0)" } ?? "")"
        case .longPattern(let limit): "the regular expression is longer than \(limit) bytes"
        case .groups(let name, let count):
            "'\(name)' takes a regular expression with at most one group, not \(count)"
        case .strayBackslash: "the replacement has a backslash that is not before a digit or a backslash"
        case .noGroup(let group, let count):
            "the replacement refers to group \(group), but the regular expression has \(count)"
        case .openClause: "the format ends within a clause: write '%%' for a percent sign"
        case .unknownClause:
            "the format has an unknown clause: there are %s, %d, %f, %e, %b, %o, %x, %X, and %% for a percent sign"
        case .noPrecision: "the format has a clause with a point but no digits after it"
        case .precision(let limit): "the format asks for more than \(limit) digits after the decimal point"
        case .missingValues(let clauses, let values):
            "the format has \(clauses) clauses, but there are \(values) values"
        case .clause(let mismatch): mismatch
        default: ""
        }
    }
}
