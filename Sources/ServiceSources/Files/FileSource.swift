internal import Platform

/// A file, a directory of files, or standard input, that holds Services.
///
/// What a file holds is told from its bytes, never from its name: a page of the API's list operation, several pages one
/// after the other, an array of records or of pages, one record, NDJSON, exports with names in camelCase, and Terraform
/// state of version 4; each plain, gzip or zstd. A file with nothing in it is an error, since that is what a
/// download that failed leaves behind.
///
/// Of a folder all files are read, and those in folders below it, in the order of their paths' bytes: hidden ones too, and
/// what links lead to, each real file once. Passed over, and named, are folders of version control, files whose names say
/// that they hold no data, reports of this program, what is neither file nor folder, and what `excludes` names.
package struct FileSource: Sendable, Hashable {
    /// The path as the user wrote it; `-` is standard input.
    package let path: String
    /// Globs of files and folders in it to be passed over.
    package let excludes: [String]

    package init(path: String, excludes: [String] = []) {
        self.path = path
        self.excludes = excludes
    }

    package var kind: SourceKind { path == "-" ? .stdin : .file }

    /// How messages and reports name the source.
    package var label: String {
        path == "-" ? "standard input" : FileTree.Entry(path: Array(path.utf8)).label
    }

    /// The files that are looked into if the path is that of a folder; none for other paths, and where it cannot be read.
    package var filesInFolder: [String] {
        guard path != "-", let tree = try? tree(), tree.isFolder else { return [] }
        return tree.files.map { String(decoding: $0.path, as: UTF8.self) }
    }

    /// Whether a file is a report of this program, which is never read as data in a folder.
    package static func isReport(_ path: String) -> Bool {
        guard let file = try? InputFile(path: Array(path.utf8)) else { return false }
        var input = DecodedInput(file, chunkSize: 4096)
        return (try? input.beginning()).flatMap { PassingOver.reason(forBeginning: $0) } != nil
    }

    /// What the path names, without what is to be passed over.
    func tree() throws(SystemFailure) -> FileTree {
        let globs = excludes.map { (glob: Glob($0), text: $0) }
        return try FileTree(path) { entry, below in
            globs.first { $0.glob.matches(below) }.map { "excluded by '\($0.text)'" }
                ?? PassingOver.reason(forName: entry.name)
        }
    }

    /// A reader at the beginning of the source. Nothing is opened before its first batch is asked for.
    package func makeReader(limits: FileReadingLimits = FileReadingLimits()) -> FileReader {
        FileReader(self, limits: limits)
    }
}
