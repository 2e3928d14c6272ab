#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes bytes to file descriptors.
enum DescriptorOutput {
    /// Writes all of `bytes`, going on after interruptions, short writes, and waits of a non-blocking descriptor.
    ///
    /// Returns the failure that ended it early; nil where everything was taken.
    static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> SystemFailure? {
        BrokenPipeSignal.withheld {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                    continue
                }
                let failure = SystemFailure.last
                switch failure.number {
                case _ where count == 0: return SystemFailure(number: EIO)
                case EINTR: continue
                case EAGAIN:
                    var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&wait, 1, -1)
                default: return failure
                }
            }
            return nil
        }
    }
}
