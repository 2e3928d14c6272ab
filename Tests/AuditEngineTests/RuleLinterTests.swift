import Testing

@testable import AuditEngine

/// Rules that are right in form and probably not meant get warnings at their places.
@Suite struct RuleLinterTests {
    private static func warnings(_ keys: String) throws -> [String] {
        let pack = RulePackText.oneRule(keys)
        _ = try RuleSet(packs: [pack])
        return RuleCheck([pack], beside: []).problems.map { warning in
            #expect(warning.isWarning)
            return "\(warning.line):\(warning.column): \(warning.message)"
        }
    }

    @Test(arguments: [
        (
            "flag_when: service.callback_url.startsWith('http:')",
            "9:16: rule 'one': flag_when: 'service.callback_url' may be null, and 'startsWith' fails on null; "
                + "ask first: has(service.callback_url) && …"
        ),
        (
            "flag_when: service.date_created < now",
            "9:16: rule 'one': flag_when: 'service.date_created' may be null, and '<' fails on null; "
                + "ask first: has(service.date_created) && …"
        ),
        (
            "where: service.unique_name.contains('x')\nflag_when: service.unique_name.contains('y')",
            "9:12: rule 'one': where: 'service.unique_name' may be null, and 'contains' fails on null; "
                + "ask first: has(service.unique_name) && …"
        ),
        (
            "where: service.default_ttl > 0\nflag_when: service.default_ttl == 0",
            "10:16: rule 'one': flag_when: this never holds together with what was asked before, so the condition is "
                + "always false"
        ),
        (
            "fields: [unique_name]\nflag_when: pii.find(value)[0].level == 'high'",
            "10:16: rule 'one': flag_when: 'pii.find(value)' may have no element 0; "
                + "ask first: size(pii.find(value)) > 0 && …"
        ),
        ("flag_when: size(service.links) >= 0", "9:16: rule 'one': flag_when: the condition is always true"),
        (
            "flag_when: |\n  has(service.links)\n  && service.default_ttl == 0",
            "10:7: rule 'one': flag_when: this is always true: the field 'links' is never null; "
                + "leave it out, or compare the value"
        ),
        (
            "flag_when: service.geo_match_level == 'countrry'",
            "9:43: rule 'one': flag_when: 'geo_match_level' is not known to have this value; did you mean 'country'?"
        ),
        (
            "flag_when: service.default_ttl > 5\nparams: { max_ttl: 5 }",
            "10:15: rule 'one': no expression of the rule reads params.max_ttl"
        ),
        (
            "flag_when: service.default_ttl == 0\nmessage_expression: \"'Its URL is ' + service.callback_url\"",
            "10:42: rule 'one': message_expression: 'service.callback_url' may be null, and '+' fails on null, so "
                + "'message' is used instead then; ask first: has(service.callback_url) && …"
        ),
        (
            "flag_when: \"!has(service.callback_url)\"\nmessage_expression: \"'Its URL is ' + service.callback_url\"",
            "10:42: rule 'one': message_expression: 'service.callback_url' is always null here, and '+' fails on null, "
                + "so this message can never be made"
        ),
        (
            "flag_when: service.default_ttl == 0\nmessage_expression: \"['a', 'b'][2]\"",
            "10:26: rule 'one': message_expression: this always fails: index out of range: the list has 2 elements, "
                + "so this message can never be made"
        ),
        (
            "flag_when: service.default_ttl == 0\nmessage_expression: \"'a' + 'b'\"",
            "10:26: rule 'one': message_expression: this is the same for every finding; write it as 'message'"
        ),
        (
            "group_by: \"'all'\"\nacross: account\nflag_when: size(group) > 1",
            "9:16: rule 'one': group_by: this is the same for every Service, so all are one group"
        ),
        (
            "group_by: service.unique_name.trim()\nacross: account\nflag_when: size(group) > 1",
            "9:15: rule 'one': group_by: 'service.unique_name' may be null, and 'trim' fails on null; "
                + "ask first: has(service.unique_name) && …"
        ),
        (
            "group_by: service.unique_name\nacross: account\nflag_when: group.exists(s, s.sid.startsWith('K'))",
            "11:32: rule 'one': flag_when: 's.sid' may be null, and 'startsWith' fails on null; "
                + "ask first: has(s.sid) && …"
        ),
        (
            "fields: [callback_url]\nflag_when: url(value).getHostname() == 'a'",
            "10:16: rule 'one': flag_when: 'value' may be no URL, and 'url' fails on it; ask first: isURL(value) && …"
        ),
        (
            "variables: { host: url(value).getHostname() }\nfields: [callback_url]\nflag_when: host == 'a'",
            "11:16: rule 'one': flag_when: 'value' may be no URL, and 'url' fails on it; ask first: isURL(value) && …"
        ),
        (
            "variables: { since: \"now - duration('90d')\" }\nflag_when: has(service.date_updated) && service.date_updated < since",
            "9:32: rule 'one': variables.since: this always fails: the string is no duration such as '1h30m', or is out of range"
        ),
        (
            "flag_when: size(service.links) > 0\nmessage_expression: service.links['voice']",
            "10:25: rule 'one': message_expression: 'service.links' may not have the key 'voice', so 'message' is used "
                + "instead then; ask first: 'voice' in service.links && …"
        ),
        (
            "flag_when: service.default_ttl == 0\nwhy: See ticket #12 about it",
            "10:10: rule 'one': why: YAML takes a blank and '#' for a comment, so the text ends here; put it between quotes"
        ),
        (
            "flag_when: service.default_ttl == params.ttl #|| true\nparams: { ttl: 5 }",
            "9:16: rule 'one': flag_when: YAML takes a blank and '#' for a comment, so the text ends here; put it between quotes"
        ),
        (
            "flag_when: has(service.sid) && service.sid in params.names\nparams:\n  names:\n    - a #b",
            "12:11: rule 'one': params: YAML takes a blank and '#' for a comment, so the text ends here; put it between quotes"
        ),
    ])
    func slipsAreFound(keys: String, expected: String) throws {
        #expect(try Self.warnings(keys) == [expected])
    }

