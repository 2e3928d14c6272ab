internal import Platform

/// Why the bytes of a file could not be read, before it is known whose failure that is.
struct InputFault: Error, Sendable, Hashable {
    let code: SourceError.Code
    /// One line, without the file's name.
    let reason: String

    init(_ code: SourceError.Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }
}

extension InputFault {
    static var outOfMemory: InputFault { InputFault(.unreadable, "no memory for decompressing") }

    static func damaged(_ format: String) -> InputFault {
        InputFault(.unreadable, "the \(format) data is damaged")
    }

    static func truncated(_ format: String) -> InputFault {
        InputFault(.unreadable, "the \(format) data is cut off")
    }

    static var interrupted: InputFault { InputFault(.interrupted, "interrupted") }

    /// The fault that a call of the system ended with.
    init(_ failure: SystemFailure) {
        self =
            failure == .interrupted
            ? .interrupted : InputFault(failure.isAbsence ? .notFound : .unreadable, failure.words)
    }
}
