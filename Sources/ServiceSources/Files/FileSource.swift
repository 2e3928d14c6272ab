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
    package var label: String { path == "-" ? "standard input" : path }

    /// A reader at the beginning of the source. Nothing is opened before its first batch is asked for.
    package func makeReader(limits: FileReadingLimits = FileReadingLimits()) -> FileReader {
        FileReader(self, limits: limits)
    }
}
