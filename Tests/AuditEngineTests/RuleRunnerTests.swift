import CEL
import ServiceModel
import Testing

@testable import AuditEngine

/// Rules over single Services: fields, severities, what cannot be read, and what messages may know.
@Suite struct RuleRunnerTests {
    private static func pack(_ keys: String) -> RulePackText {
        .oneRule(keys, variables: #"{ host: "isURL(value) ? url(value).getHostname() : ''" }"#)
    }

    /// What comes of a rule, a line each: `field severity message`, or `field error: message`.
    private static func outcomes(
        _ keys: String, _ service: ServiceMessage, masked: ServiceMessage? = nil, kinds: [String] = []
    ) throws -> [String] {
        var runner = RuleRunner(
            rules: try RuleSet(packs: [pack(keys)]), now: try #require(Timestamp("2026-01-15T00:00:00Z")))
        var lines: [String] = []
        func add(_ rule: Int, _ outcome: RuleOutcome) {
            switch outcome {
            case .flagged(let flag): lines.append("\(flag.field?.name ?? "-") \(flag.severity) \(flag.message)")
            case .failed(let field, let failure): lines.append("\(field?.name ?? "-") error: \(failure.error.message)")
            case .grouped(let key): lines.append("in \(String(decoding: key, as: UTF8.self))")
            }
        }
        runner.run(
            service, size: 0, account: AccountMessage(sid: "AC1", tags: ["prod"]), view: { masked ?? service },
            kinds: { _ in kinds }, report: add)
        return lines
    }

    private static let twoURLs = message(
        WrittenService(
            sid: "KS1", uniqueName: "anna.berg", callbackURL: "http://a.test/",
            interceptCallbackURL: "http://b.test/"))

    private static func message(_ service: WrittenService) -> ServiceMessage {
        let record = WrittenService.batch([service]).records.first
        return ServiceMessage { record?[$0] ?? .absent }
    }

    private static let fields = "fields: [callback_url, intercept_callback_url, out_of_session_callback_url]\n"

    @Test(arguments: [
        (
            "flag_when: value.startsWith('http:')",
            ["callback_url low It is so.", "intercept_callback_url low It is so."]
        ),
        ("flag_when: host == 'b.test'", ["intercept_callback_url low It is so."]),
        ("where: field != 'callback_url'\nflag_when: host != ''", ["intercept_callback_url low It is so."]),
        (
            "flag_when: host != ''\nseverity_when: { high: host == 'a.test', critical: \"'prod' in account.tags && host == 'b.test'\" }",
            ["callback_url high It is so.", "intercept_callback_url critical It is so."]
        ),
        (
            "flag_when: host == 'a.test'\nseverity_when: { high: 1 / size(service.links) == 1 }",
            ["callback_url error: division by zero", "callback_url low It is so."]
        ),
        (
            "variables: { label: host + '!' }\nflag_when: label == 'a.test!'\nmessage_expression: field + ' is ' + label",
            ["callback_url low callback_url is a.test!"]
        ),
        ("flag_when: size(value) < 0", []),
    ])
    func eachFieldIsJudgedByItself(_ keys: String, _ expected: [String]) throws {
        #expect(try Self.outcomes(Self.fields + keys, Self.twoURLs) == expected)
    }

    /// An expression that names the field is compiled for each with what it is there; one that has it from a variable is not.
    @Test(arguments: [
        "flag_when: FIELD == 'callback_url'", "where: FIELD != 'callback_url'\nflag_when: value != ''",
        "flag_when: |\n  value in {'callback_url': ['http://a.test/']}[FIELD]",
        "flag_when: int(FIELD) > 0 || value.matches(FIELD)", "flag_when: value != ''\nmessage_expression: FIELD + '!'",
        "flag_when: value != ''\nmessage_expression: FIELD.substring(99)",
        "flag_when: value != ''\nmessage_expression: \"FIELD + ' of ' + service.unique_name + ' is ' + value\"",
        "flag_when: value != ''\nseverity_when: { critical: \"FIELD.startsWith('inter')\", high: int(FIELD) > 0 }",
    ])
    func whatTheFieldIsMakesNoDifference(_ keys: String) throws {
        let direct = try Self.outcomes(Self.fields + keys.replacing("FIELD", with: "field"), Self.twoURLs)
        let indirect = try Self.outcomes(
            Self.fields + "variables: { named: field }\n" + keys.replacing("FIELD", with: "named"), Self.twoURLs)
        #expect(direct == indirect)
        #expect(!direct.isEmpty)
    }

    private static func unreadable(_ field: ServiceField) -> ServiceMessage {
        var faults = [String?](repeating: nil, count: ServiceField.allCases.count)
        faults[field.rawValue] = "not a text"
        return ServiceMessage(
            values: ServiceField.allCases.map { other in
                other == field ? .null : twoURLs.value(at: other.rawValue)
            }, faults: faults)
    }

    @Test(arguments: [
        "has(service.unique_name)", "service.unique_name == 'x'", "service.unique_name.startsWith('x')",
        "has(service.unique_name) && service.unique_name.startsWith('x')", "service.unique_name != null",
        "service.?unique_name.hasValue()", "dyn(service).unique_name == 'x'", "[service][0].unique_name == 'x'",
        "has([service][0].unique_name)",
    ])
    func whatCannotBeReadIsAnError(_ condition: String) throws {
        let found = try Self.outcomes("flag_when: \"\(condition)\"", Self.unreadable(.uniqueName))
        #expect(found == ["- error: unique_name cannot be read: not a text"])
        #expect(try Self.outcomes("flag_when: \"\(condition) || true\"", Self.unreadable(.uniqueName)).count == 1)
    }

    @Test func theOtherFieldsAreJudgedAllTheSame() throws {
        let found = try Self.outcomes(
            Self.fields + "flag_when: value.startsWith('http:')", Self.unreadable(.interceptCallbackURL))
        #expect(
            found == [
                "callback_url low It is so.",
                "intercept_callback_url error: intercept_callback_url cannot be read: not a text",
            ])
    }

    @Test(arguments: [
        "service.unique_name", "service.unique_name.upperAscii()", "service.unique_name.split('').join('-')",
        "name.reverse()", "service.unique_name.substring(0, 6)", "value", "value.split('.')[0]", "{'a': value}['a']",
        "service.?unique_name.orValue('')", "string(service.unique_name == '#')",
    ])
    func messagesKnowTheMaskedViewOnly(_ message: String) throws {
        let keys = """
            fields: [unique_name]
            variables: { name: service.unique_name }
            flag_when: name.contains('anna') && value.contains('anna')
            message_expression: "'kinds: ' + kinds.join(',') + ' ' + (\(message))"
            """
        let masked = Self.message(WrittenService(sid: "KS1", uniqueName: "#"))
        let found = try Self.outcomes(keys, Self.twoURLs, masked: masked, kinds: ["person_name"])
        let text = try #require(found.first).lowercased().replacing("-", with: "")
        #expect(found.count == 1 && text.hasPrefix("unique_name"))
        for canary in ["anna", "berg", "greb", "anna"] {
            #expect(!text.contains(canary), "\(text)")
        }
    }

    /// What a message says of kinds is remembered by the kinds, and by the rule and the field.
    @Test func messagesAboutKindsAreThoseOfTheService() throws {
        let keys = """
            fields: [unique_name, callback_url]
            flag_when: "true"
            message_expression: "field + ': ' + (kinds == [] ? 'none' : kinds.filter(k, k in params.told).join('+'))"
            params: { told: [email, phone] }
            """
        var runner = RuleRunner(
            rules: try RuleSet(packs: [Self.pack(keys)]), now: try #require(Timestamp("2026-01-15T00:00:00Z")))
        let turns = [["phone"], [], ["email", "phone"], ["phone", "email"], ["phone", "iban"], ["phone"], []]
        // More than are remembered, and twice.
        let many = (0..<100).map { ["phone", "kind\($0)"] }
        for kinds in turns + many + many {
            var messages: [String] = []
            func add(_ rule: Int, _ outcome: RuleOutcome) {
                if case .flagged(let flag) = outcome { messages.append(flag.message) }
            }
            runner.run(
                Self.twoURLs, size: 0, account: AccountMessage(sid: nil), view: { Self.twoURLs },
                kinds: { $0 == .uniqueName ? kinds : kinds.reversed() }, report: add)
            func told(_ kinds: [String]) -> String {
                kinds.isEmpty ? "none" : kinds.filter { $0 == "email" || $0 == "phone" }.joined(separator: "+")
            }
            #expect(
                messages == ["unique_name: \(told(kinds))", "callback_url: \(told(kinds.reversed()))"], "\(kinds)")
        }
    }

    @Test(arguments: [
        RuleSelection(only: ["one"], disabled: ["one"]), RuleSelection(disabled: ["one"]),
    ])
    func aSelectionThatLeavesNoRuleIsRefused(_ selection: RuleSelection) throws {
        let error = try #require(
            #expect(throws: RulePackError.self) {
                try RuleSet(packs: [Self.pack("flag_when: \"true\"")], selection: selection)
            })
        #expect(error.problems.map(\.file) == ["--disable"])
        #expect(error.problems[0].message.hasPrefix("no rule is left"))
    }

    @Test func parametersGivenByAnOptionAreCheckedToo() throws {
        let pack = Self.pack("fields: [callback_url]\nflag_when: value.matches(params.p)\nparams: { p: x }")
        let selection = RuleSelection(parameters: [.init(ruleID: "one", name: "p", text: "(")])
        let error = try #require(
            #expect(throws: RulePackError.self) { try RuleSet(packs: [pack], selection: selection) })
        #expect(error.problems[0].file == "--param")
        #expect(error.problems[0].message.contains("in params.p"))
    }

    @Test func fieldsThatAreReadAreKnown() throws {
        let rules = try RuleSet(packs: [Self.pack(Self.fields + "flag_when: host != '' && service.default_ttl > 0")])
        #expect(
            rules.rules[0].readFields == [.defaultTTL, .callbackURL, .interceptCallbackURL, .outOfSessionCallbackURL])
    }
}
