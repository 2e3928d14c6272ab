/// A source that could not be read, or not any further.
package struct SourceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure.
    package enum Code: String, CaseIterable, Sendable {
        /// No file or directory is there.
        case notFound
        /// The file or directory cannot be opened or read.
        case unreadable
        /// The file has no content, or the directory no files.
        case empty
        /// The content is not JSON in any shape that is read, or is compressed in a way that is not.
        case unknownFormat
        /// The run was cancelled.
        case interrupted
        /// The account's configuration or its credentials are missing or invalid.
        case configuration
        /// The API refused the credentials.
        case unauthorized
        /// The API could not be reached, or not in time.
        case unreachable
        /// The API answered with an error.
        case apiError
        /// The API's answer could not be read.
        case invalidAnswer
        /// The API gave another account's records.
        case wrongAccount
    }

    package let code: Code
    /// One line that names the file or account, without secrets.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
