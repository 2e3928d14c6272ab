#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// An error number of the operating system, as a call left it, and what it says.
package struct SystemFailure: Error, Sendable, Hashable {
    package let number: Int32
    /// How many bytes would have been allowed, for what is too large.
    private var limit: Int?

    package init(number: Int32) {
        self.number = number
    }

    /// A file has more bytes than its reader takes.
    static func larger(than limit: Int) -> SystemFailure {
        var failure = SystemFailure(number: EFBIG)
        failure.limit = limit
        return failure
    }

    /// The failure that the last failed call of this thread left.
    package static var last: SystemFailure { SystemFailure(number: errno) }

    /// The task was cancelled while it waited.
    package static var interrupted: SystemFailure { SystemFailure(number: EINTR) }

    /// A file ended before it should.
    package static var truncated: SystemFailure { SystemFailure(number: EIO) }

    /// The cause, as half a sentence.
    package var words: String {
        switch number {
        case ENOENT, ENOTDIR: "no such file or directory"
        case EACCES, EPERM: "permission denied"
        case EISDIR: "is a directory"
        case ELOOP: "too many symbolic links"
        case EMFILE, ENFILE: "too many open files"
        case ENAMETOOLONG: "the name is too long"
        case EIO: "input/output error"
        case ENOSPC: "no space left on device"
        case EFBIG: limit.map { "has more than \($0) bytes" } ?? "larger than the system allows"
        case EINTR: "interrupted"
        default: String(cString: strerror(number))
        }
    }

    /// What kind of cause it is, for those who name it in other words.
    package enum Kind: Sendable {
        case absent, brokenPipe, isFolder, linkLoop, noSpace, notPermitted, other
    }

    package var kind: Kind {
        switch number {
        case ENOENT, ENOTDIR: .absent
        case EPIPE: .brokenPipe
        case EISDIR: .isFolder
        case ELOOP: .linkLoop
        case ENOSPC, EDQUOT: .noSpace
        case EACCES, EPERM, EROFS: .notPermitted
        default: .other
        }
    }

    /// Whether the reader of a pipe has gone.
    package var isBrokenPipe: Bool { number == EPIPE }

    /// Whether there is nothing at the path.
    package var isAbsence: Bool { [ENOENT, ENOTDIR, ENAMETOOLONG].contains(number) }
}

extension [UInt8] {
    /// Calls `body` with these bytes and a zero byte after them, as the system wants paths.
    package func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (self + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map(body) ?? body("")
            }
        }
    }
}
