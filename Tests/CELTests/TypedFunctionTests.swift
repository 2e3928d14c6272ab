import CEL
import Testing

/// Functions of the host that are Swift closures.
@Suite struct TypedFunctionTests {
    private struct Refusal: Error {}

    private static let environment: CELEnvironment = {
        let functions = [
            CELFunction("shout", isMember: true) { (text: String, times: Int) in
                text.uppercased() + String(repeating: "!", count: times)
            },
            CELFunction("shout", isMember: true) { (text: String) in text.uppercased() },
            CELFunction("answer") { 42 }, CELFunction("not") { (value: Bool) in !value },
            CELFunction("half") { (number: Double) in number / 2 },
            CELFunction("next") { (number: Int64) in number + 1 },
            CELFunction("next") { (number: UInt64) in number + 1 },
            CELFunction("small") { (number: UInt) in number < 10 },
            CELFunction("byteSum") { (bytes: [UInt8]) in bytes.reduce(0) { $0 + Int($1) } },
            CELFunction("zeros") { (count: Int) in [UInt8](repeating: 0, count: count) },
            CELFunction("lengths") { (texts: [String]) in texts.map(\.count) },
            CELFunction("counts") { (words: [String]) in Dictionary(grouping: words) { $0 }.mapValues(\.count) },
            CELFunction("total") { (prices: [String: Double]) in prices.values.reduce(0, +) },
            CELFunction("squares") { (numbers: [Int]) in
                Dictionary(numbers.map { ($0, $0 * $0) }) { first, _ in first }
            },
            CELFunction("firstOf") { (list: [CELValue]) in list.first },
            CELFunction("orEmpty") { (text: String?) in text ?? "" },
            CELFunction("later") { (instant: CELTimestamp, span: CELDuration) throws in
                guard let later = instant.adding(span) else { throw CELError(code: .overflow, message: "too late") }
                return later
            },
            CELFunction("refuse") { (_: String) throws -> Bool in throw Refusal() },
            CELFunction("any") { (value: CELValue) in value },
        ]
        return CELEnvironment(libraries: CELLibrary.all + [CELLibrary(name: "host", functions: functions)])
    }()

    private static let values: [(source: String, value: CELValue)] = [
        ("'a'.shout(2)", "A!!"), ("'a'.shout()", "A"), ("answer()", 42), ("not(true)", false), ("half(3.0)", 1.5),
        ("next(1)", 2), ("next(1u)", .uint(2)), ("small(9u)", true), ("byteSum(b'ab')", 195),
        ("zeros(2)", .bytes([0, 0])),
        ("lengths(['a', 'bcd'])", [1, 3]), ("counts(['b', 'a', 'b'])", ["a": 1, "b": 2]),
        ("total({'a': 1.5, 'b': 2.0})", 3.5), ("squares([3, -1])", [-1: 1, 3: 9]),
        ("firstOf([1, 'a']).value()", 1), ("firstOf([]).hasValue()", false), ("orEmpty(optional.of('a'))", "a"),
        ("orEmpty(optional.none())", ""), ("any(null)", .null), ("type(any(1u)) == uint", true),
        ("later(timestamp(0), duration('1s')) == timestamp(1)", true), ("counts(dyn(['a']))", ["a": 1]),
    ]

    @Test(arguments: values)
    func valueOfCall(_ source: String, _ value: CELValue) throws {
        #expect(try evaluate(source, in: Self.environment).get() === value)
    }

    @Test func mapsAreInTheOrderOfTheirKeys() throws {
        let value = try evaluate("counts(['c', 'b', 'a'])", in: Self.environment).get()
        guard case .map(let map) = value else {
            Issue.record("no map")
            return
        }
        #expect(map.entries.map(\.key) == ["a", "b", "c"])
    }

    @Test(arguments: [
        ("'a'.shout('b')", "'shout' cannot be called as string.shout(string)"),
        ("lengths([1])", "'lengths' cannot be called as lengths(list(int))"),
        ("orEmpty('a')", "'orEmpty' cannot be called as orEmpty(string)"),
        ("counts(['a'])[1]", "a map(string, int) cannot be indexed with int"),
    ])
    func typesAreChecked(_ source: String, _ message: String) {
        #expect(diagnostics(of: source, in: Self.environment).contains { $0.contains(message) })
    }

    @Test(arguments: [
        ("refuse('secret')", CELError.Code.host, "'refuse' failed: Refusal"),
        ("later(timestamp('9999-12-31T00:00:00Z'), duration('48h'))", .overflow, "too late"),
        ("lengths(dyn([1]))", .noSuchOverload, "no such overload: 'lengths' cannot be applied to list(dyn)"),
        ("next(dyn('1'))", .noSuchOverload, "no such overload: 'next' cannot be applied to string"),
    ])
    func failures(_ source: String, _ code: CELError.Code, _ message: String) throws {
        let program = try Self.environment.compile(source)
        let error = #expect(throws: CELError.self) { try program.evaluate(CELVariables(for: program)) }
        #expect(error == CELError(code: code, message: message, span: 0..<source.utf8.count))
    }

    /// Two texts that are one key in Swift are no dictionary.
    @Test func keysThatSwiftTakesForOneAreRefused() throws {
        let environment = Self.environment
        let source = "total({'\u{E9}': 1.0, 'e\u{301}': 2.0})"
        #expect(try failure(of: source, in: environment) == .noSuchOverload)
    }
}
