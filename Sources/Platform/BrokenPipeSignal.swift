#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Holds back SIGPIPE in this thread, so that a reader that has gone is an error of `write` and not the end of the
/// process.
///
/// The process's own handling of the signal is left as it is: only the signal that the write itself raised is taken
/// away, and one that was pending before stays. Blocking and taking happen in one thread, without a suspension.
package enum BrokenPipeSignal {
    /// Ignores SIGPIPE in the whole process, for a program of its own.
    package static func ignore() { signal(SIGPIPE, SIG_IGN) }

    /// Runs `body` with SIGPIPE held back.
    static func withheld<Result>(_ body: () -> Result) -> Result {
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        if isPending { return body() }
        var before = sigset_t()
        guard pthread_sigmask(SIG_BLOCK, &pipe, &before) == 0 else { return body() }
        let result = body()
        let failure = errno
        if isPending {
            var signal: Int32 = 0
            _ = sigwait(&pipe, &signal)
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        errno = failure
        return result
    }

    /// Whether a SIGPIPE waits to be delivered, which it can only where it is blocked already.
    private static var isPending: Bool {
        var pending = sigset_t()
        sigemptyset(&pending)
        return sigpending(&pending) == 0 && sigismember(&pending, SIGPIPE) == 1
    }
}
