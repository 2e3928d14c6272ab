import Platform

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Where a report is to be put.
///
/// A file is written under another name and renamed into place, so that a reader never sees half a report, and only
/// its owner can read it, unless another mode is asked for. What happens to what is at the path already:
///
/// - a regular file is replaced, and only when the report is complete;
/// - a device or a named pipe is written into as it is, for it cannot be replaced;
/// - a symbolic link to a device or a pipe likewise; any other link is refused: following it would let whoever made
///   it choose what is overwritten, and replacing it would turn `/dev/stdout` into a file;
/// - a folder is refused.
package enum ReportDestination: Sendable, Hashable {
    case standardOutput
    /// A path, absolute or relative to the working folder.
    case file(String)

    private enum Target {
        case replaceable
        case device
    }

    /// Reads a path argument; `-` is standard output.
    package init(argument: String) {
        self = argument == "-" ? .standardOutput : .file(argument)
    }

    /// The path as given, or `standard output`.
    package var path: String {
        switch self {
        case .standardOutput: "standard output"
        case .file(let path): path
        }
    }

    /// Finds out, before a long run, whether a report could be put there now.
    /// - Throws: `ReportError` where it clearly could not; nothing is created or changed.
    package func check() throws(ReportError) {
        guard case .file(let path) = self else { return }
        let toWrite =
            switch try ReportDestination.target(at: path) {
            case .device: path
            case .replaceable: TemporaryFile.folder(of: path)
            }
        let wanted = toWrite == path ? W_OK : W_OK | X_OK
        guard access(toWrite, wanted) == 0 else { throw SystemFailure.last.reportError(path: path) }
    }

    /// Whether a report takes the place of a file there, or of nothing.
    /// - Throws: `ReportError` where it could be put there in no way.
    var isReplaceable: Bool {
        get throws(ReportError) {
            guard case .file(let path) = self else { return false }
            return try ReportDestination.target(at: path) == .replaceable
        }
    }

    /// Whether there is a file that a report will take the place of.
    var replacesFile: Bool {
        get throws(ReportError) {
            guard case .file(let path) = self, try isReplaceable else { return false }
            return access(path, F_OK) == 0
        }
    }

    /// Opens a device or a pipe for writing, and waits for a pipe's reader. Standard output is open already.
    func open() throws(ReportError) -> Int32 {
        guard case .file(let path) = self else { return STDOUT_FILENO }
        while true {
            let descriptor = openForWriting(path)
            if descriptor >= 0 { return descriptor }
            let failure = SystemFailure.last
            // Nobody reads the pipe yet.
            guard failure.number == ENXIO else { throw failure.reportError(path: path) }
            guard !Task.isCancelled else { throw SystemFailure.interrupted.reportError(path: path) }
            _ = poll(nil, 0, 20)
        }
    }

    private static func target(at path: String) throws(ReportError) -> Target {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw ReportError(code: .invalidPath, path: path, cause: "not a path")
        }
        var entry = stat()
        guard lstat(path, &entry) == 0 else {
            let failure = SystemFailure.last
            // A path that ends in a slash names a folder, and there is none to be made.
            guard failure.number == ENOENT, path.utf8.last != UInt8(ascii: "/") else {
                throw failure.reportError(path: path)
            }
            guard access(TemporaryFile.folder(of: path), F_OK) == 0 else {
                throw SystemFailure.last.reportError(path: path)
            }
            return .replaceable
        }
        let isLink = entry.st_mode & S_IFMT == S_IFLNK
        if isLink, stat(path, &entry) != 0 { entry.st_mode = S_IFREG }
        switch entry.st_mode & S_IFMT {
        case S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK: return .device
        case S_IFDIR: throw SystemFailure(number: EISDIR).reportError(path: path)
        case _ where isLink:
            throw ReportError(
                code: .isLink, path: path,
                cause: "it is a symbolic link; give the path that it leads to, or - for standard output")
        default: return .replaceable
        }
    }
}

private func openForWriting(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
}
