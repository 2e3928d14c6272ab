import AuditEngine
import ServiceModel

@testable import Reports

/// Outcomes of made-up runs, one for each way in which a report can differ.
enum ReportFixture: String, CaseIterable, Sendable {
    case emptyRun
    case acceptedEmptyRun
    case noServices
    case allPass
    case everyStatus
    case failedAccount
    case partialFile
    case groups
    case evaluationFailures
    case hostileNames
    case unknownAccount
    case interrupted

    static let first = "AC" + String(repeating: "a1", count: 16)
    static let second = "AC" + String(repeating: "b2", count: 16)

    static func service(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "KS" + String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }

    static func fingerprint(_ number: Int) -> String { String(service(number).dropFirst(2)) }

    static let rules = [
        RuleDescription(
            id: "pii-in-unique-name", title: "The unique_name holds what looks like personal data", severity: .high,
            category: .privacy, pack: "core", field: "unique_name",
            why: "Names are shown in logs, URLs and the console;\nthey are kept when the Service is gone.",
            fix: "Create a Service with a neutral name, move its numbers, and remove this one.",
            references: ["https://www.twilio.com/docs/proxy/api/service"],
            frameworks: [
                .init(name: "gdpr", controls: ["5(1)(c)", "5(1)(e)"]), .init(name: "soc2", controls: ["C1.2"]),
            ]),
        RuleDescription(
            id: "unbounded-ttl", title: "Sessions of this Service never expire by default.", severity: .medium,
            category: .retention, pack: "core", field: "default_ttl",
            why: "A Session that is never closed keeps two people connected.", fix: "Set default_ttl to 86400 or less."),
        RuleDescription(
            id: "chat-instance-reuse", title: "One Chat instance serves several Services", severity: .critical,
            category: .isolation, pack: "core", field: "chat_instance_sid"),
        RuleDescription(
            id: "stale-service", title: "Nobody has touched the Service for a long time", severity: .low,
            category: .hygiene, pack: "hygiene", field: nil),
        RuleDescription(
            id: "placeholder-unique-name", title: "The name is a placeholder", severity: .info, category: .hygiene,
            pack: "hygiene", field: "unique_name"),
    ]

    var report: AuditReport {
        switch self {
        case .emptyRun: make(exitCode: 4, accounts: [])
        case .acceptedEmptyRun:
            make(exitCode: 0, accounts: [], sources: [source("empty.ndjson", status: .complete, services: 0)])
        case .noServices: make(exitCode: 4, accounts: [account(Self.first, services: 0)])
        case .allPass: make(exitCode: 0, accounts: [account(Self.first, services: 12), account(Self.second)])
        case .everyStatus: everyStatus
        case .failedAccount: failedAccount
        case .partialFile: partialFile
        case .groups: groups
        case .evaluationFailures: evaluationFailures
        case .hostileNames: hostileNames
        case .unknownAccount: unknownAccount
        case .interrupted:
            make(
                exitCode: 130, isComplete: false, isInterrupted: true,
                accounts: [account(Self.first, services: 3, isComplete: false)],
                sources: [source("main", sid: Self.first, status: .partial, services: 3, errors: ["interrupted"])],
                findings: [finding(1, rule: 1, value: .integer(0))])
        }
    }

    private var everyStatus: AuditReport {
        var findings: [Finding] = []
        for (ruleIndex, rule) in Self.rules.enumerated() {
            for (statusIndex, status) in Finding.Status.allCases.enumerated() {
                let number = ruleIndex * 10 + statusIndex + 1
                findings.append(
                    finding(
                        number, account: statusIndex == 1 ? Self.second : Self.first, rule: ruleIndex,
                        value: rule.id == "unbounded-ttl" ? .integer(0) : .text("value-\(number)"), status: status))
            }
        }
        // The same Service and rule twice, for two fields.
        findings.append(finding(1, rule: 0, field: "callback_url", value: .null))
        findings.append(finding(1, rule: 0, field: "callback_url", value: .null))
        findings.sort { ($0.service.accountSID ?? "") < ($1.service.accountSID ?? "") }
        return make(
            exitCode: 1, accounts: [account(Self.first, services: 40), account(Self.second, services: 9)],
            findings: findings)
    }

