import CEL
import Foundation

/// The public conformance suite as a file of JSON, found by `CEL_CONFORMANCE` or beside the package.
struct ConformanceSuite: Sendable {
    /// One case of the suite.
    struct Case: Sendable {
        let file: String
        /// `file/section/name`, and `#2` and so on for a second case of the name.
        let identifier: String
        let expression: String
        let container: String
        let isChecked: Bool
        let isEvaluated: Bool
        let declarations: [Declaration]
        let bindings: [(name: String, value: CELValue)]
        let expectation: Expectation
    }

    /// A variable or function that a case declares.
    enum Declaration: Sendable {
        case variable(String, CELType)
        case function(CELFunction)
    }

    /// What a case expects.
    enum Expectation: Sendable {
        case value(CELValue)
        case type(String, CELValue?)
        case failure
    }

    /// The suite's file cannot be understood.
    struct FormatError: Error {
        let identifier: String
    }

    let cases: [Case]

    /// Where the suite is, or `nil` when it is not there.
    static var location: URL? {
        let environment = ProcessInfo.processInfo.environment["CEL_CONFORMANCE"]
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let beside = root.deletingLastPathComponent().appendingPathComponent("shared/cel-conformance/tests.json")
        let candidates = environment.map { [URL(fileURLWithPath: $0)] } ?? [beside]
        return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    init(contentsOf location: URL) throws {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: location))
        guard let objects = json as? [[String: Any]] else { throw FormatError(identifier: "the whole") }
        var counts: [String: Int] = [:]
        cases = try objects.map { object in
            let parts = ["file", "section", "name"].compactMap { object[$0] as? String }
            let name = parts.joined(separator: "/")
            counts[name, default: 0] += 1
            let count = counts[name, default: 1]
            let identifier = count == 1 ? name : "\(name)#\(count)"
            guard parts.count == 3, let made = Self.makeCase(object, file: parts[0], identifier: identifier) else {
                throw FormatError(identifier: identifier)
            }
            return made
        }
    }

    private static func makeCase(_ object: [String: Any], file: String, identifier: String) -> Case? {
        guard let expression = object["expr"] as? String, let expect = object["expect"] as? [String: Any],
            let expectation = expectation(expect)
        else { return nil }
        let declarations = (object["type_env"] as? [[String: Any]] ?? []).flatMap(declarations)
        let bindings = (object["bindings"] as? [String: [String: Any]] ?? [:]).compactMap { name, binding in
            (binding["value"] as? [String: Any]).flatMap(value).map { (name: name, value: $0) }
        }
        return Case(
            file: file, identifier: identifier, expression: expression,
            container: object["container"] as? String ?? "", isChecked: object["disable_check"] as? Bool != true,
            isEvaluated: object["check_only"] as? Bool != true, declarations: declarations, bindings: bindings,
            expectation: expectation)
    }

    private static func expectation(_ object: [String: Any]) -> Expectation? {
        switch object["kind"] as? String {
        case "value": (object["value"] as? [String: Any]).flatMap(value).map { .value($0) }
        case "typed_result":
            (object["deduced_type_str"] as? String).map {
                .type($0, (object["value"] as? [String: Any]).flatMap(value))
            }
        case "error": .failure
        default: nil
        }
    }

    private static func declarations(_ object: [String: Any]) -> [Declaration] {
        guard let name = object["name"] as? String else { return [] }
        if let ident = object["ident"] as? [String: Any] { return [.variable(name, type(ident))] }
        return (object["overloads"] as? [[String: Any]] ?? []).map { overload in
            let parameters = (overload["params"] as? [[String: Any]] ?? []).map(type)
            let result = (overload["result"] as? [String: Any]).map(type) ?? .dyn
            let isMember = overload["member"] as? Bool ?? false
            return .function(
                CELFunction(name: name, isMember: isMember, parameters: parameters, result: result) { _ in
                    throw CELError(message: "declared only")
                })
        }
    }

    static func type(_ object: [String: Any]) -> CELType {
        let parameters = (object["params"] as? [[String: Any]] ?? []).map(type)
        switch object["name"] as? String ?? "" {
        case "null_type": return .null
        case "bool": return .bool
        case "int": return .int
        case "uint": return .uint
        case "double": return .double
        case "string": return .string
        case "bytes": return .bytes
        case "timestamp": return .timestamp
        case "duration": return .duration
        case "type": return .type
        case "list": return .list(parameters.first ?? .dyn)
        case "map": return .map(parameters.first ?? .dyn, parameters.last ?? .dyn)
        case "wrapper": return .wrapper(parameters.first ?? .dyn)
        case "param": return .typeParameter(object["param"] as? String ?? "")
        case let name where object["abstract"] != nil: return .opaque(name, parameters)
        default: return .dyn
        }
    }

    static func value(_ object: [String: Any]) -> CELValue? {
        let text = object["v"] as? String ?? ""
        switch object["t"] as? String {
        case "null": return .null
        case "bool": return (object["v"] as? Bool).map { .bool($0) }
        case "int": return Int64(text).map { .int($0) }
        case "uint": return UInt64(text).map { .uint($0) }
        case "double": return Double(text).map { .double($0) }
        case "string": return .string(text)
        case "bytes": return Data(base64Encoded: text).map { .bytes(Array($0)) }
        case "type": return .type(typeValue(text))
        case "timestamp":
            return seconds(object).flatMap { CELTimestamp(seconds: $0.seconds, nanos: Int32($0.nanos)) }
                .map { .timestamp($0) }
        case "duration":
            return seconds(object).flatMap { CELDuration(seconds: $0.seconds, nanos: $0.nanos) }.map { .duration($0) }
        case "list":
            let elements = (object["v"] as? [[String: Any]] ?? []).map(value)
            return elements.contains { $0 == nil } ? nil : .list(elements.compactMap { $0 })
        case "map":
            let entries = (object["v"] as? [[[String: Any]]] ?? []).compactMap { pair in
                pair.count == 2 ? value(pair[0]).flatMap { key in value(pair[1]).map { (key, $0) } } : nil
            }
            return CELMap(entries.map { (key: $0.0, value: $0.1) }).map { .map($0) }
        default: return nil
        }
    }

    /// Type values compare by name, so that any type of the name will do.
    private static func typeValue(_ name: String) -> CELType {
        let types: [CELType] = [
            .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .list(.dyn),
            .map(.dyn, .dyn),
        ]
        return types.first { $0.typeName == name } ?? .opaque(name, [])
    }

    private static func seconds(_ object: [String: Any]) -> (seconds: Int64, nanos: Int64)? {
        guard let seconds = (object["seconds"] as? String).flatMap(Int64.init) else { return nil }
        return (seconds, Int64(object["nanos"] as? Int ?? 0))
    }
}
