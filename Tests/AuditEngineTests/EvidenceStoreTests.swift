import ServiceModel
import Testing

@testable import AuditEngine

/// Reports do not depend on the order in which sources answer, and never call anything passed that was not looked at.
@Suite struct EvidenceStoreTests {
    static let pack = RulePackText(
        label: "test",
        text: """
            pack: test
            version: 1
            rules:
              - { id: zero, title: Zero, severity: medium, category: retention, field: default_ttl,
                  flag_when: service.default_ttl == 0, message: zero }
              - { id: fails, title: Fails, severity: low, category: hygiene,
                  flag_when: "service.callback_url.startsWith('x')", message: x }
              - { id: reuse, title: Reuse, severity: high, category: isolation, field: chat_instance_sid,
                  group_by: service.chat_instance_sid, across: organization, flag_when: size(group) > 1, message: m }
              - { id: twins, title: Twins, severity: low, category: hygiene, field: unique_name,
                  group_by: service.unique_name.foldCase(), where: has(service.unique_name), across: account,
                  flag_when: size(group) > 1, message: m,
                  message_expression: "'one of ' + string(size(group)) + ': ' + service.unique_name" }
            """)

    static func sid(_ prefix: String, _ number: Int) -> String {
        let digits = String(number, radix: 16)
        return prefix + String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }

    static func service(
        _ number: Int, account: Int = 1, chat: Int? = nil, name: String? = nil, ttl: Int64 = 60,
        callback: String? = "https://a.test"
    ) -> WrittenService {
        WrittenService(
            sid: sid("KS", number), accountSID: sid("AC", account), chatInstanceSID: chat.map { sid("IS", $0) },
            uniqueName: name, defaultTTL: ttl, callbackURL: callback)
    }

    static func outcome(_ account: Int, status: SourceOutcome.Status = .complete) -> SourceOutcome {
        SourceOutcome(
            kind: "live", label: "account \(account)", accountSID: sid("AC", account), status: status, services: 0,
            recordsRejected: 0, faults: status == .complete ? [] : [.init(code: "unreachable", message: "cause")])
    }

    /// Judges batches as a run does; sources without an outcome of their own are files that were read in full.
    static func report(
        _ batches: [(source: UInt32, services: [WrittenService])], outcomes: [SourceOutcome] = [],
        gate: Gate = Gate(failOn: .high),
        interrupted: Bool = false, memoryBudget: Int = 256 << 20
    ) throws -> AuditReport {
        let now = try #require(Timestamp("2026-01-01T00:00:00Z"))
        let engine = AuditEngine(rules: try RuleSet(packs: [pack]), now: now, masker: Masker())
        var store = EvidenceStore(engine: engine, memoryBudget: memoryBudget)
        var accounts: [UInt32: Set<String?>] = [:]
        var ordinals: [UInt32: UInt64] = [:]
        for batch in batches {
            let evidence = engine.judge(
                WrittenService.batch(batch.services), source: batch.source, ordinal: ordinals[batch.source, default: 0])
            ordinals[batch.source, default: 0] += UInt64(batch.services.count)
            accounts[batch.source, default: []].formUnion(evidence.accounts)
            try store.add(evidence)
        }
        let numbers = Set(accounts.keys).union(outcomes.indices.map { UInt32($0) })
        for number in numbers {
            let file = SourceOutcome(
                kind: "file", label: "\(number).json", accountSID: nil, status: .complete, services: 0,
                recordsRejected: 0, faults: [])
            let outcome = Int(number) < outcomes.count ? outcomes[Int(number)] : file
            store.add(outcome, number: number, accounts: accounts[number, default: []])
        }
        var report = try store.finish(
            tool: AuditReport.Tool(name: "t", version: "1"),
            run: AuditReport.Run(
                startedAt: now, finishedAt: now, durationMilliseconds: 0, now: now, isInterrupted: interrupted,
                gate: gate, rulesDigest: "")
        ) { false }
        report.verdict = Verdict(of: report)
        return report
    }

