import Testing

@testable import CEL

/// Environments of some libraries.
@Suite struct CELLibraryTests {
    /// An example of each library, with what is said without it.
    private static let examples: [(library: String, source: String, message: String)] = [
        ("strings", "'abc'.charAt(1)", "charAt: the function 'charAt' is in the library 'strings'"),
        ("strings", "'abc'.reverse()", "reverse: the function 'reverse' of string is in the library 'strings'"),
        ("strings", "'%d'.format([1])", "format: the function 'format' is in the library 'strings'"),
        ("math", "math.abs(-1)", "abs: the function 'math.abs' is in the library 'math'"),
        ("math", "math.greatest(1, 2, 3)", "greatest: the function 'math.greatest' is in the library 'math'"),
        ("lists", "[1].sum()", "sum: the function 'sum' is in the library 'lists'"),
        ("lists", "lists.range(3)", "range: the function 'lists.range' is in the library 'lists'"),
        ("lists", "[[1]].sortBy(l, l.size())", "sortBy: the macro 'sortBy' is in the library 'lists'"),
        ("sets", "sets.contains([1], [1])", "contains: the function 'sets.contains' is in the library 'sets'"),
        ("encoders", "base64.encode(b'a')", "encode: the function 'base64.encode' is in the library 'encoders'"),
        ("regex", "'a'.find('a')", "find: the function 'find' is in the library 'regex'"),
        ("network", "ip('1.2.3.4').family()", "ip: the function 'ip' is in the library 'network'"),
        ("network", "type(1) == net.IP", "net.IP: the type 'net.IP' is in the library 'network'"),
        ("urls", "isURL('/')", "isURL: the function 'isURL' is in the library 'urls'"),
        ("optionals", "{'a': 1}.?a", "a: '.?' is in the library 'optionals'"),
        ("optionals", "[1][?0]", "[?0]: index '[]' is in the library 'optionals'"),
        ("optionals", "[?x]", "x: '?' before an element is in the library 'optionals'"),
        ("optionals", "{?'a': x}", "x: '?' before an element is in the library 'optionals'"),
        ("optionals", "optional.none()", "none: the function 'optional.none' is in the library 'optionals'"),
        ("optionals", "x.optMap(y, y + 1)", "x.optMap(y, y + 1): the macro 'optMap' is in the library 'optionals'"),
        (
            "twoVariableComprehensions", "[1].all(i, e, i < e)",
            "all: the macro 'all' with two variables is in the library 'twoVariableComprehensions'"
        ),
        (
            "twoVariableComprehensions", "{'a': 1}.transformMap(k, v, v + 1)",
            "transformMap: the macro 'transformMap' is in the library 'twoVariableComprehensions'"
        ),
        (
            "bindings", "cel.bind(a, 1, a + a)",
            "cel.bind(a, 1, a + a): the macro 'cel.bind' is in the library 'bindings'"
        ),
    ]

    private static func environment(_ libraries: [CELLibrary]) -> CELEnvironment {
        var environment = CELEnvironment(libraries: libraries)
        environment.declare(variable: "x", type: .dyn)
        return environment
    }

    @Test(arguments: examples)
    func expressionsThatNeedALibraryNameIt(_ name: String, _ source: String, _ message: String) throws {
        let without = Self.environment(CELLibrary.all.filter { $0.name != name })
        #expect(diagnostics(of: source, in: without).first == "\(message), which was not chosen")
        _ = try Self.environment(CELLibrary.all).compile(source)
    }

    @Test(arguments: examples)
    func whatNeedsALibraryFailsUnchecked(_ name: String, _ source: String, _ message: String) throws {
        let without = Self.environment(CELLibrary.all.filter { $0.name != name })
        let program = try without.compileUnchecked(source)
        #expect(throws: CELError.self) { try program.evaluate(CELVariables(for: program)) }
    }

    @Test func everyLibraryHasAnExample() {
        let names = Set(Self.examples.map(\.library))
        #expect(names.union(["standard"]) == Set(CELLibrary.all.map(\.name)))
    }

    /// The language itself needs no library but the first.
    @Test(arguments: [
        "1 + 2 * 3 == 7 && !(2 in [1])", "'abc'.contains('b') && size('abc') == 3", "has({'a': 1}.a)",
        "[1, 2].all(x, x > 0) && [1].exists(x, x == 1) && [1].map(x, x + 1) == [2] && [1].exists_one(x, x == 1)",
        "[1, 2].filter(x, x > 1) == [2]", "timestamp('2026-01-01T00:00:00Z').getFullYear() == 2026",
        "'a'.matches('^a$') && type(1) == int && string(1) == '1'", "1 < 2 ? true : false",
    ])
    func theStandardIsEnough(_ source: String) throws {
        #expect(try evaluate(source, in: CELEnvironment(libraries: [.standard])).get() === true)
    }

    @Test func aLibraryOfTheHost() throws {
        let library = CELLibrary(
            name: "greetings", functions: [CELFunction("greet") { (name: String) in "Hi \(name)" }])
        let environment = CELEnvironment(libraries: [.standard, library])
        #expect(try evaluate("greet('Ann') + '!'", in: environment).get() === "Hi Ann!")
        #expect(diagnostics(of: "greet('Ann').trim()", in: environment).first?.contains("library 'strings'") == true)
    }

    /// A name that other libraries have too is offered for what is there.
    @Test func overloadsOfOtherLibrariesStay() throws {
        let environment = CELEnvironment(libraries: [.standard, .lists])
        #expect(try evaluate("[1, 2].reverse()", in: environment).get() === [2, 1])
        #expect(diagnostics(of: "1.reverse()", in: environment).first?.contains("cannot be called") == true)
    }
}
