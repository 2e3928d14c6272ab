import CEL
import Testing

/// Deep, long and dear input gives an error, on stacks of 512 KiB too.
@Suite struct NestingTests {
    /// What came of an expression.
    private enum Outcome: Sendable, Equatable {
        case value
        case failure
        case refused(String)
    }

    private static func outcome(_ source: String) -> Outcome {
        var environment = CELEnvironment()
        environment.declare(variable: "x", type: .dyn)
        environment.declare(variable: "l", type: .list(.int))
        var variables = CELVariables(for: environment)
        variables["x"] = .int(1)
        variables["l"] = .list([.int(0)])
        do throws(CELCompileError) {
            switch try environment.compile(source).outcome(variables) {
            case .success: return .value
            case .failure: return .failure
            }
        } catch {
            return .refused(error.diagnostics.first?.message ?? "")
        }
    }

    /// An expression nested so many levels deep, in each way that the grammar has.
    enum Shape: String, CaseIterable, Sendable {
        case parentheses, lists, maps, indexes, calls, memberCalls, conditionals, rightOperands, leftOperands
        case negations, minuses, comprehensions, selections, conversions, mixed, mixedOperators, bindings, logic

        func source(_ depth: Int) -> String {
            switch self {
            case .parentheses: around("(", "1", ")", depth)
            case .lists: around("[", "1", "]", depth)
            case .maps: around("{1: ", "1", "}", depth)
            case .indexes: around("l[", "0", "]", depth)
            case .calls: around("size([", "1", "])", depth / 2)
            case .memberCalls: "'a'" + String(repeating: ".trim()", count: depth)
            case .conditionals: String(repeating: "x == 2 ? 1 : ", count: depth) + "1"
            case .rightOperands: around("x + (", "1", ")", depth / 2)
            case .leftOperands: "x" + String(repeating: " + 1", count: depth)
            case .negations: String(repeating: "!", count: depth) + "true"
            case .minuses: String(repeating: "-", count: depth) + "x"
            case .comprehensions: around("[0].map(y, ", "x", ")", depth / 2)
            case .selections: "x" + String(repeating: ".a", count: depth)
            case .conversions: around("dyn(", "x", ")", depth)
            case .mixed: around("[{'a': dyn(x == 1 ? (", "1", ") : 2)}]", depth / 6)
            case .mixedOperators: around("x == 1 || x == 2 && x < 3 + 4 * (", "1", ")", depth / 8)
            case .bindings: around("cel.bind(y, ", "x", ", y)", depth)
            case .logic: around("x == 1 && (x == 2 || (", "true", "))", depth / 4)
            }
        }

        private func around(_ left: String, _ middle: String, _ right: String, _ count: Int) -> String {
            String(repeating: left, count: count) + middle + String(repeating: right, count: count)
        }
    }

    @Test(arguments: Shape.allCases)
    func nestingWithinTheLimitFitsASmallStack(_ shape: Shape) async {
        let source = shape.source(95)
        let outcome = await onSmallStack { Self.outcome(source) }
        if case .refused(let message) = outcome { #expect(!message.contains("nested"), "\(message)") }
    }

    @Test(arguments: Shape.allCases)
    func nestingBeyondTheLimitIsRefused(_ shape: Shape) async {
        // As deep as the length of a source allows, for the longest unit above.
        let source = shape.source(9000)
        let outcome = await onSmallStack { Self.outcome(source) }
        guard case .refused(let message) = outcome else {
            Issue.record("not refused: \(outcome)")
            return
        }
        #expect(message.contains("nested more than 100 levels deep") || message.contains("bytes long"))
    }

    @Test func longSourcesAreRefused() {
        let source = String(repeating: " ", count: 100_001)
        #expect(diagnostics(of: source) == [": the expression is 100001 bytes long; at most 100000 are allowed"])
    }

    @Test(arguments: [" || ", " && "])
    func longChainsOfLogicAreNotDeep(_ sign: String) async {
        let source = Array(repeating: "x == 1", count: 5000).joined(separator: sign)
        #expect(await onSmallStack { Self.outcome(source) } == .value)
    }

    @Test(arguments: [
        "l.map(a, l.map(b, l.map(c, l.map(d, l.map(e, l.map(f, l.map(g, 1)))))))",
        "l.all(a, l.all(b, l.all(c, l.all(d, l.all(e, true)))))", "l.map(a, l + l + l + l).map(a, a + a)",
        "l.map(a, s + s + s + s).size() > 0", "l.exists(a, s.matches('(a+)+b'))", "l.map(a, s.replace('a', s))",
        "l.map(a, s.split('')).size()", "l.map(a, l.map(b, [l, l])) == l.map(a, l.map(b, [l, l]))",
    ])
    func dearExpressionsEndInAnError(_ source: String) throws {
        let values: [String: CELValue] = [
            "l": .list((0..<2000).map { .int($0) }), "s": .string(String(repeating: "a", count: 20_000)),
        ]
        #expect(try failure(of: source, values) == .costLimitExceeded)
    }

    @Test(arguments: ["a", "a == [a]", "[a] == [a]", "a in [a, [a]]", "{1: a} == {1: a}"])
    func valuesThatShareTheirPartsAreNotWalkedForever(_ use: String) throws {
        // Sixty lists, of which each holds the next twice.
        var source = use
        for _ in 0..<60 { source = "cel.bind(a, [a, a], \(source))" }
        #expect(try failure(of: "cel.bind(a, l, \(source))", ["l": .list([.int(1)])]) == .costLimitExceeded)
    }

    @Test(arguments: [
        "t.lastIndexOf(p)", "t.indexOf(p)", "t.contains(p)", "t.split(p).size()", "t.replace(p, '').size()",
    ])
    func searchIsLinear(_ source: String) throws {
        // Would take some 10^11 comparisons by trying at each place.
        let values: [String: CELValue] = [
            "t": .string(String(repeating: "a", count: 600_000)),
            "p": .string(String(repeating: "a", count: 299_999) + "b"),
        ]
        _ = try evaluate(source, values).get()
    }

    @Test func theLimitIsAProperty() throws {
        var environment = CELEnvironment()
        environment.costLimit = 2
        var program = try environment.compile("[1, 2].map(x, x).size()")
        #expect(throws: CELError.self) { try program.evaluate(CELVariables(for: program)) }
        program.costLimit = 100
        #expect(try program.evaluate(CELVariables(for: program)) === .int(2))
    }

    @Test func aSpentBudgetIsNotAbsorbed() throws {
        var environment = CELEnvironment()
        environment.declare(variable: "l", type: .list(.int))
        environment.costLimit = 50
        let program = try environment.compile("l.all(a, a >= 0) || true || l.exists(a, a < 0)")
        var variables = CELVariables(for: program)
        variables["l"] = .list((0..<100).map { .int($0) })
        guard case .failure(let error) = program.outcome(variables) else {
            Issue.record("no failure")
            return
        }
        #expect(error.code == .costLimitExceeded)
    }
}
