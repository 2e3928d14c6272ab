internal import CEL

/// A message like those of rules, with a field of each kind: some nullable, some not.
struct FuzzMessage: CELMessage, Equatable {
    static let type = CELMessageType(
        name: "fuzz.Message",
        fields: [
            CELField(name: "sid", type: .string), CELField(name: "url", type: .wrapper(.string)),
            CELField(name: "ttl", type: .wrapper(.int)), CELField(name: "on", type: .wrapper(.bool)),
            CELField(name: "created", type: .timestamp), CELField(name: "labels", type: .map(.string, .string)),
            CELField(name: "parts", type: .list(.message("fuzz.Message"))), CELField(name: "any", type: .dyn),
        ])

    /// By slot.
    let values: [CELValue]

    var typeName: String { Self.type.name }

    func value(at slot: Int) -> CELValue { values.indices.contains(slot) ? values[slot] : .null }

    /// Nothing set that need not be.
    static let empty = FuzzMessage(values: [
        .string(""), .null, .null, .null, .null, .map(CELMap(fields: [])), .list([]), .null,
    ])

    /// Everything set.
    static let full = FuzzMessage(values: [
        .string("KS1"), .string("https://example.com/a?b=c"), .int(0), .bool(true),
        CELTimestamp(seconds: 1_700_000_000, nanos: 5).map { .timestamp($0) } ?? .null,
        .map(CELMap(fields: [("a", .string("b")), ("é", .string(""))])), .list([.message(empty)]),
        .list([.int(1), .string("a"), .null]),
    ])
}
