#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Where a file is or will be, the same however its path is written.
package struct FilePlace: Sendable, Hashable {
    private let device: UInt64
    private let inode: UInt64
    /// The name in the folder of this device and inode; empty for what exists itself.
    private let name: String

    /// Whether something stands there already.
    package var isTaken: Bool { name.isEmpty }

    /// The place of what stands at a path; nil where nothing does.
    package init?(existing path: String) {
        var entry = stat()
        guard !path.isEmpty, stat(path, &entry) == 0 else { return nil }
        self.init(entry, name: "")
    }

    /// The place that what is written to a path takes; nil for devices, which any number of writers may share.
    package init?(writtenTo path: String) {
        var entry = stat()
        guard stat(path, &entry) == 0 else {
            guard stat(TemporaryFile.folder(of: path), &entry) == 0 else { return nil }
            self.init(entry, name: String(path.split(separator: "/").last ?? ""))
            return
        }
        if FilePlace.isDevice(entry) { return nil }
        self.init(entry, name: "")
    }

    /// The place of standard output; nil for a device.
    package static var standardOutput: FilePlace? {
        var entry = stat()
        guard fstat(STDOUT_FILENO, &entry) == 0, !FilePlace.isDevice(entry) else { return nil }
        return FilePlace(entry, name: "")
    }

    private init(_ entry: stat, name: String) {
        device = UInt64(entry.st_dev)
        inode = UInt64(entry.st_ino)
        self.name = name
    }

    /// Whether it is a device that any number of writers may share: all but the terminal of standard output.
    private static func isDevice(_ entry: stat) -> Bool {
        guard entry.st_mode & S_IFMT == S_IFCHR else { return false }
        var output = stat()
        let isOutput =
            fstat(STDOUT_FILENO, &output) == 0 && output.st_dev == entry.st_dev && output.st_ino == entry.st_ino
        return !(isOutput && isatty(STDOUT_FILENO) == 1)
    }
}
