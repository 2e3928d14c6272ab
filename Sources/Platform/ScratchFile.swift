#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A file without a name, for its process alone, that ends with it.
package final class ScratchFile: Sendable {
    private let descriptor: Int32

    /// Makes one in the folder that `TMPDIR` names, or in `/tmp`.
    package init() throws(SystemFailure) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var path = Array("\(folder)/.proxy-audit-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .last }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(path)
    }

    deinit { close(descriptor) }

    /// Writes bytes at an offset.
    package func write(_ bytes: [UInt8], at offset: Int) throws(SystemFailure) {
        let failure = bytes.withUnsafeBytes { writeAll($0, at: offset) }
        if let failure { throw failure }
    }

    /// Writes bytes at an offset.
    package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SystemFailure) {
        if let failure = writeAll(bytes, at: offset) { throw failure }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> SystemFailure? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let count = pwrite(descriptor, piece.baseAddress, piece.count, off_t(offset + bytes.count - rest.count))
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                return count == 0 ? SystemFailure(number: EIO) : .last
            }
            rest = rest.dropFirst(count)
        }
        return nil
    }

    /// Reads so many bytes at an offset; fewer only at the end.
    package func read(_ count: Int, at offset: Int) throws(SystemFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let read = bytes.withUnsafeMutableBytes { room in
                pread(descriptor, room.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw .last }
            if read == 0 { break }
            done += read
        }
        bytes.removeLast(count - done)
        return bytes
    }
}
