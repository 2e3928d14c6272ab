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

    /// What kind of failure it is.
    public let code: Code
    /// What failed: one sentence without a full stop. No text from variables appears in it.
    public let message: String
    /// The UTF-8 offsets in the expression of the part that failed.
    public let span: Range<Int>
    /// The named expression that ``span`` is about; `nil` for the expression that was evaluated.
    public private(set) var definition: String?
    /// The types of the values that an operator or function got and does not take; empty for other failures.
    public let operandTypes: [CELType]

    /// Makes an error; a host function gives any span, since the call's own replaces it.
    public init(code: Code = .host, message: String, span: Range<Int> = 0..<0) {
        self.code = code
        self.message = message
        self.span = span
        operandTypes = []
    }

    /// A field cannot be read.
    static func unreadable(_ fault: String, _ span: Range<Int>) -> CELError {
        CELError(code: .unreadableField, message: fault, span: span)
    }

    /// The same error of the expression with a name.
    func inDefinition(_ name: String) -> CELError {
        var error = self
        error.definition = name
        return error
    }

    /// Makes an error of a fault at a place.
    init(_ fault: CELFault, at span: Range<Int>) {
        code = fault.code
        message = fault.message
        self.span = span
        operandTypes = fault.operandTypes
    }
}

/// A failure inside a function, before it is known where in the expression the call stands.
struct CELFault: Error, Sendable {
    /// What kind of failure it is.
    let code: CELError.Code
    /// What failed, for ``CELError/message``.
    let message: String
    /// As ``CELError/operandTypes``.
    let operandTypes: [CELType]

    /// Makes a failure.
    init(_ code: CELError.Code, _ message: String, operandTypes: [CELType] = []) {
        self.code = code
        self.message = message
        self.operandTypes = operandTypes
    }

    /// The failure as an error at a place.
    func at(_ span: Range<Int>) -> CELError { CELError(self, at: span) }

    /// A function or operator got values of types that it does not take.
    static func noSuchOverload(_ name: String, _ arguments: [CELValue]) -> CELFault {
        let types = arguments.map { $0.type == .null ? "null" : $0.type.description }.joined(separator: " and ")
        return CELFault(
            .noSuchOverload, "no such overload: \(Operators.shownName(name)) cannot be applied to \(types)",
            operandTypes: arguments.map(\.type))
    }
}
