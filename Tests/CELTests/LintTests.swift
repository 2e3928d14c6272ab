import CEL
import Testing

/// What compiles but is probably not meant is found, and nothing else is.
@Suite struct LintTests {
    /// Variables as rules have them: `s` with nullable fields, `all` of the same type, and a plain number and texts.
    private static let environment: CELEnvironment = {
        var environment = CELEnvironment()
        let fields = [
            CELField(name: "name", type: .wrapper(.string)), CELField(name: "url", type: .wrapper(.string)),
            CELField(name: "ttl", type: .int), CELField(name: "on", type: .wrapper(.bool)),
            CELField(name: "created", type: .timestamp, isNullable: true),
            CELField(name: "updated", type: .timestamp, isNullable: true),
            CELField(name: "level", type: .wrapper(.string), isNullable: true, knownValues: ["country", "overlay"]),
            CELField(name: "next", type: .message("S"), isNullable: true),
            CELField(name: "labels", type: .map(.string, .wrapper(.string))),
        ]
        environment.declare(message: CELMessageType(name: "S", fields: fields))
        environment.declare(variable: "s", type: .message("S"))
        environment.declare(variable: "all", type: .list(.message("S")))
        environment.declare(variable: "n", type: .int)
        environment.declare(variable: "texts", type: .list(.string))
        environment.declare(variable: "x", type: .double)
        environment.declare(variable: "any", type: .dyn)
        environment.declare(
            function: CELFunction(name: "lib.pure", parameters: [.string], result: .int) { _ in .int(1) })
        environment.declare(
            function: CELFunction(name: "lib.parts", parameters: [.string], result: .list(.string)) { _ in .list([]) })
        environment.declare(
            function: CELFunction(name: "host", parameters: [.string], result: .bool) { _ in .bool(true) })
        return environment
    }()

    private static func lints(
        _ source: String, _ kinds: [CELLint.Kind] = CELLint.Kind.allCases, assuming: [CELAssumption] = []
    ) throws -> [String] {
        let bytes = Array(source.utf8)
        return try environment.lint(source, assuming: assuming).filter { kinds.contains($0.kind) }.map { lint in
            let span = lint.diagnostic.span
            return "\(String(decoding: bytes[span], as: UTF8.self)): \(lint.diagnostic.message)"
                + (lint.diagnostic.suggestion.map { " (\($0))" } ?? "")
        }
    }

    // MARK: - Null

    @Test(arguments: [
        (
            "s.name.startsWith('x')",
            "s.name: 's.name' may be null, and 'startsWith' fails on null (ask first: has(s.name) && …)"
        ),
        ("'a' + s.name", "s.name: 's.name' may be null, and '+' fails on null (ask first: has(s.name) && …)"),
        ("size(s.name) > 3", "s.name: 's.name' may be null, and 'size' fails on null (ask first: has(s.name) && …)"),
        (
            "s.name.matches('x')",
            "s.name: 's.name' may be null, and 'matches' fails on null (ask first: has(s.name) && …)"
        ),
        ("host(s.name)", "s.name: 's.name' may be null, and 'host' fails on null (ask first: has(s.name) && …)"),
        (
            "s.created > timestamp('2026-01-01T00:00:00Z')",
            "s.created: 's.created' may be null, and '>' fails on null (ask first: has(s.created) && …)"
        ),
        (
            "s.next.ttl == 0",
            "s.next: 's.next' may be null, and it has no field 'ttl' then (ask first: has(s.next) && …)"
        ),
        (
            "has(s.next.name)",
            "s.next: 's.next' may be null, and it has no field 'name' then (ask first: has(s.next) && …)"
        ),
        ("s.on && n > 1", "s.on: 's.on' may be null, and '&&' fails on null (ask first: has(s.on) && …)"),
        ("s.on ? 1 : 2", "s.on: 's.on' may be null, and '?:' fails on null (ask first: has(s.on) && …)"),
        (
            "[s.url, s.name].exists(u, u.contains('x'))",
            "u: 'u' may be null, and 'contains' fails on null (ask first: u != null && …)"
        ),
        (
            "[s.created].exists(t, int(t) > 0)",
            "t: 't' may be null, and 'int' fails on null (ask first: t != null && …)"
        ),
        ("s.labels['a'].contains('x')", "s.labels['a']: this value may be null, and 'contains' fails on null"),
        (
            "all.exists(e, e.name == 'a' || e.name.contains('b'))",
            "e.name: 'e.name' may be null, and 'contains' fails on null (ask first: has(e.name) && …)"
        ),
        // The guard is on the wrong side, of another value, or of the other branch.
        (
            "has(s.url) && s.name.contains('x')",
            "s.name: 's.name' may be null, and 'contains' fails on null (ask first: has(s.name) && …)"
        ),
        ("has(s.name) || s.name.contains('x')", "s.name: 's.name' is always null here, and 'contains' fails on null"),
        ("has(s.name) ? 'x' : 'a' + s.name", "s.name: 's.name' is always null here, and '+' fails on null"),
        (
            "(has(s.name) || has(s.url)) && s.name.contains('x')",
            "s.name: 's.name' may be null, and 'contains' fails on null (ask first: has(s.name) && …)"
        ),
        (
            "all.exists(e, has(e.name)) && s.name.contains('x')",
            "s.name: 's.name' may be null, and 'contains' fails on null (ask first: has(s.name) && …)"
        ),
        (
            "[s.url, s.name].filter(u, n > 1).map(u, u.trim()) == []",
            "u: 'u' may be null, and 'trim' fails on null (ask first: u != null && …)"
        ),
    ])
    func nullsThatNobodyAsksForAreFound(source: String, expected: String) throws {
        #expect(try Self.lints(source, [.unguardedNull, .alwaysNull]) == [expected])
    }

