internal import ArgumentParser
internal import Platform
internal import Text

/// The program: arguments in, exit status out.
package enum ProxyAuditProgram {
    /// The version that `--version`, reports and the client's `User-Agent` give.
    package static var version: String { "0.1.0" }

    /// Runs the command that `arguments`, without the program's name, ask for.
    ///
    /// Every failure is one clear message on standard error and the status that tells its kind.
    package static func run(arguments: [String], console: Console) async -> ExitStatus {
        // A reader that has gone is an error of the write, not the end of the process.
        BrokenPipeSignal.ignore()
        if let problem = problemOfHelp(arguments) {
            console.report("Error: \(problem)\n  See 'proxy-audit --help' for more information.")
            return .usage
        }
        do {
            var command = try RootCommand.parseAsRoot(CELCommand.takingExpression(in: arguments))
            guard let audit = command as? any AuditCommand else {
                let asked = type(of: command)
                guard asked.configuration.subcommands.isEmpty else {
                    // Nothing was done: a pipeline whose variable for the command is empty must not be green.
                    console.report("\(RootCommand.helpMessage(for: asked))\n\nError: a command is missing")
                    return .usage
                }
                // Help, which was asked for.
                try command.run()
                return .success
            }
            return try await audit.run(console: console)
        } catch let error as CommandError {
            if !error.message.isEmpty { console.report("proxy-audit: \(error.message)") }
            return error.status
        } catch {
            return report(error, console: console)
        }
    }

    /// What is wrong with what `help` is asked for, where that is no command: the parser would tell of the program instead.
    private static func problemOfHelp(_ arguments: [String]) -> String? {
        guard arguments.first == "help", arguments.dropFirst().first != "help" else { return nil }
        var path = ["proxy-audit"]
        var command: any ParsableCommand.Type = RootCommand.self
        for word in arguments.dropFirst() where !word.hasPrefix("-") {
            let subcommands = command.configuration.subcommands
            guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
                let names = subcommands.compactMap { $0.configuration.commandName }
                return "\(path.joined(separator: " ")) has no command '\(word)'"
                    + Spelling.remark(for: word, among: names)
            }
            path.append(word)
            command = next
        }
        return nil
    }

    /// Help and version texts, and wrong usage.
    private static func report(_ error: any Error, console: Console) -> ExitStatus {
        let text = RootCommand.fullMessage(for: error)
        guard RootCommand.exitCode(for: error) == .success else {
            console.report(text)
            return .usage
        }
        do {
            try console.write(text + "\n")
            return .success
        } catch {
            return error.status
        }
    }
}

/// A subcommand that runs with a console and says how it ended.
protocol AuditCommand: ParsableCommand {
    func run(console: Console) async throws -> ExitStatus
}

/// What `proxy-audit` is called with.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proxy-audit",
        abstract: "Audits Twilio Proxy Services across accounts.",
        discussion: """
            Loads Services from live accounts or files, applies rules to them, and writes JSON, Markdown and JUnit XML \
            reports. Start with 'proxy-audit demo', which needs no account.

            Exit status: 0 passed; 1 an open finding reaches --fail-on; 2 something could not be read or evaluated; \
            3 configuration or rules are invalid; 4 nothing was loaded; 64 wrong usage; 130 interrupted.
            """,
        version: ProxyAuditProgram.version,
        subcommands: [
            ScanCommand.self, DemoCommand.self, RulesCommand.self, CELCommand.self, PIICommand.self,
            ServicesCommand.self, SandboxCommand.self,
        ])
}
