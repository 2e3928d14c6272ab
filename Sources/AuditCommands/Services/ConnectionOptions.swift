internal import ArgumentParser
internal import AuditEngine
internal import ProxyAPI
internal import ServiceModel
internal import ServiceSources

/// Which account of which API a command talks to.
struct ConnectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Talk to this API instead of the vendor's, such as http://127.0.0.1:8080 of a sandbox.", valueName: "url"))
    var baseURL: String?

    /// The account that the environment names, at the API that the options name.
    func account(console: Console) throws(CommandError) -> EnvironmentAccount {
        do {
            return try EnvironmentAccount(console.environment)
        } catch {
            throw .usage(error.description)
        }
    }

    /// The API of `--base-url`, or else the one that the environment names.
    func endpoint(of account: EnvironmentAccount) throws(CommandError) -> ProxyEndpoint {
        guard let baseURL else { return account.endpoint }
        do {
            return try ProxyEndpoint(baseURL: baseURL)
        } catch {
            throw .usage("--base-url: \(error.message)")
        }
    }

    /// The account that the environment names, as the scan reads it.
    func source(console: Console) throws(CommandError) -> LiveSource {
        let account = try account(console: console)
        return LiveSource(
            accountSID: account.accountSID, credentials: account.credentials, endpoint: try endpoint(of: account))
    }

    /// Runs `body` with a client of the account that the environment names.
    ///
    /// - Throws: `CommandError`, with status 1 where the API refused the request.
    func withClient<Value: Sendable>(
        console: Console, _ body: @escaping @Sendable (ProxyClient) async throws -> Value
    ) async throws -> Value {
        let account = try account(console: console)
        let endpoint = try endpoint(of: account)
        do {
            return try await console.interruption.cancelling {
                try await ProxyClient.withClient(
                    settings: ClientSettings(userAgent: "proxy-audit/\(ProxyAuditProgram.version)"), endpoint: endpoint,
                    credentials: account.credentials, body)
            }
        } catch let error as ProxyAPIError where error.code == .cancelled {
            throw CommandError("interrupted", status: .interrupted)
        } catch let error as ProxyAPIError {
            let masker = Masker().with(secrets: [account.credentials.password.revealed])
            throw CommandError(masker.prose(error.message), status: .failure)
        }
    }
}
