#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The signals that ask a process to end: SIGINT, SIGTERM, and SIGHUP where whoever started it had it not ignored, as
/// `nohup` does.
package struct TerminationSignals: Sendable {
    private let numbers: [Int32]

    /// None at all: waiting for them has no end.
    package static var none: TerminationSignals { TerminationSignals(numbers: []) }

    private init(numbers: [Int32]) { self.numbers = numbers }

    /// Holds them back from now on in this thread and in all that it starts, so that none is lost, until they are waited for.
    package static func heldBack() -> TerminationSignals {
        let disposition = signal(SIGHUP, SIG_IGN)
        signal(SIGHUP, disposition)
        // Functions of C cannot be compared, but their addresses can.
        let isHangUpIgnored = unsafeBitCast(disposition, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
        // SIGALRM is for `wait(atMost:)`.
        let signals = TerminationSignals(
            numbers: [SIGINT, SIGTERM, SIGALRM] + (isHangUpIgnored ? [] : [SIGHUP]))
        var set = signals.set
        pthread_sigmask(SIG_BLOCK, &set, nil)
        return signals
    }

    /// Waits until one of them comes.
    package func wait() {
        var set = set
        var number: Int32 = 0
        while sigwait(&set, &number) != 0 {}
    }

    /// The same, but no longer than so many microseconds, less than a second.
    package func wait(atMost microseconds: UInt32) {
        ualarm(microseconds, 0)
        wait()
    }

    private var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        return set
    }
}

/// The end of this process.
package enum ProcessEnd {
    /// Ends it in order: what was registered for the end is done.
    package static func inOrder(status: Int32) -> Never { exit(status) }

    /// Ends it at once.
    package static func atOnce(status: Int32) -> Never { _exit(status) }
}
