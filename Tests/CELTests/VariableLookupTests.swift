import CEL
import Synchronization
import Testing

/// Variables that are looked up by name when they are first read.
@Suite struct VariableLookupTests {
    /// Gives values, and notes which were asked for.
    private final class Source: Sendable {
        private let log = Mutex<[String]>([])

        var asked: [String] { log.withLock { $0 } }

        func value(_ name: String) -> CELValue? {
            log.withLock { $0.append(name) }
            return switch name {
            case "number": 7
            case "text": "prod-7"
            case "list": ["a", "b"]
            case "widget": .message(Widget(callbackURL: "https://a.example/", defaultTTL: 60))
            default: nil
            }
        }
    }

    private static func environment() throws -> CELEnvironment {
        var environment = Widget.environment
        environment.declare(variable: "number", type: .int)
        environment.declare(variable: "text", type: .string)
        environment.declare(variable: "list", type: .list(.string))
        environment.declare(variable: "missing", type: .string)
        try environment.define("twice", as: "text + text")
        return environment
    }

    @Test(
        arguments: [
            ("number + number", CELValue.int(14), ["number"]), ("false && number == 7", false, []),
            ("number > 5 || text == 'x'", true, ["number"]), ("text.startsWith('prod')", true, ["text"]),
            ("text == 'prod-7'", true, ["text"]), ("number == 7", true, ["number"]),
            ("size(list) == 2", true, ["list"]),
            ("['x', 'prod'].exists(p, text.startsWith(p))", true, ["text"]),
            ("['x', '7'].exists(p, text.endsWith(p) && number > 0)", true, ["text", "number"]),
            ("list.map(e, e + text)", ["aprod-7", "bprod-7"], ["list", "text"]),
            ("widget.default_ttl == 60", true, ["widget"]), ("widget.default_ttl > 59", true, ["widget"]),
            ("has(widget.callback_url) && widget.callback_url.startsWith('https')", true, ["widget"]),
            ("has(widget.enabled)", false, ["widget"]),
            ("widget.callback_url == 'https://a.example/'", true, ["widget"]),
            ("['x', 'example/'].exists(p, widget.callback_url.endsWith(p) && p != '')", true, ["widget"]),
            ("twice", "prod-7prod-7", ["text"]),
        ] as [(String, CELValue, [String])])
    func isAskedWhenRead(_ source: String, _ expected: CELValue, _ asked: [String]) throws {
        let values = Source()
        let program = try Self.environment().compile(source)
        let variables = CELVariables(for: try Self.environment(), lookUp: values.value)
        #expect(try program.evaluate(variables) === expected)
        #expect(values.asked == asked)
        // Once for all evaluations, and for copies.
        var copy = variables
        #expect(try program.evaluate(keepingIn: &copy) === expected)
        #expect(values.asked == asked)
        if case .bool(let holds) = expected { #expect(try program.evaluateCondition(variables) == holds) }
    }

    @Test func whatIsSetIsNotLookedUp() throws {
        let values = Source()
        var variables = CELVariables(for: try Self.environment(), lookUp: values.value)
        variables["number"] = 1
        #expect(try Self.environment().compile("number + 1").evaluate(variables) === 2)
        #expect(values.asked == [])
        variables["number"] = nil
        #expect(try Self.environment().compile("number + 1").evaluate(variables) === 8)
    }

    @Test func whatIsNotFoundHasNoValue() throws {
        let values = Source()
        let variables = CELVariables(for: try Self.environment(), lookUp: values.value)
        let program = try Self.environment().compile("missing == 'a' || missing == 'b'")
        let error = #expect(throws: CELError.self) { try program.evaluate(variables) }
        #expect(error?.code == .unknownName)
        #expect(values.asked == ["missing"])
    }

    @Test func aMessageOfAnotherTypeIsNone() throws {
        let variables = CELVariables(for: try Self.environment()) { _ in "text" }
        let program = try Self.environment().compile("widget.default_ttl == 60")
        #expect(throws: CELError.self) { try program.evaluateCondition(variables) }
        #expect(throws: CELError.self) {
            try Self.environment().compile("has(widget.enabled)").evaluateCondition(variables)
        }
    }
}
