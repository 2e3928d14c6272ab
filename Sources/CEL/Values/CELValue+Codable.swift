internal import Text

/// JSON as the language converts values to it, and any other format of the same shapes.
///
/// | value | is encoded as |
/// |---|---|
/// | null, bool, string | the same |
/// | int and uint | a number, or its digits as text beyond ±(2^53 - 1) |
/// | double | a number; `"NaN"`, `"Infinity"` and `"-Infinity"` where there is none |
/// | bytes | base64 |
/// | timestamp | text as RFC 3339 has it |
/// | duration | text of seconds, such as `"1.5s"` |
/// | list | an array |
/// | map | an object; keys that are no strings become texts |
/// | optional | what is in it, or null |
///
/// What is decoded is null, a bool, a string, a list, a map with string keys, or a number: an int where it is whole and
/// int holds it, else a uint or double. So null, bools, strings, numbers within ±(2^53 - 1), and lists and maps of them
/// come back as equal values; others come back as the texts that stand for them.
extension CELValue: Codable {
    /// Encodes the value.
    ///
    /// - Throws: `EncodingError.invalidValue` for messages, types, opaque values other than optionals, and maps of which two
    ///   keys are the same as text.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .list(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .map(let map): try Self.encode(map, to: encoder)
        case .opaque(let value):
            guard let optional = value as? CELOptional else { throw refusal("a value of type \(value.type)", encoder) }
            try (optional.content ?? .null).encode(to: encoder)
        case .message(let message): throw refusal("a message of type \(message.typeName)", encoder)
        case .type: throw refusal("a type", encoder)
        default:
            var container = encoder.singleValueContainer()
            try encodeScalar(into: &container)
        }
    }

    /// Decodes a value.
    ///
    /// - Throws: `DecodingError` for what is none of the shapes.
    public init(from decoder: any Decoder) throws {
        if let scalar = try Self.scalar(decoder.singleValueContainer()) {
            self = scalar
        } else if var elements = try? decoder.unkeyedContainer() {
            var list: [CELValue] = []
            while !elements.isAtEnd { list.append(try elements.decode(CELValue.self)) }
            self = .list(list)
        } else if let members = try? decoder.container(keyedBy: MemberName.self) {
            // The order of an object's members is lost by then.
            let names = members.allKeys.sorted { $0.stringValue.codePointOrder(against: $1.stringValue) == .less }
            self = .map(
                CELMap(
                    fields: try names.map {
                        (name: $0.stringValue, value: try members.decode(CELValue.self, forKey: $0))
                    }))
        } else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "neither null, a bool, a number, a text, a list nor a map"))
        }
    }

    /// The name of an object's member.
    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    /// The greatest integer up to which every one is a double, so that readers of JSON do not change it.
    private static let greatestExact: Int64 = (1 << 53) - 1

    private func encodeScalar(into container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let value): try container.encode(value)
        case .int(let number) where number.magnitude <= UInt64(Self.greatestExact): try container.encode(number)
        case .int(let number): try container.encode(String(number))
        case .uint(let number) where number <= UInt64(Self.greatestExact): try container.encode(number)
        case .uint(let number): try container.encode(String(number))
        case .double(let number) where number.isFinite: try container.encode(number)
        case .double(let number):
            try container.encode(number.textBeyondJSON)
        case .string(let text): try container.encode(text)
        case .bytes(let bytes): try container.encode(Base64.encoded(bytes))
        case .timestamp(let instant): try container.encode(instant.description)
        case .duration(let span): try container.encode(span.description)
        case .null, .list, .map, .message, .type, .opaque: try container.encodeNil()
        }
    }

    private static func encode(_ map: CELMap, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: MemberName.self)
        var names: Set<CodePointString> = []
        for entry in map.entries {
            let name = entry.key.memberName
            guard names.insert(CodePointString(name)).inserted else {
                throw CELValue.map(map).refusal("a map of which two keys are the same as text", encoder)
            }
            try container.encode(entry.value, forKey: MemberName(stringValue: name))
        }
    }

    /// The name of the member that a key of a map becomes.
    package var memberName: String {
        switch self {
        case .bool(let value): String(value)
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .string(let text): text
        default: ""
        }
    }

    private func refusal(_ what: String, _ encoder: any Encoder) -> EncodingError {
        .invalidValue(
            self,
            EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "\(what) cannot be encoded"))
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> CELValue? {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .bool(value) }
        if let number = try? container.decode(Int64.self) { return .int(number) }
        if let number = try? container.decode(UInt64.self) { return .uint(number) }
        if let number = try? container.decode(Double.self) { return .double(number) }
        if let text = try? container.decode(String.self) { return .string(text) }
        return nil
    }
}

extension Double {
    /// What stands for an infinity or NaN in JSON, which has none.
    package var textBeyondJSON: String { isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity" }
}
