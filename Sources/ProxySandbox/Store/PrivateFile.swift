#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files that only their owner may read.
enum PrivateFile {
    /// Makes an empty file with mode 0600, and leaves one that is there as it is.
    ///
    /// - Throws: `.cannotOpenDatabase`, naming the file.
    static func make(_ path: String) throws(SandboxError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw SandboxError(code: .cannotOpenDatabase, message: "the database's file name is empty or not a name")
        }
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            let reason = SystemError.reason(errno)
            throw SandboxError(code: .cannotOpenDatabase, message: "database \(path): \(reason)")
        }
    }
}

/// The system's error numbers.
enum SystemError {
    /// The system's words for an error number, such as `Permission denied`.
    static func reason(_ number: CInt) -> String {
        String(cString: strerror(number))
    }
}
