internal import ArgumentParser
internal import AuditEngine
internal import ProxyAPI
internal import ServiceModel
internal import ServiceSources

/// Where a scan takes Services from.
struct SourceOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files or directories to read Services from, or - for standard input: API pages, arrays, single objects, "
                + "NDJSON, the vendor's exports and Terraform state, also gzip or zstd.", valueName: "path"))
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "In folders, pass over files and folders with such a name or path, as in '*.log' or 'old/**'. Can be repeated.",
            valueName: "glob"))
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp(
            "Scan the accounts that this YAML file lists; it refers to secrets and never holds them.",
            valueName: "file"))
    var accounts: String?

    @Flag(
        help: """
            Scan the account that TWILIO_ACCOUNT_SID and its companions name; this is also what happens when neither \
            paths nor --accounts are given.
            """)
    var live = false

    @Flag(help: "With the account of the environment, also scan each of its active subaccounts.")
    var subaccounts = false

    @OptionGroup var connection: ConnectionOptions

    @Option(help: ArgumentHelp("How many accounts or files are read at once, 1 to 64.", valueName: "n"))
    var parallel = 4

    func validate() throws {
        guard (1...64).contains(parallel) else { throw ValidationError("--parallel must be 1 to 64") }
        try checkPaths(paths + [accounts].compactMap(\.self))
        guard paths.count(where: { $0 == "-" }) < 2 else { throw ValidationError("- can be given only once") }
    }

    /// The entries for accounts, read from the accounts file and the environment, with warnings about them; secrets are
    /// resolved.
    ///
    /// - Throws: `CommandError` where the file is wrong or the environment names no account.
    func accountEntries(console: Console) throws(CommandError) -> (entries: [AccountEntry], warnings: [String]) {
        var warnings: [String] = []
        var entries: [AccountEntry] = []
        if let accounts {
            let endpoint = try explicitEndpoint()
            do {
                let file = try AccountsFile(path: accounts, environment: console.environment, endpoint: endpoint)
                entries += file.entries
                warnings += file.warnings
            } catch {
                throw .configuration(error.description)
            }
        }
        if live || subaccounts || (accounts == nil && paths.isEmpty) {
            entries.append(try environmentEntry(console: console))
        }
        return (entries, warnings)
    }

    private func environmentEntry(console: Console) throws(CommandError) -> AccountEntry {
        let account: EnvironmentAccount
        do {
            account = try EnvironmentAccount(console.environment)
        } catch {
            let isOnlyInput = !live && !subaccounts
            throw .usage(
                isOnlyInput
                    ? "nothing to scan: give files, --accounts FILE, or set the variables of an account\n\(error)"
                    : error.description)
        }
        let source = LiveSource(
            accountSID: account.accountSID, credentials: account.credentials,
            endpoint: try connection.endpoint(of: account))
        return subaccounts ? .parent(SubaccountExpansion(parent: source)) : .account(source)
    }

    private func explicitEndpoint() throws(CommandError) -> ProxyEndpoint? {
        guard let baseURL = connection.baseURL else { return nil }
        do {
            return try ProxyEndpoint(baseURL: baseURL)
        } catch {
            throw .usage("--base-url: \(error.message)")
        }
    }
}
