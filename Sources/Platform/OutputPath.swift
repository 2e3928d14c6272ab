#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A path that something is to be written to, and what stands there.
///
/// - A regular file is replaced, and only by what is complete;
/// - a device or a named pipe is written into as it is, for it cannot be replaced;
/// - a symbolic link to a device or a pipe likewise; any other link is refused: following it would let whoever made
///   it choose what is overwritten, and replacing it would turn `/dev/stdout` into a file;
/// - a folder is refused.
package struct OutputPath: Sendable, Hashable {
    /// Why nothing can be written there.
    package enum Refusal: Error, Sendable, Hashable {
        /// Empty, or with a zero byte.
        case notAPath
        /// A symbolic link to what could be replaced.
        case isLink
        case failure(SystemFailure)
    }

    package let path: String
    /// Whether a new file takes the place of what is there, or of nothing.
    package let isReplaceable: Bool

    /// - Throws: where something could be written there in no way; nothing is created or changed.
    package init(_ path: String) throws(Refusal) {
        self.path = path
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .notAPath }
        var entry = stat()
        guard lstat(path, &entry) == 0 else {
            let failure = SystemFailure.last
            // A path that ends in a slash names a folder, and there is none to be made.
            guard failure.number == ENOENT, path.utf8.last != UInt8(ascii: "/") else { throw .failure(failure) }
            guard access(TemporaryFile.folder(of: path), F_OK) == 0 else { throw .failure(.last) }
            isReplaceable = true
            return
        }
        let isLink = entry.st_mode & S_IFMT == S_IFLNK
        if isLink, stat(path, &entry) != 0 { entry.st_mode = S_IFREG }
        switch entry.st_mode & S_IFMT {
        case S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK: isReplaceable = false
        case S_IFDIR: throw .failure(SystemFailure(number: EISDIR))
        case _ where isLink: throw .isLink
        default: isReplaceable = true
        }
    }

    /// Whether there is something there.
    package var exists: Bool { access(path, F_OK) == 0 }

    /// Finds out whether this process may write there.
    package func checkPermission() throws(SystemFailure) {
        let isAllowed =
            isReplaceable ? access(TemporaryFile.folder(of: path), W_OK | X_OK) == 0 : access(path, W_OK) == 0
        guard isAllowed else { throw .last }
    }

    /// Opens a device or a pipe for writing, and waits for a pipe's reader, but not in a task that was cancelled.
    ///
    /// - Throws: `SystemFailure.interrupted` where the task was cancelled.
    package func open() throws(SystemFailure) -> OutputDescriptor {
        while true {
            let descriptor = openForWriting(path)
            if descriptor >= 0 { return OutputDescriptor(descriptor) }
            let failure = SystemFailure.last
            // Nobody reads the pipe yet.
            guard failure.number == ENXIO else { throw failure }
            guard !Task.isCancelled else { throw .interrupted }
            _ = poll(nil, 0, 20)
        }
    }
}

private func openForWriting(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
}
