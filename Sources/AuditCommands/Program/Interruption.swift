internal import Platform
internal import Synchronization

/// Turns SIGINT, SIGTERM and SIGHUP into the cancellation of what a command does, so that it ends in order and soon.
///
/// Made first of all in a process, before it has other threads: the signals are held back in all of them, and the main
/// thread does nothing but take them, so that none is lost, whenever it comes.
package final class Interruption: Sendable {
    private struct State {
        var isInterrupted = false
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let signals: TerminationSignals

    /// How long what was cancelled may take to end before the process does, in microseconds.
    private static var patience: UInt32 { 800_000 }

    /// Takes no signals: for programs that run commands and handle signals themselves, as tests do.
    package init() {
        signals = .none
    }

    private init(_ signals: TerminationSignals) {
        self.signals = signals
    }

    /// Holds back the signals of this process from now on, until `takeSignals` takes them.
    package static func ofProcess() -> Interruption { Interruption(.heldBack()) }

    /// Takes the signals for as long as the process lives; for its main thread.
    ///
    /// `dispatchMain()` will not do: on Linux it parks the main thread with no signal held back, so that one that comes
    /// ends the process with the signal's own status and without a word.
    package func takeSignals() -> Never {
        signals.wait()
        let cancel = state.withLock { state in
            state.isInterrupted = true
            return state.cancel
        }
        // Without one, nothing has begun that could be ended in order.
        if let cancel {
            cancel()
            signals.wait(atMost: Interruption.patience)
        }
        ProcessEnd.atOnce(status: ExitStatus.interrupted.rawValue)
    }

    /// Runs `operation`; the first signal cancels it, a second, or a while without an end, ends the process.
    ///
    /// The operation is told by `Task.isCancelled`, and is always waited for.
    func cancelling<Value: Sendable>(
        _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await operation() }
        let wasInterrupted = state.withLock { state in
            state.cancel = { task.cancel() }
            return state.isInterrupted
        }
        if wasInterrupted { task.cancel() }
        defer { state.withLock { $0.cancel = nil } }
        return try await task.value
    }
}
