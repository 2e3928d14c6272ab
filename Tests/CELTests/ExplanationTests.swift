import CEL
import Testing

/// Each part of an expression is explained with its type and what it gave.
@Suite struct ExplanationTests {
    private static let widget = Widget(callbackURL: "http://a.example", parts: [Widget(defaultTTL: 1), Widget()])

    private static func explain(_ source: String) throws -> CELExplanation {
        var variables = CELVariables(for: Widget.environment)
        variables["widget"] = .message(widget)
        return try Widget.environment.explain(source, variables: variables)
    }

    /// The parts as lines `text : type = outcomes`, indented by their depth.
    private static func lines(_ part: CELExplanation.Part, _ source: String, depth: Int = 0) -> [String] {
        let outcomes = part.outcomes.map { outcome in
            switch outcome {
            case .success(.bool(let value)): "\(value)"
            case .success(.int(let value)): "\(value)"
            case .success(.string(let value)): value
            case .success(.list(let elements)): "\(elements.count) elements"
            case .success(let value): value.type.description
            case .failure(let error): "! \(error.message)"
            }
        }
        let text = String(decoding: Array(source.utf8)[part.span], as: UTF8.self)
        let more = part.evaluationCount > part.outcomes.count ? " of \(part.evaluationCount)" : ""
        let line =
            "\(String(repeating: "  ", count: depth))\(text) : \(part.type) = \(outcomes.joined(separator: ", "))"
        return [line + more] + part.parts.flatMap { lines($0, source, depth: depth + 1) }
    }

    @Test(arguments: [
        ("1 + 2 * 3", ["1 + 2 * 3 : int = 7", "  2 * 3 : int = 6"]),
        (
            "has(widget.callback_url) && widget.callback_url.startsWith('http:')",
            [
                "has(widget.callback_url) && widget.callback_url.startsWith('http:') : bool = true",
                "  has(widget.callback_url) : bool = true",
                "  widget.callback_url.startsWith('http:') : bool = true",
                "    widget.callback_url : wrapper(string) = http://a.example",
            ]
        ),
        // What is not needed is not evaluated.
        (
            "widget.sid == 'x' && widget.sid.size() > 1",
            [
                "widget.sid == 'x' && widget.sid.size() > 1 : bool = false", "  widget.sid == 'x' : bool = false",
                "    widget.sid : string = W1", "  widget.sid.size() > 1 : bool = ", "    widget.sid.size() : int = ",
                "      widget.sid : string = ",
            ]
        ),
        // A failure is shown where it is, even where it is absorbed.
        (
            "1 / 0 == 1 || true",
            [
                "1 / 0 == 1 || true : bool = true", "  1 / 0 == 1 : bool = ! division by zero",
                "    1 / 0 : int = ! division by zero",
            ]
        ),
        (
            "widget.parts.map(p, p.default_ttl)",
            [
                "widget.parts.map(p, p.default_ttl) : list(wrapper(int)) = 2 elements",
                "  widget.parts : list(shop.Widget) = 2 elements", "  p.default_ttl : wrapper(int) = 1, null_type",
            ]
        ),
        (
            "[1, 2, 3, 4, 5, 6].exists(i, i > 5)",
            [
                "[1, 2, 3, 4, 5, 6].exists(i, i > 5) : bool = true",
                "  i > 5 : bool = false, false, false, false of 6", "    i : int = 1, 2, 3, 4 of 6",
            ]
        ),
        (
            "widget.sid.matches('^W') ? 'yes' : 'no'",
            [
                "widget.sid.matches('^W') ? 'yes' : 'no' : string = yes", "  widget.sid.matches('^W') : bool = true",
                "    widget.sid : string = W1",
            ]
        ),
        (
            "cel.bind(a, 1 + 1, a * a)",
            [
                "cel.bind(a, 1 + 1, a * a) : int = 4", "  1 + 1 : int = 2", "  a * a : int = 4",
                "    a : int = 2", "    a : int = 2",
            ]
        ),
        ("type(1) == int", ["type(1) == int : bool = true", "  type(1) : type = type", "  int : type = type"]),
        ("'x'", ["'x' : string = x"]),
    ])
    func partsAreExplained(source: String, expected: [String]) throws {
        #expect(Self.lines(try Self.explain(source).whole, source) == expected)
    }

    /// The outcome and the steps are those of the program that is evaluated in earnest.
    @Test(arguments: [
        "1 + 2 * 3 == 7", "widget.callback_url.contains('http')", "[1, 2, 3].map(i, i * widget.parts.size()).sum() > 3",
        "widget.default_ttl > 3", "widget.sid in ['W1', 'W2']", "widget.parts.all(p, p.sid.matches('W[0-9]'))",
    ])
    func theOutcomeIsThatOfTheProgram(source: String) throws {
        let explanation = try Self.explain(source)
        var program = explanation.program
        var variables = CELVariables(for: Widget.environment)
        variables["widget"] = .message(Self.widget)
        let outcome = program.outcome(variables)
        switch (explanation.outcome, outcome) {
        case (.success(let left), .success(let right)): #expect(left.isEqual(to: right))
        case (.failure(let left), .failure(let right)): #expect(left == right)
        default: Issue.record("\(explanation.outcome) is not \(outcome)")
        }
        // Exactly so many steps are enough.
        program.costLimit = explanation.steps
        #expect(Self.isExhausted(program.outcome(variables)) == false)
        if explanation.steps > 0 {
            program.costLimit = explanation.steps - 1
            #expect(Self.isExhausted(program.outcome(variables)))
        }
    }

    private static func isExhausted(_ outcome: Result<CELValue, CELError>) -> Bool {
        if case .failure(let error) = outcome { error.code == .costLimitExceeded } else { false }
    }

    @Test func stepsAddUp() throws {
        let whole = try Self.explain("size('abc') + size('de') > 3").whole
        #expect(whole.steps > whole.parts.reduce(0) { $0 + $1.steps })
        #expect(whole.parts.allSatisfy { $0.steps > 0 })
    }

    @Test func wrongExpressionsAreReportedAsByCompile() {
        #expect(throws: CELCompileError.self) { try Self.explain("widget.nonsense == 1") }
    }

    /// The deepest nesting that compiles is explained on a small stack too.
    @Test func deepNestingIsExplained() async {
        let source = String(repeating: "-(", count: 48) + "1" + String(repeating: ")", count: 48)
        #expect(
            await onSmallStack {
                (try? CELEnvironment().explain(source, variables: CELVariables(for: CELEnvironment()))) != nil
            })
    }
}
