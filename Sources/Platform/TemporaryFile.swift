internal import Text

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A private file beside the path that it is to replace; it is removed unless it gets there.
///
/// It is made for its owner alone, under a name with 128 random bits, and never through a link that someone else put
/// there; other users may read it, where they may, only once it is in place. It is locked while its process lives, which
/// tells it from what a killed run left.
package struct TemporaryFile: ~Copyable {
    /// The open file, for writing; -1 once it is closed.
    package private(set) var descriptor: Int32
    private var isPlaced = false
    private let mode: FileMode
    private let path: String
    private let target: String
    private let folder: String

    /// Makes an empty file in the folder of `target`.
    package init(
        replacing target: String, mode: FileMode, using generator: inout some RandomNumberGenerator
    ) throws(SystemFailure) {
        let folder = TemporaryFile.folder(of: target)
        let words = [generator.next(), generator.next()] as [UInt64]
        let name = words.map { word in withUnsafeBytes(of: word.bigEndian) { Hexadecimal.string(Array($0)) } }.joined()
        let path = folder + "/.proxy-audit-\(name).tmp"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .last }
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        self.mode = mode
        self.descriptor = descriptor
        self.path = path
        self.target = target
        self.folder = folder
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isPlaced { unlink(path) }
    }

    /// Puts the file in the target's place, with its bytes on the disk before its name.
    ///
    /// The folder is synced too where it can be opened and its file system knows how.
    /// - Throws: where it cannot be; the target is as it was then.
    package mutating func commit() throws(SystemFailure) {
        let isSynced = fchmod(descriptor, mode_t(mode.bits)) == 0 && fsync(descriptor) == 0
        let failure = SystemFailure.last
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isSynced else { throw failure }
        guard isClosed, rename(path, target) == 0 else { throw .last }
        isPlaced = true
        let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folderDescriptor >= 0 else { return }
        fsync(folderDescriptor)
        close(folderDescriptor)
    }

    /// Removes the temporary files beside a path that killed runs left: those that no living process has locked.
    package static func removeLeftOvers(beside target: String) {
        let folder = folder(of: target)
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let name = String(decoding: bytes, as: UTF8.self)
            guard name.hasPrefix(".proxy-audit-"), name.hasSuffix(".tmp"), name.utf8.count == 49 else { continue }
            let path = folder + "/" + name
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(descriptor)
        }
    }

    /// The folder part of a path, `.` where it has none.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }
}
