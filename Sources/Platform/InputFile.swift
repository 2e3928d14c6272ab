#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A file, a pipe or standard input, open for reading; whether it blocks or not makes no difference.
package struct InputFile: ~Copyable, Sendable {
    private let descriptor: Int32
    private let isStandardInput: Bool
    /// The permission bits; 0 for what is not a regular file, such as a pipe of the shell.
    package let permissions: UInt32
    /// Whether bytes are there when they are asked for, as they are in regular files.
    private let isRegular: Bool

    /// How long a wait goes on before it is asked again whether the task was cancelled, in milliseconds.
    private static let patience: Int32 = 50

    /// Opens a file; `path` is its bytes without a zero byte, as file names need not be UTF-8.
    package init(path: [UInt8]) throws(SystemFailure) {
        guard !path.contains(0) else { throw SystemFailure(number: ENOENT) }
        // Without waiting for a pipe's writer: that is done when something is to be read.
        let descriptor = path.withPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        guard descriptor >= 0 else { throw .last }
        try self.init(descriptor, isStandardInput: false)
    }

    /// Standard input, which stays open.
    package static func standardInput() throws(SystemFailure) -> InputFile {
        try InputFile(STDIN_FILENO, isStandardInput: true)
    }

    private init(_ descriptor: Int32, isStandardInput: Bool) throws(SystemFailure) {
        self.descriptor = descriptor
        self.isStandardInput = isStandardInput
        var entry = stat()
        let isKnown = fstat(descriptor, &entry) == 0
        isRegular = isKnown && entry.st_mode & S_IFMT == S_IFREG
        permissions = isRegular ? UInt32(entry.st_mode) & 0o777 : 0
        guard isKnown else {
            let failure = SystemFailure.last
            if !isStandardInput { close(descriptor) }
            throw failure
        }
        if entry.st_mode & S_IFMT == S_IFDIR {
            if !isStandardInput { close(descriptor) }
            throw SystemFailure(number: EISDIR)
        }
    }

    deinit {
        if !isStandardInput { close(descriptor) }
    }

    /// Waits until there is something to read, the end, or a fault, but no longer than so many milliseconds.
    ///
    /// - Returns: Whether a read would not wait.
    package borrowing func isReady(withinMilliseconds limit: Int32) throws(SystemFailure) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let count = poll(&request, 1, limit)
        guard count >= 0 || errno == EINTR else { throw .last }
        return count > 0
    }

    /// Reads up to as many bytes as there is room for, and waits for the first; 0 at the end of the file.
    ///
    /// - Throws: `SystemFailure.interrupted` where the task is cancelled while it waits.
    package borrowing func read(into room: UnsafeMutableBufferPointer<UInt8>) throws(SystemFailure) -> Int {
        while true {
            if !isRegular {
                while try !isReady(withinMilliseconds: InputFile.patience) {
                    if Task.isCancelled { throw .interrupted }
                }
            }
            let count = systemRead(descriptor, room.baseAddress, room.count)
            if count > 0 { return count }
            // A pipe that has had no writer yet is at its end and will not be.
            if count == 0 { return 0 }
            guard errno == EINTR || errno == EAGAIN else { throw .last }
            if Task.isCancelled { throw .interrupted }
        }
    }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
