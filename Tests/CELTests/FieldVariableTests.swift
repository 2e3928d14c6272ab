import CEL
import Testing

/// Variables that stand for fields of messages are what a variable is that was set to the field's value.
@Suite struct FieldVariableTests {
    private static let expressions = [
        "v == 'a.b'", "v != 'a.b'", "v.startsWith('a')", "v.matches('^a')", "size(v) == 3", "v + '!'",
        "v.upperAscii().trim()", "v in ['a.b', 'c']", "['a', 'x'].exists(e, v.startsWith(e))",
        "['b', 'x'].exists(e, v.endsWith(e) && v.contains('.'))", "v.replace('.', '-').replace('a', '')",
        "kept == 'A.B'",
        "v > 'a'", "isURL(v)", "[v, v]", "v.split('.')[1]", "type(v) == string", "dyn(v) == 'a.b'",
    ]

    private static var environment: CELEnvironment {
        get throws {
            var environment = Widget.environment
            environment.declare(variable: "v", type: .string)
            try environment.define("kept", as: "v.upperAscii()")
            return environment
        }
    }

    @Test(arguments: expressions, ["a.b", "", "  é\u{301} ", String(repeating: "long ", count: 500), "https://a.b/c"])
    func areWhatTheFieldHolds(_ source: String, _ text: String) throws {
        let environment = try Self.environment
        let program = try environment.compile(source)
        var standing = CELVariables(for: environment)
        let (widget, v) = try (#require(standing.slot(of: "widget")), #require(standing.slot(of: "v")))
        var set = standing
        standing.set(.message(Widget(sid: text)), at: widget)
        standing.set(field: 0, ofMessageAt: widget, at: v)
        set["v"] = .string(text)
        #expect(standing["v"] == .string(text))
        let expected = program.outcome(keepingIn: &set)
        let found = program.outcome(keepingIn: &standing)
        switch (expected, found) {
        case (.success(let expected), .success(let found)): #expect(expected == found)
        case (.failure(let expected), .failure(let found)): #expect(expected.message == found.message)
        default: Issue.record("\(expected), \(found)")
        }
        #expect(set.steps == standing.steps)
        // Values of another environment's order are found by name.
        let other = try #require(try? CELEnvironment().declaring("v").compile("v"))
        #expect(try other.evaluate(standing) === .string(text))
    }

    @Test func followTheMessage() throws {
        let environment = try Self.environment
        let program = try environment.compile("kept == 'B'")
        var variables = CELVariables(for: environment)
        let (widget, v) = try (#require(variables.slot(of: "widget")), #require(variables.slot(of: "v")))
        for (text, isB) in [("a", false), ("b", true), ("B", true)] {
            variables.set(.message(Widget(sid: text)), at: widget)
            variables.set(field: 0, ofMessageAt: widget, at: v)
            #expect(try program.evaluateCondition(keepingIn: &variables) == isB)
        }
        variables.set(.string("b"), at: v)
        #expect(try program.evaluateCondition(keepingIn: &variables))
    }
}

extension CELEnvironment {
    fileprivate func declaring(_ name: String) -> CELEnvironment {
        var environment = self
        environment.declare(variable: name, type: .string)
        return environment
    }
}
