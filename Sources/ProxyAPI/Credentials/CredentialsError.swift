/// What is wrong with the environment variables that hold credentials.
package struct CredentialsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One line each; at least one; no values.
    package let problems: [String]

    package init(problems: [String]) {
        self.problems = problems
    }

    package var description: String { problems.joined(separator: "\n") }
}