    @Test(arguments: [
        "has(s.name) && s.name.startsWith('x')", "s.name != null && s.name.startsWith('x')",
        "null != s.name && s.name.startsWith('x')", "!has(s.name) || s.name.startsWith('x')",
        "s.name == null || s.name.startsWith('x')", "!(s.name == null) && s.name.startsWith('x')",
        "!(has(s.name) && has(s.url)) || s.name.contains('x') && s.url.contains('x')",
        "has(s.name) ? s.name.contains('x') : false", "!has(s.name) ? true : s.name.contains('x')",
        "s.name == 'a' && s.name.contains('x')", "s.name in ['a', 'b'] && s.name.contains('x')",
        "s.name in texts && s.name.contains('x')",
        // The test decides wherever it stands: the other operand's failure is absorbed.
        "s.name.startsWith('x') && has(s.name)", "s.name.startsWith('x') || !has(s.name)",
        "(has(s.name) || has(s.url)) && (has(s.name) ? s.name : s.url).contains('x')",
        "has(s.created) ? s.created < s.created + duration('1s') : true",
        "(has(s.created) || has(s.updated)) && int(has(s.updated) ? s.updated : s.created) > 0",
        "[s.url, s.name].exists(u, u != null && u.contains('x'))",
        "[s.url, s.name].filter(u, u != null).all(u, u.contains('x'))",
        "[s.url, s.name].filter(u, u != null).map(u, u.trim()).exists(u, u.contains('x'))",
        "[s.url, s.name].map(u, u != null, u.trim()) == []",
        "has(s.name) && [s.name].exists(name, name.contains('x'))",
        "has(s.name) && [s.name.trim()].exists(name, name.contains('x'))",
        "cel.bind(u, s.name, has(s.name) && u.contains('x'))", "cel.bind(u, s.name, u != null && s.name.contains('x'))",
        "[{'a': s.url}].map(m, ['a'].filter(f, m[f] != null && m[f].contains('x'))) == []",
        "has(s.labels.a) && s.labels['a'] != null && s.labels['a'].contains('x')",
        "all.exists(e, has(e.name) && e.name.contains('x'))", "all.filter(e, has(e.name)).exists(e, e.ttl > 1)",
        "has(all[0].name) && all[0].name.contains('x')", "has(s.next) && s.next.ttl > 1",
        "has(s.next) && has(s.next.name) && s.next.name.contains('x')",
        "s.?name.orValue('').contains('x')", "s.?name.optMap(v, v.contains('x')).orValue(false)",
        "[?s.?name].exists(v, v.contains('x'))", "s.name == s.url", "s.name in texts", "type(s.name) == string",
        "any.x.contains('y')", "has(s.on) && s.on",
    ])
    func guardedNullsAreNotReported(source: String) throws {
        #expect(try Self.lints(source, [.unguardedNull, .alwaysNull]) == [])
    }

    @Test func aValueIsReportedOnce() throws {
        #expect(try Self.lints("s.name.contains('a') || s.name.contains('b')", [.unguardedNull]).count == 1)
        #expect(try Self.lints("size(s.name) + size(s.name) > 1", [.unguardedNull]).count == 1)
        #expect(try Self.lints("s.name.contains('a') || s.url.contains('b')", [.unguardedNull]).count == 2)
    }

