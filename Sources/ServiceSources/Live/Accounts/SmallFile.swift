#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The content of a small file, read whole, and who may read it.
struct SmallFile {
    let bytes: [UInt8]
    /// The permission bits, 0 for what is not a regular file, such as a pipe of the shell.
    let permissions: UInt32

    /// Why a file could not be read, in a few words.
    struct Failure: Error {
        let reason: String
    }

    /// Reads the file; one with more than `limit` bytes is refused, whatever kind of file it is.
    init(path: String, limit: Int) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SmallFile.failure(errno) }
        defer { _ = close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw SmallFile.failure(errno) }
        let kind = UInt32(information.st_mode) & UInt32(S_IFMT)
        guard kind != UInt32(S_IFDIR) else { throw Failure(reason: "is a directory") }
        permissions = kind == UInt32(S_IFREG) ? UInt32(information.st_mode) & 0o777 : 0
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SmallFile.failure(errno) }
            if count == 0 { break }
            content += chunk[..<count]
            guard content.count <= limit else { throw Failure(reason: "has more than \(limit) bytes") }
        }
        bytes = content
    }

    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR: Failure(reason: "no such file")
        case EACCES, EPERM: Failure(reason: "may not be read")
        default: Failure(reason: "cannot be read (system error \(code))")
        }
    }
}
