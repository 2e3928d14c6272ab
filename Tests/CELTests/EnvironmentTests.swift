import CEL
import Testing

/// Declarations, host functions, variables and programs.
@Suite struct EnvironmentTests {
    private static func withFunctions() -> CELEnvironment {
        var environment = CELEnvironment()
        environment.declare(
            function: CELFunction(name: "pii.find", parameters: [.string], result: .list(.string)) { values in
                .list(values)
            })
        environment.declare(
            function: CELFunction(
                name: "double", isMember: true, parameters: [.string], result: .string
            ) { values in
                guard case .string(let text) = values.first else { throw CELError(message: "unreachable") }
                return .string(text + text)
            })
        environment.declare(
            function: CELFunction(name: "size", parameters: [.timestamp], result: .int) { _ in .int(42) })
        environment.declare(
            function: CELFunction(name: "broken", parameters: [.dyn], result: .bool) { _ in
                throw CELError(message: "out of order")
            })
        environment.declare(
            function: CELFunction(
                name: "first", parameters: [.list(.typeParameter("T"))], result: .typeParameter("T")
            ) { values in
                guard case .list(let list) = values.first, let first = list.first else {
                    throw CELError(code: .indexOutOfRange, message: "the list is empty")
                }
                return first
            })
        return environment
    }

    @Test(arguments: [
        ("pii.find('a')", CELValue.list([.string("a")])), ("'a'.double()", .string("aa")), ("double('1')", .double(1)),
        ("size(timestamp(0))", .int(42)), ("size('abc')", .int(3)), ("size(dyn(timestamp(0)))", .int(42)),
        ("size(dyn([1]))", .int(1)), ("broken(1) || true", .bool(true)), ("first([3]) + 1", .int(4)),
        ("pii.find(dyn('a')).size()", .int(1)),
    ])
    func hostFunction(_ source: String, _ expected: CELValue) throws {
        #expect(try evaluate(source, in: Self.withFunctions()).get() === expected)
    }

    @Test(arguments: [
        "lists.range(2000).all(i, text.double() != '')", "lists.range(2000).all(i, pii.find(text).size() == 1)",
        "lists.range(2000).all(i, [first([i])] == [i] && first([text, text]) == text)",
        "lists.range(2000).all(i, broken([text]) || true)",
    ])
    func hostFunctionsOfLargeValuesTakeManySteps(_ source: String) throws {
        let values = ["text": CELValue.string(String(repeating: "a", count: 10_000))]
        #expect(try failure(of: source, values, in: Self.withFunctions()) == .costLimitExceeded)
    }

    @Test func dearFunctionsOfTheHostTakeMoreSteps() throws {
        var environment = CELEnvironment()
        for (name, cost) in [("cheap", 1), ("dear", 100), ("free", 0)] {
            environment.declare(
                function: CELFunction(name: name, parameters: [.string], result: .bool, cost: cost) { _ in
                    .bool(true)
                })
        }
        let values = ["text": CELValue.string(String(repeating: "a", count: 1 << 17))]
        #expect(try failure(of: "cheap(text) && free(text)", values, in: environment) == nil)
        #expect(try failure(of: "dear(text)", values, in: environment) == .costLimitExceeded)
    }

    @Test func failuresOfHostFunctionsGetTheCallsPlace() throws {
        guard case .failure(let error) = try evaluate("true && broken(1)", in: Self.withFunctions()) else {
            Issue.record("no failure")
            return
        }
        #expect(error == CELError(code: .host, message: "out of order", span: 8..<17))
        #expect(try failure(of: "pii.find(dyn(1))", in: Self.withFunctions()) == .noSuchOverload)
    }

    @Test func valuesOfAnotherEnvironmentAreFoundByName() throws {
        var first = CELEnvironment()
        first.declare(variable: "a", type: .int)
        var second = CELEnvironment()
        second.declare(variable: "b", type: .int)
        second.declare(variable: "a", type: .int)
        var variables = CELVariables(for: first)
        variables["a"] = .int(7)
        variables["nothing"] = .int(1)
        #expect(variables["nothing"] == nil)
        #expect(try second.compile("a + 1").evaluate(variables) === .int(8))
        let missing = try second.compile("b + 1").outcome(variables)
        #expect(throws: CELError(code: .unknownName, message: "the variable 'b' has no value", span: 0..<1)) {
            try missing.get()
        }
    }

    @Test func slotsSetWithoutNames() throws {
        var environment = CELEnvironment()
        environment.declare(variable: "a", type: .int)
        var variables = CELVariables(for: environment)
        variables.set(.int(5), at: try #require(variables.slot(of: "a")))
        variables.set(.int(6), at: 99)
        #expect(try environment.compile("a").evaluate(variables) === .int(5))
    }

    @Test(arguments: [
        ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"), ("{'a': [1]}", "map(string, list(int))"),
        ("1 == 1", "bool"),
        ("null", "null_type"), ("timestamp(0)", "timestamp"), ("[1].map(x, string(x))", "list(string)"),
        ("[]", "list(dyn)"), ("dyn(1)", "dyn"), ("ip('::1')", "net.IP"), ("int", "type"), ("w", "wrapper(string)"),
        ("[w, 'a']", "list(wrapper(string))"), ("w == '' ? w : 'a'", "wrapper(string)"),
        ("cel.bind(x, 1, x + 1)", "int"), ("{'a': 1}.transformMap(k, v, k)", "map(string, string)"),
    ])
    func deducedType(_ source: String, _ expected: String) throws {
        var environment = CELEnvironment()
        environment.declare(variable: "w", type: .wrapper(.string))
        #expect(try environment.compile(source).resultType.description == expected)
    }

    @Test(arguments: [
        ("1 + 2 * 3 == 7", true), ("'a' in ['a', 'b']", true), ("size('abc') > 2", true), ("a > 2", false),
        ("pii.find('a').size() == 1", false),
    ])
    func constantsAreComputedWhenCompiling(_ source: String, _ isConstant: Bool) throws {
        var environment = Self.withFunctions()
        environment.declare(variable: "a", type: .int)
        #expect(try environment.compile(source).isConstant == isConstant)
    }

    @Test func oneProgramServesManyTasks() async throws {
        var environment = CELEnvironment()
        environment.declare(variable: "l", type: .list(.int))
        let program = try environment.compile("l.filter(x, x % 2 == 0).map(x, cel.bind(y, x * x, y + 1))")
        let results = await withTaskGroup(of: CELValue?.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    var variables = CELVariables(for: program)
                    variables["l"] = .list((0..<100).map { .int($0) })
                    return try? program.evaluate(variables)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let expected = CELValue.list(stride(from: 0, to: 100, by: 2).map { .int($0 * $0 + 1) })
        #expect(results.count == 16 && results.allSatisfy { $0 == expected })
    }
}