    @Test func assumptionsGuard() throws {
        let guarded: [(String, CELAssumption)] = [
            ("s.name.contains('x')", .holds("has(s.name) && n > 1", in: Self.environment)),
            ("s.name.contains('x')", .holds("s.name.trim() != ''", in: Self.environment)),
            ("s.name.contains('x')", .hasValue("s.name", in: Self.environment)),
            ("all.exists(e, e.name.contains('x'))", .holds("has(s.name)", in: Self.environment).ofEach("s", in: "all")),
            (
                "all[0].name != '' && all[0].name.contains('x')",
                .holds("has(s.name)", in: Self.environment).ofEach("s", in: "all")
            ),
            (
                "all.filter(e, e.ttl > 1).map(e, e.name.trim())",
                .holds("has(s.name)", in: Self.environment).ofEach("s", in: "all")
            ),
        ]
        for (source, assumption) in guarded {
            #expect(try Self.lints(source, [.unguardedNull], assuming: [assumption]) == [], "\(source)")
        }
        let other = CELAssumption.holds("has(s.url)", in: Self.environment)
        #expect(try Self.lints("s.name.contains('x')", [.unguardedNull], assuming: [other]).count == 1)
        let ofElements = CELAssumption.holds("has(s.name)", in: Self.environment).ofEach("s", in: "all")
        #expect(try Self.lints("s.name.contains('x')", [.unguardedNull], assuming: [ofElements]).count == 1)
        let contrary = CELAssumption.holds("!has(s.name)", in: Self.environment)
        #expect(
            try Self.lints("'a' + s.name", assuming: [contrary])
                == ["s.name: 's.name' is always null here, and '+' fails on null"])
    }

    // MARK: - Conditions

    @Test(arguments: [
        ("true", "true: the condition is always true"), ("1 > 2", "1 > 2: the condition is always false"),
        ("n > 1 || true", "true: this is always true, so the whole '||' is always true"),
        ("n > 1 && 'a' == 'b'", "'a' == 'b': this is always false, so the whole '&&' is always false"),
        ("n > 1 && 'a' != 'b'", "'a' != 'b': this is always true, so it changes nothing (leave it out)"),
        ("n > 1 || false", "false: this is always false, so it changes nothing (leave it out)"),
        ("true && !false", "true && !false: the condition is always true"),
        ("!(n > 1 && false)", "false: this is always false, so the whole '&&' is always false"),
        ("size(texts) >= 0", "size(texts) >= 0: the condition is always true"),
        ("texts.size() < 0", "texts.size() < 0: the condition is always false"),
        ("0 > size(texts)", "0 > size(texts): the condition is always false"),
        ("size(texts) == -1 || n > 1", "size(texts) == -1: this is always false, so it changes nothing (leave it out)"),
        ("texts[0].indexOf('a') >= -1", "texts[0].indexOf('a') >= -1: the condition is always true"),
        ("n == n", "n == n: the condition is always true"), ("n < n", "n < n: the condition is always false"),
        ("n in []", "n in []: the condition is always false"),
        (
            "has(s.ttl)",
            "has(s.ttl): this is always true: the field 'ttl' is never null (leave it out, or compare the value)"
        ),
        (
            "has(s.ttl) && n > 1",
            "has(s.ttl): this is always true: the field 'ttl' is never null (leave it out, or compare the value)"
        ),
        (
            "n == 1 && n == 2",
            "n == 2: this never holds together with what was asked before, so the whole '&&' is always false (did you mean '||'?)"
        ),
        (
            "s.name != 'a' || s.name != 'b'",
            "s.name != 'b': this holds whenever the conditions before it do not, so the whole '||' is always true (did you mean '&&'?)"
        ),
        (
            "n > 10 && n < 5",
            "n < 5: this never holds together with what was asked before, so the whole '&&' is always false (did you mean '||'?)"
        ),
        (
            "n <= 10 || 5 < n",
            "5 < n: this holds whenever the conditions before it do not, so the whole '||' is always true (did you mean '&&'?)"
        ),
        (
            "s.name in ['a', 'b'] && s.name == 'c'",
            "s.name == 'c': this never holds together with what was asked before, so the whole '&&' is always false (did you mean '||'?)"
        ),
        (
            "has(s.name) && s.name == null",
            "s.name == null: this never holds together with what was asked before, so the whole '&&' is always false (did you mean '||'?)"
        ),
        (
            "n > 3 && !(n > 3)",
            "!(n > 3): this never holds together with what was asked before, so the whole '&&' is always false (did you mean '||'?)"
        ),
        (
            "texts.exists(t, t == 'a' && t == 'b')",
            "t == 'b': this never holds together with what was asked before, so the whole '&&' is always false (did you mean '||'?)"
        ),
        ("texts.filter(t, true) == ['a']", "true: the condition is always true"),
        ("1 > 2 ? n : 3", "1 > 2: the condition is always false"),
        ("n > 1 && size('abc') == 3", "size('abc') == 3: this is always true, so it changes nothing (leave it out)"),
    ])
    func conditionsThatNeverChangeAreFound(source: String, expected: String) throws {
        #expect(try Self.lints(source, [.constantCondition]) == [expected])
    }

    @Test(arguments: [
        "n > 1", "size(texts) > 0", "size(texts) == 0", "n >= 0", "n == 1 || n == 2", "n > 5 && n < 10",
        "s.name != 'a' && s.name != 'b'", "n > 1 ? true : false",
        "texts.exists(t, t == 'a') && texts.exists(t, t == 'b')",
        "x == x", "any == any", "host('a')", "s.name == s.url", "n == 1 && s.ttl == 2", "s.name in texts",
        "has(s.name) && s.name != ''", "n > 1 && lib.pure('a') == 1",
        "all.exists(e, e.ttl == 1) || all.exists(e, e.ttl == 2)",
        "[1, 2].exists(i, i == n)", "lib.pure('a') == math.least([n, 1])", "n <= 10 || n > 11",
        "[true, false].exists(b, b == (n > 1))",
    ])
    func otherConditionsAreNotReported(source: String) throws {
        #expect(try Self.lints(source) == [])
    }

    @Test func aConditionThatContradictsTheAssumptionIsFound() throws {
        let positive = CELAssumption.holds("n > 0 && has(s.name)", in: Self.environment)
        let expected = "this never holds together with what was asked before, so the condition is always false"
        #expect(try Self.lints("n == 0", assuming: [positive]) == ["n == 0: \(expected)"])
        #expect(try Self.lints("!has(s.name)", assuming: [positive]).count == 1)
        #expect(try Self.lints("s.ttl > 1 && n < 0", assuming: [positive]).count == 1)
        #expect(try Self.lints("n == 1", assuming: [positive]) == [])
        #expect(try Self.lints("s.ttl > 1 || n < 0", assuming: [positive]) == [])
    }

    @Test(arguments: [
        ("1 / 0 == n", "1 / 0: this always fails: division by zero"),
        ("'a' + string(1 / 0)", "1 / 0: this always fails: division by zero"),
        ("n % 0 == 1", "n % 0: this always fails: division by zero"),
        ("1 / 0 == 1 || n > 1", "1 / 0: this always fails: division by zero"),
        (
            "n > 1 && cidr('10.0.0.0').containsIP('10.0.0.1')",
            "cidr('10.0.0.0'): this always fails: the string is no CIDR block"
        ),
        (
            "n > 1 || duration('1h') < duration('90d')",
            "duration('90d'): this always fails: the string is no duration such as '1h30m', or is out of range"
        ),
        ("n > 1 ? url('a b').getHost() == 'a' : n < 0", "url('a b'): this always fails: the string is no URL"),
        ("texts.exists(t, t == 'a' && int('x') == n)", "int('x'): this always fails: the string is no int"),
        ("[1, 2][3] > n", "[1, 2][3]: this always fails: index out of range: the list has 2 elements"),
        ("n > 1 || n > 1", "n > 1: the same condition stands before in this '||' (leave it out, or mend the copy)"),
        ("s.level == 'countrry'", "'countrry': 'level' is not known to have this value (did you mean 'country'?)"),
        (
            "s.level in ['overlay', 'moon']",
            "'moon': 'level' is not known to have this value (known are country, overlay)"
        ),
        (
            "all.exists(e, 'radius' != e.level)",
            "'radius': 'level' is not known to have this value (known are country, overlay)"
        ),
    ])
    func otherSlipsAreFound(source: String, expected: String) throws {
        #expect(try Self.lints(source) == [expected])
    }

    @Test(arguments: ["s.level == 'country'", "s.level in ['', 'overlay']", "s.level == ''", "s.name == 'countrry'"])
    func knownValuesAreNotReported(source: String) throws {
        #expect(try Self.lints(source) == [])
    }

    // MARK: - Functions that fail for some values

    @Test(arguments: [
        ("url(s.ttl > 1 ? 'https://a.b' : 'x').getHost() == 'a'", []),
        ("url(texts[0]).getHost() == 'a'", ["'texts[0]' may be no URL", "'texts' may have no element 0"]),
        (
            "texts.exists(t, url(t).getHost() == 'a')",
            ["'t' may be no URL, and 'url' fails on it (ask first: isURL(t) && …)"]
        ),
        ("texts.exists(t, int(t) > 3)", ["'t' may be no int, and 'int' fails on it"]),
        ("texts.exists(t, double(t) > 3.0)", ["'t' may be no double, and 'double' fails on it"]),
        ("texts.exists(t, timestamp(t) > timestamp(0))", ["'t' may be no timestamp, and 'timestamp' fails on it"]),
        (
            "texts.exists(t, ip(t).isLoopback())",
            ["'t' may be no IP address, and 'ip' fails on it (ask first: isIP(t) && …)"]
        ),
        (
            "texts.exists(t, cidr('10.0.0.0/8').containsIP(t))",
            ["'t' may be no IP address, and 'containsIP' fails on it"]
        ),
        ("texts.exists(t, cidr(t).prefixLength() > 8)", ["'t' may be no CIDR block, and 'cidr' fails on it"]),
        (
            "texts.exists(t, t.split('-')[3] == 'a')",
            ["'t.split('-')' may have no element 3 (ask first: size(t.split('-')) > 3 && …)"]
        ),
        ("texts.exists(t, t.split('-')[1] == 'a')", ["'t.split('-')' may have no element 1"]),
        ("texts[2] == 'a'", ["'texts' may have no element 2 (ask first: size(texts) > 2 && …)"]),
        ("s.labels['y'] == 'a'", ["'s.labels' may not have the key 'y' (ask first: 'y' in s.labels && …)"]),
        ("s.labels.y == 'a'", ["'s.labels' may not have the key 'y' (ask first: has(s.labels.y) && …)"]),
        ("s.labels.`a-b` == 'a'", ["'s.labels' may not have the key 'a-b' (ask first: has(s.labels.`a-b`) && …)"]),
        ("10 / n == 1", ["'n' may be 0, and a division by 0 fails (ask first: n != 0 && …)"]),
        ("n % size(texts) == 1", ["'size(texts)' may be 0"]),
        ("texts.exists(t, t.substring(0, 3) == 'abc')", ["'t' may be shorter than 3, and 'substring' fails on it"]),
        (
            "texts.exists(t, t.substring(t.indexOf('-')) == '-a')",
            ["'t.indexOf('-')' may be -1, and 'substring' fails on it"]
        ),
        ("texts.exists(t, base64.decode(t) == b'a')", ["'t' may be no Base64, and 'decode' fails on it"]),
        ("texts.max() == 'a'", ["'texts' may be empty, and 'max' fails on it"]),
        (
            "texts.first().value() == 'a'",
            ["'texts' may be empty, and 'first().value' fails on it (ask first: size(texts) > 0 && …)"]
        ),
        (
            "texts.filter(t, t != '').last().value() == 'a'",
            ["this list may be empty, and 'last().value' fails on it"]
        ),
        ("lib.parts('a').first().hasValue() && texts.last().value() == 'a'", ["'texts' may be empty"]),
        ("!texts.first().hasValue() && texts.first().value() == 'a'", ["'texts' may be empty"]),
        // Lists that functions of the host, namespaces and macros make.
        (
            "lib.parts(s.url)[0] == 'a'",
            ["'lib.parts(s.url)' may have no element 0 (ask first: size(lib.parts(s.url)) > 0 && …)"]
        ),
        ("lists.range(n)[0] == 1", ["'lists.range(n)' may have no element 0"]),
        ("lists.range(size(texts))[1] == 1", ["'lists.range(size(texts))' may have no element 1"]),
        (
            "texts.filter(t, t != '')[0] == 'a'",
            ["this list may have no element 0 (ask first: size(…) > 0 && …)"]
        ),
        ("texts.filter(t, t != '').max() == 'a'", ["this list may be empty, and 'max' fails on it"]),
        ("texts.map(t, t.trim())[0] == 'a'", ["this list may have no element 0"]),
        ("texts.filter(t, size(t) > n).sort()[0] == 'a'", ["this list may have no element 0"]),
        ("[s.name, s.url].filter(u, u != null)[0] == 'a'", ["this list may have no element 0"]),
        // Two lists without a name are two.
        (
            "texts.filter(t, t != '')[0] == texts.filter(t, t != 'a')[0]",
            ["this list may have no element 0", "this list may have no element 0"]
        ),
        ("size(lib.parts('a')) > 0 && lib.parts('b')[0] == 'a'", ["'lib.parts('b')' may have no element 0"]),
        ("size(lib.parts('a')) > 0 && lib.parts('a')[1] == 'a'", ["'lib.parts('a')' may have no element 1"]),
        ("size(texts) > 0 && texts.filter(t, t != '')[0] == 'a'", ["this list may have no element 0"]),
        ("texts.exists(t, t == 'a') && texts.filter(t, t != 'a')[0] == 'b'", ["this list may have no element 0"]),
        ("texts.exists(i, t, i == 1) && [1, n].filter(i, i == 1)[0] == 2", ["this list may have no element 0"]),
        ("texts.all(t, t == 'a') && texts[0] == 'b'", ["'texts' may have no element 0"]),
        ("!texts.exists(t, t == 'a') && texts[0] == 'b'", ["'texts' may have no element 0"]),
        ("texts == [] && texts[0] == 'b'", ["'texts' may have no element 0"]),
        // Guards of other values, of the wrong side or of too little.
        ("texts.exists(t, isURL(t) || url(t).getHost() == 'a')", ["'t' may be no URL"]),
        ("texts.exists(t, isIP(t) && url(t).getHost() == 'a')", ["'t' may be no URL"]),
        ("size(texts) > 1 && texts[2] == 'a'", ["'texts' may have no element 2"]),
        ("size(texts) == 2 && texts[2] == 'a'", ["'texts' may have no element 2"]),
        ("n >= 0 && 10 / n == 1", ["'n' may be 0"]),
        ("'x' in s.labels && s.labels['y'] == 'a'", ["'s.labels' may not have the key 'y'"]),
        ("texts.exists(t, t.contains('_') && t.split('-')[1] == 'a')", ["'t.split('-')' may have no element 1"]),
    ])
    func unguardedFailuresAreFound(source: String, expected: [String]) throws {
        let found = try Self.lints(source, [.unguardedFailure])
        #expect(found.count == expected.count, "\(found)")
        for (lint, part) in zip(found, expected) { #expect(lint.contains(part), "\(found)") }
    }

    @Test(arguments: [
        "texts.exists(t, isURL(t) && url(t).getHost() == 'a')",
        "texts.exists(t, isURL(t) ? url(t).getHost() == 'a' : false)",
        "texts.exists(t, !isURL(t) || url(t).getHost() == 'a')",
        "texts.filter(t, isURL(t)).map(t, url(t).getHost()) == []",
        "texts.exists(t, url(t).getHost() == 'a' && isURL(t))", "texts.map(t, isURL(t), url(t).getHost()) == []",
        "texts.exists(t, t.matches('^[0-9]+$') && int(t) > 3)", "texts.exists(t, t in ['1', '2'] && int(t) > 1)",
        "texts.exists(t, isIP(t) && cidr('10.0.0.0/8').containsIP(t))", "size(texts) > 2 && texts[2] == 'a'",
        "texts.size() >= 3 && texts[2] == 'a'", "size(texts) == 3 && texts[2] == 'a'",
        "size(texts) < 3 || texts[2] == 'a'",
        "size(texts) != 0 && texts[0] == 'a'", "3 < size(texts) && texts[2] == 'a'",
        "texts.exists(t, t.split('-')[0] == 'a')",
        "texts.exists(t, t.contains('-') && t.split('-')[1] == 'a')",
        "texts.exists(t, size(t.split('-')) > 3 && t.split('-')[3] == 'a')",
        "texts.exists(t, t.matches('a-b-c-d') && t.split('-')[3] == 'a')", "'y' in s.labels && s.labels['y'] == 'a'",
        "has(s.labels.y) && s.labels['y'] == 'a'", "'y' in s.labels && s.labels.y == 'a'",
        "s.labels[?'y'].orValue('') == 'a'",
        "n != 0 && 10 / n == 1", "n > 0 && 10 % n == 1", "size(texts) > 0 && n / size(texts) == 1", "n / 2 == 1",
        "texts.exists(t, t.startsWith('abc') && t.substring(0, 3) == 'abc')",
        "texts.exists(t, size(t) >= 3 && t.substring(0, 3) == 'abc')",
        "texts.exists(t, t.contains('-') && t.substring(t.indexOf('-')) == '-a')",
        "texts.exists(t, t.indexOf('-') >= 0 && t.substring(t.indexOf('-')) == '-a')",
        "size(texts) > 0 && texts.first().value() == 'a'", "texts.first().hasValue() && texts.last().value() == 'a'",
        "texts.first().hasValue() && texts[0] == 'a'", "['a', 'b'].first().value() == texts.join()",
        "texts.first().orValue('') == 'a'", "optional.of(n).value() == 1",
        "texts != [] ? texts.last().value() == 'a' : n > 1",
        "['a', 'b'][1] == texts.join()", "[n, 2].map(i, i + 1)[1] == n", "x / 2.0 > 1.0", "int(x) == n",
        "int(any) == n",
        "texts.exists(t, t != texts[0])", "['10.0.0.0/8'].exists(r, cidr(r).containsIP('10.1.1.1')) == (n > 1)",
        "texts.all(t, t == '' || isURL(t)) && n > 1", "(isURL(s.name) && n > 1) && url(s.name).getHost() == 'a'",
        "texts.exists(t, t.matches('^[a-z]+-[0-9]+$') && int(t.split('-')[1]) > 5)",
        "texts.exists(t, isURL(t) && url(t).getPort() != '' && int(url(t).getPort()) > 1024)",
        "texts.exists(t, t.indexOf('-') != -1 && t.split('-')[1] == 'a')",
        "texts.exists(t, t.matches('^[0-9-]+$') && timestamp(t + 'T00:00:00Z') > timestamp(0))",
        // Lists that functions of the host, namespaces and macros make.
        "size(lib.parts('a')) > 0 && lib.parts('a')[0] == 'a'", "lib.parts('a') != [] && lib.parts('a')[0] == 'a'",
        "lib.parts('a') == [] || lib.parts('a')[0] == 'a'", "lib.parts('a').exists(p, p == lib.parts('a')[0])",
        "lib.parts('a').exists(p, p != '') && lib.parts('a')[0] == 'a'",
        "lib.parts('a') == [] ? false : lib.parts('a')[0] == 'a'", "lib.parts('a')[?0].orValue('') == 'a'",
        "lib.parts('a') == ['b', 'c'] && lib.parts('a')[1] == 'c'",
        "lib.parts('a').size() > 0 && lib.parts('a').max() == 'a'", "'a' in lib.parts('a') && lib.parts('a')[0] == 'b'",
        "size(texts.filter(t, t != '')) > 0 && texts.filter(t, t != '')[0] == 'a'",
        "size(texts.filter(t, t != '')) > 0 && texts.filter(u, u != '')[0] == 'a'",
        "size(texts.filter(t, t != '')) > 0 && texts[0] == 'a'",
        "texts.filter(t, t != '') != [] && texts.filter(t, t != '')[0] == 'a'",
        "texts.exists(t, t != '') && texts.filter(u, u != '')[0] == 'a'",
        "!texts.all(t, t != '') && texts[0] == 'a'", "texts.exists_one(t, t != '') && texts[0] == 'a'",
        "size(texts) > 1 && texts.map(t, t.trim())[1] == 'a'", "size(texts) > 1 && texts.sort().reverse()[1] == 'a'",
        "size(lists.range(n)) > 0 && lists.range(n)[0] == 1", "lists.range(3)[1] == n",
        "cel.bind(parts, lib.parts('a'), size(parts) > 0 && parts[0] == 'a')",
        "size(lib.parts('a')) > 0 && cel.bind(parts, lib.parts('a'), parts[0] == 'a')",
        "all.exists(e, size(lib.parts(e.url)) > 0 && lib.parts(e.url)[0] == 'a')",
    ])
    func guardedFailuresAreNotReported(source: String) throws {
        #expect(try Self.lints(source, [.unguardedFailure]) == [])
    }

    // MARK: - Texts that never occur

    @Test(arguments: [
        (
            "texts[0].lowerAscii() == 'Prod'",
            "'Prod': 'lowerAscii' gives no capital letters, so this is always false (did you mean 'prod'?)"
        ),
        (
            "'Prod' == texts[0].trim().lowerAscii()",
            "'Prod': 'lowerAscii' gives no capital letters, so this is always false (did you mean 'prod'?)"
        ),
        (
            "texts[0].lowerAscii() != 'Prod'",
            "'Prod': 'lowerAscii' gives no capital letters, so this is always true (did you mean 'prod'?)"
        ),
        (
            "texts[0].upperAscii().startsWith('Prod')",
            "'Prod': 'upperAscii' gives no small letters, so this is always false (did you mean 'PROD'?)"
        ),
        (
            "n > 1 && texts[0].lowerAscii().contains('X')",
            "'X': 'lowerAscii' gives no capital letters, so this is always false (did you mean 'x'?)"
        ),
        (
            "texts[0].lowerAscii() in ['prod', 'Dev']",
            "'Dev': 'lowerAscii' gives no capital letters, so this is always false (did you mean 'dev'?)"
        ),
        (
            "texts[0].trim() == ' a'",
            "' a': 'trim' leaves no blanks at the ends, so this is always false (did you mean 'a'?)"
        ),
        (
            "url(texts[0]).getScheme() == 'HTTPS'",
            "'HTTPS': 'getScheme' gives no capital letters, so this is always false (did you mean 'https'?)"
        ),
        ("url(texts[0]).getPort() == 'http'", "'http': 'getPort' gives digits alone, so this is always false"),
        (
            "url(texts[0]).getHostname() == 'https://a.b'",
            "'https://a.b': 'getHostname' gives no text with '/' in it, so this is always false"
        ),
        (
            "texts[0].charAt(0) == 'ab'",
            "'ab': 'charAt' gives at most 1 character here, and this text has 2, so this is always false"
        ),
        (
            "texts[0].substring(0, 3) == 'prod'",
            "'prod': 'substring' gives 3 characters here, and this text has 4, so this is always false"
        ),
        ("texts[0].split('-')[0] == 'a-b'", "'a-b': 'split' gives no text with '-' in it, so this is always false"),
        (
            "texts[0].replace('-', '').contains('-')",
            "'-': 'replace' gives no text with '-' in it, so this is always false"
        ),
        (
            "texts[0].lowerAscii().matches('^Prod-.*')",
            "'^Prod-.*': 'lowerAscii' gives no capital letters, so this is always false (did you mean '^prod-.*'?)"
        ),
        (
            "['dev', 'Prod'].exists(e, texts[0].lowerAscii().contains(e))",
            "'Prod': 'lowerAscii' gives no capital letters, so this is always false (did you mean 'prod'?)"
        ),
        (
            "texts[0].lowerAscii().charAt(0) == 'P'",
            "'P': 'lowerAscii' gives no capital letters, so this is always false (did you mean 'p'?)"
        ),
    ])
    func textsThatNeverOccurAreFound(source: String, expected: String) throws {
        #expect(try Self.lints(source, [.constantCondition]) == [expected])
    }

    @Test(arguments: [
        "texts[0].lowerAscii() == 'prod-1'", "texts[0].upperAscii().lowerAscii() == 'prod'",
        "texts[0].lowerAscii().upperAscii() == 'PROD'",
        "texts[0].trim() == 'a b'", "texts[0].trim().contains(' ')", "texts[0].substring(0, 4) == 'prod'",
        "texts[0].charAt(0) == 'a'",
        "texts[0].split('-', 2)[1] == 'a-b'", "texts[0].replace('ab', '').contains('ab')",
        "url(texts[0]).getHostname() == '::1'",
        "texts[0].lowerAscii() == ''", "texts[0] == 'Prod'", "texts[0].lowerAscii() == texts[1]",
        "url(texts[0]).getPort() == ''",
        "texts[0].lowerAscii() == '\u{C0}'", "texts[0].lowerAscii().matches('(?i)^Prod')",
        "texts[0].lowerAscii().matches(r'\\D')", "texts[0].lowerAscii().matches('Prod|dev')",
        "['dev', 'prod'].exists(e, texts[0].lowerAscii().contains(e))",
    ])
    func textsThatMayOccurAreNotReported(source: String) throws {
        #expect(try Self.lints(source, [.constantCondition]) == [])
    }

    // MARK: - Patterns and texts

    @Test(arguments: [
        ("texts[0].matches('\\bprod\\b')", "'\\b' in a text is the sign for going back, not the edge of a word"),
        ("texts[0].matches('^https://api.example.com/')", "a '.' stands for any character, in 'api.example.com' too"),
        ("texts[0].matches(r'(^|\\.)example.com$')", "a '.' stands for any character, in 'example.com' too"),
        ("texts[0].matches('a.b.co.uk')", "a '.' stands for any character, in 'a.b.co.uk' too"),
        ("'ttl is %d' + texts[0] == 'a'", "'%d' stays as it is in this text"),
    ])
    func suspiciousTextsAreFound(source: String, expected: String) throws {
        let found = try Self.lints(source, [.suspiciousText])
        #expect(found.count == 1 && found[0].contains(expected), "\(found)")
    }

    @Test(arguments: [
        "texts[0].matches(r'\\bprod\\b')", "texts[0].matches(r'^https://api\\.example\\.com/')",
        "texts[0].matches('prod.*com')",
        "texts[0].matches('[a.com]')", "texts[0].matches('a.b')", "texts[0].matches('x.com*')",
        "texts[0].matches('^.+com$')",
        "'%d'.format([n]) + texts[0] == 'a'", "texts[0] + '100 %' == 'a'", "texts[0].matches('com.')",
    ])
    func plainTextsAreNotReported(source: String) throws {
        #expect(try Self.lints(source, [.suspiciousText]) == [])
    }

    // MARK: - Bounds

    /// Hostile sources end, and on a small stack.
    @Test(arguments: [
        String(repeating: "has(s.name) && (", count: 45) + "n > 1" + String(repeating: ")", count: 45),
        String(repeating: "(n == 1 || n == 2) && ", count: 2000) + "n > 1",
        String(repeating: "s.name.contains('a') || ", count: 3000) + "n > 1",
        (0..<800).map { "(has(s.name) || n == \($0))" }.joined(separator: " && "),
        "[" + String(repeating: "[", count: 90) + "s.name" + String(repeating: "]", count: 90) + "] == []",
        String(repeating: "texts.exists(t, ", count: 30) + "n > 1" + String(repeating: ")", count: 30),
        "n in [" + (0..<10_000).map { "\($0)" }.joined(separator: ",") + "] && n > 1",
    ])
    func hostileSourcesEnd(source: String) async {
        let environment = Self.environment
        #expect(await onSmallStack { (try? environment.lint(source)) != nil })
    }
}
