#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The files that a path names: itself, or all that lie below it.
///
/// Everything in a folder counts: hidden files and folders, and what links lead to, each real file and folder once. What
/// is left out is named with the reason.
package struct FileTree: Sendable {
    /// One file or folder.
    package struct Entry: Sendable, Hashable {
        /// The path's bytes; a file name need not be UTF-8.
        package let path: [UInt8]

        package init(path: [UInt8]) {
            self.path = path
        }

        /// The path as messages name it: on one line, whatever characters are in it.
        package var label: String {
            String(decoding: path, as: UTF8.self).unicodeScalars.reduce(into: "") { label, scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator:
                    label += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                default: label.unicodeScalars.append(scalar)
                }
            }
        }
        /// The last part of the path.
        package var name: ArraySlice<UInt8> { path.split(separator: UInt8(ascii: "/")).last ?? [] }
    }

    /// The files, sorted by the bytes of their paths.
    package private(set) var files: [Entry] = []
    /// What was left out on purpose, with the reason, sorted likewise.
    package private(set) var passedOver: [(entry: Entry, reason: String)] = []
    /// What could not be looked into, sorted likewise.
    package private(set) var failures: [(entry: Entry, failure: SystemFailure)] = []
    /// Whether the path is that of a folder.
    package private(set) var isFolder = false

    /// What is known of a file without opening it.
    private struct Status {
        enum Kind { case regular, folder, other }

        let kind: Kind
        let device: UInt64
        let inode: UInt64
    }

    private struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    private static let versionControl: Set<String> = [".git", ".hg", ".svn", ".bzr", "CVS", "_darcs"]

    /// Looks at `path`, and below it if it is a folder or a link to one.
    ///
    /// - Parameter passingOver: Why a file or folder below the path is to be left out; nil for one that counts. It is given
    ///   the entry and its path below the folder.
    package init(
        _ path: String, passingOver: (Entry, ArraySlice<UInt8>) -> String? = { _, _ in nil }
    ) throws(SystemFailure) {
        let root = Entry(path: Array(path.utf8))
        guard !root.path.contains(0) else { throw SystemFailure(number: ENOENT) }
        let status = try FileTree.status(of: root)
        guard status.kind == .folder else {
            files = [root]
            return
        }
        isFolder = true
        var seen: Set<Identity> = [Identity(device: status.device, inode: status.inode)]
        var waiting = [root]
        let prefix = root.path.count + (root.path.last == UInt8(ascii: "/") ? 0 : 1)
        while let folder = waiting.popLast() {
            do throws(SystemFailure) {
                // In order, so that of two names of one file the same is kept every time.
                for name in try FileTree.names(in: folder).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                    let slash = folder.path.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
                    let entry = Entry(path: folder.path + slash + name)
                    add(entry, below: entry.path[prefix...], &seen, &waiting, passingOver)
                }
            } catch {
                if folder == root { throw error }
                failures.append((folder, error))
            }
        }
        files.sort { $0.path.lexicographicallyPrecedes($1.path) }
        passedOver.sort { $0.entry.path.lexicographicallyPrecedes($1.entry.path) }
        failures.sort { $0.entry.path.lexicographicallyPrecedes($1.entry.path) }
    }

    private mutating func add(
        _ entry: Entry, below: ArraySlice<UInt8>, _ seen: inout Set<Identity>, _ waiting: inout [Entry],
        _ passingOver: (Entry, ArraySlice<UInt8>) -> String?
    ) {
        do throws(SystemFailure) {
            let status = try FileTree.status(of: entry)
            // A linked worktree has a file of that name.
            if FileTree.versionControl.contains(String(decoding: entry.name, as: UTF8.self)) {
                passedOver.append((entry, "it belongs to version control"))
            } else if let reason = passingOver(entry, below) {
                passedOver.append((entry, reason))
            } else if status.kind == .other {
                passedOver.append((entry, "neither a file nor a folder"))
            } else if !seen.insert(Identity(device: status.device, inode: status.inode)).inserted {
                passedOver.append((entry, "the same as another that was read"))
            } else if status.kind == .folder {
                waiting.append(entry)
            } else {
                files.append(entry)
            }
        } catch {
            failures.append((entry, error))
        }
    }

    /// - Throws: also for a link that leads nowhere.
    private static func status(of entry: Entry) throws(SystemFailure) -> Status {
        var status = stat()
        guard entry.path.withPath({ stat($0, &status) }) == 0 else { throw .last }
        let kind: Status.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            default: .other
            }
        return Status(kind: kind, device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    private static func names(in folder: Entry) throws(SystemFailure) -> [[UInt8]] {
        guard let stream = folder.path.withPath({ opendir($0) }) else { throw .last }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw .last }
                return names
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if !name.elementsEqual([UInt8(ascii: ".")]), !name.elementsEqual("..".utf8) { names.append(name) }
        }
    }
}
