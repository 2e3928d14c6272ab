import CEL
import Foundation
import Testing

/// Values as Swift has them: literals, equality, hashing, and what they are as JSON.
@Suite struct ValueTests {
    // MARK: - Equality

    /// Groups of values that are all equal, each group other than the rest.
    private static let groups: [[CELValue]] = [
        [.null], [true], [false], [1, .uint(1), 1.0], [-1, -1.0], [0, .uint(0), 0.0, -0.0], [1.5],
        [.uint(.max), .double(0x1p64)], [.int(1 << 53), .double(0x1p53)], ["a"], [.bytes([0x61])], ["\u{E9}"],
        ["e\u{301}"], [[1, "a"], [1.0, "a"]], [[]], [["a": 1, "b": 2], ["b": 2.0, "a": .uint(1)]],
        [[1: "a"], [.uint(1): "a"]], [["1": "a"]], [[:]], [.timestamp(seconds: 1)], [.duration(seconds: 1)],
        [.type(.int)], [.type(.list(.int)), .type(.list(.string))], [.optional(nil)], [.optional(1), .optional(1.0)],
        [.optional(.optional(nil))], [.message(Widget())], [.message(Widget(sid: "W2"))],
    ]

    @Test func equalityIsTheLanguages() {
        for (index, group) in Self.groups.enumerated() {
            for value in group {
                for (other, others) in Self.groups.enumerated() {
                    for second in others { #expect((value == second) == (index == other), "\(value), \(second)") }
                }
            }
        }
    }

    @Test(arguments: groups)
    func equalValuesHashAlike(_ values: [CELValue]) { #expect(Set(values.map(\.hashValue)).count == 1) }

    @Test func setsAndDictionariesFindValues() {
        let values = Set(Self.groups.flatMap { $0 })
        #expect(values.count == Self.groups.count)
        for value in Self.groups.joined() { #expect(values.contains(value)) }
        let names: [CELValue: String] = [1: "int", "1": "string"]
        #expect(names[.double(1)] == "int")
    }

    @Test func notANumberEqualsNothing() {
        let value = CELValue.double(.nan)
        #expect(value != value)
        #expect([value] as CELValue != [value])
        #expect(!Set([value]).contains(value))
    }

    @Test func integersBesideDoublesAreRounded() {
        let (below, above): (CELValue, CELValue) = (.int(1 << 53), .int(1 << 53 + 1))
        #expect(below != above)
        #expect(below == .double(0x1p53) && above == .double(0x1p53))
        #expect(below.hashValue == above.hashValue)
    }

    @Test func libraryValuesHashAsTheyAreEqual() throws {
        for source in ["ip('10.0.0.1')", "cidr('10.0.0.0/8')", "url('https://a.example/')", "optional.of([1])"] {
            let program = try CELEnvironment().compile(source)
            let (first, second) = (
                try program.evaluate(CELVariables(for: program)), try program.evaluate(CELVariables(for: program))
            )
            #expect(first == second && first.hashValue == second.hashValue)
        }
    }

    // MARK: - Literals

    @Test func literalsAreValues() {
        let name = "b"
        let value: CELValue = ["list": [1, 2.5, true, "a\(name)"], "none": .null, "map": [1: [:]]]
        let expected = CELMap(fields: [
            ("list", .list([.int(1), .double(2.5), .bool(true), .string("ab")])), ("none", .null),
            ("map", .map(CELMap([(.int(1), .map(CELMap(fields: [])))]) ?? CELMap(fields: []))),
        ])
        #expect(value === .map(expected))
    }

    @Test func nilIsNoValue() {
        var variables = CELVariables(for: CELEnvironment())
        variables["a"] = nil
        #expect(variables["a"] == nil)
    }

    // MARK: - JSON

    private static let encodings: [(value: CELValue, json: String)] = [
        (CELValue.null, "null"), (true, "true"), (-7, "-7"), (9_007_199_254_740_991, "9007199254740991"),
        (.int(9_007_199_254_740_992), #""9007199254740992""#), (.int(.min), #""-9223372036854775808""#),
        (.uint(7), "7"), (.uint(.max), #""18446744073709551615""#), (1.5, "1.5"), (.double(.nan), #""NaN""#),
        (.double(.infinity), #""Infinity""#), (.double(-.infinity), #""-Infinity""#), ("\"é\n", #""\"é\n""#),
        (.bytes([0xFF, 0]), #""\/wA=""#), (.timestamp(seconds: 0), #""1970-01-01T00:00:00Z""#),
        (.duration(seconds: -90), #""-90s""#), ([1, [], "a"], #"[1,[],"a"]"#),
        (["b": 1, "a": [:]], #"{"a":{},"b":1}"#),
        ([true: 1, .uint(2): 2, -3: 3], #"{"-3":3,"2":2,"true":1}"#), (.optional("a"), #""a""#),
        ([.optional(nil)], "[null]"),
    ]

    @Test(arguments: encodings)
    func encoded(_ value: CELValue, _ json: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == json)
    }

    private static let refusals: [(value: CELValue, what: String)] = [
        (CELValue.message(Widget()), "a message of type shop.Widget"), (.type(.int), "a type"),
        ([1: "a", "1": "b"], "a map of which two keys are the same as text"), (["a": [.type(.int)]], "a type"),
    ]

    @Test(arguments: refusals)
    func notEncoded(_ value: CELValue, _ what: String) {
        let error = #expect(throws: EncodingError.self) { try JSONEncoder().encode(value) }
        guard case .invalidValue(_, let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.debugDescription == "\(what) cannot be encoded")
    }

    private static let lasting: [CELValue] = [
        CELValue.null, true, false, 0, -1, 9_007_199_254_740_991, 1.5, -0.25, 1e300, "", "NaN", "e\u{301}\u{0}", [],
        [:],
        [1, [2, [.null, ["k": "v"]]]], ["a": 1, "b": ["c": [1.5, true]], "\u{1F468}": "x"],
    ]

    @Test(arguments: lasting)
    func comesBack(_ value: CELValue) throws {
        #expect(try JSONDecoder().decode(CELValue.self, from: JSONEncoder().encode(value)) === value)
    }

    private static let decodings: [(json: String, value: CELValue)] = [
        ("18446744073709551615", CELValue.uint(.max)), ("9223372036854775807", .int(.max)), ("1e3", 1000),
        ("1e30", .double(1e30)), (#"{"b":1,"a":2}"#, ["a": 2, "b": 1]),
    ]

    @Test(arguments: decodings)
    func decoded(_ json: String, _ expected: CELValue) throws {
        #expect(try JSONDecoder().decode(CELValue.self, from: Data(json.utf8)) === expected)
    }

    @Test func numbersOfOtherTypesComeBackEqual() throws {
        for value in [CELValue.uint(7), 2.0] {
            #expect(try JSONDecoder().decode(CELValue.self, from: JSONEncoder().encode(value)) == value)
        }
    }
}

extension CELValue {
    fileprivate static func timestamp(seconds: Int64) -> CELValue {
        CELTimestamp(seconds: seconds).map { .timestamp($0) } ?? .null
    }

    fileprivate static func duration(seconds: Int64) -> CELValue {
        CELDuration(seconds: seconds).map { .duration($0) } ?? .null
    }
}
