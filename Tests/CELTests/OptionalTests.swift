import CEL
import Testing

/// Optional values: what makes them, what is selected from them and what takes them apart.
@Suite struct OptionalTests {
    // MARK: - Values

    @Test(arguments: [
        // Making and taking apart.
        ("optional.of(1).value()", CELValue.int(1)), ("optional.of(null).value()", .null),
        ("optional.none().hasValue()", .bool(false)), ("optional.of(optional.none()).hasValue()", .bool(true)),
        ("optional.of(optional.of(1)).value().value()", .int(1)),
        ("optional.unwrap([optional.of(1), optional.none(), optional.of(3)])", .list([.int(1), .int(3)])),
        ("[optional.of(null), optional.none()].unwrapOpt()", .list([.null])), ("[].unwrapOpt()", .list([])),
        // Alternatives.
        ("optional.none().or(optional.none()).hasValue()", .bool(false)),
        ("optional.none().or(optional.of('a')).orValue('b')", .string("a")),
        ("optional.of(dyn(null)).or(optional.of(1)).value()", .null), ("optional.of(dyn(null)).orValue(1)", .null),
        ("optional.none().orValue(optional.of(1)).value()", .int(1)), ("d1.?a.or(d1.?b).orValue(7)", .int(7)),
        // Macros.
        ("optional.of([1, 2]).optMap(l, l.map(x, x * 2)).value()", .list([.int(2), .int(4)])),
        ("optional.of(1).optMap(x, optional.none()).hasValue()", .bool(true)),
        ("optional.of(1).optFlatMap(x, optional.none()).hasValue()", .bool(false)),
        ("optional.of(2).optMap(x, optional.of(x + 1).optMap(x, x * 10).value() + x).value()", .int(32)),
        ("[1, 2].map(x, optional.of(x).optMap(x, x + 10).orValue(0) + x)", .list([.int(12), .int(14)])),
        ("cel.bind(o, optional.of('a'), o.optMap(a, o.optMap(b, a + b).value()).value())", .string("aa")),
        ("optional.of(2).optMap(d1, d1 * 2).value() + d1", .int(5)), ("optional.of(1).optFlatMap(x, dyn(2))", .int(2)),
        ("optional.of(true).optMap(x, x).value() && true", .bool(true)),
        ("optional.of([1, 2, 3]).optMap(l, l.filter(x, x > 1)).optMap(l, l.size()).value()", .int(2)),
        // Selections and indexes.
        ("{'a': {'b': 1}}.?a.b.value()", .int(1)), ("{'a': {'b': [5]}}.?a.b[0].value()", .int(5)),
        ("{'a': {'b': [5]}}.?a.?b[?1].hasValue()", .bool(false)), ("{'a': null}.?a.hasValue()", .bool(true)),
        ("{'a': [1]}.?a[3].hasValue()", .bool(false)), ("optional.of([1])[-1].hasValue()", .bool(false)),
        ("{'a': optional.of({'b': 1})}.a.b.value()", .int(1)), ("{'e\u{301}': 1}[?'\u{e9}'].hasValue()", .bool(false)),
        ("{'a': optional.of(1)}.?a.value().value()", .int(1)), ("[1, 2][?dyn(1u)].value()", .int(2)),
        ("{1: 'a'}[?dyn(1.5)].hasValue()", .bool(false)), ("{1: 'a'}[?dyn([1])].hasValue()", .bool(false)),
        ("[1][?9223372036854775807].hasValue()", .bool(false)),
        ("{'`': 1}.?`a-b`.hasValue()", .bool(false)), ("{'a-b': 1}.?`a-b`.value()", .int(1)),
        // Presence.
        ("has(optional.of({'a': 1}).a)", .bool(true)), ("has(optional.of({'a': null}).a)", .bool(true)),
        ("has(optional.none().a)", .bool(false)), ("has({'a': {}}.?a.b)", .bool(false)),
        ("has({'a': optional.none()}.a)", .bool(true)),
        // Operands of which only the evaluation knows that they are optionals.
        ("dyn(optional.of({'a': 1})).a.value()", .int(1)), ("dyn(optional.none()).a.hasValue()", .bool(false)),
        ("dyn(optional.of([7]))[0].value()", .int(7)), ("dyn(optional.of([7]))[1].hasValue()", .bool(false)),
        ("dyn(optional.none())[0].hasValue()", .bool(false)), ("has(dyn(optional.of({'a': 1})).a)", .bool(true)),
        ("has(dyn(optional.of({})).a)", .bool(false)), ("dyn(optional.of({'a': 1})).?a.value()", .int(1)),
        ("dyn({'a': 1}).?b.hasValue()", .bool(false)), ("dyn([7])[?0].value()", .int(7)),
        ("dyn(optional.of(1)).optMap(x, x + 1).value()", .int(2)), ("dyn(optional.of(1)).orValue('a')", .int(1)),
        ("dyn([7])[0] + dyn({'a': 1}).a", .int(8)), ("dyn(optional.none()).or(optional.of(1)).value()", .int(1)),
        // Aggregates.
        ("[?optional.of(1), 2, ?optional.none()]", .list([.int(1), .int(2)])),
        ("[?optional.of(optional.of(1))][0].value()", .int(1)), ("[?optional.of(null)]", .list([.null])),
        ("{?'a': optional.none(), 'b': 1}.size()", .int(1)), ("{'a': 1, ?'a': optional.none()}.a", .int(1)),
        ("{?'a': d1.?x, ?'b': optional.of(null)}.b", .null), ("[?dyn(optional.of(1))]", .list([.int(1)])),
        ("[1, 2].map(x, [?(x > 1 ? optional.of(x) : optional.none())])", .list([.list([]), .list([.int(2)])])),
        // Types.
        ("type(optional.of(1)) == optional_type", .bool(true)), ("type(optional.of(1)) == type({}.?a)", .bool(true)),
        ("type(optional.of(1)) == int", .bool(false)),
        // Conversions to other uses of '?'.
        ("true ?.d1 : 0", .int(1)), ("d1 == 1 ? [1][?0].value() : 0", .int(1)),
        ("true ? [?optional.of(1)][0] : 2", .int(1)),
    ])
    func value(_ source: String, _ expected: CELValue) throws {
        var values: [String: CELValue] = ["d1": .int(1)]
        if source.contains("d1.?") { values["d1"] = .map(CELMap(fields: [("b", .int(7))])) }
        #expect(try evaluate(source, values).get() === expected)
    }

