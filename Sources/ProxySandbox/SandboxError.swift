/// Why a sandbox could not be started, in one line without secrets.
package struct SandboxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of thing is wrong.
    package enum Code: Sendable, Hashable {
        /// The seed document cannot be used.
        case invalidSeed
        /// A fault's text cannot be read.
        case invalidFault
        /// There is no account that a request could be made with.
        case noAccount
        /// Nothing can listen at the host and port.
        case cannotListen
        /// The database file cannot be opened, read or written.
        case cannotOpenDatabase
        /// The database file holds something else: no database, or another program's, or another version's.
        case foreignDatabase
    }

    package let code: Code
    /// One line that names the file, option or place in a document.
    package let message: String

    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
