internal import Dispatch

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Turns SIGINT and SIGTERM into the cancellation of a task, so that a command ends in order.
enum Interruption {
    /// Runs `operation`; the first signal cancels it, a second ends the process at once.
    ///
    /// The operation is told by `Task.isCancelled`, and is always waited for.
    static func cancelling<Value: Sendable>(
        _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Signals are heeded some time after a source is resumed, and lost before.
        let registrations = DispatchGroup()
        registrations.enter()
        let task = Task {
            await withCheckedContinuation { ready in registrations.notify(queue: .global()) { ready.resume() } }
            return try await operation()
        }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { _exit(ExitStatus.interrupted.rawValue) }
                task.cancel()
            }
            registrations.enter()
            source.setRegistrationHandler { registrations.leave() }
            source.resume()
            return source
        }
        registrations.leave()
        defer {
            for source in sources { source.cancel() }
        }
        return try await task.value
    }
}