    @Test(arguments: [
        "null", "false", "0", "0u", "0.0", "-0.0", "''", "b''", "[]", "{}", "duration('0s')", "timestamp(0)",
        "timestamp('0001-01-01T00:00:00Z')", "timestamp('0001-01-01T01:00:00+01:00')",
    ])
    func zeroValuesAreNone(_ source: String) throws {
        #expect(try evaluate("optional.ofNonZeroValue(\(source)).hasValue()").get() === .bool(false))
        #expect(try evaluate("optional.of(\(source)).hasValue()").get() === .bool(true))
    }

    @Test(arguments: [
        "true", "-1", "1u", "0.1", "0.0 / 0.0", "' '", "b'\\x00'", "[null]", "{'': null}", "duration('1ns')",
        "timestamp('0001-01-01T00:00:01Z')", "timestamp('1970-01-01T00:00:00.000000001Z')", "optional.none()", "int",
        "timestamp('0001-01-01T00:00:00.5Z')",
        "ip('0.0.0.0')",
    ])
    func otherValuesAreNotNone(_ source: String) throws {
        #expect(try evaluate("optional.ofNonZeroValue(\(source)).hasValue()").get() === .bool(true))
    }

    @Test(arguments: [
        ("optional.none() == optional.none()", true), ("optional.of(null) == optional.none()", false),
        ("optional.of(1) == optional.of(dyn(1.0))", true), ("optional.of(1) == optional.of(dyn('1'))", false),
        ("optional.of(1) == dyn(1)", false), ("optional.none() == null", false), ("optional.of(null) == null", false),
        ("optional.of(optional.of(1)) == optional.of(optional.of(1))", true),
        ("optional.of(optional.none()) == optional.none()", false), ("optional.of([1]) != optional.of([2])", true),
        ("optional.of('e\u{301}') == optional.of('\u{e9}')", false),
        ("optional.of('a') in [optional.none(), optional.of('a')]", true),
        ("optional.none() in {}.?a.orValue([])", false),
        ("[optional.of({'a': 1})] == [optional.of({'a': dyn(1u)})]", true),
        ("optional.of(ip('::1')) == optional.of(ip('::1'))", true), ("dyn(optional.none()) == ip('::1')", false),
    ])
    func equality(_ source: String, _ expected: Bool) throws {
        #expect(try evaluate(source).get() === .bool(expected))
    }

