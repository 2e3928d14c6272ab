internal import Reports
package import ServiceModel

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// What a command sees of the process: its streams, environment and clock.
package struct Console: Sendable {
    /// The variables that commands read; never all of them are shown anywhere.
    package let environment: [String: String]
    /// Gives the current time.
    package let clock: @Sendable () -> Timestamp
    /// Tells commands to end.
    let interruption: Interruption
    private let outputDescriptor: Int32
    private let errorDescriptor: Int32

    /// The streams, environment and clock of this process.
    package init(interruption: Interruption) {
        self.init(
            environment: ProcessEnvironment.variables, clock: Console.systemTime, interruption: interruption,
            outputDescriptor: STDOUT_FILENO, errorDescriptor: STDERR_FILENO)
    }

    init(
        environment: [String: String], clock: @escaping @Sendable () -> Timestamp,
        interruption: Interruption = Interruption(), outputDescriptor: Int32, errorDescriptor: Int32
    ) {
        self.environment = environment
        self.clock = clock
        self.interruption = interruption
        self.outputDescriptor = outputDescriptor
        self.errorDescriptor = errorDescriptor
    }

    /// The same console with another clock.
    func with(clock: @escaping @Sendable () -> Timestamp) -> Console {
        Console(
            environment: environment, clock: clock, interruption: interruption, outputDescriptor: outputDescriptor,
            errorDescriptor: errorDescriptor)
    }

    /// Whether standard output is a terminal that may be coloured: not where `NO_COLOR` is set or `TERM` is `dumb`.
    var isColoured: Bool { isatty(outputDescriptor) == 1 && mayColour }

    /// Whether a line of standard error may be rewritten in place.
    var isInteractive: Bool { isatty(errorDescriptor) == 1 && environment["TERM"] != "dumb" }

    /// Whether a command that reads standard input would wait for a person to type.
    var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Writes text to standard output as it is.
    ///
    /// - Throws: `CommandError` where the reader has gone.
    func write(_ text: String) throws(CommandError) {
        try write(Array(text.utf8))
    }

    /// Writes bytes to standard output as they are.
    func write(_ bytes: [UInt8]) throws(CommandError) {
        let fault = Console.write(bytes, to: outputDescriptor)
        guard fault != EPIPE else { throw .readerGone }
        guard fault == 0 else { throw CommandError("cannot write to standard output", status: .incomplete) }
    }

    /// Writes lines to standard error, each made safe for a terminal; a failure to write there is ignored.
    func report(_ message: String) {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map {
            TerminalText.escape(String($0))
        }
        _ = Console.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: errorDescriptor)
    }

    /// Writes text that is safe already to standard error; a failure to write there is ignored.
    func show(_ text: String) {
        _ = Console.write(Array(text.utf8), to: errorDescriptor)
    }

    /// Replaces the last line of an interactive standard error; does nothing elsewhere.
    func showProgress(_ line: String) {
        guard isInteractive else { return }
        _ = Console.write(Array("\r\u{1B}[K\(TerminalText.escape(line))".utf8), to: errorDescriptor)
    }

    /// Removes the line that `showProgress` left.
    func clearProgress() {
        guard isInteractive else { return }
        _ = Console.write(Array("\r\u{1B}[K".utf8), to: errorDescriptor)
    }

    private var mayColour: Bool { (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb" }

    /// The system's number of what went wrong, 0 for nothing.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // A reader that is slow, of a pipe that does not block.
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, 100)
                if Task.isCancelled { return EINTR }
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes, count)
        #else
        Glibc.write(descriptor, bytes, count)
        #endif
    }

    private static func systemTime() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let now = Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
        return now ?? Timestamp(seconds: 0).unsafelyUnwrapped
    }
}
