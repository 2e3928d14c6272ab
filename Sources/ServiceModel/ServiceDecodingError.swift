internal import JSON

/// Why an object could not be read as a Service. Never quotes what a field holds, which may be personal data.
package struct ServiceDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of fault.
    package enum Code: String, CaseIterable, Sendable {
        /// Something other than an object.
        case notAnObject
        /// An object without a `sid`.
        case notAService
        /// An error answer of the API, saved where a Service was expected.
        case apiError
        /// A field that holds a value of the wrong type.
        case wrongType
        /// A field of the right type that cannot be read, such as a date that is none.
        case invalidValue
        /// A field that is there twice, be it once in snake_case and once in camelCase.
        case repeatedField
    }

    package let code: Code
    /// The field at fault, if it is one field.
    package let field: ServiceField?
    /// One line, without the field.
    package let message: String

    init(_ code: Code, in field: ServiceField? = nil, _ message: String) {
        self.code = code
        self.field = field
        self.message = message
    }

    /// One line, such as `callback_url: expected a string, found a number`.
    package var description: String { (field.map { $0.name + ": " } ?? "") + message }
}

extension ServiceDecodingError {
    static func notAnObject(_ kind: JSONKind) -> ServiceDecodingError {
        ServiceDecodingError(.notAnObject, "expected an object, found \(kind.name)")
    }

    static var notAService: ServiceDecodingError {
        ServiceDecodingError(.notAService, "not a Service: the object has no sid")
    }

    static func apiError(code: Int64, status: Int64?) -> ServiceDecodingError {
        let status = status.map { " (HTTP status \($0))" } ?? ""
        return ServiceDecodingError(.apiError, "not a Service but the API's error \(code)\(status)")
    }

    static func wrongType(_ field: ServiceField, expected: JSONKind, found: JSONKind) -> ServiceDecodingError {
        ServiceDecodingError(.wrongType, in: field, "expected \(expected.name), found \(found.name)")
    }

    static func notAnInteger(_ field: ServiceField) -> ServiceDecodingError {
        ServiceDecodingError(.invalidValue, in: field, "not an integer of 64 bits")
    }

    static func notADate(_ field: ServiceField) -> ServiceDecodingError {
        ServiceDecodingError(.invalidValue, in: field, "not an RFC 3339 date-time")
    }

    static func link(found: JSONKind) -> ServiceDecodingError {
        ServiceDecodingError(.wrongType, in: .links, "expected every link to be a string, found \(found.name)")
    }

    static func repeated(_ field: ServiceField) -> ServiceDecodingError {
        ServiceDecodingError(.repeatedField, in: field, "the object has it twice")
    }
}
