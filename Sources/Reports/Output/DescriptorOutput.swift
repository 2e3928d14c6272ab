#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes bytes to file descriptors.
enum DescriptorOutput {
    /// How long a write goes on without progress once the task was cancelled, in milliseconds.
    private static var patience: Int { 200 }

    /// Writes all of `bytes`, going on after interruptions, short writes and waits, whatever kind of descriptor it is.
    ///
    /// A descriptor that takes nothing is waited for, but not in a task that was cancelled.
    /// Returns the failure that ended it early; nil where everything was taken.
    static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> SystemFailure? {
        BrokenPipeSignal.withheld {
            // A pipe that is ready takes so much without blocking.
            let pieceSize = isPipe(descriptor) ? Int(PIPE_BUF) : Int.max
            var rest = bytes[...]
            var waited = 0
            while !rest.isEmpty {
                if pieceSize < Int.max, !isReady(descriptor) {
                    if Task.isCancelled {
                        waited += 50
                        if waited > patience { return SystemFailure(number: EINTR) }
                    }
                    continue
                }
                let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(pieceSize))
                let count = write(descriptor, piece.baseAddress, piece.count)
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
                    if Task.isCancelled {
                        waited += 50
                        if waited > patience { return SystemFailure(number: EINTR) }
                    }
                    _ = isReady(descriptor)
                default: return failure
                }
            }
            return nil
        }
    }

    /// Waits for up to 50 ms until the descriptor takes more, or has failed.
    private static func isReady(_ descriptor: Int32) -> Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&wait, 1, 50) > 0
    }

    private static func isPipe(_ descriptor: Int32) -> Bool {
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { return false }
        let kind = entry.st_mode & S_IFMT
        return kind == S_IFIFO || kind == S_IFSOCK
    }
}
