import CEL
import Testing

/// What is suggested is right where it is put, or is not suggested.
@Suite struct SuggestionTests {
    private static let environment: CELEnvironment = {
        var environment = Widget.environment
        environment.declare(variable: "n", type: .int)
        environment.declare(variable: "u", type: .string)
        environment.declare(variable: "texts", type: .list(.string))
        environment.declare(variable: "names", type: .map(.string, .string))
        environment.declare(variable: "now", type: .timestamp)
        environment.declare(variable: "any", type: .dyn)
        return environment
    }()

    private static func suggestions(_ source: String) -> [String?] {
        do throws(CELCompileError) {
            _ = try environment.compile(source)
            return []
        } catch {
            return error.diagnostics.map(\.suggestion)
        }
    }

    @Test(arguments: [
        // Numbers, as the place needs them.
        ("n > 1h", "write 3600"), ("now - now > 1h", "write duration('1h')"),
        ("now - now > 90d", "write duration('2160h')"),
        ("n > 90d", "write 7776000"), ("n > 3_600", "write 3600"), ("n > 1h30m", "write 5400"),
        ("n > 10k", "write 10000"),
        ("n > 2weeks", "write 1209600"), ("n == 0b101", "write 5"), ("n == 0o17", "write 15"), ("n == 7L", "write 7"),
        ("n == 0XFF", "write 0x"), ("now - now > '90d'", "write duration('2160h')"), ("n > '1h'", "write 3600"),
        ("n > 500ms", "a number is made of digits; a span of time is written as duration('1h')"),
        ("n == 5px", "a name does not begin with a digit, and text stands between quotes"),
        // Operators.
        ("u =~ 'a'", "write u.matches('a')"), ("u =~ /a'b/", "write u.matches(r\"a'b\")"),
        ("u !~ 'a'", "write !u.matches('a')"),
        ("widget.sid + u =~ 'a'", "write (widget.sid + u).matches('a')"),
        ("widget.callback_url ?? 'a' == 'b'", "write widget.?callback_url.orValue('a')"),
        ("any ?? 'a' == 'b'", "write (any != null ? any : 'a')"), ("n ?? 1 == 1", "write n alone: it is never null"),
        ("u in ('a', 'b')", "write ['a', 'b']"), ("u in {'a', 'b'}", "write ['a', 'b']"), ("u in {'a'}", "write ['a']"),
        ("u in 'a', 'b'", "write ['a', 'b']"), ("u not in texts", "write !(u in texts)"),
        ("u NOT in texts", "write !(u in texts)"), ("Not(n == 1)", "did you mean '!'?"),
        ("u LIKE 'a%'", "write u.startsWith('a')"),
        ("u like '%a%'", "write u.contains('a')"), ("NOT n == 1", "write !(n == 1)"),
        ("n == 1, n == 2", "did you mean '&&'?"),
        ("texts.exists(t => t == 'a')", "did you mean ','?"), ("n =! 1", "did you mean '!='?"),
        ("u?.size() == 1", "did you mean '.'?"),
        ("n eq 1", "did you mean '=='?"), ("1 < n < 3", "write 1 < n && n < 3"),
        ("u == /abc/", "write r'abc'"), ("u IN texts", "did you mean 'in'?"),
        ("n between 1 and 5 && n == 2", "write n >= 1 && n <= 5"),
        ("n between 1 And 5", "write n >= 1 && n <= 5"), ("n == 5 \u{2010} 1", "did you mean '-'?"),
        ("u[0:3] == 'abc'", "write u.substring(0, 3)"),
        ("texts[1:2] == []", "write texts.slice(1, 2)"), ("u.slice(0, 3) == 'a'", "did you mean 'substring'?"),
        ("any(texts, t, t == 'a')", "write texts.exists(t, t == 'a')"),
        ("all(texts, t, t == 'a')", "write texts.all(t, t == 'a')"),
        ("{'a' => 1} == {}", "did you mean ':'?"), ("{'a' = 1} == {}", "did you mean ':'?"),
        ("cidr('10.0.0.0/8').contains('10.0.0.1')", "write cidr('10.0.0.0/8').containsIP('10.0.0.1')"),
        ("'10.0.0.1' in cidr('10.0.0.0/8')", "write cidr('10.0.0.0/8').containsIP('10.0.0.1')"),
        ("u in 'abc'", "did you mean u == 'abc'?"), ("now() > now", "write now without brackets: it is no function"),
        ("now - '1h' < now", "write duration('1h')"), ("'a' . 'b' == 'ab'", "join texts with '+'"),
        // Maps, templates, comments.
        ("{a: 1} == {}", "write 'a' if it is meant as text"),
        ("{n: 1}[n] == 1 && {b: 2} == {}", "write 'b' if it is meant as text"),
        ("n == ${n}", "write n"), ("u == {{ u }}", "write  u "), ("n == 1 # x", "did you mean '//'?"),
        ("n == 1 -- x", "did you mean '//'?"), ("n == 1 /* x */", "put // before each line of it"),
        // Times.
        ("now > '2026-01-31'", "write timestamp('2026-01-31T00:00:00Z')"),
        ("now > '2026-01-31T00:00:00Z'", "write timestamp('2026-01-31T00:00:00Z')"),
        ("now > '2026-01-31 08:00'", "write timestamp('2026-01-31T08:00:00Z')"),
        ("now > 2026-01-31", "write timestamp('2026-01-31T00:00:00Z')"),
        ("now > 2026-01-31T00:00:00Z", "write timestamp('2026-01-31T00:00:00Z')"),
        ("now > 'yesterday'", "a time is written as timestamp('2026-01-31T00:00:00Z')"),
        ("now > 1700000000", "write timestamp(1700000000) for seconds since 1970"),
        ("now - now > 3600", "write duration('3600s')"), ("now - 3600 > now", "write duration('3600s')"),
        // Fields and functions of what is there already, and of what must be made first.
        ("url(u).hostname == 'a'", "did you mean url(u).getHostname()?"),
        ("u.hostname == 'a'", "did you mean url(u).getHostname()?"),
        ("url(u).scheme == 'a'", "did you mean url(u).getScheme()?"),
        ("now.year == 2026", "did you mean now.getFullYear()?"),
        ("url(u).hostname() == 'a'", "did you mean url(u).getHostname()?"),
        ("u.getHostname() == 'a'", "write url(u).getHostname()"), ("n.lowerAscii() == 'a'", "write string(n)"),
        ("u.size > 1", "did you mean size(u)?"), ("u.trim == 'a'", "write u.trim()"),
        ("texts.len() > 1", "did you mean size(texts)?"),
        ("lower(u) == 'a'", "did you mean u.lowerAscii()?"), ("startsWith(u, 'a')", "write u.startsWith('a')"),
        ("isset(widget.callback_url)", "has(widget.callback_url) asks whether it is set"),
        ("coalesce(widget.callback_url, 'a') == 'b'", "write (has(widget.callback_url) ? widget.callback_url : 'a')"),
        ("if(n == 1, 'a', 'b') == 'a'", "write (n == 1 ? 'a' : 'b')"),
        ("has(widget.sid && widget.labels)", "write has(widget.sid) && has(widget.labels)"),
        ("texts.contains('a')", "write 'a' in texts"), ("names.contains('a')", "write 'a' in names"),
        ("texts.startsWith('a')", "write texts.exists(x, x.startsWith('a'))"),
        ("texts == 'a'", "did you mean 'a' in texts?"),
        ("n.startsWith('a')", "write string(n)"), ("u + 1 == 'a1'", "write string(1)"),
        ("n == '1'", "write 1 without quotes"),
        ("widget.uncommon-name == 'a'", nil), ("widget.callback-url == 'a'", "did you mean 'callback_url'?"),
    ])
    func suggestionsAreRight(source: String, expected: String?) {
        #expect(Self.suggestions(source).first == .some(expected), "\(Self.suggestions(source))")
    }