    private var failedAccount: AuditReport {
        make(
            exitCode: 2, isComplete: false,
            accounts: [account(Self.first), account(Self.second, services: 0, isComplete: false)],
            sources: [
                source("main", sid: Self.first, services: 5),
                source("partner", sid: Self.second, status: .failed, services: 0, errors: ["401: code 20003"]),
            ],
            findings: [finding(7, rule: 0)],
            outcomes: [Self.second: .notEvaluated])
    }

    private var partialFile: AuditReport {
        make(
            exitCode: 2, isComplete: false, accounts: [account(Self.first, services: 2, isComplete: false)],
            sources: [
                source(
                    "exports/may.ndjson", status: .partial, services: 2, rejected: 2,
                    errors: ["exports/may.ndjson:3: record 2: not JSON", "exports/may.ndjson:4: record 3: no sid"]),
                source(
                    "exports/june.json.gz", status: .failed, services: 0, errors: ["exports/june.json.gz: not gzip"]),
                source("-", kind: "stdin", services: 0, warnings: ["standard input held no Service"]),
            ],
            outcomes: [Self.first: .notEvaluated])
    }

    private var groups: AuditReport {
        let members = (1...20).map { member($0 + 100, account: Self.second, name: "shared-\($0)") }
        return make(
            exitCode: 1, accounts: [account(Self.first), account(Self.second, services: 60)],
            findings: [
                finding(
                    100, rule: 2, value: .text("IS" + String(repeating: "c3", count: 16)),
                    related: .init(members: members, total: 57)),
                finding(101, account: Self.second, rule: 2, related: .init(members: [member(100)], total: 1)),
                finding(102, account: Self.second, rule: 2, related: .init(members: [], total: 0)),
            ])
    }

    private var evaluationFailures: AuditReport {
        var report = make(
            exitCode: 2, isComplete: false, accounts: [account(Self.first)],
            failures: [
                EvaluationFailure(ruleID: Self.rules[1].id, service: member(3), message: "integer overflow"),
                EvaluationFailure(ruleID: Self.rules[1].id, service: member(4), message: "integer overflow"),
                EvaluationFailure(ruleID: Self.rules[3].id, service: member(4), message: "no such key"),
            ])
        report.coverage = [
            CoverageEntry(
                accountSID: Self.first, ruleID: Self.rules[1].id, outcome: .error, services: 0, findings: 0, errors: 5),
            CoverageEntry(
                accountSID: Self.first, ruleID: Self.rules[3].id, outcome: .error, services: 4, findings: 0, errors: 1),
            CoverageEntry(
                accountSID: Self.first, ruleID: Self.rules[4].id, outcome: .pass, services: 5, findings: 0, errors: 0),
        ]
        return report
    }

    private var hostileNames: AuditReport {
        let texts = HostileText.allCases.map(\.text)
        let findings = texts.enumerated().map { index, text in
            Finding(
                fingerprint: Self.fingerprint(index), ruleID: Self.rules[index % 5].id, severity: .high,
                service: .init(accountSID: Self.first, serviceSID: Self.service(index), uniqueName: text),
                field: "unique_name", value: .text(text), message: "unique_name “\(text)” holds a phone number.",
                status: index % 7 == 0 ? .waived : .open,
                related: index % 3 == 0
                    ? .init(members: [.init(accountSID: text, serviceSID: text, uniqueName: text)], total: 2) : nil)
        }
        // The longest are names only, so that the golden files stay small.
        let short = texts.filter { $0.utf8.count < 1000 }
        let sources = short.map { text in
            source(text, status: .partial, rejected: 1, errors: ["\(text): record 1: \(text)"], warnings: [text])
        }
        let accounts = short.map { account($0, label: $0, services: 1, isComplete: false) }
        return make(
            exitCode: 2, isComplete: false, accounts: [account(Self.first, services: 40)] + accounts,
            sources: sources, findings: findings,
            failures: short.enumerated().map { index, text in
                EvaluationFailure(
                    ruleID: Self.rules[1].id,
                    service: .init(accountSID: text, serviceSID: text, uniqueName: text), message: text)
            }, outcomes: [:])
    }

