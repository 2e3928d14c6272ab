import SeededGenerator
import Testing

@testable import CEL

/// An evaluator gives what evaluating each program alone does: the same values, failures and steps.
@Suite struct EvaluatorTests {
    private static let definitions = [
        ("host", "isURL(url_text) ? url(url_text).getHostname().lowerAscii() : ''"),
        ("place", "host.replace('_', '-').trim()"),
        ("folded", "widget.callback_url.lowerAscii()"),
        ("isTest", "host.matches(r'(^|[.-])(test|dev)[.-]') || place.contains('stage')"),
        ("long", "host + host + host + host + host + host + host + host"),
        ("number", "size(host) + n"),
        ("failing", "string(10 / (n - 1)) + host"),
    ]

    private static let programs = [
        "host == 'a.test'", "host != '' && !host.contains('.')", "isTest", "isTest != host.startsWith('a')",
        "['test', 'dev', 'a.test'].exists(s, host.endsWith(s) && (host == s || host.endsWith('.' + s)))",
        "['b', 'a'].exists(l, host.contains(l) && l in host.split('.'))",
        "host.matches('^[a-z.]+$') && place.matches('[a-z]')", "place.matches('^a')", "size(long) > 40",
        "long.matches('(a.test)+') || host == ''", "number > 5", "failing.matches('^5')",
        "failing.startsWith('1') || host.startsWith('a')", "['5', '10'].exists(p, failing.startsWith(p))",
        "has(widget.callback_url) && folded.contains('x')", "folded.matches('x') || n == 2",
        "widget.sid == 'W1' && size(widget.sid) < 5", "widget.default_ttl > n", "url_text.matches('a.test')",
        "[host, place].all(h, h.matches('t$'))", "[1, 2, 3].map(i, i * 2).exists(i, i == n && host.matches('.'))",
    ]

    private static let texts = [
        "https://a.test/x", "https://b_dev.example:8080/?y=1", "HTTPS://A.TEST/", "no url", "", "https://stage/",
        "https://" + String(repeating: "long-", count: 40) + ".test/", "https://xn--e1afmkfd.test/", "https://日本.test/",
    ]

    private static var environment: CELEnvironment {
        get throws {
            var environment = Widget.environment
            environment.declare(variable: "n", type: .int)
            environment.declare(variable: "url_text", type: .string)
            for (name, source) in definitions { try environment.define(name, as: source) }
            return environment
        }
    }

    /// The same variables, as each way of evaluating has them.
    private struct Sides: ~Copyable {
        private var evaluator: CELEvaluator
        private var variables: CELVariables
        private let widget: Int
        private let n: Int
        private let text: Int

        init(_ environment: CELEnvironment) {
            variables = CELVariables(for: environment)
            evaluator = CELEvaluator(variables)
            widget = variables.slot(of: "widget") ?? -1
            n = variables.slot(of: "n") ?? -1
            text = variables.slot(of: "url_text") ?? -1
        }

        mutating func begin(_ message: Widget, n number: Int64, standing: Bool) {
            evaluator.begin()
            evaluator.set(.message(message), at: widget)
            evaluator.set(.int(number), at: n)
            variables.set(.message(message), at: widget)
            variables.set(.int(number), at: n)
            if standing {
                evaluator.set(field: 0, ofMessageAt: widget, at: text)
                variables.set(field: 0, ofMessageAt: widget, at: text)
            } else {
                evaluator.set(.string(message.sid), at: text)
                variables.set(.string(message.sid), at: text)
            }
        }

        mutating func expectSame(_ program: CELProgram) {
            let expected = program.outcome(keepingIn: &variables)
            let found: Result<CELValue, CELError>
            do throws(CELError) {
                found = .success(.bool(try evaluator.condition(program)))
            } catch {
                found = .failure(error)
            }
            // Where steps run out, it may be told of another part.
            if case .failure(let error) = expected, error.code == .costLimitExceeded {
                #expect(throws: CELError.self, "\(program.source)") { try found.get() }
            } else {
                #expect(found == expected, "\(program.source)")
                #expect(evaluator.steps == variables.steps, "\(program.source)")
            }
        }
    }

    @Test(arguments: [true, false])
    func givesWhatEachProgramDoes(standing: Bool) throws {
        let environment = try Self.environment
        let programs = try Self.programs.map { try environment.compile($0) }
        var sides = Sides(environment)
        var random = SeededGenerator(seed: 1)
        // Each text more than once, since what comes again is remembered.
        for (round, text) in (Self.texts + Self.texts + Self.texts).enumerated() {
            let message = Widget(
                sid: text, callbackURL: round % 3 == 0 ? nil : text, defaultTTL: round % 2 == 0 ? nil : 3)
            sides.begin(message, n: Int64(round % 4), standing: standing)
            for program in programs.shuffled(using: &random) { sides.expectSame(program) }
        }
    }

