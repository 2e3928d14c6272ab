internal import Platform
internal import Reports
package import ServiceModel

/// What a command sees of the process: its streams, environment and clock.
package struct Console: Sendable {
    /// The variables that commands read; never all of them are shown anywhere.
    package let environment: [String: String]
    /// Gives the current time.
    package let clock: @Sendable () -> Timestamp
    /// Tells commands to end.
    let interruption: Interruption
    private let output: OutputDescriptor
    private let error: OutputDescriptor

    /// The streams, environment and clock of this process.
    package init(interruption: Interruption) {
        self.init(
            environment: ProcessEnvironment.variables, clock: Console.systemTime, interruption: interruption,
            output: .standardOutput, error: .standardError)
    }

    init(
        environment: [String: String], clock: @escaping @Sendable () -> Timestamp,
        interruption: Interruption = Interruption(), output: OutputDescriptor, error: OutputDescriptor
    ) {
        self.environment = environment
        self.clock = clock
        self.interruption = interruption
        self.output = output
        self.error = error
    }

    /// The same console with another clock.
    func with(clock: @escaping @Sendable () -> Timestamp) -> Console {
        Console(
            environment: environment, clock: clock, interruption: interruption, output: output, error: error)
    }

    /// Whether standard output is a terminal that may be coloured: not where `NO_COLOR` is set or `TERM` is `dumb`.
    var isColoured: Bool { output.isTerminal && mayColour }

    /// Whether a line of standard error may be rewritten in place.
    var isInteractive: Bool { error.isTerminal && environment["TERM"] != "dumb" }

    /// Whether a command that reads standard input would wait for a person to type.
    var isInputTerminal: Bool { OutputDescriptor.isInputTerminal }

    /// Writes text to standard output as it is.
    ///
    /// - Throws: `CommandError` where the reader has gone.
    func write(_ text: String) throws(CommandError) {
        try write(Array(text.utf8))
    }

    /// Writes bytes to standard output as they are.
    func write(_ bytes: [UInt8]) throws(CommandError) {
        do throws(SystemFailure) {
            try output.write(bytes)
        } catch {
            if error.isBrokenPipe { throw .readerGone }
            if error == .interrupted { throw CommandError("interrupted", status: .interrupted) }
            throw CommandError("cannot write to standard output: \(error.words)", status: .incomplete)
        }
    }

    /// Writes lines to standard error, each made safe for a terminal; a failure to write there is ignored.
    func report(_ message: String) {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map {
            TerminalText.escape(String($0))
        }
        try? error.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// Writes text that is safe already to standard error; a failure to write there is ignored.
    func show(_ text: String) {
        try? error.write(Array(text.utf8))
    }

    /// Replaces the last line of an interactive standard error; does nothing elsewhere.
    func showProgress(_ line: String) {
        guard isInteractive else { return }
        try? error.write(Array("\r\u{1B}[K\(TerminalText.escape(line))".utf8))
    }

    /// Removes the line that `showProgress` left.
    func clearProgress() {
        guard isInteractive else { return }
        try? error.write(Array("\r\u{1B}[K".utf8))
    }

    private var mayColour: Bool { (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb" }

    private static func systemTime() -> Timestamp { SystemClock.now }
}
