import ServiceModel
import Testing

@testable import AuditEngine

/// Reports do not depend on the order in which sources answer, and never call anything passed that was not looked at.
@Suite struct AuditCollectorTests {
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
    ) -> Service {
        Service(
            sid: sid("KS", number), accountSID: sid("AC", account), chatInstanceSID: chat.map { sid("IS", $0) },
            uniqueName: name, defaultTTL: ttl, callbackURL: callback)
    }

    static func outcome(_ account: Int, status: SourceOutcome.Status = .complete) -> SourceOutcome {
        SourceOutcome(
            kind: "live", label: "account \(account)", accountSID: sid("AC", account), status: status, services: 0,
            recordsRejected: 0, errors: status == .complete ? [] : ["cause"])
    }

    static func report(
        _ batches: [(source: Int, services: [Service])], outcomes: [SourceOutcome] = [], interrupted: Bool = false
    ) throws -> AuditReport {
        let now = try #require(Timestamp("2026-01-01T00:00:00Z"))
        let engine = AuditEngine(rules: try RuleSet(packs: [pack]), now: now, redactor: Redactor())
        var collector = AuditCollector(engine: engine)
        for batch in batches {
            collector.add(engine.evaluate(collector.admit(batch.services, from: batch.source)))
        }
        for (number, outcome) in outcomes.enumerated() { collector.add(outcome, number: number) }
        return collector.finish(
            tool: AuditReport.Tool(name: "t", version: "1"),
            run: AuditReport.Run(
                startedAt: now, finishedAt: now, durationMilliseconds: 0, now: now, isComplete: false,
                isInterrupted: interrupted, exitCode: 0, failOn: .high, rulesDigest: ""))
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
        #expect(forth.findings == back.findings)
        #expect(forth.coverage == back.coverage)
        #expect(forth.evaluationFailures == back.evaluationFailures)
        #expect(
            forth.findings.map { "\($0.ruleID) \($0.service.serviceSID?.suffix(1) ?? "")" } == [
                "zero 1", "reuse 1", "twins 1", "twins 2", "zero 3", "reuse 3",
            ])
        #expect(Set(forth.findings.map(\.fingerprint)).count == 6)
    }

    @Test func groupsStayWithinTheirScope() throws {
        let services = [Self.service(1, chat: 1, name: "x"), Self.service(2, account: 2, chat: 1, name: "X")]
        let report = try Self.report([(0, services)])
        #expect(report.findings.map(\.ruleID) == ["reuse", "reuse"])
        let related = try #require(report.findings[0].related)
        #expect(related.total == 1 && related.members.map(\.accountSID) == [Self.sid("AC", 2)])
    }

    @Test func namesThatAreEqualOnlyCanonicallyAreDifferent() throws {
        let services = [Self.service(1, name: "caf\u{E9}"), Self.service(2, name: "cafe\u{301}")]
        #expect(try Self.report([(0, services)]).findings.isEmpty)
    }

    @Test func aServiceThatComesTwiceIsOneService() throws {
        let service = Self.service(1, chat: 1, ttl: 0)
        let report = try Self.report([(0, [service, service]), (1, [service])])
        #expect(report.findings.map(\.ruleID) == ["zero"])
        #expect(report.accounts.map(\.services) == [1])
    }

    @Test func twoVersionsOfAServiceAreBothAudited() throws {
        let report = try Self.report([
            (0, [Self.service(1, ttl: 60), Self.service(1, ttl: 0), Self.service(1, ttl: 0)])
        ])
        #expect(report.findings.map(\.ruleID) == ["zero"])
        #expect(report.accounts.map(\.services) == [1])
    }

    @Test func aRuleThatCannotBeEvaluatedIsNeitherPassNorFail() throws {
        let report = try Self.report([(0, [Self.service(1, callback: nil)])], outcomes: [Self.outcome(1)])
        #expect(Self.ledger(report, "fails") == [.error])
        #expect(Self.ledger(report, "zero") == [.pass])
        #expect(!report.run.isComplete)
        #expect(report.evaluationFailures.count == 1)
        #expect(AuditSummary(of: report).evaluationErrors == 1)
        #expect(GateDecision(of: report, allowsNoServices: false) == .incomplete)
    }

    @Test(arguments: [SourceOutcome.Status.failed, .partial])
    func anAccountThatWasNotReadInFullPassesNothing(status: SourceOutcome.Status) throws {
        let report = try Self.report(
            [(0, [Self.service(1, ttl: 0)]), (1, [Self.service(2, account: 2)])],
            outcomes: [Self.outcome(1, status: status), Self.outcome(2)])
        #expect(Self.ledger(report, "zero") == [.fail, .pass])
        #expect(Self.ledger(report, "fails") == [.notEvaluated, .pass])
        #expect(Self.ledger(report, "reuse") == [.notEvaluated, .notEvaluated])
        #expect(GateDecision(of: report, allowsNoServices: true) == .incomplete)
    }

    @Test func theGateKnowsItsFiveWaysOut() throws {
        let empty = try Self.report([], outcomes: [Self.outcome(1)])
        #expect(GateDecision(of: empty, allowsNoServices: false) == .empty)
        #expect(GateDecision(of: empty, allowsNoServices: true) == .passed)
        #expect(GateDecision(of: try Self.report([]), allowsNoServices: true) == .empty)
        let medium = try Self.report([(0, [Self.service(1, ttl: 0)])])
        #expect(GateDecision(of: medium, allowsNoServices: false) == .passed)
        var strict = medium
        strict.run.failOn = .medium
        #expect(GateDecision(of: strict, allowsNoServices: false) == .failed)
        strict.run.failOn = nil
        #expect(GateDecision(of: strict, allowsNoServices: false) == .passed)
        let interrupted = try Self.report([(0, [Self.service(1)])], interrupted: true)
        #expect(GateDecision(of: interrupted, allowsNoServices: false) == .interrupted)
        #expect(!interrupted.run.isComplete)
    }

    @Test func failuresAreCappedButCounted() throws {
        let services = (1...50).map { Self.service($0, callback: nil) }
        let report = try Self.report([(0, services)])
        #expect(report.evaluationFailures.count == 20)
        #expect(report.coverage.first { $0.ruleID == "fails" }?.errors == 50)
    }

    @Test func relatedMembersAreCappedButCounted() throws {
        let report = try Self.report([(0, (1...100).map { Self.service($0, chat: 1) })])
        let related = try #require(report.findings.last?.related)
        #expect(related.members.count == Finding.Related.cap && related.total == 99)
        #expect(!related.members.contains(report.findings[99].service))
    }

    @Test func servicesWithoutAnAccountHaveALedgerOfTheirOwn() throws {
        var service = Self.service(1, ttl: 0)
        service.accountSID = nil
        let report = try Self.report([(0, [service])])
        #expect(report.accounts.map(\.sid) == [nil])
        #expect(Self.ledger(report, "zero") == [.fail])
    }
}