    @Test(arguments: [
        "flag_when: has(service.callback_url) && service.callback_url.startsWith('http:')",
        "where: has(service.unique_name)\nflag_when: service.unique_name.contains('y')",
        "flag_when: service.default_ttl > params.max_ttl\nparams: { max_ttl: 5 }",
        "where: service.default_ttl < params.max_ttl\nflag_when: service.default_ttl > 0\nparams: { max_ttl: 5 }",
        "flag_when: has(service.url)\nmessage_expression: service.url + '!'",
        "group_by: service.unique_name\nacross: account\nflag_when: group.exists(s, s.unique_name.contains('a'))",
        "group_by: service.unique_name\nacross: account\nflag_when: group[0].unique_name.contains('a')",
        "where: has(service.sid)\ngroup_by: service.url\nacross: account\nflag_when: size(group) > 1\n"
            + "message_expression: service.sid + group.map(s, s.sid + s.url)[0] + service.url",
        "flag_when: service.geo_match_level == 'extended-area-code'",
        "flag_when: service.default_ttl == 0  # for ever",
        "flag_when: service.default_ttl == params.a\nparams: { a: 5 } # seconds",
        "flag_when: service.default_ttl == 0\nwhy: 'See ticket #12'",
        "flag_when: service.default_ttl == 0\nwhy: C# and F#",
        "where: has(service.sid)\ngroup_by: service.url\nacross: account\nflag_when: group[0].sid != 'a'",
        "fields: [callback_url]\nflag_when: isURL(value) && params.ranges.exists(r, cidr(r).containsIP('10.0.0.1'))\nparams: { ranges: [10.0.0.0/8] }",
        "flag_when: service.default_ttl == 0\nmessage_expression: \"dyn(params).a\"\nparams: { a: x, b: y }",
    ])
    func othersAreNotReported(keys: String) throws {
        #expect(try Self.warnings(keys) == [])
    }

    @Test(arguments: [
        ("The TTL is %s.", "%s"), ("It is {service.default_ttl}.", "{service.default_ttl}"),
        ("It is ${ttl}.", "${ttl}"),
        ("It is {{ttl}}.", "{{ttl}}"), ("%d seconds", "%d"), ("{value}", "{value}"),
    ])
    func messagesThatLookLikeTemplatesAreFound(message: String, clause: String) throws {
        let pack = RulePackText.oneRule("flag_when: service.default_ttl == 0")
        let text = pack.text.replacing("message: ", with: "message: '\(message)' # ")
        let found = RuleCheck([RulePackText(label: "mine.yaml", text: text)], beside: []).problems.map(\.message)
        #expect(found.contains { $0.contains("message: '\(clause)' stays as it is in this text") }, "\(found)")
    }

    @Test(arguments: ["100% of them", "A {brace}", "50 % sure", "{}", "Set it to {a: 1}."])
    func otherMessagesAreNotReported(message: String) throws {
        #expect(MessageTemplate.clause(in: message) == nil)
    }

    @Test func theBuiltInPacksHaveNone() throws {
        #expect(RuleCheck(try RuleFolder.packs(), beside: []).problems.map(\.rendered) == [])
    }

    @Test func warningsComeInTheOrderOfTheFile() throws {
        let keys = "params: { a: 1 }\nflag_when: service.url.contains('x') || service.sid.contains('x')\nwhere: 1 > 2"
        #expect(try Self.warnings(keys).map { $0.prefix(5) } == ["9:15:", "10:16", "10:45", "11:12"])
    }

    @Test func aWarningIsRenderedAsOne() throws {
        let pack = RulePackText(
            label: "mine.yaml",
            text: """
                pack: mine
                version: 1
                rules:
                  - id: one
                    title: One
                    severity: low
                    category: hygiene
                    message: It is so.
                    flag_when: |
                      service.unique_name.contains('日本') &&
                        service.url.contains('x')
                """)
        let rendered = RuleCheck([pack], beside: []).problems.map(\.rendered)
        #expect(
            rendered.last == """
                mine.yaml:11:9: warning: rule 'one': flag_when: 'service.url' may be null, and 'contains' fails on null; \
                ask first: has(service.url) && …
                            service.url.contains('x')
                            ^^^^^^^^^^^
                """)
    }
}
