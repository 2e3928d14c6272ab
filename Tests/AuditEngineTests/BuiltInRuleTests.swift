import CEL
import Foundation
import ServiceModel
import Testing

@testable import AuditEngine

/// The built-in packs against their example files: the examples are the tests.
@Suite struct BuiltInRuleTests {
    static let ruleIDs = [
        "pii-in-unique-name", "missing-callback-url", "insecure-callback-url", "unbounded-ttl", "chat-instance-reuse",
        "excessive-ttl", "malformed-callback-url", "callback-url-credentials", "callback-url-not-public",
        "callback-url-placeholder", "callback-url-tunnel", "callback-url-ip-literal", "callback-hosts-differ",
        "missing-out-of-session-callback", "environment-mismatch", "duplicate-unique-name", "malformed-unique-name",
        "placeholder-unique-name", "malformed-sid", "unknown-enum-value", "stale-service", "test-service-left-behind",
    ]

    @Test func packsHoldExactlyTheRulesOfTheContract() throws {
        let rules = try RuleSet(packs: RuleFolder.packs()).rules.map(\.description)
        #expect(Set(rules.map(\.id)) == Set(Self.ruleIDs))
        let core = rules.filter { $0.pack == "core" }.map { "\($0.id) \($0.severity.rawValue)" }
        #expect(
            core == [
                "pii-in-unique-name high", "missing-callback-url medium", "insecure-callback-url high",
                "unbounded-ttl medium", "chat-instance-reuse high",
            ])
    }

    @Test(arguments: ruleIDs) func everyExampleHolds(ruleID: String) throws {
        let examples = try RuleExamples(RuleFolder.text("examples/\(ruleID).yaml"))
        #expect(examples.ruleID == ruleID)
        let now = try #require(Timestamp("2026-01-15T00:00:00Z"))
        for result in try examples.run(packs: RuleFolder.packs(), now: now) {
            #expect(result.failure == nil, "\(result.example.origin): \(result.example.name)")
        }
    }

    @Test func everyRuleExplainsItself() throws {
        for rule in try RuleSet(packs: RuleFolder.packs()).rules.map(\.description) {
            #expect(!rule.why.isEmpty && !rule.fix.isEmpty, "\(rule.id)")
            #expect(!rule.references.isEmpty && !rule.frameworks.isEmpty, "\(rule.id)")
        }
    }

    @Test func noRuleFailsOnOddValues() throws {
        let engine = AuditEngine(
            rules: try RuleSet(packs: RuleFolder.packs()), now: try #require(Timestamp("2026-01-15T00:00:00Z")),
            masker: Masker())
        for service in OddServices.all {
            var store = EvidenceStore(engine: engine)
            var other = service
            other.sid = "other"
            try store.add(engine.judge(WrittenService.batch([service, other]), source: 0, ordinal: 0))
            #expect(try store.results().failures == [], "\(service.uniqueName ?? "nil")")
        }
    }

    /// What is linear in a text may be done with one of a mebibyte, a few times.
    @Test(arguments: ["prod-dev.", "https://u:p@host.example/?token=x&"])
    func hugeTextsAreNoReasonToFail(part: String) throws {
        let text = String(repeating: part, count: (1 << 20) / part.utf8.count)
        let services = [
            WrittenService(uniqueName: text, callbackURL: "https://prod.host.test/"),
            WrittenService(uniqueName: "prod", callbackURL: text),
            WrittenService(uniqueName: "prod", callbackURL: "https://host/" + text),
        ]
        let rules = try RuleSet(packs: RuleFolder.packs())
        var runner = RuleRunner(rules: rules, now: try #require(Timestamp("2026-01-15T00:00:00Z")))
        for record in WrittenService.batch(services).records {
            let message = ServiceMessage(fields: ServiceField.allCases) { record[$0] }
            func judge(_ rule: Int, _ outcome: RuleOutcome) {
                guard case .failed(_, let failure) = outcome else { return }
                #expect(failure.error.code != .costLimitExceeded, "\(rules.rules[rule].description.id)")
            }
            runner.run(
                message, size: record.size, account: AccountMessage(sid: nil), view: { message }, kinds: { _ in [] },
                report: judge)
        }
    }

    /// The steps that a large Service is allowed grow with it, but not so far that a rule could take minutes.
    @Test(arguments: [
        "service.unique_name.split('').all(c, service.unique_name.contains(c))",
        "service.unique_name.split('').exists(c, service.unique_name.split('').exists(d, c + d == 'x'))",
        "service.unique_name.split('').all(c, service.unique_name.foldCase() != c)",
        "service.unique_name.replace('a', service.unique_name) == ''",
    ])
    func aRuleThatIsNotLinearFailsOnAHugeText(condition: String) throws {
        let pack = RulePackText(
            label: "mine.yaml",
            text: """
                pack: mine
                version: 1
                rules:
                  - { id: one, title: One, severity: low, category: hygiene, message: It is so., flag_when: "\(condition)" }
                """)
        var rules: RuleSet?
        do {
            rules = try RuleSet(packs: [pack])
        } catch {
            #expect(error.problems.map(\.message).allSatisfy { $0.contains("steps") }, "\(error)")
        }
        guard let rules else { return }
        let engine = AuditEngine(
            rules: rules, now: try #require(Timestamp("2026-01-15T00:00:00Z")), masker: Masker())
        let service = WrittenService(uniqueName: String(repeating: "a", count: 1 << 20))
        var store = EvidenceStore(engine: engine)
        try store.add(engine.judge(WrittenService.batch([service]), source: 0, ordinal: 0))
        let failures = try store.results().failures
        #expect(failures.count == 1)
        #expect(failures.allSatisfy { $0.message.contains("more steps than allowed") })
    }
}

/// The rules folder of the checkout.
enum RuleFolder {
    static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../rules").path

    static func text(_ name: String) throws -> RulePackText {
        RulePackText(label: "rules/\(name)", text: try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8))
    }

    static func packs() throws -> [RulePackText] {
        [try text("packs/core.yaml"), try text("packs/hygiene.yaml")]
    }
}

/// Services whose fields hold what nobody expects.
enum OddServices {
    static let texts: [String?] = [
        nil, "", " ", "\t\n", "x", String(repeating: "a", count: 10_000),
        "https://u:" + String(repeating: "prod-dev.", count: 3_000) + "@host/?"
            + String(repeating: "token=x&", count: 1_000), "http:", "http://", "https://", "//host",
        "HTTP://EXAMPLE.COM", "https://[::1]/", "https://[::1", "https://host:99999/", "https://user:p@ss@host/x",
        "https://xn--bcher-kva.example/", "https://münchen.example/", "javascript:alert(1)", "mailto:a@b.c",
        "https://host/%zz?token=%", "\u{0}", "\u{202E}abc", "\u{FFFD}", "https:// host", "ftp://host/", "https://.",
        "https://..", "https://a..b/", "https://256.256.256.256/", "https://1.2.3/", "https://0x7f.1/", "[]", "{}", "'",
    ]

    static let all: [WrittenService] = texts.map { text in
        WrittenService(
            sid: text, accountSID: text, chatInstanceSID: text, uniqueName: text, defaultTTL: .max, callbackURL: text,
            interceptCallbackURL: text, outOfSessionCallbackURL: text, geoMatchLevel: text,
            numberSelectionBehavior: text, url: text)
    }
}
