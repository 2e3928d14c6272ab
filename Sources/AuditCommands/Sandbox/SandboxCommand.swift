internal import ArgumentParser
internal import ProxyAPI
internal import ProxySandbox
internal import ServiceModel

/// `proxy-audit sandbox`: the Service API itself, served on this machine.
struct SandboxCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Serve the Proxy Service API on this machine.",
        discussion: """
            Accounts and Services come from --seed; without one, the three made-up accounts of the demo are served. \
            Prints 'listening on URL' when it is ready, then for the demo's accounts the lines to paste into another \
            terminal so that every command finds the first of them, and runs until Ctrl-C. It speaks plain HTTP: keep \
            it on loopback, and give it no real credentials.
            """)

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(help: ArgumentHelp("Accounts and Services to begin with, as JSON.", valueName: "file"))
    var seed: String?

    @Option(help: ArgumentHelp("Keep Services in this SQLite file instead of in memory.", valueName: "file"))
    var database: String?

    @Option(
        help: ArgumentHelp(
            "Let requests go wrong on purpose: \(SandboxFaults.syntax). Can be repeated.", valueName: "fault"))
    var fault: [String] = []

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
    }

    func run(console: Console) async throws -> ExitStatus {
        do {
            let configuration = SandboxConfiguration(
                host: host, port: port, database: database.map(SandboxConfiguration.Database.file) ?? .inMemory,
                seed: try readSeed(), faults: try SandboxFaults.parse(fault), clock: console.clock)
            let exports = exports(of: configuration.seed)
            try await console.interruption.cancelling {
                try await Sandbox(configuration: configuration).runUntilCancelled { address in
                    try console.write("listening on \(address.baseURL)\n" + exports)
                }
            }
        } catch let error as SandboxError {
            throw CommandError.configuration(error.message)
        }
        return .success
    }

    /// The lines that tell other commands the first account; none for a seed of the user's, whose tokens are not ours to show.
    private func exports(of seed: SandboxSeed) -> String {
        guard self.seed == nil, let account = seed.accounts.first else { return "" }
        return """
            export TWILIO_ACCOUNT_SID=\(account.sid.text)
            export TWILIO_AUTH_TOKEN=\(account.authToken.revealed)

            """
    }

    private func readSeed() throws -> SandboxSeed {
        guard let seed else { return try DemoAccounts.seed() }
        let text = try InputText.read(seed)
        do {
            return try SandboxSeed(bytes: Array(text.utf8))
        } catch {
            throw CommandError.configuration("\(seed): \(error.message)")
        }
    }
}
