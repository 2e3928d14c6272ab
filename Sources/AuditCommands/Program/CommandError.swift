internal import ArgumentParser
internal import AuditEngine

/// Why a command could not do its work: what standard error shows, and the status to end with.
struct CommandError: Error {
    /// One line, or one for each problem; empty where there is nobody to tell.
    let message: String
    let status: ExitStatus

    init(_ message: String, status: ExitStatus) {
        self.message = message
        self.status = status
    }

    /// Who reads standard output wants no more, as `head` does.
    static var readerGone: CommandError { CommandError("", status: .incomplete) }

    /// What is wrong with a path of no characters.
    static let emptyPath = "a path is empty; is it a variable that is not set?"

    static func usage(_ message: String) -> CommandError {
        CommandError("\(message)\nSee 'proxy-audit --help' for how to call it.", status: .usage)
    }

    /// An answer of the API that cannot be read.
    static func unreadable(_ reason: String) -> CommandError {
        CommandError("the answer cannot be read: \(reason)", status: .failure)
    }

    static func configuration(_ message: String) -> CommandError {
        CommandError(message, status: .invalidConfiguration)
    }

    static func rules(_ error: RulePackError) -> CommandError {
        configuration(error.problems.map(\.rendered).joined(separator: "\n"))
    }
}

extension ParsableArguments {
    /// Refuses a path that is empty: it came of a variable that is not set, and stands for nothing that was asked for.
    func checkPaths(_ paths: [String]) throws {
        if paths.contains("") { throw ValidationError(CommandError.emptyPath) }
    }
}