    @Test(arguments: 1...60)
    func stepsRunOutAlike(costLimit: Int) throws {
        let environment = try Self.environment
        var sides = Sides(environment)
        for text in Self.texts + Self.texts {
            for source in Self.programs {
                var program = try environment.compile(source)
                program.costLimit = costLimit
                sides.begin(Widget(sid: text, callbackURL: text), n: 3, standing: false)
                sides.expectSame(program)
            }
        }
    }

    @Test func valuesAreTheSameToo() throws {
        let environment = try Self.environment
        var variables = CELVariables(for: environment)
        variables["url_text"] = .string("https://a.test/")
        variables["n"] = .int(3)
        variables["widget"] = .message(Widget())
        var evaluator = CELEvaluator(variables)
        for source in ["host", "host + place", "[host, long]", "number", "failing", "widget.sid", "{'a': isTest}"] {
            let program = try environment.compile(source)
            let expected = try program.evaluate(keepingIn: &variables)
            for _ in 0..<2 { #expect(try evaluator.value(of: program) === expected, "\(source)") }
        }
        let program = try environment.compile("host == 'a.test' && url_text.startsWith('https')")
        #expect(try evaluator.condition(program))
        // What the evaluator was made of is as it was.
        #expect(variables["host"] == .string("a.test"))
    }

    /// What depends on a variable is forgotten when that is set, and nothing else is.
    @Test func followsAVariableThatIsSet() throws {
        var environment = CELEnvironment()
        for name in ["a", "b"] { environment.declare(variable: name, type: .string) }
        for (name, source) in [("ofA", "a.lowerAscii()"), ("ofB", "b.lowerAscii()"), ("both", "ofA + ofB")] {
            try environment.define(name, as: source)
        }
        try environment.define("isLong", as: "size(both) > 5")
        var variables = CELVariables(for: environment)
        let slots = try ["a", "b"].map { name in try #require(variables.slot(of: name)) }
        var evaluator = CELEvaluator(variables)
        let programs = try ["both == 'xy'", "ofB.matches('^y')", "isLong || ofA == 'x'", "ofA"].map {
            try environment.compile($0)
        }
        for (slot, text) in [(0, "X"), (1, "Y"), (1, "Z"), (0, "XYZXYZ"), (0, "X"), (1, "Y"), (0, "x"), (1, "yyyyyy")] {
            evaluator.set(.string(text), at: slots[slot])
            variables.set(.string(text), at: slots[slot])
            if variables["b"] == nil { continue }
            for program in programs {
                #expect(
                    try evaluator.value(of: program) === program.evaluate(keepingIn: &variables), "\(program.source)")
                #expect(evaluator.steps == variables.steps, "\(program.source)")
            }
        }
    }

    @Test func takesProgramsOfOtherEnvironments() throws {
        let environment = try Self.environment
        var variables = CELVariables(for: environment)
        variables["url_text"] = .string("https://a.test/")
        var evaluator = CELEvaluator(variables)
        #expect(try evaluator.condition(environment.compile("host == 'a.test'")))
        var other = CELEnvironment()
        other.declare(variable: "host", type: .string)
        #expect(try evaluator.condition(other.compile("host == 'a.test'")))
    }

    /// More texts than are remembered at once, and long ones.
    @Test func forgetsWhatIsTooMuch() throws {
        var environment = CELEnvironment()
        environment.declare(variable: "text", type: .string)
        try environment.define("name", as: "text.lowerAscii()")
        let program = try environment.compile("name.matches('[13579]$')")
        var evaluator = CELEvaluator(CELVariables(for: environment))
        let slot = try #require(CELVariables(for: environment).slot(of: "text"))
        for number in 0..<10_000 {
            let padding = String(repeating: "x", count: number % 400)
            for text in ["NAME-\(number)", padding + "\(number)"] {
                evaluator.begin()
                evaluator.set(.string(text), at: slot)
                for _ in 0..<2 { try #require(try evaluator.condition(program) == (number % 2 == 1)) }
            }
        }
    }

    @Test func verdictsAreRemembered() throws {
        let environment = try Self.environment
        for (source, isRemembered) in [
            ("host.matches('a')", true), ("['a', 'b'].exists(e, host.endsWith(e))", true), ("host == 'a'", false),
            ("host.matches('a') && n == 1", false), ("host.matches('a') && place.matches('a')", false),
            ("url_text.matches('a')", false),
            ("[host].exists(h, h.matches('a'))", true),
        ] {
            let root = try environment.compile(source).plan.root
            #expect((root is RememberedConditionNode) == isRemembered, "\(source)")
        }
    }
}
