internal import AuditCommands
internal import Dispatch

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

@main
enum ProxyAudit {
    static func main() {
        // Before anything else, while there is one thread: signals are held back in all that come after it.
        let interruption = Interruption.ofProcess()
        let arguments = Array(CommandLine.arguments.dropFirst())
        Task {
            exit(await ProxyAuditProgram.run(arguments: arguments, console: Console(interruption: interruption)).rawValue)
        }
        dispatchMain()
    }
}
