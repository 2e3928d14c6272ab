/// An expression that has no value for the variables given.
public struct CELError: Error, Sendable, Hashable {
    /// What kind of failure it is.
    public enum Code: Sendable, Hashable, CaseIterable {
        /// No form of the function or operator takes the values' types.
        case noSuchOverload
        /// A map has no such key.
        case noSuchKey
        /// A value has no such field.
        case noSuchField
        /// A field of a message holds what cannot be read.
        case unreadableField
        /// An index is out of a list's or string's range.
        case indexOutOfRange
        /// A number, timestamp or duration is out of its type's range.
        case overflow
        /// An integer is divided by zero.
        case divisionByZero
        /// A text or value cannot be converted or used as asked.
        case invalidArgument
        /// The variable has no value or the name is not declared.
        case unknownName
        /// The result is not of the type that the expression was compiled for.
        case unexpectedType
        /// The evaluation took more steps than allowed.
        case costLimitExceeded
        /// A function of the host failed.
        case host
    }

    /// What failed.
    let fault: CELFault
    /// The UTF-8 offsets in the expression of the part that failed.
    public let span: Range<Int>
    /// The named expression that ``span`` is about; `nil` for the expression that was evaluated.
    public private(set) var definition: String?

    /// What kind of failure it is.
    public var code: Code { fault.code }
    /// What failed: one sentence without a full stop. No text from variables appears in it.
    public var message: String { fault.message }

    /// The types of the values that an operator or function got and does not take; empty for other failures.
    var operandTypes: [CELType] {
        if case .overload(_, let types) = fault { types } else { [] }
    }

    /// Makes an error; a host function gives any span, since the call's own replaces it.
    public init(code: Code = .host, message: String, span: Range<Int> = 0..<0) {
        self.init(.other(code, message), at: span)
    }

    /// Makes an error of a fault at a place.
    init(_ fault: CELFault, at span: Range<Int>) {
        self.fault = fault
        self.span = span
    }

    /// A field cannot be read.
    static func unreadable(_ reason: String, _ span: Range<Int>) -> CELError { CELFault.unreadable(reason).at(span) }

    /// The same error of the expression with a name.
    func inDefinition(_ name: String) -> CELError {
        var error = self
        error.definition = name
        return error
    }
}

extension CELError {
    /// Whether both say the same of the same place.
    public static func == (left: CELError, right: CELError) -> Bool {
        left.span == right.span && left.definition == right.definition
            && (left.fault == right.fault || left.code == right.code && left.message == right.message)
    }

    /// Hashes what is said of which place.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(span)
        hasher.combine(code)
        hasher.combine(message)
    }
}
