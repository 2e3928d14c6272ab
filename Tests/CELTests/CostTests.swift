import CEL
import Testing

/// What an expression is estimated to cost before it is evaluated, what it does cost, and the limits that hold for both.
struct CostTests {
    private static func environment() -> CELEnvironment {
        var environment = CELEnvironment()
        environment.declare(
            message: CELMessageType(
                name: "Item",
                fields: [CELField(name: "name", type: .wrapper(.string)), CELField(name: "count", type: .int)]))
        environment.declare(variable: "item", type: .message("Item"))
        environment.declare(variable: "items", type: .list(.message("Item")))
        environment.declare(variable: "text", type: .string)
        environment.declare(variable: "numbers", type: .list(.int))
        environment.declare(variable: "any", type: .dyn)
        environment.declare(
            function: CELFunction(name: "twice", parameters: [.dyn], result: .string) { values in
                guard case .string(let text)? = values.first else { return .string("") }
                return .string(text + text)
            })
        environment.declare(
            function: CELFunction(name: "dear", parameters: [.dyn], result: .bool, cost: 50) { _ in
                .bool(true)
            })
        environment.declare(
            function: CELFunction(name: "size", parameters: [.message("Item")], result: .int) { _ in .int(1) }
        )
        environment.sizeAssumptions.textLength = 1000
        environment.sizeAssumptions.elementCount = 10
        return environment
    }

    /// Steps that follow from the definition: one for each call and element, and one for ten bytes.
    @Test(arguments: [
        ("true", 0...0), ("item.count", 0...0), ("item.count == 0", 1...1), ("1 + 2 * 3", 0...2),
        ("item.count == 0 || item.count == 1", 1...2), ("item.count > 1 ? item.count + 1 : 0", 1...2),
        ("[item.count, 1]", 3...3), ("{'a': item.count}", 2...2), ("size(items)", 1...1),
        ("items.all(i, i.count == 0)", 0...20), ("numbers.map(a, numbers.map(b, a + b))", 0...210),
        ("cel.bind(a, item.count + 1, a + a)", 1...2),
    ])
    func exact(_ source: String, _ expected: ClosedRange<Int>) throws {
        #expect(try Self.environment().compile(source).estimatedCost == expected)
    }

    /// The estimate is a bound of what values of the assumed sizes cost.
    @Test(arguments: [
        "text.startsWith('aa')", "text.contains(text)", "text + text == text", "text.matches('(a+)+b')",
        "size(text) > 3",
        "text.replace('a', 'bb')", "text.split('a')", "text.lowerAscii().upperAscii().trim()", "text.find('a+')",
        "numbers.sort()", "numbers.distinct()", "numbers.sum()", "numbers.max()", "numbers.isSorted()",
        "numbers.indexOf(3)", "numbers.slice(1, 3)", "numbers.reverse()", "[numbers, numbers].flatten()",
        "numbers.sortBy(n, -n)", "sets.contains(numbers, [1, 2])", "sets.intersects(numbers, numbers)",
        "3 in numbers", "text in [text, text]", "numbers == numbers", "numbers + numbers", "numbers.map(n, string(n))",
        "numbers.map(n, [n]).filter(l, size(l) == 1)", "numbers.exists(n, numbers.exists(m, n == m))",
        "numbers.transformMap(i, n, i * n)", "numbers.transformMapEntry(i, n, {n: i})", "'%d: %s'.format([1, text])",
        "base64.encode(bytes(text))", "strings.quote(text)", "numbers.map(n, string(n)).join(text)", "text.reverse()",
        "timestamp('2026-01-01T00:00:00Z').getHours('Europe/Berlin')", "url('https://' + 'a') == url('https://b')",
        "isURL(text)", "isIP(text)", "math.greatest(numbers)", "lists.range(5).map(n, n * n)", "any == text",
        "regex.replace(text, 'a', 'b')", "regex.extractAll(text, 'a')", "text.findAll('a')",
        "optional.of(text).orValue('')",
        "cel.bind(a, numbers.map(n, text), a.map(t, t + t))", "text.charAt(3)", "text.substring(1)", "string(any)",
        "twice(text)", "twice(numbers)", "twice(3)", "numbers.map(n, twice(text))",
        "dear(text)", "dear(numbers)",
    ])
    func isABound(_ source: String) throws {
        let environment = Self.environment()
        let program = try environment.compile(source)
        var variables = CELVariables(for: environment)
        let text = String(repeating: "a", count: 1000)
        variables["text"] = .string(text)
        variables["any"] = .string(text)
        variables["numbers"] = .list((0..<10).map { .int($0) })
        let explanation = try environment.explain(source, variables: variables)
        guard case .success = explanation.outcome else {
            Issue.record("\(source): \(explanation.outcome)")
            return
        }
        #expect(program.estimatedCost.contains(explanation.steps), "\(explanation.steps) steps")
        #expect(program.estimatedCost.upperBound < 1000 * max(explanation.steps, 2), "the bound says nothing")
    }

    /// Nested loops multiply, up to the largest number and not beyond it.
    @Test func saturates() throws {
        var source = "true"
        for level in 0..<40 { source = "any.all(a\(level), \(source))" }
        #expect(try CELEnvironment().declaring("any").compile(source).estimatedCost.upperBound == .max)
    }

    /// Values nested far deeper than the source is would be too much for what goes through them.
    @Test(arguments: [
        "[%]", "dyn([%])", "{'a': %}", "optional.of(%)", "[%].map(e, [e])", "[[%]].flatten()", "[%] + []",
    ])
    func nestedValues(_ wrapping: String) throws {
        var value = "x"
        for _ in 0..<20 {
            value = wrapping.replacing("%", with: value)
        }
        var source = "x == x"
        for _ in 0..<15 { source = "cel.bind(x, \(value), \(source))" }
        let environment = CELEnvironment().declaring("x")
        let error = #expect(throws: CELCompileError.self) { try environment.compile(source) }
        #expect(error?.diagnostics.first?.message.contains("100 deep") == true)
        #expect(throws: CELCompileError.self) { try environment.compileUnchecked(source) }
    }

    /// What stands side by side is not nested.
    @Test func repeatedValues() throws {
        var source = "x == x"
        for _ in 0..<80 { source = "cel.bind(x, [[1]] + [[2]], \(source))" }
        _ = try CELEnvironment().declaring("x").compile(source)
    }
}

extension CELEnvironment {
    fileprivate func declaring(_ name: String) -> CELEnvironment {
        var environment = self
        environment.declare(variable: name, type: .dyn)
        return environment
    }
}
