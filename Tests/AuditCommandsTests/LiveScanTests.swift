import Foundation
import Testing

/// Scans of live accounts over HTTP, with everything that can go wrong in one of them.
@Suite struct LiveScanTests {
    private static let scan = [
        "scan", "--subaccounts", "--pack", "core", "--now", "2026-01-15T00:00:00Z", "-q", "--report",
        "json=report.json",
        "--report", "junit=report.xml",
    ]

    private static func run(
        faults: [String] = [], services: Int = 3, arguments: [String] = []
    ) throws -> (run: ProgramRun, report: JSONReport, junit: String) {
        let work = try TemporaryFolder()
        try work.write(Organisation.seed(services: services), to: "seed.json")
        let sandbox = try RunningSandbox(["--seed", "seed.json"] + faults.flatMap { ["--fault", $0] }, in: work)
        let run = try ProgramRun(
            scan + ["--base-url", sandbox.url] + arguments, in: work, environment: Organisation.environment)
        #expect(sandbox.stop() == 0)
        return (run, try JSONReport(work.read("report.json")), try work.read("report.xml"))
    }

    @Test func everySubaccountIsScannedWithItsOwnCredentials() throws {
        let (run, report, _) = try Self.run(services: 120)
        #expect(run.status == 1)
        #expect(run.errors == "")
        #expect(report.sources == ["complete", "complete", "complete"])
        #expect(report.services == 360)
        #expect(report.byRule["insecure-callback-url"] == 3)
    }

    @Test(arguments: ["\(Organisation.first):429*2", "\(Organisation.first):503+0*1", "any:delay=50ms"])
    func passingFaultsAreRiddenOut(fault: String) throws {
        let (run, report, _) = try Self.run(faults: [fault])
        #expect(run.status == 1, "\(run.errors)")
        #expect(report.sources == ["complete", "complete", "complete"])
    }

    @Test(arguments: [
        ("500", "failed", "500"), ("close", "failed", "connection broke off"), ("truncate", "failed", "broke off"),
        ("foreign-account", "failed", "answered with Services of another account"),
        ("foreign-next", "partial", "next"), ("repeat-next", "partial", "already read"),
    ])
    func oneAccountsFailureIsNeverAPassAndStopsNoOther(fault: String, status: String, cause: String) throws {
        let (run, report, junit) = try Self.run(faults: ["\(Organisation.first):\(fault)"], services: 120)
        #expect(run.status == 2)
        #expect(run.errors.contains(Organisation.first) && run.errors.contains(cause), "\(run.errors)")
        #expect(report.sources == ["complete", status, "complete"])
        #expect(report.outcomes.contains("not_evaluated"))
        #expect((report.byRule["insecure-callback-url"] ?? 0) >= 2)
        #expect(junit.contains("<error"))
        #expect(report.root["run"].flatMap { ($0 as? [String: Any])?["complete"] as? Bool } == false)
    }

    @Test func wrongCredentialsOfTheOnlyAccountAreIncompleteAndNotEmpty() throws {
        let work = try TemporaryFolder()
        try work.write(Organisation.seed(services: 1), to: "seed.json")
        let sandbox = try RunningSandbox(["--seed", "seed.json"], in: work)
        var environment = Organisation.environment
        environment["TWILIO_AUTH_TOKEN"] = "very-wrong-token"
        let run = try ProgramRun(["scan", "--base-url", sandbox.url], in: work, environment: environment)
        #expect(run.status == 2)
        #expect(run.errors.contains("401") && !(run.errors + run.output).contains("very-wrong-token"))
    }

    @Test func theParentsCredentialsForASubaccountAreFoundOut() throws {
        let work = try TemporaryFolder()
        try work.write(Organisation.seed(services: 1), to: "seed.json")
        let sandbox = try RunningSandbox(
            ["--seed", "seed.json", "--fault", "\(Organisation.parent):foreign-account"], in: work)
        try work.write(
            """
            base_url: \(sandbox.url)
            accounts:
              - label: payments
                sid: \(Organisation.parent)
                auth_token: { env: TWILIO_AUTH_TOKEN }
            """, to: "accounts.yaml")
        let run = try ProgramRun(
            ["scan", "--accounts", "accounts.yaml"], in: work, environment: Organisation.environment)
        #expect(run.status == 2)
        #expect(run.errors.contains("payments") && run.errors.contains("another account"))
    }

