#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A descriptor that is open for writing; whether it blocks or not makes no difference.
package struct OutputDescriptor: Sendable, Hashable {
    package let number: Int32

    package init(_ number: Int32) {
        self.number = number
    }

    package static var standardOutput: OutputDescriptor { OutputDescriptor(STDOUT_FILENO) }
    package static var standardError: OutputDescriptor { OutputDescriptor(STDERR_FILENO) }

    /// Whether standard input is a terminal, where a person would have to type.
    package static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether it is a terminal.
    package var isTerminal: Bool { isatty(number) == 1 }

    /// How long a wait goes on before it is asked again whether the task was cancelled, in milliseconds.
    private static var patience: Int32 { 50 }
    /// How long a write goes on without progress once the task was cancelled, in milliseconds.
    private static var grace: Int32 { 200 }

    /// Closes it, once everything was written.
    package func close() { systemClose(number) }

    /// Writes all of `bytes`, going on after interruptions, short writes and waits.
    ///
    /// A descriptor that takes nothing is waited for, but not in a task that was cancelled. A reader that has gone is a
    /// failure (`EPIPE`) and not the end of the process.
    /// - Throws: the failure that ended it early.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
        let failure = BrokenPipeSignal.withheld { writeAll(bytes) }
        if let failure { throw failure }
    }

    /// Writes all of `bytes`.
    package func write(_ bytes: [UInt8]) throws(SystemFailure) {
        let failure = bytes.withUnsafeBytes { bytes in BrokenPipeSignal.withheld { writeAll(bytes) } }
        if let failure { throw failure }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) -> SystemFailure? {
        // A pipe that is ready takes so much without blocking.
        let pieceSize = isPipe ? Int(PIPE_BUF) : Int.max
        var rest = bytes[...]
        var waited: Int32 = 0
        while !rest.isEmpty {
            if pieceSize < Int.max, !isReady {
                waited += OutputDescriptor.patience
                if Task.isCancelled, waited > OutputDescriptor.grace { return .interrupted }
                continue
            }
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(pieceSize))
            let count = systemWrite(number, piece.baseAddress, piece.count)
            if count > 0 {
                rest = rest.dropFirst(count)
                waited = 0
                continue
            }
            let failure = SystemFailure.last
            switch failure.number {
            case _ where count == 0: return SystemFailure(number: EIO)
            case EINTR: continue
            case EAGAIN:
                if isReady { continue }
                waited += OutputDescriptor.patience
                if Task.isCancelled, waited > OutputDescriptor.grace { return .interrupted }
            default: return failure
            }
        }
        return nil
    }

    /// Waits a little until the descriptor takes more, or has failed.
    private var isReady: Bool {
        var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        return poll(&wait, 1, OutputDescriptor.patience) > 0
    }

    private var isPipe: Bool {
        var entry = stat()
        guard fstat(number, &entry) == 0 else { return false }
        let kind = entry.st_mode & S_IFMT
        return kind == S_IFIFO || kind == S_IFSOCK
    }
}

private func systemClose(_ descriptor: Int32) { close(descriptor) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
