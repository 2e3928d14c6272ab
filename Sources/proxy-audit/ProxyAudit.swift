internal import AuditCommands
internal import Platform

@main
enum ProxyAudit {
    static func main() {
        // Before anything else, while there is one thread: signals are held back in all that come after it.
        let interruption = Interruption.ofProcess()
        let arguments = Array(CommandLine.arguments.dropFirst())
        // Not on the main actor, whose thread takes signals from here on.
        Task { @concurrent in
            let console = Console(interruption: interruption)
            ProcessEnd.inOrder(
                status: await ProxyAuditProgram.run(arguments: arguments, console: console).rawValue)
        }
        interruption.takeSignals()
    }
}
