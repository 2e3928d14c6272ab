internal import CEL

/// What the expressions of the fuzzer may name, and values for it.
enum FuzzEnvironment {
    /// A variable of each type, a message type, and functions of the host.
    static let environment: CELEnvironment = {
        var environment = CELEnvironment()
        environment.costLimit = 20_000
        environment.declare(message: FuzzMessage.type)
        for (name, type) in types { environment.declare(variable: name, type: type) }
        environment.declare(
            function: CELFunction(name: "host.twice", parameters: [.int], result: .int) { values in
                guard case .int(let number)? = values.first else { throw CELError(message: "no int") }
                return .int(number &* 2)
            })
        environment.declare(
            function: CELFunction(name: "echo", isMember: true, parameters: [.string], result: .string) { values in
                values.first ?? .null
            })
        environment.declare(
            function: CELFunction(name: "refuse", parameters: [], result: .bool) { _ in
                throw CELError(message: "refused")
            })
        return environment
    }()

    private static let types: [(name: String, type: CELType)] = [
        ("x", .dyn), ("b", .bool), ("i", .int), ("u", .uint), ("d", .double), ("s", .string), ("y", .bytes),
        ("l", .list(.int)), ("k", .list(.string)), ("m", .map(.string, .int)), ("t", .timestamp), ("r", .duration),
        ("ws", .wrapper(.string)), ("msg", .message(FuzzMessage.type.name)),
        ("msgs", .list(.message(FuzzMessage.type.name))), ("a.b", .int), ("xs", .list(.dyn)),
    ]

    /// A choice of values, and whether they are of the declared types.
    struct Values: Sendable {
        let variables: CELVariables
        let fitTheirTypes: Bool
    }

    /// Several choices, from plain to hostile; the last two break the declarations.
    static let choices: [Values] = [
        Values(variables: variables(plain), fitTheirTypes: true),
        Values(variables: variables(empty), fitTheirTypes: true),
        Values(variables: variables(extreme), fitTheirTypes: true),
        Values(variables: variables(large), fitTheirTypes: true),
        Values(variables: variables([:]), fitTheirTypes: false),
        Values(variables: variables(mistyped), fitTheirTypes: false),
    ]

    private static func variables(_ values: [String: CELValue]) -> CELVariables {
        var variables = CELVariables(for: environment)
        for (name, value) in values { variables[name] = value }
        return variables
    }

    private static func timestamp(_ seconds: Int64, _ nanos: Int32 = 0) -> CELValue {
        CELTimestamp(seconds: seconds, nanos: nanos).map { .timestamp($0) } ?? .null
    }

    private static let plain: [String: CELValue] = [
        "x": .int(1), "b": .bool(true), "i": .int(-7), "u": .uint(7), "d": .double(1.5), "s": .string("a,b.c"),
        "y": .bytes([1, 2, 255]), "l": .list([.int(3), .int(1), .int(2)]), "k": .list([.string("b"), .string("a")]),
        "m": .map(CELMap(fields: [("a", .int(1)), ("b", .int(2))])), "t": timestamp(1_750_000_000),
        "r": .duration(CELDuration(totalNanoseconds: 5_400_000_000_000)), "ws": .string("https://u:p@example.com:8/"),
        "msg": .message(FuzzMessage.full), "msgs": .list([.message(FuzzMessage.full), .message(FuzzMessage.empty)]),
        "a.b": .int(3), "xs": .list([.int(1), .uint(1), .double(1), .string("1"), .null]),
    ]

    private static let empty: [String: CELValue] = [
        "x": .null, "b": .bool(false), "i": .int(0), "u": .uint(0), "d": .double(0), "s": .string(""), "y": .bytes([]),
        "l": .list([]), "k": .list([]), "m": .map(CELMap(fields: [])), "t": timestamp(0),
        "r": .duration(CELDuration(totalNanoseconds: 0)), "ws": .null, "msg": .message(FuzzMessage.empty),
        "msgs": .list([]), "a.b": .int(0), "xs": .list([]),
    ]

    private static let extreme: [String: CELValue] = [
        "x": .double(.nan), "b": .bool(true), "i": .int(.min), "u": .uint(.max), "d": .double(-.infinity),
        "s": .string("e\u{301}\u{1F468}\u{200D}\u{1F469}\u{0}\r\n\u{202E}\u{FFFD}İß%s{}"),
        "y": .bytes([0xED, 0xA0, 0x80]),
        "l": .list([.int(.min), .int(.max), .int(-1)]), "k": .list([.string("é"), .string("e\u{301}"), .string("")]),
        "m": .map(CELMap(fields: [("", .int(.max)), ("\u{10FFFF}", .int(.min))])),
        "t": timestamp(253_402_300_799, 999_999_999), "r": .duration(CELDuration(totalNanoseconds: .min)),
        "ws": .string("http://[::1%25eth0]:65535/%zz"), "msg": .message(FuzzMessage.empty),
        "msgs": .list([.message(FuzzMessage.empty)]), "a.b": .int(.max),
        "xs": .list([.double(.nan), .bool(true), .bytes([]), .list([]), .map(CELMap(fields: []))]),
    ]

    private static let large: [String: CELValue] = [
        "x": .list((0..<50).map { .list([.int($0), .string("\($0)")]) }), "b": .bool(false), "i": .int(1 << 40),
        "u": .uint(1 << 63), "d": .double(1e308), "s": .string(String(repeating: "ab", count: 4000)),
        "y": .bytes(Array(repeating: 0x61, count: 8000)), "l": .list((0..<500).map { .int($0 % 7) }),
        "k": .list((0..<300).map { .string("k\($0)") }),
        "m": .map(CELMap(fields: (0..<200).map { ("k\($0)", .int($0)) })), "t": timestamp(-62_135_596_800),
        "r": .duration(CELDuration(totalNanoseconds: .max)), "ws": .string(String(repeating: "(", count: 2000)),
        "msg": .message(FuzzMessage.full), "msgs": .list(Array(repeating: .message(FuzzMessage.full), count: 50)),
        "a.b": .int(-1), "xs": .list((0..<100).map { .string(String(repeating: "x", count: $0)) }),
    ]

    private static let mistyped: [String: CELValue] = [
        "x": .type(.int), "b": .int(1), "i": .string("1"), "u": .int(-1), "d": .null, "s": .bytes([0x61]),
        "y": .string("a"), "l": .map(CELMap(fields: [])), "k": .list([.int(1), .null]), "m": .list([.null]),
        "t": .duration(CELDuration(totalNanoseconds: 1)), "r": timestamp(1), "ws": .list([]),
        "msg": .map(CELMap(fields: [("sid", .int(1))])), "msgs": .list([.null, .int(1), .message(FuzzMessage.full)]),
        "a.b": .message(FuzzMessage.full), "xs": .string("xs"),
    ]
}
