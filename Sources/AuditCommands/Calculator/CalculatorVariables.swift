internal import AuditEngine
internal import CEL
internal import JSON
internal import ServiceModel
internal import Text

/// What expressions of the calculator may name, with the values that the user gave.
struct CalculatorVariables {
    /// The variables, and the message types and functions of rules.
    let environment: CELEnvironment
    /// The variables' values.
    let values: CELVariables

    /// Reads variables.
    ///
    /// - Parameters:
    ///   - text: A JSON object, `@FILE`, `@-` or `-`; none for no variable but `now`.
    ///   - isInputTaken: Whether standard input is read for something else.
    ///   - now: The value of `now`; the clock's time if not given.
    /// - Throws: `CommandError` for what is no JSON object, and a Service that is none.
    init(
        _ text: String?, isInputTaken: Bool, now: Timestamp?, _ clock: () -> Timestamp
    ) throws(CommandError) {
        var environment = CELEnvironment()
        environment.declare(message: ServiceMessage.type)
        environment.declare(message: PIIMatchMessage.type)
        for function in AuditFunctions.all { environment.declare(function: function) }
        var variables = try Self.variables(text, isInputTaken: isInputTaken)
        if !variables.contains(where: { $0.name == "now" }) {
            variables.append(Variable(name: "now", type: .timestamp, value: Self.value(of: now ?? clock())))
        } else if now != nil {
            throw .usage("'now' is given by --now and by --vars: leave one out")
        }
        for variable in variables { environment.declare(variable: variable.name, type: variable.type) }
        var values = CELVariables(for: environment)
        for variable in variables { values[variable.name] = variable.value }
        self.environment = environment
        self.values = values
    }

    private struct Variable {
        let name: String
        let type: CELType
        let value: CELValue
    }

    private static func variables(_ text: String?, isInputTaken: Bool) throws(CommandError) -> [Variable] {
        guard let text else { return [] }
        let path = text == "-" ? "-" : text.hasPrefix("@") ? String(text.dropFirst()) : nil
        guard path != "-" || !isInputTaken else {
            throw .usage("standard input can give the expression or the variables, not both")
        }
        let json = try parsed(path.map(InputText.read) ?? text)
        guard case .object(let members) = json else { throw .usage("--vars: not a JSON object") }
        var variables: [Variable] = []
        for member in members { variables.append(try variable(member)) }
        return variables
    }

    /// The JSON of a text. What a scan forgives in exports is told here: its author is the one who reads this.
    private static func parsed(_ text: String) throws(CommandError) -> JSONValue {
        let bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw .usage("--vars: 1:1: a byte order mark (U+FEFF) stands before the JSON: leave it out")
        }
        let json: JSONValue
        do {
            json = try JSONValue.parse(bytes)
        } catch {
            throw .usage("--vars: \(error.line):\(error.column): \(error.message)")
        }
        if let offset = loneSurrogate(in: bytes) {
            let (line, column) = SourceText(text).location(ofUTF8Offset: offset)
            let escape = String(decoding: bytes[offset..<offset + 6], as: UTF8.self)
            throw .usage("--vars: \(line):\(column): \(escape) is half of a character: the other half is missing")
        }
        return json
    }

    /// Where an escape of half a surrogate pair stands in a text that is JSON.
    private static func loneSurrogate(in bytes: [UInt8]) -> Int? {
        func unit(at offset: Int) -> UInt16? {
            guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
            else { return nil }
            return UInt16(String(decoding: bytes[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
        }
        var offset = 0
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "\\") else {
                offset += 1
                continue
            }
            switch unit(at: offset) {
            case .some(0xD800..<0xDC00):
                guard let low = unit(at: offset + 6), (0xDC00..<0xE000).contains(low) else { return offset }
                offset += 12
            case .some(0xDC00..<0xE000): return offset
            default: offset += 2
            }
        }
        return nil
    }

    private static func variable(_ member: JSONMember) throws(CommandError) -> Variable {
        let serviceType = CELType.message(ServiceMessage.messageTypeName)
        switch (member.name, member.value) {
        case ("service", .object):
            return Variable(name: member.name, type: serviceType, value: try service(member.value, "service"))
        case ("group", .array(let elements)) where elements.allSatisfy(\.isObject):
            var members: [CELValue] = []
            for (index, element) in elements.enumerated() {
                members.append(try service(element, "group[\(index)]"))
            }
            return Variable(name: member.name, type: .list(serviceType), value: .list(members))
        default:
            do {
                return Variable(name: member.name, type: .dyn, value: try CELValue(json: member.value))
            } catch {
                throw .usage("--vars: \(member.name): no type holds the number \(error.text.prefix(40))")
            }
        }
    }

    /// A Service of which some fields are given, read as the scan reads one.
    private static func service(_ json: JSONValue, _ name: String) throws(CommandError) -> CELValue {
        if case .object(let members) = json {
            for member in members where ServiceField(jsonName: member.name) == nil {
                let suggestion = Spelling.remark(for: member.name, among: ServiceField.allCases.map(\.name))
                throw .usage("--vars: \(name): a Service has no field '\(member.name)'\(suggestion)")
            }
        }
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: name))
        var reader = JSONReader(Array(json.jsonText.utf8))
        _ = try? builder.read(&reader, at: RecordBatchBuilder.Place(), isFragment: true)
        guard let record = builder.last else { throw .usage("--vars: \(name): not a Service") }
        for field in ServiceField.allCases {
            guard case .unreadable(let reason) = record[field] else { continue }
            throw .usage("--vars: \(name): \(field.name): \(reason)")
        }
        return .message(ServiceMessage { record[$0] })
    }

    private static func value(of instant: Timestamp) -> CELValue {
        CELTimestamp(seconds: instant.seconds, nanos: instant.nanoseconds).map(CELValue.timestamp) ?? .null
    }
}

extension JSONValue {
    fileprivate var isObject: Bool {
        if case .object = self { true } else { false }
    }
}