    @Test func anOptionalCanBeTakenApartFromOutside() throws {
        let none = try #require(try evaluate("optional.none()").get().asOptional)
        #expect(none.content == nil && none.description == "optional.none()")
        let some = try #require(try evaluate("{'a': 'secret'}.?a").get().asOptional)
        #expect(some.content == .string("secret") && some.description == "optional.of(string)")
        #expect(CELValue.int(1).asOptional == nil && CELValue.optional(.int(1)).asOptional?.content == .int(1))
        #expect(CELType.optional(.int).optionalContent == .int && CELType.list(.int).optionalContent == nil)
        var values = CELEnvironment()
        values.declare(variable: "o", type: .optional(.string))
        #expect(try evaluate("o.orValue('b')", ["o": .optional(.string("a"))], in: values).get() === .string("a"))
    }

    // MARK: - Messages

    @Test(arguments: [
        ("widget.?callback_url.hasValue()", false, true), ("widget.?callback_url.orValue('') == ''", true, false),
        ("widget.?sid.orValue('') == 'W1'", true, true), ("widget.?labels.env.orValue('none') == 'none'", true, false),
        ("widget.?labels[?'env'].hasValue()", false, true), ("has(widget.?labels.env)", false, true),
        ("widget.?callback_url.optMap(u, u.startsWith('http:')).orValue(false)", false, true),
        ("optional.of(widget).callback_url.hasValue()", false, true), ("has(optional.of(widget).enabled)", false, true),
        ("dyn(widget).?callback_url.hasValue()", false, true),
        ("dyn(optional.of(widget)).sid.value() == 'W1'", true, true),
        ("has(dyn(optional.of(widget)).callback_url)", false, true), ("widgets[?0].sid.value() == 'W1'", true, true),
        ("widgets[?1].?sid.hasValue()", false, false), ("widget.?default_ttl == optional.of(0)", false, true),
        ("widget.?default_ttl == optional.none()", true, false),
        ("widget.?parts[0].sid.orValue('') == 'P1'", false, true),
        ("optional.ofNonZeroValue(widget.callback_url).hasValue()", false, true),
        ("[?widget.?callback_url].size() == 1", false, true),
        ("optional.of(widget) == optional.of(widget)", true, true),
        ("dyn(widget).callback_url == null", true, false), ("has(dyn(widget).callback_url)", false, true),
    ])
    func fieldsOfMessages(_ source: String, ofEmpty: Bool, ofFull: Bool) throws {
        let full = Widget(
            callbackURL: "http://example.com/", defaultTTL: 0, enabled: true, labels: [("env", .string("prod"))],
            parts: [Widget(sid: "P1")])
        let program = try Widget.environment.compile(source, expecting: .bool)
        for (widget, expected) in [(Widget(), ofEmpty), (full, ofFull)] {
            var variables = CELVariables(for: program)
            variables["widget"] = .message(widget)
            variables["widgets"] = .list([.message(widget)])
            #expect(try program.evaluate(variables) === .bool(expected))
            #expect(try program.evaluateCondition(variables) == expected)
        }
    }

    @Test func selectedFieldsAreNoted() throws {
        let program = try Widget.environment.compile(
            "widget.?callback_url.hasValue() || optional.of(widget).sid.hasValue()")
        #expect(program.referencedFields.map(\.field) == ["callback_url", "sid"])
    }

