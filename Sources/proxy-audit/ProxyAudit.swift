internal import AuditCommands

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

@main
enum ProxyAudit {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(await ProxyAuditProgram.run(arguments: arguments, console: Console()).rawValue)
    }
}
