/// What a run put on disk, since it was too much for memory, could not be written there or read again.
package struct SpillError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The cause in the system's words.
    package let cause: String

    package init(cause: String) {
        self.cause = cause
    }

    package var description: String { "what does not fit into memory cannot be kept in a temporary file: \(cause)" }
}
