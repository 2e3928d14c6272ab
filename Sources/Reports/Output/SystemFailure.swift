#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An error number of the operating system, as a call left it.
struct SystemFailure {
    let number: Int32

    /// Takes the number that the last failed call of this thread left.
    static var last: SystemFailure { SystemFailure(number: errno) }

    /// The error that tells a user about it; `path` is as the user gave it.
    func reportError(path: String) -> ReportError {
        switch number {
        case EISDIR: ReportError(code: .isFolder, path: path, cause: "it is a folder")
        case ENOENT, ENOTDIR:
            ReportError(code: .folderMissing, path: path, cause: "its folder does not exist")
        case EACCES, EPERM, EROFS:
            ReportError(code: .notPermitted, path: path, cause: "no permission to write there (\(text))")
        case ENOSPC, EDQUOT: ReportError(code: .noSpace, path: path, cause: "no space left (\(text))")
        case EPIPE: ReportError(code: .brokenPipe, path: path, cause: "its reader has gone")
        case ELOOP: ReportError(code: .isLink, path: path, cause: "too many symbolic links")
        default: ReportError(code: .systemFailure, path: path, cause: text)
        }
    }

    private var text: String { String(cString: strerror(number)) }
}