    // MARK: - Failures

    @Test(arguments: [
        (
            "optional.none().value()", CELError.Code.invalidArgument, "optional.none() has no value",
            "optional.none().value()"
        ),
        ("{'a': 1}.?b.value()", .invalidArgument, "optional.none() has no value", "{'a': 1}.?b.value()"),
        ("dyn(1).hasValue()", .noSuchOverload, "no such overload: 'hasValue' takes an optional, found int", "dyn(1)"),
        ("dyn(1).orValue(2)", .noSuchOverload, "no such overload: 'orValue' takes an optional, found int", "dyn(1)"),
        ("dyn('a').value()", .noSuchOverload, "no such overload: 'value' takes an optional, found string", "dyn('a')"),
        (
            "optional.none().or(dyn(1)).hasValue()", .noSuchOverload,
            "no such overload: 'or' takes an optional, found int", "dyn(1)"
        ),
        ("dyn(1).optMap(x, x)", .noSuchOverload, "no such overload: 'hasValue' takes an optional, found int", "dyn(1)"),
        ("dyn(1).?a", .noSuchOverload, "no such overload: int has no field 'a'", "dyn(1).?a"),
        ("dyn(null).?a", .noSuchOverload, "no such overload: null_type has no field 'a'", "dyn(null).?a"),
        ("optional.of(dyn(1)).a", .noSuchOverload, "no such overload: int has no field 'a'", "optional.of(dyn(1)).a"),
        ("dyn(optional.of(1)).a", .noSuchOverload, "no such overload: int has no field 'a'", "dyn(optional.of(1)).a"),
        (
            "has(dyn(optional.of(1)).a)", .noSuchOverload, "no such overload: int has no field 'a'",
            "has(dyn(optional.of(1)).a)"
        ),
        ("dyn({}).a", .noSuchKey, "no such key: 'a'", "dyn({}).a"),
        ("dyn(1)[?0]", .noSuchOverload, "no such overload: index '[]' cannot be applied to int and int", "dyn(1)[?0]"),
        (
            "dyn(ip('::1'))[0]", .noSuchOverload, "no such overload: index '[]' cannot be applied to net.IP and int",
            "dyn(ip('::1'))[0]"
        ),
        (
            "[1][?dyn('a')]", .noSuchOverload, "no such overload: index '[]' cannot be applied to list(dyn) and string",
            "[1][?dyn('a')]"
        ),
        (
            "[1][?dyn(0.5)]", .invalidArgument, "the index of a list must be a whole number in the range of int",
            "[1][?dyn(0.5)]"
        ),
        ("[?dyn(1)]", .noSuchOverload, "no such overload: '?' takes an optional, found int", "dyn(1)"),
        ("{?'a': dyn(1)}", .noSuchOverload, "no such overload: '?' takes an optional, found int", "dyn(1)"),
        (
            "{'a': 1, ?'a': optional.of(2)}", .invalidArgument, "the map has the same key twice",
            "{'a': 1, ?'a': optional.of(2)}"
        ),
        ("{?dyn(1.5): optional.none()}", .invalidArgument, "a key of a map cannot be of type double", "dyn(1.5)"),
        (
            "optional.unwrap([dyn(1)])", .noSuchOverload,
            "no such overload: 'optional.unwrap' takes a list of optionals, found int in it",
            "optional.unwrap([dyn(1)])"
        ),
        ("optional.of(1 / 0).orValue(1)", .divisionByZero, "division by zero", "1 / 0"),
        ("optional.of(1).optMap(x, x / 0)", .divisionByZero, "division by zero", "x / 0"),
        ("optional.none().orValue(1 / 0)", .divisionByZero, "division by zero", "1 / 0"),
        (
            "dyn(optional.of(1)) && true", .noSuchOverload, "no such overload: expected bool, found optional_type(dyn)",
            "dyn(optional.of(1))"
        ),
    ])
    func failure(_ source: String, _ code: CELError.Code, _ message: String, _ place: String) throws {
        var environment = CELEnvironment()
        environment.declare(variable: "v", type: .dyn)
        for program in [try environment.compileUnchecked(source)]
            + [try? environment.compile(source)].compactMap({ $0 })
        {
            guard case .failure(let error) = program.outcome(CELVariables(for: environment)) else {
                Issue.record("no failure: \(source)")
                continue
            }
            #expect(error.code == code)
            #expect(error.message == message)
            let text = String(decoding: Array(source.utf8)[error.span], as: UTF8.self)
            #expect(text == place)
        }
    }

