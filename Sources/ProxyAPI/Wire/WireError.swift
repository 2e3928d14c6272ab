/// Why bytes could not be read as what the API is described to send or to take.
package struct WireError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of thing is wrong.
    package enum Code: Sendable, Hashable {
        /// The bytes are not JSON at all, or are cut off.
        case notJSON
        /// The JSON is valid but lacks a property, or one has the wrong type.
        case wrongShape
        /// A form body has an incomplete percent escape, or text that is not UTF-8.
        case malformedForm
    }

    /// What kind of thing is wrong.
    package let code: Code
    /// One line that names the place, never the content found there.
    package let message: String

    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
