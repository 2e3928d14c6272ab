/// Why a report could not be written.
package struct ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of cause.
    package enum Code: String, CaseIterable, Sendable {
        /// The path is empty or has a NUL in it.
        case invalidPath = "invalid_path"
        /// The target is a folder.
        case isFolder = "is_folder"
        /// The target is a symbolic link to something that would be replaced.
        case isLink = "is_link"
        /// Two reports are to be written to one place.
        case usedTwice = "used_twice"
        /// The target is a file that the run reads.
        case isInput = "is_input"
        /// The folder of the target does not exist, or is none.
        case folderMissing = "folder_missing"
        /// The folder or the target may not be written to.
        case notPermitted = "not_permitted"
        /// The disk, or the user's share of it, is full.
        case noSpace = "no_space"
        /// The reader of the output has gone.
        case brokenPipe = "broken_pipe"
        /// Another failure of the operating system.
        case systemFailure = "system_failure"
        /// libxml2 could not write the XML; in practice, no memory.
        case xmlFailure = "xml_failure"
        /// Findings that were kept in a temporary file cannot be read again.
        case findingsLost = "findings_lost"
    }

    package let code: Code
    /// The path as it was given, or `standard output`.
    package let path: String
    /// The cause, as half a sentence.
    package let cause: String

    package init(code: Code, path: String, cause: String) {
        self.code = code
        self.path = path
        self.cause = cause
    }

    /// One line that names the path and the cause, safe to show in a terminal.
    package var description: String {
        "cannot write the report \(TerminalText.escape(path)): \(TerminalText.escape(cause))"
    }
}
