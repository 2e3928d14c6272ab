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
            category: .privacy, pack: "core", field: nil, fields: ["unique_name", "callback_url"],
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
        case .emptyRun: make(accounts: [])
        case .acceptedEmptyRun:
            make(
                accounts: [], sources: [source("empty.ndjson", status: .complete, services: 0)], allowsNoServices: true)
        case .noServices: make(accounts: [account(Self.first, services: 0)])
        case .allPass: make(accounts: [account(Self.first, services: 12), account(Self.second)])
        case .everyStatus: everyStatus
        case .failedAccount: failedAccount
        case .partialFile: partialFile
        case .groups: groups
        case .evaluationFailures: evaluationFailures
        case .hostileNames: hostileNames
        case .unknownAccount: unknownAccount
        case .interrupted:
            make(
                isInterrupted: true, accounts: [account(Self.first, services: 3, isComplete: false)],
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
        findings.sort { left, right in
            func key(_ service: Finding.Member) -> String { "\(service.accountSID ?? "") \(service.serviceSID ?? "")" }
            return key(left.service) < key(right.service)
        }
        return make(
            accounts: [account(Self.first, services: 40), account(Self.second, services: 9)],
            findings: findings)
    }

    private var failedAccount: AuditReport {
        make(
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
            accounts: [account(Self.first, services: 2, isComplete: false)],
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
            accounts: [account(Self.first), account(Self.second, services: 60)],
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
            accounts: [account(Self.first)],
            failures: [
                EvaluationFailure(ruleID: Self.rules[1].id, service: member(3), message: "integer overflow"),
                EvaluationFailure(ruleID: Self.rules[1].id, service: member(4), message: "integer overflow"),
                EvaluationFailure(ruleID: Self.rules[3].id, service: member(4), message: "no such key"),
            ])
        report.coverage = [
            CoverageEntry(
                accountSID: Self.first, ruleID: Self.rules[1].id, outcome: .error, services: 0, counts: FindingCounts(),
                errors: 5),
            CoverageEntry(
                accountSID: Self.first, ruleID: Self.rules[3].id, outcome: .error, services: 4, counts: FindingCounts(),
                errors: 1),
            CoverageEntry(
                accountSID: Self.first, ruleID: Self.rules[4].id, outcome: .pass, services: 5, counts: FindingCounts(),
                errors: 0),
        ]
        return judged(report)
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
            accounts: [account(Self.first, services: 40)] + accounts,
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
            failOn: nil,
            accounts: [RosterEntry(subject: .account, accountSID: nil, label: nil, state: .scanned, services: 2)],
            sources: [source("terraform.tfstate", services: 2)], findings: findings)
    }

    private func make(
        isInterrupted: Bool = false, failOn: Severity? = .high, accounts: [RosterEntry],
        sources: [SourceOutcome]? = nil, findings: [Finding] = [], failures: [EvaluationFailure] = [],
        outcomes: [String?: Outcome] = [:], allowsNoServices: Bool = false
    ) -> AuditReport {
        guard let start = Timestamp("2026-09-21T14:13:20.005Z"), let end = Timestamp("2026-09-21T14:13:21.234Z") else {
            preconditionFailure("the fixture's own times are well-formed")
        }
        let run = AuditReport.Run(
            startedAt: start, finishedAt: end, durationMilliseconds: 1229, now: start, isInterrupted: isInterrupted,
            gate: Gate(failOn: failOn, allowsNoServices: allowsNoServices),
            rulesDigest: String(repeating: "0123456789abcdef", count: 4))
        let live = accounts.compactMap { account in
            account.accountSID.map { source(account.label ?? "live", sid: $0, services: account.services) }
        }
        return judged(
            AuditReport(
                tool: .init(name: "proxy-audit", version: "0.1.0"), run: run, verdict: Verdict(.notFinished),
                sources: sources ?? live, roster: accounts, rules: Self.rules,
                coverage: coverage(accounts, findings, outcomes), findings: FindingList(findings),
                evaluationFailures: failures))
    }

    /// The report with the verdict that follows from it.
    private func judged(_ report: AuditReport) -> AuditReport {
        var report = report
        report.verdict = Verdict(of: report)
        report.exitCode = Self.exitCode(report.verdict.decision)
        return report
    }

    static func exitCode(_ decision: Verdict.Decision) -> Int32 {
        switch decision {
        case .passed: 0
        case .failed: 1
        case .incomplete, .notFinished: 2
        case .invalidConfiguration: 3
        case .nothingLoaded: 4
        case .interrupted: 130
        }
    }

    private func coverage(
        _ accounts: [RosterEntry], _ findings: [Finding], _ outcomes: [String?: Outcome]
    ) -> [CoverageEntry] {
        accounts.flatMap { account in
            Self.rules.map { rule in
                let found = findings.filter { $0.service.accountSID == account.accountSID && $0.ruleID == rule.id }
                var counts = FindingCounts()
                for finding in found { counts[finding.status, finding.severity] += 1 }
                let outcome = counts[.open] > 0 ? Outcome.fail : found.isEmpty ? .pass : .waived
                return CoverageEntry(
                    accountSID: account.accountSID, ruleID: rule.id, outcome: outcomes[account.accountSID] ?? outcome,
                    services: account.services, counts: counts, errors: 0)
            }
        }
    }

    private func account(
        _ sid: String, label: String? = "main", services: Int = 5, isComplete: Bool = true
    ) -> RosterEntry {
        let state: RosterEntry.State =
            if !isComplete { services == 0 ? .failed : .partial } else { services == 0 ? .empty : .scanned }
        return RosterEntry(
            subject: .account, accountSID: sid, label: label, state: state, reason: isComplete ? nil : "unread",
            services: services)
    }

    private func source(
        _ label: String, kind: String = "file", sid: String? = nil, status: SourceOutcome.Status = .complete,
        services: Int = 1, rejected: Int = 0, errors: [String] = [], warnings: [String] = []
    ) -> SourceOutcome {
        SourceOutcome(
            kind: sid == nil ? kind : "live", label: label, accountSID: sid, status: status, services: services,
            recordsRejected: rejected, faults: errors.map { .init(code: "record_rejected", message: $0) },
            warnings: warnings)
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
            service: member(number, account: account), field: field ?? rule.field ?? rule.fields.first, value: value,
            message: "Service \(number) breaks \(rule.id).", status: status, related: related)
    }
}
