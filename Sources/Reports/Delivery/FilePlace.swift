#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Where a file is or will be, the same however its path is written.
struct FilePlace: Hashable {
    private let device: UInt64
    private let inode: UInt64
    /// The name in the folder of this device and inode; empty for what exists itself.
    private let name: String

    /// Whether something stands there already.
    var isTaken: Bool { name.isEmpty }

    /// The place of what stands at a path; nil where nothing does.
    init?(existing path: String) {
        var entry = stat()
        guard !path.isEmpty, stat(path, &entry) == 0 else { return nil }
        self.init(entry, name: "")
    }

    /// The place that a report takes; nil for devices, which any number of reports may be written to.
    init?(of destination: ReportDestination) {
        var entry = stat()
        switch destination {
        case .standardOutput:
            guard fstat(STDOUT_FILENO, &entry) == 0, !FilePlace.isDevice(entry) else { return nil }
        case .file(let path):
            guard stat(path, &entry) == 0 else {
                let folder = TemporaryFile.folder(of: path)
                guard stat(folder, &entry) == 0 else { return nil }
                self.init(entry, name: String(path.split(separator: "/").last ?? ""))
                return
            }
            if FilePlace.isDevice(entry) { return nil }
        }
        self.init(entry, name: "")
    }

    private init(_ entry: stat, name: String) {
        device = UInt64(entry.st_dev)
        inode = UInt64(entry.st_ino)
        self.name = name
    }

    /// Whether it is a device that any number of reports may be written to: all but the terminal of standard output.
    private static func isDevice(_ entry: stat) -> Bool {
        guard entry.st_mode & S_IFMT == S_IFCHR else { return false }
        var output = stat()
        let isOutput =
            fstat(STDOUT_FILENO, &output) == 0 && output.st_dev == entry.st_dev && output.st_ino == entry.st_ino
        return !(isOutput && isatty(STDOUT_FILENO) == 1)
    }
}