    /// What is right beside a misspelt name depends on what the name is meant for.
    @Test(arguments: [
        ("widget.default_tll > 1h", ["did you mean 'default_ttl'?", "write 3600"]),
        ("widget.creatd > '2026-01-31'", ["did you mean 'created'?"]),
        ("now - widget.creatd > 90d", ["did you mean 'created'?", "write duration('2160h')"]),
        (
            "widget.callback_ur =~ 'a' || widget.sdi == 5",
            ["did you mean 'callback_url'?", "write widget.callback_ur.matches('a')", "did you mean 'sid'?"]
        ),
    ])
    func suggestionsFitTheNamesThatAreMeant(source: String, expected: [String]) {
        #expect(Self.suggestions(source) == expected)
    }

    /// What would be wrong in another way is not said.
    @Test(arguments: [
        "5.lowerascii()", "[1].upper() == 'a'", "now =~ 'a'", "n.hostname == 'a'", "true.size == 1",
        "u == 1u",
        "n ?. x", "{n: 1}.len() == now", "n contains 'a'", "n == 1 == 2u", "now > true",
    ])
    func suggestionsThatWouldFailAreNotMade(source: String) {
        for suggestion in Self.suggestions(source).compactMap({ $0 }) {
            #expect(!suggestion.hasPrefix("did you mean") && !suggestion.hasPrefix("write "), "\(suggestion)")
        }
    }
}
