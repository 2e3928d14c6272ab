#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Files that only their owner may read.
package enum PrivateFile {
    /// Makes an empty file with mode 0600, and leaves one that is there as it is.
    package static func make(_ path: String) throws(SystemFailure) {
        let descriptor = Array(path.utf8).withPath { open($0, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600) }
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw .last
        }
    }
}