    static func findings(_ report: AuditReport) throws -> [Finding] {
        var cursor = report.findings.makeCursor()
        var findings: [Finding] = []
        while let finding = try cursor.next() { findings.append(finding) }
        return findings
    }

    private static func ledger(_ report: AuditReport, _ rule: String) -> [Outcome] {
        report.coverage.filter { $0.ruleID == rule }.map(\.outcome)
    }

    @Test func findingsAreTheSameInWhateverOrderBatchesCome() throws {
        let one = [Self.service(1, chat: 7, name: "A", ttl: 0), Self.service(2, name: "a")]
        let two = [Self.service(3, account: 2, chat: 7, ttl: 0), Self.service(4, account: 2, callback: nil)]
        let outcomes = [Self.outcome(1), Self.outcome(2)]
        let forth = try Self.report([(0, one), (1, two)], outcomes: outcomes)
        let back = try Self.report([(1, two), (0, one)], outcomes: outcomes)
        let findings = try Self.findings(forth)
        #expect(try findings == Self.findings(back))
        #expect(forth.coverage == back.coverage)
        #expect(forth.evaluationFailures == back.evaluationFailures)
        #expect(
            findings.map { "\($0.ruleID) \($0.service.serviceSID?.suffix(1) ?? "")" } == [
                "zero 1", "reuse 1", "twins 1", "twins 2", "zero 3", "reuse 3",
            ])
        #expect(Set(findings.map(\.fingerprint)).count == 6)
    }

    /// More accounts than are remembered at a time, by turns, and some Services again.
    @Test(arguments: [0, 256 << 20])
    func countsTheServicesOfManyAccounts(memoryBudget: Int) throws {
        var services = (0..<200).map { Self.service($0, account: $0 % 40 % 33) }
        services += services.prefix(50)
        let report = try Self.report([(0, services), (1, Array(services.suffix(70)))], memoryBudget: memoryBudget)
        #expect(
            report.roster.map(\.services)
                == (0..<33).map { account in (0..<200).count { $0 % 40 % 33 == account } })
    }

    /// What findings of one Service share is not that of the Service before.
    @Test func findingsAreOfTheirOwnServices() throws {
        let services = (1...4).map { Self.service($0, account: $0 % 2, name: "n\($0)", ttl: $0 == 2 ? 60 : 0) }
        let findings = try Self.findings(Self.report([(0, services)]))
        let zero = findings.filter { $0.ruleID == "zero" }
        #expect(
            zero.map(\.service)
                == [services[3], services[0], services[2]].map { service in
                    Finding.Member(
                        accountSID: service.accountSID, serviceSID: service.sid, uniqueName: service.uniqueName)
                })
        #expect(zero.map(\.provenance?.record) == [3, 0, 2])
        #expect(Set(zero.map(\.fingerprint)).count == 3)
    }

    @Test func groupsStayWithinTheirScope() throws {
        let services = [Self.service(1, chat: 1, name: "x"), Self.service(2, account: 2, chat: 1, name: "X")]
        let report = try Self.report([(0, services)])
        #expect(try Self.findings(report).map(\.ruleID) == ["reuse", "reuse"])
        let related = try #require(try Self.findings(report)[0].related)
        #expect(related.total == 1 && related.members.map(\.accountSID) == [Self.sid("AC", 2)])
    }

    @Test func namesThatAreEqualOnlyCanonicallyAreDifferent() throws {
        let services = [Self.service(1, name: "caf\u{E9}"), Self.service(2, name: "cafe\u{301}")]
        #expect(try Self.report([(0, services)]).findings.count == 0)
    }

    @Test func aServiceThatComesTwiceIsOneService() throws {
        let service = Self.service(1, chat: 1, ttl: 0)
        let report = try Self.report([(0, [service, service]), (1, [service])])
        #expect(try Self.findings(report).map(\.ruleID) == ["zero"])
        #expect(report.roster.map(\.services) == [1])
    }

    @Test func twoVersionsOfAServiceAreBothAudited() throws {
        let report = try Self.report([
            (0, [Self.service(1, ttl: 60), Self.service(1, ttl: 0), Self.service(1, ttl: 0)])
        ])
        #expect(try Self.findings(report).map(\.ruleID) == ["zero"])
        #expect(report.roster.map(\.services) == [1])
        let warning = try #require(report.sources.flatMap(\.warnings).first)
        #expect(warning.contains(Self.sid("KS", 1)) && warning.contains("different contents"))
    }

    @Test func aRuleThatCannotBeEvaluatedIsNeitherPassNorFail() throws {
        let report = try Self.report([(0, [Self.service(1, callback: nil)])], outcomes: [Self.outcome(1)])
        #expect(Self.ledger(report, "fails") == [.error])
        #expect(Self.ledger(report, "zero") == [.pass])
        #expect(report.evaluationFailures.count == 1)
        #expect(AuditSummary(of: report).evaluationErrors == 1)
        #expect(report.verdict.decision == .incomplete)
    }

    @Test(arguments: [SourceOutcome.Status.failed, .partial])
    func anAccountThatWasNotReadInFullPassesNothing(status: SourceOutcome.Status) throws {
        let report = try Self.report(
            [(0, [Self.service(1, ttl: 0)]), (1, [Self.service(2, account: 2)])],
            outcomes: [Self.outcome(1, status: status), Self.outcome(2)])
        #expect(Self.ledger(report, "zero") == [.fail, .pass])
        #expect(Self.ledger(report, "fails") == [.notEvaluated, .pass])
        #expect(Self.ledger(report, "reuse") == [.notEvaluated, .notEvaluated])
        #expect(report.verdict.decision == .incomplete)
    }

    @Test func theVerdictKnowsItsWaysOut() throws {
        func decision(
            _ services: [WrittenService], _ outcomes: [SourceOutcome], _ gate: Gate, interrupted: Bool = false
        ) throws -> Verdict.Decision {
            var batches: [(source: UInt32, services: [WrittenService])] = []
            if !services.isEmpty { batches.append((0, services)) }
            return try Self.report(batches, outcomes: outcomes, gate: gate, interrupted: interrupted).verdict.decision
        }
        let accepting = Gate(failOn: .high, allowsNoServices: true)
        #expect(try decision([], [Self.outcome(1)], Gate(failOn: .high)) == .nothingLoaded)
        #expect(try decision([], [Self.outcome(1)], accepting) == .passed)
        #expect(try decision([], [], accepting) == .nothingLoaded)
        let medium = [Self.service(1, ttl: 0)]
        #expect(try decision(medium, [], Gate(failOn: .high)) == .passed)
        #expect(try decision(medium, [], Gate(failOn: .medium)) == .failed)
        #expect(try decision(medium, [], Gate(failOn: nil)) == .passed)
        #expect(try decision(medium, [], Gate(failOn: .medium), interrupted: true) == .interrupted)
        let twice = [Self.service(1, ttl: 0), Self.service(1, ttl: 1)]
        #expect(try decision(twice, [], Gate(failOn: .high)) == .passed)
        #expect(try decision(twice, [], Gate(failOn: .high, isStrict: true)) == .incomplete)
    }

    /// Whatever does not fit into memory comes out as if it did.
    @Test(arguments: [0, 1, 100, 10_000])
    func reportIsTheSameForAnyBudgetOfMemory(budget: Int) throws {
        let services = (1...200).map { number in
            Self.service(
                number, account: number % 3, chat: number % 7, name: "n\(number % 50)", ttl: Int64(number % 2),
                callback: number % 5 == 0 ? nil : "https://a.test")
        }
        let batches: [(source: UInt32, services: [WrittenService])] = stride(from: 0, to: 200, by: 20).map { start in
            (source: UInt32(start / 100), services: Array(services[start..<start + 20]))
        }
        let whole = try Self.report(batches)
        let spilt = try Self.report(batches.reversed(), memoryBudget: budget)
        #expect(try Self.findings(whole) == Self.findings(spilt))
        #expect(whole.findings.count == spilt.findings.count)
        #expect(whole.coverage == spilt.coverage)
        #expect(whole.roster == spilt.roster)
        #expect(whole.evaluationFailures == spilt.evaluationFailures)
    }

    /// Nothing that is known is left out, and an account without Services has passed nothing.
    @Test func everyAccountIsInTheRoster() throws {
        let report = try Self.report(
            [(0, [Self.service(1)])], outcomes: [Self.outcome(1), Self.outcome(2), Self.outcome(3, status: .failed)])
        #expect(report.roster.map(\.state) == [.scanned, .empty, .failed])
        #expect(report.roster.map(\.isWhole) == [true, true, false])
        #expect(Self.ledger(report, "zero") == [.pass, .noServices, .notEvaluated])
    }

    @Test func failuresAreCappedButCounted() throws {
        let services = (1...50).map { Self.service($0, callback: nil) }
        let report = try Self.report([(0, services)])
        #expect(report.evaluationFailures.count == 20)
        #expect(report.coverage.first { $0.ruleID == "fails" }?.errors == 50)
    }

    @Test func relatedMembersAreCappedButCounted() throws {
        let report = try Self.report([(0, (1...100).map { Self.service($0, chat: 1) })])
        let related = try #require(try Self.findings(report).last?.related)
        #expect(related.members.count == Finding.Related.cap && related.total == 99)
        #expect(try !related.members.contains(Self.findings(report)[99].service))
    }

    /// Each finding lists the first of the others, itself never among them: where all fit, one does not, or more do not.
    @Test(arguments: [2, 3, Finding.Related.cap, Finding.Related.cap + 1, Finding.Related.cap + 2, 50])
    func relatedMembersAreTheFirstOthers(members count: Int) throws {
        let report = try Self.report([(0, (1...count).map { Self.service($0, chat: 1) })])
        let findings = try Self.findings(report)
        let services = findings.map(\.service)
        #expect(services.count == count)
        for finding in findings {
            let others = services.filter { $0 != finding.service }
            #expect(finding.related?.members == Array(others.prefix(Finding.Related.cap)))
            #expect(finding.related?.total == count - 1)
        }
    }

    /// Findings are counted while they are made, or where a Service came twice, when they are in order: with the same result.
    @Test(arguments: [false, true], [0, 256 << 20])
    func coverageCountsTheFindingsThatAreListed(withTwins: Bool, memoryBudget: Int) throws {
        var services = (0..<300).map { number in
            Self.service(
                number, account: number % 21, chat: number % 40, name: "n\(number % 30)", ttl: Int64(number % 2))
        }
        if withTwins { services += services.prefix(40) }
        let report = try Self.report(
            [(0, Array(services.prefix(170))), (1, Array(services.dropFirst(170)))], memoryBudget: memoryBudget)
        let findings = try Self.findings(report)
        #expect(findings.count == report.findings.count)
        for entry in report.coverage {
            let listed = findings.filter {
                $0.ruleID == entry.ruleID && $0.service.accountSID == entry.accountSID
            }
            #expect(entry.counts.total == listed.count && entry.counts[.open] == listed.count)
            for severity in Severity.allCases {
                #expect(entry.counts[.open, severity] == listed.count { $0.severity == severity })
            }
        }
        #expect(report.coverage.reduce(0) { $0 + $1.findings } == findings.count)
    }

    @Test func servicesWithoutAnAccountHaveALedgerOfTheirOwn() throws {
        var service = Self.service(1, ttl: 0)
        service.accountSID = nil
        let report = try Self.report([(0, [service])])
        #expect(report.roster.map(\.accountSID) == [nil])
        #expect(Self.ledger(report, "zero") == [.fail])
    }
}