    /// A Service that is named after the token of another account, or has it in a URL, in base64 and in capitals.
    @Test(arguments: [
        ("lane-b-0", "lane token-of-c"), ("lane-b-0", "lane TOKEN-OF-PARENT"), ("lane-b-0", "dG9rZW4tb2YtYw=="),
        ("http://hooks.lanes.net/", "http://hooks.lanes.net/token-of-c/token-of-parent"),
    ])
    func secretsOfTheRunAreInNoReport(value: String, secret: String) throws {
        let work = try TemporaryFolder()
        let seed = try Organisation.seed(services: 1).replacing("\\/", with: "/").replacing(value, with: secret)
        try work.write(seed, to: "seed.json")
        let sandbox = try RunningSandbox(["--seed", "seed.json"], in: work)
        let run = try ProgramRun(
            Self.scan + ["--report", "markdown=report.md", "--base-url", sandbox.url], in: work,
            environment: Organisation.environment)
        #expect(run.status == 1)
        for name in ["report.json", "report.xml", "report.md"] {
            let report = try work.read(name)
            #expect(report.contains("***"), "\(name)")
            for form in ["token-of-c", "token-of-parent", "dG9rZW4tb2YtY"] {
                #expect(!report.lowercased().contains(form.lowercased()), "\(name)")
            }
        }
    }

    @Test func rulesKnowWhatTheAccountsFileTells() throws {
        let work = try TemporaryFolder()
        try work.write(Organisation.seed(services: 1), to: "seed.json")
        try work.write(
            """
            pack: mine
            version: 1
            rules:
              - id: told
                title: Told
                severity: high
                category: hygiene
                message: It is so.
                where: "'emea' in account.tags"
                flag_when: "true"
                message_expression: "(has(account.label) ? account.label : 'no label') + ' ' + account.tags.join(',')"
            """, to: "mine.yaml")
        let sandbox = try RunningSandbox(["--seed", "seed.json"], in: work)
        try work.write(
            """
            base_url: \(sandbox.url)
            accounts:
              - { label: rides, tags: [production, emea], parent: \(Organisation.parent), auth_token: { env: TWILIO_AUTH_TOKEN } }
              - { sid: \(Organisation.first), tags: [test, emea], auth_token: { env: FIRST } }
              - { sid: \(Organisation.second), auth_token: { env: SECOND } }
            """, to: "accounts.yaml")
        let environment = ["FIRST": "token-of-b", "SECOND": "token-of-c"].merging(Organisation.environment) { $1 }
        let run = try ProgramRun(
            [
                "scan", "--accounts", "accounts.yaml", "--rules", "mine.yaml", "--only", "told", "-q", "--report",
                "json=-",
            ],
            in: work, environment: environment)
        let findings = try JSONReport(run.output).root["findings"] as? [[String: Any]]
        #expect(
            findings?.compactMap { $0["message"] as? String }.sorted() == [
                "no label test,emea", "rides production,emea",
            ])
    }

    @Test func twoRunsDifferOnlyInTheirTimes() throws {
        let work = try TemporaryFolder()
        try work.write(Organisation.seed(services: 60), to: "seed.json")
        let sandbox = try RunningSandbox(["--seed", "seed.json"], in: work)
        let reports = try (0..<2).map { _ in
            _ = try ProgramRun(
                Self.scan + ["--base-url", sandbox.url], in: work, environment: Organisation.environment)
            return try work.read("report.json").split(separator: "\n").filter { !$0.contains("\"started_at\"") }
        }
        #expect(reports[0].count > 20)
        #expect(reports[0] == reports[1])
    }

    @Test func anInterruptedRunSaysSo() throws {
        let work = try TemporaryFolder()
        try work.write(Organisation.seed(services: 1), to: "seed.json")
        let sandbox = try RunningSandbox(["--seed", "seed.json", "--fault", "any:delay=20s"], in: work)
        try work.write(
            """
            \(ProgramRun.path) \(Self.scan.joined(separator: " ")) --base-url \(sandbox.url) &
            sleep 2
            kill -INT $!
            wait $!
            """, to: "run.sh")
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = ["run.sh"]
        shell.currentDirectoryURL = work.url
        shell.environment = ["PATH": "/usr/bin:/bin"].merging(Organisation.environment) { $1 }
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 130)
        let run = try JSONReport(work.read("report.json")).root["run"] as? [String: Any]
        #expect(run?["interrupted"] as? Bool == true && run?["exit_code"] as? Int == 130)
    }

    @Test func servicesSurviveARestartOfTheSandbox() throws {
        let work = try TemporaryFolder()
        try work.write(Organisation.seed(services: 1), to: "seed.json")
        let arguments = ["--seed", "seed.json", "--database", "services.db"]
        let first = try RunningSandbox(arguments, in: work)
        let created = try ProgramRun(
            ["services", "create", "--unique-name", "kept", "--base-url", first.url], in: work,
            environment: Organisation.environment)
        #expect(created.status == 0, "\(created.errors)")
        #expect(first.stop() == 0)
        let second = try RunningSandbox(arguments, in: work)
        let listed = try ProgramRun(
            ["services", "list", "--base-url", second.url], in: work, environment: Organisation.environment)
        #expect(listed.output.split(separator: "\n").count == 2)
        #expect(listed.output.contains("\"unique_name\":\"kept\""))
    }
}
