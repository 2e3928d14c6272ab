#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The content of a small file, read whole, and who may read it.
package struct FileContent: Sendable {
    package let bytes: [UInt8]
    /// The permission bits, 0 for what is not a regular file, such as a pipe of the shell.
    package let permissions: UInt32

    /// Reads a file, or standard input for `-`; one with more than `limit` bytes is refused, whatever kind of file it is.
    package init(path: String, limit: Int) throws(SystemFailure) {
        let file = path == "-" ? try InputFile.standardInput() : try InputFile(path: Array(path.utf8))
        permissions = file.permissions
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try chunk.withUnsafeMutableBufferPointer { room throws(SystemFailure) in
                try file.read(into: room)
            }
            if count == 0 { break }
            content += chunk[..<count]
            guard content.count <= limit else { throw .larger(than: limit) }
        }
        bytes = content
    }
}
