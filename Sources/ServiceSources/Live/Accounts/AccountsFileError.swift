/// Everything that is wrong with an accounts file.
package struct AccountsFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One line each, such as `accounts.yaml:4: auth_token: …`, in the order of the file; at least one; no secrets.
    package let problems: [String]

    package init(problems: [String]) {
        self.problems = problems
    }

    package var description: String { problems.joined(separator: "\n") }
}
