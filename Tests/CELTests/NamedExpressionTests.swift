import CEL
import Synchronization
import Testing

/// Named expressions: evaluated when first read, once, and again when what they read is set.
@Suite struct NamedExpressionTests {
    /// Counts the calls of a host function.
    private final class Counter: Sendable {
        private let count = Mutex(0)

        var value: Int { count.withLock { $0 } }

        func increment() { count.withLock { $0 += 1 } }
    }

    /// An environment with the variables `a` and `b`, and `counted(x)`, which gives its argument and counts its calls.
    private static func environment(_ counter: Counter = Counter()) -> CELEnvironment {
        var environment = CELEnvironment()
        environment.declare(variable: "a", type: .int)
        environment.declare(variable: "b", type: .string)
        environment.declare(
            function: CELFunction(name: "counted", parameters: [.int], result: .int) { values in
                counter.increment()
                return values[0]
            })
        return environment
    }

    private static func variables(_ environment: CELEnvironment, a: Int64 = 1, b: String = "") -> CELVariables {
        var variables = CELVariables(for: environment)
        variables["a"] = .int(a)
        variables["b"] = .string(b)
        return variables
    }

    @Test func isEvaluatedOnceForAllPrograms() throws {
        let counter = Counter()
        var environment = Self.environment(counter)
        try environment.define("x", as: "counted(a) + 1")
        try environment.define("y", as: "x + x")
        let programs = try ["x == 2", "y == 4", "x + y == 6", "[1, 2, 3].all(i, x == 2 && y == 4)"].map {
            try environment.compile($0)
        }
        var variables = Self.variables(environment)
        for program in programs {
            #expect(try program.evaluateCondition(keepingIn: &variables), "\(program.source)")
            #expect(try program.evaluate(keepingIn: &variables) === .bool(true))
        }
        #expect(counter.value == 1)
        variables["b"] = .string("other")
        #expect(try programs[0].evaluateCondition(keepingIn: &variables))
        #expect(counter.value == 1, "a variable that it does not read changes nothing")
        variables["a"] = .int(5)
        #expect(try programs[1].evaluate(keepingIn: &variables) === .bool(false))
        #expect(variables["x"] == .int(6) && variables["y"] == .int(12))
        #expect(counter.value == 2)
    }

    @Test func oneThatIsNotReadIsNotEvaluated() throws {
        let counter = Counter()
        var environment = Self.environment(counter)
        try environment.define("broken", as: "1 / (a - 1) + counted(a)")
        var variables = Self.variables(environment)
        for source in ["true || broken == 1", "a == 1 || broken == 1", "a == 1 ? true : broken == 1"] {
            #expect(try environment.compile(source).evaluateCondition(keepingIn: &variables), "\(source)")
        }
        #expect(counter.value == 0)
    }

    @Test func aFailingOneFailsAtEachReadWithItsOwnPlace() throws {
        var environment = Self.environment()
        try environment.define("broken", as: "10 / (a - 1)")
        try environment.define("outer", as: "broken + 1")
        var variables = Self.variables(environment)
        for source in ["broken == 1", "outer == 1", "a == 1 && outer == 2"] {
            for _ in 0..<2 {
                let result = try environment.compile(source).conditionOutcome(keepingIn: &variables)
                let error = try #require(#expect(throws: CELError.self) { try result.get() })
                #expect(error.code == .divisionByZero && error.definition == "broken" && error.span == 0..<12)
            }
        }
        #expect(try environment.compile("outer == 1 || a == 1").evaluateCondition(keepingIn: &variables))
        variables["a"] = .int(2)
        #expect(try environment.compile("outer == 11").evaluateCondition(keepingIn: &variables))
    }

    @Test func valuesThatAreNotKeptAreTheSame() throws {
        var environment = Self.environment()
        try environment.define("upper", as: "b.upperAscii()")
        try environment.define("parts", as: "[upper, b].map(p, p + '!')")
        let variables = Self.variables(environment, b: "x")
        let program = try environment.compile("[1, 2].map(i, parts[0] + string(i) + string(a))")
        #expect(try program.evaluate(variables) === .list([.string("X!11"), .string("X!21")]))
        #expect(program.resultType == .list(.string))
        #expect(program.referencedVariables == ["a", "b", "parts", "upper"])
    }

    @Test func stepsCountWhereItIsEvaluated() throws {
        var environment = Self.environment()
        try environment.define("long", as: "b.upperAscii() + b.lowerAscii()")
        let program = try environment.compile("long != ''")
        var variables = Self.variables(environment, b: String(repeating: "x", count: 1000))
        _ = program.outcome(keepingIn: &variables)
        let first = variables.steps
        _ = program.outcome(keepingIn: &variables)
        #expect(first > 100 && variables.steps < 5)
        let many = try environment.compile("[1, 2, 3].all(i, long != '')")
        #expect(many.estimatedCost.upperBound < 3 * program.estimatedCost.upperBound)
        var cheap = program
        cheap.costLimit = 50
        variables["b"] = .string(String(repeating: "y", count: 1000))
        #expect(throws: CELError.self) { try cheap.evaluate(keepingIn: &variables) }
        #expect(try program.evaluate(keepingIn: &variables) === .bool(true))
    }

    @Test func laterEnvironmentsServeEarlierPrograms() throws {
        let base = Self.environment()
        var first = base
        try first.define("x", as: "a + 1")
        let one = try first.compile("x == 2")
        var second = base
        second.append(after: first)
        try second.define("x", as: "a + 2")
        let two = try second.compile("x == 3")
        var variables = Self.variables(second)
        #expect(try one.evaluateCondition(keepingIn: &variables))
        #expect(try two.evaluateCondition(keepingIn: &variables))
        #expect(diagnostics(of: "x == 2", in: base).count == 1)
    }

