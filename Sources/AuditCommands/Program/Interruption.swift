internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Turns SIGINT, SIGTERM and SIGHUP into the cancellation of what a command does, so that it ends in order and soon.
///
/// Made first of all in a process, before it has other threads: the signals are held back in all of them and taken by one
/// that waits for nothing else, so that none is lost, whenever it comes.
package final class Interruption: Sendable {
    private struct State {
        var isInterrupted = false
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// How long what was cancelled may take to end before the process does, in nanoseconds.
    private static let patience = 800_000_000

    /// Takes no signals: for programs that run commands and handle signals themselves, as tests do.
    package init() {}

    /// Takes the signals of this process from now on.
    package static func ofProcess() -> Interruption {
        let interruption = Interruption()
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let queue = DispatchQueue(label: "signals")
        queue.async { [signals] in interruption.wait(for: signals) }
        return interruption
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

    private func wait(for signals: sigset_t) {
        var signals = signals
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 {}
        let cancel = state.withLock { state in
            state.isInterrupted = true
            return state.cancel
        }
        // Nothing has begun that could be ended in order.
        guard let cancel else { _exit(ExitStatus.interrupted.rawValue) }
        cancel()
        var limit = timespec(tv_sec: 0, tv_nsec: Interruption.patience)
        while sigtimedwait(&signals, nil, &limit) < 0, errno == EINTR {}
        _exit(ExitStatus.interrupted.rawValue)
    }
}
