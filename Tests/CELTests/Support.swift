import CEL
import Foundation

/// Evaluates an expression that refers to nothing, or to the variables given as `dyn`.
func evaluate(
    _ source: String, _ values: [String: CELValue] = [:], in environment: CELEnvironment = CELEnvironment()
) throws -> Result<CELValue, CELError> {
    var environment = environment
    for name in values.keys.sorted() where CELVariables(for: environment).slot(of: name) == nil {
        environment.declare(variable: name, type: .dyn)
    }
    var variables = CELVariables(for: environment)
    for (name, value) in values { variables[name] = value }
    return try environment.compile(source).outcome(variables)
}

/// The code of the failure that evaluating gives, or `nil` when it gives a value.
func failure(
    of source: String, _ values: [String: CELValue] = [:], in environment: CELEnvironment = CELEnvironment()
) throws -> CELError.Code? {
    if case .failure(let error) = try evaluate(source, values, in: environment) { error.code } else { nil }
}

/// The diagnostics that compiling gives, with the text that each is about: `text: message (suggestion)`.
func diagnostics(
    of source: String, expecting: CELType? = nil, in environment: CELEnvironment = CELEnvironment()
) -> [String] {
    do throws(CELCompileError) {
        _ = try environment.compile(source, expecting: expecting)
        return []
    } catch {
        let bytes = Array(source.utf8)
        return error.diagnostics.map { diagnostic in
            let text = String(decoding: bytes[diagnostic.span.clamped(to: 0..<bytes.count)], as: UTF8.self)
            return "\(text): \(diagnostic.message)" + (diagnostic.suggestion.map { " (\($0))" } ?? "")
        }
    }
}

/// Runs a body on a thread whose stack is as small as those of Swift's concurrency are.
func onSmallStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        thread.stackSize = 512 << 10
        thread.start()
    }
}

/// A message type like those of rules, with a field of each nullable type.
struct Widget: CELMessage, Equatable {
    static let type = CELMessageType(
        name: "shop.Widget",
        fields: [
            CELField(name: "sid", type: .string), CELField(name: "callback_url", type: .wrapper(.string)),
            CELField(name: "default_ttl", type: .wrapper(.int)), CELField(name: "enabled", type: .wrapper(.bool)),
            CELField(name: "created", type: .timestamp), CELField(name: "labels", type: .map(.string, .string)),
            CELField(name: "parts", type: .list(.message("shop.Widget"))),
        ])

    var sid = "W1"
    var callbackURL: String?
    var defaultTTL: Int64?
    var enabled: Bool?
    var labels: [(name: String, value: CELValue)] = []
    var parts: [Widget] = []

    static func == (left: Widget, right: Widget) -> Bool {
        left.sid == right.sid && left.callbackURL == right.callbackURL && left.defaultTTL == right.defaultTTL
    }

    var typeName: String { Self.type.name }

    func value(at slot: Int) -> CELValue {
        switch slot {
        case 0: .string(sid)
        case 1: callbackURL.map { .string($0) } ?? .null
        case 2: defaultTTL.map { .int($0) } ?? .null
        case 3: enabled.map { .bool($0) } ?? .null
        case 4: CELTimestamp(rfc3339: "2026-01-02T03:04:05Z").map { .timestamp($0) } ?? .null
        case 5: .map(CELMap(fields: labels))
        case 6: .list(parts.map { .message($0) })
        default: .null
        }
    }

    /// An environment with a variable `widget` and another `widgets`.
    static var environment: CELEnvironment {
        var environment = CELEnvironment()
        environment.declare(message: type)
        environment.declare(variable: "widget", type: .message(type.name))
        environment.declare(variable: "widgets", type: .list(.message(type.name)))
        return environment
    }
}

/// Whether the values are equal and of the same types throughout: `1 === 1.0` does not hold.
func === (left: CELValue, right: CELValue) -> Bool { left.isIdentical(to: right) }

/// The same for values that may be missing.
func === (left: CELValue?, right: CELValue?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left === right
    default: false
    }
}
