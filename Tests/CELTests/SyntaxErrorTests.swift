import CEL
import Testing

/// Several mistakes are told at once, and none because of another.
@Suite struct SyntaxErrorTests {
    private static let environment: CELEnvironment = {
        var environment = Widget.environment
        environment.declare(variable: "n", type: .int)
        environment.declare(variable: "u", type: .string)
        environment.declare(variable: "texts", type: .list(.string))
        environment.declare(variable: "now", type: .timestamp)
        return environment
    }()

    /// The mistakes of a source: where each stands, and the beginning of what is told.
    private static func mistakes(_ source: String) -> [String] {
        diagnostics(of: source, in: environment).map { String($0.prefix { $0 != "(" }).trimmingBlanks }
    }

    @Test(arguments: [
        (
            "n == 1 && widget.sid == 'a' widget.sd == 'b' && n > > 3",
            [
                "widget: expected the end of the expression, found 'widget'", "sd: shop.Widget has no field 'sd'",
                ">: expected an expression, found '>'",
            ]
        ),
        (
            "size(u u) > 1 && texts.exists(t, t == 'a' || ) && n == && u == 'a'",
            [
                "u: expected ')', found 'u'", ") && n == && u == 'a'".prefix(1) + ": expected an expression, found ')'",
                "&&: expected an expression, found '&&'",
            ]
        ),
        (
            "n == 1) && n == 2) && widget.foo == 'a'",
            [
                "): expected the end of the expression, found ')'", "): expected the end of the expression, found ')'",
                "foo: shop.Widget has no field 'foo'",
            ]
        ),
        ("[1, 2) == [1] && widget.foo == 1", ["): expected ']', found ')'"]),
        (
            "[1, , 2] == [] && {'a' 1} == {}",
            [",: expected an expression, found ','", "1: expected ':', found a number"]
        ),
        (
            "if n == 1 && wdget.sid == 'a'",
            ["if: 'if' is a reserved word", "wdget: 'wdget' is not declared"]
        ),
        (
            "widget. == 1 && widget..sid == 'a'",
            [
                "==: expected a field or function name, found '=='", ".: expected a field or function name, found '.'",
            ]
        ),
        (
            "n == 1h && n > 5px || #",
            [
                "1h: '1h' is no number", "5px: '5px' is no number", ": expected an expression, found the end",
                "#: unexpected character '#'",
            ]
        ),
        (
            "n ? 1 : 2) ? 3",
            [
                "n: expected bool, found int", "): expected the end of the expression, found ')'",
                ": expected ':', found the end",
            ]
        ),
    ])
    func allMistakesAreTold(source: String, expected: [String]) {
        #expect(Self.mistakes(source).sorted() == expected.sorted())
    }

    /// One mistake is one problem, whatever it makes of the rest.
    @Test(arguments: [
        "u == 'it's'", "u == 'abc && n == 1", "widget.sid.startsWith('a) && n == 1", "u == \"a' && n == 1",
        "if n == 1 then true else false", "for x in texts { x == 'a' }", "n == 1 # comment ( [", "n == 1 /* a ) b */",
        "n == 1 -- what it is", "n == 1 -- todo", "n == 1;", "n == ${n}", "u == {{u}}", "u @ 'a' && n == 1",
        "u \u{20AC} 'a'", "n == 1 then", "u in ('a', 'b')", "u in {'a', 'b'}", "u in 'a', 'b'",
        "texts.exists(t => t == 'a')",
        "texts.exists(t -> t == 'a')", "texts.exists(t t == 'a')", "texts.exists(t, t == 'a' &)",
        "cel.bind(x 1, x) == 1",
        "math.greatest(1 2 3) == 1", "u.substring(1 2) == 'a'", "has(widget.sid widget.sid)", "{a: 1} == {}",
        "service.url == 'a'", "u ^ u", "n = = 2", "* 3 == n", "n == 1 ? 'a' == 'b'", "[1, 2", "((n == 1)", "n == 1))",
        "n == 1]", "n not in [1]", "u LIKE 'a%'", "u =~ /a(b/", "now > 2026-01-01T00:00:00Z", "u?.size() == 1",
        "n ?: 2",
        "NOT n == 1", "u is u", "()", ")", "n == '", "`n` == 1", "n == 1 &&", "|| n == 1", "! ", "(n == 1, )",
        "u == /abc/", "n between 1 and 5 && n == 2", "u[0:3] == 'abc'", "any(texts, t, t == 'a')", "{'a' => 1} == {}",
        "u IN texts",
    ])
    func oneMistakeIsOneProblem(source: String) {
        let found = diagnostics(of: source, in: Self.environment)
        #expect(found.count == 1, "\(found)")
    }

    /// Found by random tokens: what could not be read was passed over without a word.
    @Test(arguments: [". if", "* 3 == 4", ".true", "&& n == 1", ". . n"])
    func nothingIsPassedOver(source: String) {
        #expect(!diagnostics(of: source, in: Self.environment).isEmpty)
    }

    @Test func sourcesThatLookLikeMistakesAreNone() {
        for source in [
            "n - -1 == 2 ? (true?.n == 1:false) : true", "n--1 == 2", "- -n == 1", "[1, 2,] == [] || {'a': 1,} == {}",
            "n//2",
            "1in[1]", "n % 2 == 0 ? true : u == '#' || u == '{{u}}'", "{1: {2: 3}}[1][2] == 3", "1u == 2U", "[,] == []",
        ] {
            #expect(diagnostics(of: source, in: Self.environment) == [], "\(source)")
        }
    }

    /// A hundred of them at most, in a time that grows with the source.
    @Test(arguments: [
        "x y ", "( ", ") ", "a = ", "1h ", "'\n", "[1, ", "a ? ", "a ?. ", "{{ ", "${x} ", "\u{201C}", "\u{E9} ", "if ",
        "? : ",
        "f(,) ", "not ", "a =~ /b/ ", "a -- ", "a.b(c d) && ", "> ", "@", "has( ", "a, ", "a ?? ",
    ])
    func manyMistakesTakeLinearTime(_ unit: String) async {
        let source = String(repeating: unit, count: 50_000 / unit.utf8.count)
        let environment = Self.environment
        let (count, time) = await onSmallStack {
            let clock = ContinuousClock()
            var count = 0
            let time = clock.measure { count = diagnostics(of: source, in: environment).count }
            return (count, time)
        }
        #expect((1...200).contains(count))
        #expect(time < .seconds(60), "a debug build takes a few seconds, and hours if each mistake looks at all others")
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