    @Test(arguments: [
        "optional.of(1).or(optional.of(1 / v))", "optional.of(1).orValue(1 / v)", "optional.of(1).or(dyn(v))",
        "optional.none().optMap(x, 1 / v)", "optional.none().optFlatMap(x, optional.of(x / v))",
        "optional.none().?a[?1 / 1].or(optional.of(2)).orValue(1 / v)",
    ])
    func whatIsNotNeededIsNotEvaluated(_ source: String) throws {
        _ = try evaluate(source, ["v": .int(0)]).get()
    }

    // MARK: - Checking

    @Test(arguments: [
        ("optional.of(1)", "optional_type(int)"), ("optional.none()", "optional_type(dyn)"),
        ("{'a': [1]}.?a", "optional_type(list(int))"), ("{'a': [1]}.?a[0]", "optional_type(int)"),
        ("{'a': {'b': 1}}.?a.b", "optional_type(int)"),
        ("optional.of(1).optMap(x, string(x))", "optional_type(string)"),
        ("optional.of(1).optFlatMap(x, optional.of('a'))", "optional_type(string)"),
        ("optional.of(1).optFlatMap(x, dyn(x))", "dyn"),
        ("optional.of(1).optFlatMap(x, optional.none())", "optional_type(dyn)"),
        ("dyn(1).optMap(x, 1)", "optional_type(int)"), ("optional.none().or(optional.of(1))", "optional_type(int)"),
        ("optional.none().orValue(1)", "int"), ("[?optional.of(1)]", "list(int)"), ("[?dyn(1), 1]", "list(dyn)"),
        ("{?'a': optional.of(1)}", "map(string, int)"), ("[?optional.none()]", "list(dyn)"), ("optional_type", "type"),
        ("optional.of(optional.of(1)).value()", "optional_type(int)"), ("dyn({}).?a", "optional_type(dyn)"),
        ("widget.?callback_url", "optional_type(wrapper(string))"),
        ("widget.?callback_url.orValue('')", "wrapper(string)"),
        ("optional.of(widget).sid", "optional_type(string)"), ("has(optional.of(widget).sid)", "bool"),
        ("widgets[?0].parts[0].sid", "optional_type(string)"), ("optional.unwrap([optional.of(1)])", "list(int)"),
        ("[optional.of('a')].unwrapOpt()", "list(string)"), ("dyn([1])[0]", "dyn"), ("dyn([1])[?0]", "dyn"),
        ("[1][0]", "int"), ("[[1].map(x, optional.of(x)), []]", "list(list(optional_type(int)))"),
    ])
    func deducedType(_ source: String, _ expected: String) throws {
        #expect(try Widget.environment.compile(source).resultType.description == expected)
    }

