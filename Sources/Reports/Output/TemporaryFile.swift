#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A private file beside the path that it is to replace; it is removed unless it gets there.
///
/// It is made with mode 0600, under a name with 128 random bits, and never through a link that someone else put there.
struct TemporaryFile: ~Copyable {
    /// The open file, for writing; -1 once it is closed.
    private(set) var descriptor: Int32
    private var isPlaced = false
    private let path: String
    private let target: String
    private let folder: String

    /// Makes an empty file in the folder of `target`.
    /// - Throws: `ReportError` naming `target`.
    init(
        replacing target: String, using generator: inout some RandomNumberGenerator
    ) throws(ReportError) {
        let folder = TemporaryFile.folder(of: target)
        let words = [generator.next(), generator.next()] as [UInt64]
        let name = words.map { TemporaryFile.hexadecimal($0) }.joined()
        let path = folder + "/.proxy-audit-\(name).tmp"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemFailure.last.reportError(path: target) }
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
    /// - Throws: `ReportError` naming the target, which is as it was then.
    mutating func commit() throws(ReportError) {
        let isSynced = fsync(descriptor) == 0
        let failure = SystemFailure.last
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isSynced else { throw failure.reportError(path: target) }
        guard isClosed, rename(path, target) == 0 else { throw SystemFailure.last.reportError(path: target) }
        isPlaced = true
        let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folderDescriptor >= 0 else { return }
        fsync(folderDescriptor)
        close(folderDescriptor)
    }

    /// The folder part of a path, `.` where it has none.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
