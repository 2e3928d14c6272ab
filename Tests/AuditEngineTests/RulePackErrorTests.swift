import Testing

@testable import AuditEngine

/// Wrong packs are refused as a whole, with every problem at its place.
@Suite struct RulePackErrorTests {
    private static let valid = """
        pack: mine
        version: 1
        rules:
          - id: one
            title: One
            severity: low
            category: hygiene
            flag_when: service.default_ttl == 0
            message: It is zero.
        """

    /// The problems of a pack as `line:column: message`.
    private static func problems(_ text: String, _ selection: RuleSelection = RuleSelection()) -> [String] {
        do {
            _ = try RuleSet(packs: [RulePackText(label: "mine.yaml", text: text)], selection: selection)
            return []
        } catch {
            return error.problems.map { "\($0.line):\($0.column): \($0.message)" }
        }
    }

    @Test func aRightPackHasNoProblem() {
        #expect(Self.problems(Self.valid) == [])
    }

    @Test(arguments: [
        ("service.default_ttl == 0", "service.defalt_ttl == 0", 8, 24, "did you mean 'default_ttl'?"),
        ("service.default_ttl == 0", "service.default_ttl = 0", 8, 36, "=="),
        ("service.default_ttl == 0", "service.default_ttl", 8, 16, "bool"),
        ("service.default_ttl == 0", "'service.unique_name.startWith(\"x\")'", 8, 37, "did you mean 'startsWith'?"),
        ("service.default_ttl == 0", "[1]", 8, 16, "flag_when must be a text, not a list"),
        ("severity: low", "severity: lwo", 6, 15, "did you mean 'low'?"),
        ("category: hygiene", "categry: hygiene", 7, 5, "did you mean 'category'?"),
        ("id: one", "id: One Rule", 4, 9, "kebab-case"),
        ("version: 1", "version: 2", 2, 10, "this program reads version 1"),
        ("message: It is zero.", "field: calback_url", 9, 12, "did you mean 'callback_url'?"),
        ("message: It is zero.", "why: x", 4, 5, "message is missing"),
        ("message: It is zero.", "message: ''", 9, 14, "message must not be empty"),
        ("message: It is zero.", "message: x\n    across: account", 10, 13, "across is for rules with group_by"),
        ("message: It is zero.", "message: x\n    group_by: service.unique_name", 4, 5, "across is missing"),
        ("message: It is zero.", "message: x\n    params: { a-b: 1 }", 10, 15, "letters, digits and underscores"),
        ("message: It is zero.", "message: x\n    params: { a: null }", 10, 18, "parameter 'a' must be"),
        ("pack: mine", "pack: [mine", 1, 12, "flow sequence"),
    ])
    func problemsNameTheirPlace(
        original: String, replacement: String, line: Int, column: Int, message: String
    ) throws {
        let text = Self.valid.replacing(original, with: replacement)
        let problems = Self.problems(text)
        let expected = "\(line):\(column): "
        #expect(
            problems.contains { $0.hasPrefix(expected) && $0.contains(message) }, "\(problems)")
    }

    @Test func allProblemsComeAtOnce() {
        let rule = """

              - id: two
                title: Two
                severity: low
                category: hygiene
                flag_when: service.x == 0 || service.y
                message: m
              - id: three
                title: Three
                severity: low
                category: hygiene
                flag_when: |
                  size(service.unique_name) > 3 &&
                  nonsense(1)
                message: m
            """
        let problems = Self.problems(Self.valid + rule)
        #expect(problems.count >= 3, "\(problems)")
        #expect(problems.contains { $0.hasPrefix("22:7: rule 'three'") }, "\(problems)")
    }

    /// One key is wrong here, one name there, and expressions are looked at all the same.
    @Test func mistakesOfKeysNamesAndExpressionsComeAtOnce() {
        let text = """
            pack: mine
            version: 2
            params: { limit: null, least: 3 }
            rules:
              - id: one
                title: One
                severity: lwo
                category: hygiene
                flag_when: service.default_tll > params.limit && service.sid == 1
                message: m
              - id: one
                severity: low
                category: hygiene
                fields: [calback_url]
                flag_when: value == 'a' && service.default_ttl < params.leats
                messge: m
              - id: Three
                title: Three
                severity: low
                category: hygiene
                message: m
                message_expression: 1 + 'a'
            """
        let expected = [
            "2:10: version 2", "3:18: parameter 'limit'", "7:15: severity must be",
            "9:24: rule 'one': flag_when: Service has no",
            "9:54: rule 'one': flag_when: '==' cannot", "11:5: title is missing", "11:5: message is missing",
            "11:9: rule 'one' is also in", "14:14: a Service has no field",
            "15:61: rule 'one': flag_when: params.Values has no",
            "16:5: a rule has no key", "17:5: flag_when is missing", "17:9: id must be in kebab-case",
            "22:25: rule '': message_expression: '+'",
        ]
        let problems = Self.problems(text)
        #expect(problems.count == expected.count, "\(problems)")
        for (problem, beginning) in zip(problems, expected) { #expect(problem.hasPrefix(beginning), "\(problems)") }
    }

    /// What is made of parameters is checked with their values.
    @Test(arguments: [
        ("has(service.sid) && service.sid.matches('^(' + params.p)", "p: x", "missing )"),
        ("has(service.sid) && service.sid.matches(params.p)", "p: '('", "missing )"),
        ("params.p.exists(p, has(service.sid) && service.sid.matches(p))", "p: [a, '(']", "missing )"),
        ("cidr(params.p).containsIP('10.0.0.1') && has(service.sid)", "p: 10.0.0.0", "no CIDR block"),
        ("cidr(params.p + '/8').containsIP('10.0.0.1') && has(service.sid)", "p: 10.0.0", "no CIDR block"),
        (
            "params.p.exists(r, cidr(r).containsIP('10.0.0.1')) && has(service.sid)", "p: [10.0.0.0/8, x]",
            "no CIDR block"
        ),
        ("now.getHours(params.p) > 3", "p: Europe/Pari", "time zone"),
        ("now.getHours('Europe/' + params.p) > 3", "p: Pari", "time zone"),
        ("now - duration(params.p) > timestamp(0)", "p: 90d", "no duration"),
        ("url(params.p).getHost() == service.sid", "p: a b", "no URL"),
    ])
    func parametersAreCheckedWhereTheyAreUsed(condition: String, parameter: String, message: String) {
        let pack = RulePackText.oneRule("flag_when: |\n  \(condition)\nparams: { \(parameter) }")
        #expect(Self.problems(pack.text).count == 1)
        #expect(Self.problems(pack.text).first?.contains(message) == true, "\(Self.problems(pack.text))")
    }

    @Test func namesThatAreTakenAreProblemsOfACheck() {
        let other = Self.valid.replacing("pack: mine", with: "pack: yours").replacing("id: one", with: "id: two")
        func problems(_ text: String) -> [String] {
            RuleCheck(
                [RulePackText(label: "a.yaml", text: text)], beside: [RulePackText(label: "built-in", text: Self.valid)]
            )
            .problems.map { "\($0.line):\($0.column): \($0.message)" }
        }
        #expect(problems(other) == [])
        #expect(
            problems(other.replacing("pack: yours", with: "pack: mine")) == [
                "1:7: pack 'mine' is also the name of built-in"
            ])
        #expect(problems(other.replacing("id: two", with: "id: one")) == ["4:9: rule 'one' is also in built-in"])
    }

    /// A contributor's change of a built-in pack is no pack that takes its name.
    @Test func aNewVersionOfAPackIsCheckedInItsPlace() {
        func rule(_ id: String) -> String {
            """

              - id: \(id)
                title: One
                severity: low
                category: hygiene
                flag_when: service.default_ttl == 0
                message: It is zero.
            """
        }
        let others = [
            RulePackText(label: "built-in pack mine", text: Self.valid + rule("two") + rule("three")),
            RulePackText(
                label: "built-in pack other",
                text: Self.valid.replacing("pack: mine", with: "pack: other").replacing("id: one", with: "id: four")),
        ]
        func check(_ texts: String...) -> [String] {
            let packs = texts.enumerated().map { RulePackText(label: "\($0).yaml", text: $1) }
            return RuleCheck(packs, beside: others).problems.map {
                "\($0.file):\($0.line): \($0.isWarning ? "warning: " : "")\($0.message)"
            }
        }
        let version =
            "warning: pack 'mine' is taken for a new version of built-in pack mine, which stays in use until the program "
            + "is built with it; for a pack beside that one, change the name and the ids"
        #expect(check(others[0].text) == [])
        #expect(check(Self.valid + rule("two") + rule("five")) == ["0.yaml:1: \(version)"])
        // What another pack has is taken, and so is what another file has.
        #expect(
            check(Self.valid + rule("two") + rule("four"))
                == ["0.yaml:1: \(version)", "0.yaml:16: rule 'four' is also in built-in pack other"])
        #expect(
            check(Self.valid + rule("two") + rule("three"), Self.valid.replacing("id: one", with: "id: six"))
                == ["1.yaml:1: pack 'mine' is also the name of 0.yaml"])
        // With few of its rules it is another pack.
        #expect(
            check(Self.valid + rule("five") + rule("six")) == [
                "0.yaml:1: pack 'mine' is also the name of built-in pack mine",
                "0.yaml:4: rule 'one' is also in built-in pack mine",
            ])
    }

    @Test func aVariableThatCannotBeReadTakesNoNameInOtherRules() {
        let text = """
            \(Self.valid)
                variables: { part: 1 }
              - id: two
                title: Two
                severity: low
                category: hygiene
                variables: { part: service.default_ttl }
                flag_when: part == 0
                message: It is zero.
            """
        let found = Self.problems(text)
        #expect(found.count == 1 && found.first?.hasPrefix("10:24: part must be a text") == true, "\(found)")
    }

    // MARK: - What is no YAML

    private static let ofThree = """
        pack: mine
        version: 1
        params: { limit: 3 }
        variables:
          ttl: service.default_ttl
        rules:
          - id: one
            title: One
            severity: low
            category: hygiene
            flag_when: ttl > params.limit
            message: It is large.
          - id: two
            title: Two
            severity: low
            category: hygiene
            flag_when: |
              ttl > 1

              && ttl < params.limit
            message: It is small.
          # The last.
          - id: three
            title: Three
            severity: lwo
            category: hygiene
            flag_when: ttl > params.limt
            message: It is wrong.

        """

    /// The mistakes of the third rule, which are told whatever is no YAML before it.
    private static let ofThird = [
        "25:15: severity must be one of info, low, medium, high, critical; did you mean 'low'?",
        "27:29: rule 'three': flag_when: params.Values has no field 'limt'; did you mean 'limit'?",
    ]

    @Test(arguments: [
        ("title: Two", "title: 'Two", "14:12: "),
        ("title: Two", "title: 'Two' too", "14:18: "),
        ("    title: Two", "   title: Two", "14:4: "),
        ("title: Two", "title: &a Two", "14:12: anchors and aliases are not allowed"),
        ("title: Two", "title: Two\n    title: Two", "14:5: "),
        ("id: two", "id: [two", "14:10: "),
        ("id: one\n    title: One", "id: [one\n    title: 'One", "8:10: "),
        // Each is told once.
        (
            "severity: low\n    category: hygiene\n    flag_when: t",
            "severity: 'low' x\n    category: hygiene\n    flag_when: t", "9:21: "
        ),
        // What stands in a part that cannot be read is neither missing nor unknown.
        ("pack: mine", "pack: 'mine' x", "1:14: "), ("version: 1", "version: @1", "2:10: "),
        ("params: {", "params: [", "3:20: "), ("  ttl: service", "  ttl: 'service'", "5:17: "),
        ("pack: mine\nversion: 1", "pack: mine\n version: 1", "2:9: "),
    ])
    func whatIsNoYAMLHidesNoOtherMistake(
        original: String, replacement: String, expected: String
    ) throws {
        let range = try #require(Self.ofThree.firstRange(of: original))
        let text = Self.ofThree[..<range.lowerBound] + replacement + Self.ofThree[range.upperBound...]
        let added = replacement.split(separator: "\n").count - original.split(separator: "\n").count
        let found = Self.problems(String(text))
        let third = Self.ofThird.map { problem in
            let parts = problem.split(separator: ":", maxSplits: 1)
            return "\((Int(parts[0]) ?? 0) + added):\(parts[1])"
        }
        #expect(found.filter { third.contains($0) } == third, "\(found)")
        let others = found.filter { !third.contains($0) }
        #expect(others.count == 1, "\(found)")
        #expect(others.first?.hasPrefix(expected) == true, "\(found)")
    }

    @Test func everyPartThatIsNoYAMLIsTold() {
        let text = Self.ofThree.replacing("title: One", with: "title: 'One' x")
            .replacing("title: Two", with: "title: [Two").replacing("version: 1", with: "version: *a")
        let found = Self.problems(text)
        #expect(found.map { $0.prefix { $0 != ":" } } == ["2", "8", "15", "25", "27"], "\(found)")
    }

    @Test(arguments: [
        "rules: x", "rules:\n  - id: [one\n", "rules: [\n", "rules:\n  - &a one\n  - &b two\n", "pack: [mine\n",
        "a: b: c", "- a\n- b: c: d\n", "'",
    ])
    func nothingIsMissingFromWhatCannotBeRead(text: String) {
        let found = Self.problems(text)
        #expect(!found.isEmpty)
        let claims = ["no rule", "rules must be a list, not nothing", "id is missing", "title is missing"]
        #expect(!found.contains { problem in claims.contains { problem.contains($0) } }, "\(found)")
    }

    @Test func theExcerptStandsUnderTheRightCharacters() throws {
        let text = Self.valid.replacing("service.default_ttl == 0", with: "'service.ünique_name == \"日本\"'")
        let error = try #require(
            #expect(throws: RulePackError.self) {
                try RuleSet(packs: [RulePackText(label: "mine.yaml", text: text)])
            })
        let problem = try #require(error.problems.first)
        let lines = try #require(problem.excerpt).split(separator: "\n")
        let caret = try #require(lines[1].firstIndex(of: "^"))
        let offset = lines[1].distance(from: lines[1].startIndex, to: caret)
        #expect(lines[0].dropFirst(offset).hasPrefix("ünique") || lines[0].dropFirst(offset).hasPrefix(".ünique"))
    }

    @Test(arguments: [
        (RuleSelection(packs: ["mien"]), "--pack", "did you mean 'mine'?"),
        (RuleSelection(only: ["on"]), "--only", "no rule is called 'on'"),
        (RuleSelection(disabled: ["oen"]), "--disable", "did you mean 'one'?"),
        (
            RuleSelection(parameters: [.init(ruleID: "one", name: "x", text: "1")]), "--param",
            "rule 'one' has no parameter 'x'"
        ),
    ])
    func selectionsMustNameWhatExists(selection: RuleSelection, option: String, message: String) {
        do {
            _ = try RuleSet(packs: [RulePackText(label: "mine.yaml", text: Self.valid)], selection: selection)
            Issue.record("the selection was accepted")
        } catch {
            #expect(error.problems.map(\.file) == [option])
            #expect(error.problems[0].message.contains(message), "\(error.problems[0].message)")
        }
    }

    @Test func oneIdInTwoPacksIsAProblem() {
        let other = Self.valid.replacing("pack: mine", with: "pack: yours")
        let packs = [RulePackText(label: "a.yaml", text: Self.valid), RulePackText(label: "b.yaml", text: other)]
        #expect(throws: RulePackError.self) { try RuleSet(packs: packs) }
    }

    @Test func parametersChangeTheDigestAndTheVerdict() throws {
        let text = Self.valid.replacing(
            "service.default_ttl == 0", with: "service.default_ttl > params.limit\n    params: { limit: 10 }")
        let pack = RulePackText(label: "mine.yaml", text: text)
        let plain = try RuleSet(packs: [pack])
        let changed = try RuleSet(
            packs: [pack], selection: RuleSelection(parameters: [.init(ruleID: "one", name: "limit", text: "20")]))
        #expect(plain.digest != changed.digest)
        #expect(plain.digest.utf8.count == 64)
        #expect(changed.rules[0].parameters == [RuleParameter(name: "limit", value: .integer(20))])
    }
}