    @Test(arguments: [
        (
            "optional.of(1).orValue('a')",
            [
                "orValue('a'): 'orValue' cannot be called as optional_type(int).orValue(string) "
                    + "(it is declared as optional_type(V).orValue(V))"
            ]
        ),
        (
            "optional.of(1).or(2)",
            [
                "or(2): 'or' cannot be called as optional_type(int).or(int) "
                    + "(it is declared as optional_type(V).or(optional_type(V)))"
            ]
        ),
        (
            "widget.sid.hasValue()",
            [
                "hasValue(): 'hasValue' cannot be called as string.hasValue() (it is declared as optional_type(V).hasValue())"
            ]
        ),
        ("widget.default_ttl.?a", ["a: a value of type nullable int has no fields"]),
        ("(1).?a", ["a: a value of type int has no fields"]),
        ("optional.of(1).a", ["a: a value of type int has no fields"]),
        ("null.?a", ["a: a value of type null has no fields"]),
        ("widget.?calback_url", ["calback_url: shop.Widget has no field 'calback_url' (did you mean 'callback_url'?)"]),
        ("optional.of(widget).sd", ["sd: shop.Widget has no field 'sd' (did you mean 'sid'?)"]),
        (
            "has(widget.?sid)",
            [
                "widget.?sid: 'has' takes the selection of one field, as in has(a.b) (write widget.?sid.hasValue())"
            ]
        ),
        ("1[?0]", ["1[?0]: a int cannot be indexed with int"]),
        ("{1: 2}[?'a']", ["{1: 2}[?'a']: a map(int, int) cannot be indexed with string"]),
        ("optional.of([1])['a']", ["optional.of([1])['a']: a optional_type(list(int)) cannot be indexed with string"]),
        ("[?1]", ["1: an optional must follow '?', not int (leave out the '?')"]),
        ("[?null]", ["null: an optional must follow '?', not null (leave out the '?')"]),
        ("{?'a': 'b'}", ["'b': an optional must follow '?', not string (leave out the '?')"]),
        ("widget.sid.optMap(s, s)", ["widget.sid: 'optMap' takes an optional, not string"]),
        (
            "widget.?sid.optFlatMap(s, s)",
            ["s: the result of 'optFlatMap' must be an optional, not string (use 'optMap', which makes one of it)"]
        ),
        ("widget.?sid.optMap('s', 1)", ["'s': 'optMap' needs a plain name for its variable here"]),
        ("widget.?sid.optMap(s)", ["optMap: 'optMap' takes 2 arguments, the first a plain name, not 1"]),
        ("widget.?sid.optMap(s, s, s)", ["optMap: 'optMap' takes 2 arguments, the first a plain name, not 3"]),
        (
            "optFlatMap(widget.?sid, s, s)",
            ["optFlatMap: 'optFlatMap' is called on an optional, as in a.optFlatMap(x, …)"]
        ),
        (
            "widget.?sid.optmap(s, s)",
            [
                "optmap: the function 'optmap' is not declared (did you mean 'optMap'?)"
            ]
        ),
        (
            "optional.off(1)",
            ["optional.off: the function 'optional.off' is not declared (did you mean 'optional.of'?)"]
        ),
        (
            "optional.of(1).optMap(x, x) && x",
            [
                "optional.of(1).optMap(x, x): expected bool, found optional_type(int) "
                    + "(optional.of(1).optMap(x, x).hasValue() asks whether it has a value)",
                "x: 'x' is not declared",
            ]
        ),
        (
            "optional.of(1) == optional.of('a')",
            [
                "optional.of(1) == optional.of('a'): '==' cannot compare optional_type(int) with optional_type(string)"
            ]
        ),
        (
            "optional.of([1]).all(x, true)",
            ["optional.of([1]): 'all' takes a list or map, not optional_type(list(int))"]
        ),
        ("widget.?sid()", ["(: expected the end of the expression, found '('"]),
        (
            "shop.Widget{?sid: optional.of('a')}",
            ["shop.Widget: a message cannot be made in an expression: 'shop.Widget'"]
        ),
    ])
    func problems(_ source: String, _ expected: [String]) {
        #expect(diagnostics(of: source, in: Widget.environment) == expected)
    }

    @Test func hostFunctionsOfTheSameNames() throws {
        var environment = CELEnvironment()
        environment.declare(
            function: CELFunction(name: "or", isMember: true, parameters: [.int, .int], result: .int) { _ in
                .int(9)
            })
        environment.declare(
            function: CELFunction(
                name: "first", parameters: [.list(.typeParameter("T"))], result: .optional(.typeParameter("T"))
            ) { _ in .optional(.int(3)) })
        for (source, expected) in [
            ("1.or(2)", CELValue.int(9)), ("dyn(1).or(dyn(2))", .int(9)),
            ("optional.none().or(optional.of(4)).value()", .int(4)),
            ("dyn(optional.none()).or(dyn(optional.of(5))).value()", .int(5)), ("first([1]).value() + 1", .int(4)),
        ] {
            #expect(try evaluate(source, in: environment).get() === expected, "\(source)")
        }
    }