    @Test(arguments: [
        ("z + 1", "z: 'z' is not declared"), ("a + b", "a + b: '+' cannot be applied to int and string"),
        ("1 / 0 + 1", "/: this always fails"),
    ])
    func wrongOnesAreReported(_ source: String, _ message: String) throws {
        var environment = Self.environment()
        let error = try #require(#expect(throws: CELCompileError.self) { try environment.define("x", as: source) })
        let found = "\(error.diagnostics[0].message)"
        #expect(found.hasPrefix(message.split(separator: ": ").last ?? ""), "\(found)")
    }

    @Test func aHiddenNameSaysWhy() throws {
        var environment = Self.environment()
        try environment.define("x", as: "a + 1")
        environment.hide("a", message: "'a' is not there", suggestion: "take x")
        #expect(diagnostics(of: "a == 1", in: environment) == ["a: 'a' is not there (take x)"])
        #expect(diagnostics(of: "x == 1", in: environment) == [])
        #expect(environment.dependencies(of: "x") == ["a", "x"])
    }
}

/// Constants of the host: computed and checked when compiling.
@Suite struct ConstantTests {
    private static func environment(_ constants: [(String, CELType, CELValue)]) -> CELEnvironment {
        var environment = CELEnvironment()
        environment.declare(variable: "t", type: .string)
        environment.declare(variable: "n", type: .timestamp)
        environment.declare(
            message: CELMessageType(name: "Values", fields: constants.map { CELField(name: $0.0, type: $0.1) }))
        environment.declare(
            constant: "params", type: .message("Values"), value: .message(Values(values: constants.map(\.2))))
        return environment
    }

    private struct Values: CELMessage {
        let values: [CELValue]
        var typeName: String { "Values" }

        func value(at slot: Int) -> CELValue { values[slot] }
    }

    private static func strings(_ texts: [String]) -> CELValue { .list(texts.map { .string($0) }) }

    @Test(arguments: [
        ("params.limit * 2 + 1", true), ("params.names[0] + 'x'", true), ("params.limit == 3 && t == ''", false),
        ("has(params.limit)", true), ("size(params.names)", true), ("t in params.names", false),
    ])
    func isComputedWhenCompiling(_ source: String, _ isConstant: Bool) throws {
        let environment = Self.environment([("limit", .int, .int(3)), ("names", .list(.string), Self.strings(["a"]))])
        #expect(try environment.compile(source).isConstant == isConstant)
    }

    @Test(arguments: [
        ("params.nets.exists(r, cidr(r).containsIP(t))", "10.1.2.3", true),
        ("params.nets.exists(r, cidr(r).containsIP(t))", "11.1.2.3", false),
        ("params.nets.filter(r, cidr(r).containsIP(t)).size() == 1", "192.168.0.1", true),
        ("params.patterns.exists(p, t.matches(p))", "xay", true),
        ("params.patterns.exists(p, t.matches(p))", "xy", false),
        ("params.nets.all(r, params.patterns.exists(p, t.matches(p) || cidr(r).containsIP('10.0.0.1')))", "b9", true),
        ("params.nets.map(r, cidr(r).prefixLength()) == [8, 16]", "", true),
    ])
    func elementsAreComputedWhenCompiling(_ source: String, _ text: String, _ expected: Bool) throws {
        let environment = Self.environment([
            ("nets", .list(.string), Self.strings(["10.0.0.0/8", "192.168.0.0/16"])),
            ("patterns", .list(.string), Self.strings(["a", "^b[0-9]$"])),
        ])
        var variables = CELVariables(for: environment)
        variables["t"] = .string(text)
        let program = try environment.compile(source)
        #expect(try program.evaluateCondition(variables) == expected)
        #expect(try environment.explain(source, variables: variables).outcome.get() === .bool(expected))
    }

    @Test(arguments: [
        ("t.matches(params.pattern)", "params.pattern", nil, "params.pattern"),
        ("t.find(params.pattern) == ''", "params.pattern", nil, "params.pattern"),
        ("params.nets.exists(r, cidr(r).containsIP(t))", "params.nets", 1, "r"),
        ("params.patterns.exists(p, t.matches(p))", "params.patterns", 0, "p"),
        ("cidr(params.pattern).containsIP(t)", "params.pattern", nil, "params.pattern"),
        ("n.getHours(params.pattern) == 1", "params.pattern", nil, "params.pattern"),
    ])
    func wrongOnesAreReportedWithTheirPlace(
        _ source: String, _ name: String, _ element: Int?, _ span: String
    ) throws {
        let environment = Self.environment([
            ("pattern", .string, .string("(")), ("nets", .list(.string), Self.strings(["10.0.0.0/8", "10.0.0.0/99"])),
            ("patterns", .list(.string), Self.strings(["[", "a"])),
        ])
        let error = try #require(#expect(throws: CELCompileError.self) { try environment.compile(source) })
        let diagnostic = error.diagnostics[0]
        #expect(diagnostic.constant?.name == name && diagnostic.constant?.element == element)
        let bytes = Array(source.utf8)[diagnostic.span]
        #expect(String(decoding: bytes, as: UTF8.self) == span)
    }

    @Test func aConstantNamedExpressionIsComputedOnce() throws {
        var environment = Self.environment([("nets", .list(.string), Self.strings(["10.0.0.0/8"]))])
        try environment.define("networks", as: "params.nets.map(r, cidr(r))")
        #expect(try environment.compile("networks").isConstant)
        #expect(environment.dependencies(of: "networks").isEmpty)
        let lints = try environment.lint("isIP(t) && networks.exists(n, n.containsIP(t))")
        #expect(lints.isEmpty)
        #expect(try environment.lint("size(networks) == 1").isEmpty, "to a linter, constants may change")
    }
}
