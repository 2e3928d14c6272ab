#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

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

    /// The fault that the C library's `errno` tells.
    static func system(_ number: Int32) -> InputFault {
        switch number {
        case ENOENT, ENOTDIR: InputFault(.notFound, "no such file or directory")
        case EACCES, EPERM: InputFault(.unreadable, "permission denied")
        case EISDIR: InputFault(.unreadable, "is a directory")
        case ELOOP: InputFault(.unreadable, "too many symbolic links")
        case EMFILE, ENFILE: InputFault(.unreadable, "too many open files")
        case ENAMETOOLONG: InputFault(.notFound, "the name is too long")
        case EIO: InputFault(.unreadable, "input/output error")
        default: InputFault(.unreadable, "cannot be read (system error \(number))")
        }
    }
}
