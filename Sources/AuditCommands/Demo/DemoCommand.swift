internal import ArgumentParser
internal import AuditEngine
internal import Foundation
internal import ProxyAPI
internal import ProxySandbox
internal import Reports
internal import ServiceModel
internal import ServiceSources

/// `proxy-audit demo`: a whole audit, over HTTP, without an account.
struct DemoCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Audit three made-up accounts that are served on this machine.",
        discussion: """
            Starts the sandbox on a free loopback port, scans its accounts over the REST API, and writes audit.json, \
            audit.md and audit.xml. Ends as a scan does: with status 1, since the accounts have findings.
            """)

    @Option(help: ArgumentHelp("The directory for the reports; made where it is missing.", valueName: "directory"))
    var output = "reports/out"

    @Option(
        help: ArgumentHelp(
            "Pretend that it is this time, so that the same reports come out every time. Rules always see "
                + "\(DemoAccounts.instant) as now, unless this says otherwise.", valueName: "time"))
    var now: InstantArgument?

    func run(console: Console) async throws -> ExitStatus {
        let console = now.map { now in console.with(clock: { now.instant }) } ?? console
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        } catch {
            throw CommandError.configuration("\(output): the directory cannot be made")
        }
        let requests = ReportFormat.allCases.map { format in
            ReportRequest(format: format, destination: .file("\(output)/audit.\(format.fileExtension)"))
        }
        let gate = Gate(failOn: .high)
        let delivery = ReportDelivery(requests) { ExitStatus($0).rawValue }
        let reporter = ScanReporter(delivery: delivery, gate: gate, console: console, isQuiet: false)
        try reporter.check(inputs: [])
        let rules: RuleSet
        do {
            rules = try RuleSet(packs: BuiltInPacks.all)
        } catch {
            throw CommandError.rules(error)
        }
        let engine = AuditEngine(rules: rules, now: try now?.instant ?? DemoAccounts.now(), masker: Masker())
        let status = try await console.interruption.cancelling {
            try await reporter.run { try await DemoCommand.audit(engine: engine, gate: gate, console: console) }
        }
        try console.write(
            """

            Where to look next:
              \(output)/audit.md     the findings, with why each matters and what to do about it
              \(output)/audit.xml    the same for a CI server, as JUnit XML
              \(output)/audit.json   everything, for programs; reports/schema describes it
              proxy-audit scan --help    for your own accounts and files

            """)
        return status
    }

    private static func audit(
        engine: AuditEngine, gate: Gate, console: Console
    ) async throws -> AuditReport {
        let seed: SandboxSeed
        do {
            seed = try DemoAccounts.seed()
        } catch {
            throw CommandError.configuration(error.message)
        }
        let configuration = SandboxConfiguration(seed: seed, randomSeed: 1, clock: console.clock)
        do {
            return try await Sandbox(configuration: configuration).run { address in
                console.report("sandbox: serving \(seed.accounts.count) accounts at \(address.baseURL)")
                let scan = Scan(
                    paths: [], excludes: [], accounts: [try parent(of: seed, at: address)],
                    parallelSources: seed.accounts.count, engine: engine, gate: gate, console: console, isQuiet: false)
                return try await scan.run()
            }
        } catch let error as SandboxError {
            throw CommandError.configuration(error.message)
        }
    }

    /// The account whose subaccounts the other accounts are.
    private static func parent(of seed: SandboxSeed, at address: SandboxAddress) throws -> AccountEntry {
        guard let parent = seed.accounts.first(where: { $0.ownerAccountSID == nil }),
            let credentials = ProxyCredentials(user: parent.sid, password: parent.authToken)
        else { throw CommandError.configuration("the demo has no parent account") }
        let source = LiveSource(
            accountSID: parent.sid, credentials: credentials,
            endpoint: try ProxyEndpoint(baseURL: address.baseURL))
        return .parent(SubaccountExpansion(parent: source))
    }
}