    // MARK: - Limits

    @Test(arguments: [
        "optional.of(l) == optional.of(l)", "[optional.of(l)] == [optional.of(l)]",
        "optional.of(l) in [optional.of(l)]",
        "l.map(a, l.map(b, optional.of(b).orValue(0)))", "optional.unwrap(l.map(a, optional.of(a)))",
        "l.all(a, l.all(b, {'a': 1}.?a.hasValue()))", "l.all(a, optional.of(a).optMap(x, x).hasValue())",
    ])
    func costIsCharged(_ source: String) throws {
        var environment = CELEnvironment()
        environment.declare(variable: "l", type: .list(.int))
        environment.costLimit = 1500
        let list: [String: CELValue] = ["l": .list((0..<2000).map { .int($0) })]
        #expect(try CELTests.failure(of: source, list, in: environment) == .costLimitExceeded)
    }

    @Test(arguments: ["optional.of(a) == optional.of(a)", "a.optMap(x, x) == a", "a in [optional.none(), a]"])
    func optionalsThatShareTheirPartsAreNotWalkedForever(_ use: String) throws {
        // Forty optionals, of which each holds a list that holds the next twice.
        var source = use
        for _ in 0..<40 { source = "cel.bind(a, optional.of([a, a]), \(source))" }
        source = "cel.bind(a, optional.of(l), \(source))"
        #expect(try CELTests.failure(of: source, ["l": .list([.int(1)])]) == .costLimitExceeded)
    }

    /// An expression with optionals nested so many levels deep.
    enum Shape: String, CaseIterable, Sendable {
        case selections, indexes, alternatives, values, maps, flatMaps, elements, entries, chains, constants

        func source(_ depth: Int) -> String {
            switch self {
            case .selections: "x" + String(repeating: ".?a", count: depth)
            case .indexes: "x" + String(repeating: "[?'a']", count: depth)
            case .alternatives: around("x.?b.or(", "x.?b", ")", depth / 2)
            case .values: around("x.?b.orValue(", "x.?b", ")", depth)
            case .maps: around("x.?a.optMap(y, ", "x", ")", depth)
            case .flatMaps: around("x.?a.optFlatMap(y, ", "x.?a", ")", depth - 1)
            case .elements: around("[?x.?a.optMap(y, ", "x", ")]", depth / 2)
            case .entries: around("{?'a': x.?a.optMap(y, ", "x", ")}", depth / 2)
            case .chains: "x.?a" + String(repeating: ".a[0].optMap(y, y)", count: depth / 3)
            case .constants: around("optional.of(", "1", ")", depth)
            }
        }

        private func around(_ left: String, _ middle: String, _ right: String, _ count: Int) -> String {
            String(repeating: left, count: count) + middle + String(repeating: right, count: count)
        }
    }

    @Test(arguments: Shape.allCases)
    func deepNestingFitsASmallStackOrIsRefused(_ shape: Shape) async {
        let fitting = await onSmallStack { Self.problems(shape.source(94)) }
        #expect(!fitting.contains { $0.contains("nested") || $0.contains("bytes long") }, "\(fitting)")
        let refused = await onSmallStack { Self.problems(shape.source(4000)) }
        #expect(refused.contains { $0.contains("nested more than 100 levels deep") || $0.contains("bytes long") })
    }

    /// What is wrong with an expression, which is evaluated if nothing is.
    private static func problems(_ source: String) -> [String] {
        var environment = CELEnvironment()
        environment.declare(variable: "x", type: .dyn)
        do throws(CELCompileError) {
            let program = try environment.compile(source)
            var variables = CELVariables(for: environment)
            variables["x"] = .map(CELMap(fields: [("a", .map(CELMap(fields: [])))]))
            _ = program.outcome(variables)
            return []
        } catch {
            return error.diagnostics.map(\.message)
        }
    }
}
