#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The files that a path names: itself, or all that lie below it.
struct FileListing: Sendable {
    /// One file.
    struct Entry: Sendable {
        /// The path's bytes; a file name need not be UTF-8.
        let path: [UInt8]

        /// The path as messages name it.
        var label: String { String(decoding: path, as: UTF8.self) }
    }

    /// The files, sorted by the bytes of their paths.
    private(set) var files: [Entry] = []
    /// Directories that could not be listed.
    private(set) var rejections: [RecordRejection] = []
    /// Links that were not followed.
    private(set) var warnings: [String] = []
    private(set) var isDirectory = false

    private enum FileType {
        case regular, directory, link, other
    }

    /// Looks at `path`, and below it if it is a directory or a link to one.
    init(_ path: String) throws(InputFault) {
        let root = Array(path.utf8)
        guard !root.contains(0) else { throw .system(ENOENT) }
        guard try FileListing.type(of: root, followingLinks: true) == .directory else {
            files = [Entry(path: root)]
            return
        }
        isDirectory = true
        var waiting = [root]
        while let directory = waiting.popLast() {
            do throws(InputFault) {
                for name in try FileListing.names(in: directory) {
                    add(
                        directory.last == UInt8(ascii: "/") ? directory + name : directory + [UInt8(ascii: "/")] + name,
                        &waiting)
                }
            } catch {
                if directory == root { throw error }
                reject(directory, error)
            }
        }
        files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    }

    private mutating func add(_ path: [UInt8], _ waiting: inout [[UInt8]]) {
        do throws(InputFault) {
            switch try FileListing.type(of: path, followingLinks: false) {
            case .regular: files.append(Entry(path: path))
            case .directory: waiting.append(path)
            case .link:
                switch try FileListing.type(of: path, followingLinks: true) {
                case .regular: files.append(Entry(path: path))
                case .directory: warnings.append("\(Entry(path: path).label): a link to a directory, not followed")
                case .link, .other: break
                }
            case .other: break
            }
        } catch {
            reject(path, error)
        }
    }

    private mutating func reject(_ path: [UInt8], _ fault: InputFault) {
        rejections.append(RecordRejection(source: Entry(path: path).label, reason: fault.reason))
    }

    private static func type(of path: [UInt8], followingLinks: Bool) throws(InputFault) -> FileType {
        var status = stat()
        guard path.withCString({ followingLinks ? stat($0, &status) : lstat($0, &status) }) == 0 else {
            throw .system(errno)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .regular
        case S_IFDIR: return .directory
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The names in a directory, but for the hidden ones.
    private static func names(in directory: [UInt8]) throws(InputFault) -> [[UInt8]] {
        guard let stream = directory.withCString({ opendir($0) }) else { throw .system(errno) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw .system(errno) }
                return names
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
    }
}
