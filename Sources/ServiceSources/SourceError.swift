/// A source that could not be read, or not any further.
package struct SourceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of failure.
    package enum Code: String, CaseIterable, Sendable {
        /// No file or directory is there.
        case notFound = "not_found"
        /// The file or directory cannot be opened or read.
        case unreadable
        /// The file has no content, or the directory no files.
        case empty
        /// The content is not JSON in any shape that is read, or is compressed in a way that is not.
        case unknownFormat = "unknown_format"
        /// The run was cancelled.
        case interrupted
        /// The account's configuration or its credentials are missing or invalid.
        case configuration
        /// The API refused the credentials.
        case unauthorized
        /// The API could not be reached, or not in time.
        case unreachable
        /// The API answered with an error.
        case apiError = "api_error"
        /// The API's answer could not be read.
        case invalidAnswer = "invalid_answer"
        /// The API gave another account's records.
        case wrongAccount = "wrong_account"
    }

    package let code: Code
    /// One line that names the file or account, without secrets.
    package let message: String

    /// The status of the API's answer, where there was one.
    package let httpStatus: Int?
    /// The vendor's error code, where the answer has one.
    package let apiCode: Int?
    /// The vendor's number of the request.
    package let requestID: String?
    /// How often the request was sent; nil where none was.
    package let attempts: Int?

    package init(
        _ code: Code, _ message: String, httpStatus: Int? = nil, apiCode: Int? = nil, requestID: String? = nil,
        attempts: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.httpStatus = httpStatus
        self.apiCode = apiCode
        self.requestID = requestID
        self.attempts = attempts
    }

    package var description: String { message }
}
