internal import CEL
internal import JSON

/// Reads types and typed values, which lose nothing: `{"int":"5"}`, `{"double":"3ff0000000000000"}`.
struct TypedReader {
    /// The message types declared so far, by name.
    var messages: [String: CELMessageType] = [:]

    /// A type: a name, or an object such as `{"map":["string","dyn"]}`.
    func type(_ json: JSONValue) throws(RequestError) -> CELType {
        if case .string(let name) = json {
            guard let type = TypedReader.plainTypes.first(where: { $0.description == name }) else {
                throw RequestError(message: "no such type: \(name)")
            }
            return type
        }
        let (kind, content) = try only(json)
        switch (kind, content) {
        case ("list", _): return .list(try type(content))
        case ("wrapper", _): return .wrapper(try type(content))
        case ("optional", _): return .optional(try type(content))
        case ("map", .array(let parts)) where parts.count == 2: return .map(try type(parts[0]), try type(parts[1]))
        case ("message", .string(let name)): return .message(name)
        default: throw RequestError(message: "no such type: \(kind)")
        }
    }

    /// A typed value.
    func value(_ json: JSONValue) throws(RequestError) -> CELValue {
        let (kind, content) = try only(json)
        let value: CELValue? =
            switch (kind, content) {
            case ("null", _): .null
            case ("bool", .bool(let value)): .bool(value)
            case ("int", .string(let text)): Int64(text).map { .int($0) }
            case ("uint", .string(let text)): UInt64(text).map { .uint($0) }
            case ("double", .string(let bits)): UInt64(bits, radix: 16).map { .double(Double(bitPattern: $0)) }
            case ("string", .string(let text)): .string(text)
            case ("bytes", .string(let digits)): TypedReader.bytes(digits).map { .bytes($0) }
            case ("timestamp", .string(let nanoseconds)): TypedReader.timestamp(nanoseconds)
            case ("duration", .string(let nanoseconds)):
                Int64(nanoseconds).map { .duration(CELDuration(totalNanoseconds: $0)) }
            case ("list", .array(let elements)): .list(try values(elements))
            case ("map", .array(let entries)): try map(entries)
            default: try message(kind, content)
            }
        guard let value else { throw RequestError(message: "a \(kind) that is none") }
        return value
    }

    private static let plainTypes: [CELType] = [
        .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .dyn,
    ]

    /// The name and value of an object's one member.
    private func only(_ json: JSONValue) throws(RequestError) -> (name: String, value: JSONValue) {
        guard case .object(let members) = json, members.count == 1, let member = members.first else {
            throw RequestError(message: "expected an object of one member, found \(json.kind)")
        }
        return (member.name, member.value)
    }

    private func values(_ elements: [JSONValue]) throws(RequestError) -> [CELValue] {
        var values: [CELValue] = []
        for element in elements { values.append(try value(element)) }
        return values
    }

    private func map(_ entries: [JSONValue]) throws(RequestError) -> CELValue? {
        var pairs: [(key: CELValue, value: CELValue)] = []
        for entry in entries {
            guard case .array(let pair) = entry, pair.count == 2 else { return nil }
            pairs.append((key: try value(pair[0]), value: try value(pair[1])))
        }
        return CELMap(pairs).map { .map($0) }
    }

    private func message(_ name: String, _ fields: JSONValue) throws(RequestError) -> CELValue? {
        guard let type = messages[name] else { return nil }
        return .message(try DeclaredMessage(of: type, fields: fields, reader: self))
    }

    private static func timestamp(_ text: String) -> CELValue? {
        guard let nanoseconds = Int128(text) else { return nil }
        let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let borrow: Int128 = rest < 0 ? 1 : 0
        guard let seconds = Int64(exactly: seconds - borrow) else { return nil }
        return CELTimestamp(seconds: seconds, nanos: Int32(rest + borrow * 1_000_000_000)).map { .timestamp($0) }
    }

    private static func bytes(_ digits: String) -> [UInt8]? {
        let digits = Array(digits.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }
}