    private var unknownAccount: AuditReport {
        let nameless = Finding.Member(accountSID: nil, serviceSID: nil, uniqueName: nil)
        let findings = [1, 2].map { number in
            Finding(
                fingerprint: Self.fingerprint(number), ruleID: Self.rules[3].id, severity: .low, service: nameless,
                field: nil, value: .null, message: "Nobody has touched the Service since 2015.")
        }
        return make(
            exitCode: 0, failOn: nil,
            accounts: [AuditReport.Account(sid: nil, label: nil, services: 2, isComplete: true)],
            sources: [source("terraform.tfstate", services: 2)], findings: findings)
    }

    private func make(
        exitCode: Int32, isComplete: Bool = true, isInterrupted: Bool = false, failOn: Severity? = .high,
        accounts: [AuditReport.Account], sources: [SourceOutcome]? = nil, findings: [Finding] = [],
        failures: [EvaluationFailure] = [], outcomes: [String?: Outcome] = [:]
    ) -> AuditReport {
        guard let start = Timestamp("2026-09-21T14:13:20.005Z"), let end = Timestamp("2026-09-21T14:13:21.234Z") else {
            preconditionFailure("the fixture's own times are well-formed")
        }
        let run = AuditReport.Run(
            startedAt: start, finishedAt: end, durationMilliseconds: 1229, now: start, isComplete: isComplete,
            isInterrupted: isInterrupted, exitCode: exitCode, failOn: failOn,
            rulesDigest: String(repeating: "0123456789abcdef", count: 4))
        let live = accounts.compactMap { account in
            account.sid.map { source(account.label ?? "live", sid: $0, services: account.services) }
        }
        return AuditReport(
            tool: .init(name: "proxy-audit", version: "0.1.0"), run: run, sources: sources ?? live, rules: Self.rules,
            accounts: accounts, coverage: coverage(accounts, findings, outcomes), findings: findings,
            evaluationFailures: failures)
    }

    private func coverage(
        _ accounts: [AuditReport.Account], _ findings: [Finding], _ outcomes: [String?: Outcome]
    ) -> [CoverageEntry] {
        accounts.flatMap { account in
            Self.rules.map { rule in
                let found = findings.filter { $0.service.accountSID == account.sid && $0.ruleID == rule.id }
                let open = found.count { $0.status == .open }
                let outcome = open > 0 ? Outcome.fail : found.isEmpty ? .pass : .waived
                return CoverageEntry(
                    accountSID: account.sid, ruleID: rule.id, outcome: outcomes[account.sid] ?? outcome,
                    services: account.services, findings: found.count, errors: 0)
            }
        }
    }

    private func account(
        _ sid: String, label: String? = "main", services: Int = 5, isComplete: Bool = true
    ) -> AuditReport.Account {
        AuditReport.Account(sid: sid, label: label, services: services, isComplete: isComplete)
    }

    private func source(
        _ label: String, kind: String = "file", sid: String? = nil, status: SourceOutcome.Status = .complete,
        services: Int = 1, rejected: Int = 0, errors: [String] = [], warnings: [String] = []
    ) -> SourceOutcome {
        SourceOutcome(
            kind: sid == nil ? kind : "live", label: label, accountSID: sid, status: status, services: services,
            recordsRejected: rejected, errors: errors, warnings: warnings)
    }

    private func member(_ number: Int, account: String = first, name: String? = nil) -> Finding.Member {
        .init(accountSID: account, serviceSID: Self.service(number), uniqueName: name ?? "service-\(number)")
    }

    private func finding(
        _ number: Int, account: String = first, rule: Int, field: String? = nil,
        value: Finding.Value = .text("+•••••12"), status: Finding.Status = .open, related: Finding.Related? = nil
    ) -> Finding {
        let rule = Self.rules[rule]
        return Finding(
            fingerprint: Self.fingerprint(number), ruleID: rule.id, severity: rule.severity,
            service: member(number, account: account), field: field ?? rule.field, value: value,
            message: "Service \(number) breaks \(rule.id).", status: status, related: related)
    }
}
