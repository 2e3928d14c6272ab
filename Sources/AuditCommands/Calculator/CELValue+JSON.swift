internal import AuditEngine
internal import CEL
internal import JSON
internal import Text

extension CELValue {
    /// A number that no type holds.
    struct NumberOutOfRange: Error {
        /// The number as it is written, of any length.
        let text: String
    }

    /// The value of a JSON text: a number with a point or an exponent is double, another one int, or uint where int does not hold
    /// it.
    init(json: JSONValue) throws(NumberOutOfRange) {
        switch json {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = try CELValue(json: number)
        case .string(let text): self = .string(text)
        case .array(let elements):
            var values: [CELValue] = []
            for element in elements { values.append(try CELValue(json: element)) }
            self = .list(values)
        case .object(let members):
            var fields: [(String, CELValue)] = []
            for member in members { fields.append((member.name, try CELValue(json: member.value))) }
            self = .map(CELMap(fields: fields))
        }
    }

    private init(json number: JSONNumber) throws(NumberOutOfRange) {
        let isDouble = number.text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
        if isDouble, number.double.isFinite {
            self = .double(number.double)
        } else if !isDouble, let integer = Int64(number.text) {
            self = .int(integer)
        } else if !isDouble, let integer = UInt64(number.text) {
            self = .uint(integer)
        } else {
            throw NumberOutOfRange(text: number.text)
        }
    }

    /// Writes the value as JSON, by the conventions of protocol buffers' JSON mapping: bytes in base64, timestamps in
    /// RFC 3339, durations in seconds with an `s`, and numbers that JSON does not have as texts. Integers are written in
    /// full, whatever their size; keys of maps as texts; types by their names; optionals as what is in them, or null.
    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .int(let value): writer.integer(value)
        case .uint(let value): writer.integer(value)
        case .double(let value) where value.isFinite: writer.double(value)
        case .double(let value): writer.string(value.textBeyondJSON)
        case .string(let value): writer.string(value)
        case .bytes(let value): writer.string(Base64.encoded(value))
        case .timestamp(let value): writer.string(value.description)
        case .duration(let value): writer.string(value.description)
        case .list(let elements):
            writer.beginArray()
            for element in elements { element.write(to: &writer) }
            writer.endArray()
        case .map(let map):
            writer.beginObject()
            for entry in map.entries {
                writer.key(named: entry.key.memberName)
                entry.value.write(to: &writer)
            }
            writer.endObject()
        case .message(let message): write(message, to: &writer)
        case .type(let type): writer.string(type.typeName)
        case .opaque(let value):
            if let optional = asOptional {
                optional.content.map { $0.write(to: &writer) } ?? writer.null()
            } else {
                writer.string(value.description)
            }
        }
    }

    /// A key that a map in the value has twice once keys are texts, as 1 and '1' are; `nil` where JSON can tell all apart.
    var repeatedKey: String? {
        switch self {
        case .list(let elements):
            for element in elements {
                if let key = element.repeatedKey { return key }
            }
        case .map(let map):
            var seen: Set<[UInt8]> = []
            for entry in map.entries {
                if !seen.insert(Array(entry.key.memberName.utf8)).inserted { return entry.key.memberName }
                if let key = entry.value.repeatedKey { return key }
            }
        default: return asOptional?.content?.repeatedKey
        }
        return nil
    }

    private func write(_ message: any CELMessage, to writer: inout JSONWriter) {
        writer.beginObject()
        for (slot, field) in CELValue.fields(of: message).enumerated() {
            writer.key(named: field.name)
            message.value(at: slot).write(to: &writer)
        }
        writer.endObject()
    }

    /// The fields of a message of a type that expressions can get; none of others.
    static func fields(of message: any CELMessage) -> [CELField] {
        [ServiceMessage.type, PIIMatchMessage.type].first { $0.name == message.typeName }?.fields ?? []
    }
}
