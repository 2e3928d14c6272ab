internal import CEL
internal import JSON

extension JSONWriter {
    /// Writes a value with its type, in the form that ``TypedReader`` reads.
    mutating func typed(_ value: CELValue) {
        beginObject()
        switch value {
        case .null: member("null") { $0.null() }
        case .bool(let value): member("bool") { $0.bool(value) }
        case .int(let number): member("int") { $0.string(String(number)) }
        case .uint(let number): member("uint") { $0.string(String(number)) }
        case .double(let number): member("double") { $0.string(String(number.bitPattern, radix: 16)) }
        case .string(let text): member("string") { $0.string(text) }
        case .bytes(let bytes): member("bytes") { $0.string(JSONWriter.hexadecimal(bytes)) }
        case .timestamp(let instant):
            let total = Int128(instant.seconds) * 1_000_000_000 + Int128(instant.nanos)
            member("timestamp") { $0.string(String(total)) }
        case .duration(let span): member("duration") { $0.string(String(span.totalNanoseconds)) }
        case .list(let elements): member("list") { $0.array(elements) }
        case .map(let map):
            member("map") { writer in
                writer.beginArray()
                for entry in map.entries { writer.array([entry.key, entry.value]) }
                writer.endArray()
            }
        case .message(let message):
            member(message.typeName) { $0.array((message as? DeclaredMessage)?.values ?? []) }
        case .type(let type): member("type") { $0.string(type.typeName) }
        case .opaque(let opaque):
            if let optional = value.asOptional {
                member("optional") { if let content = optional.content { $0.typed(content) } else { $0.null() } }
            } else {
                member(opaque.type.typeName) { $0.string(opaque.description) }
            }
        }
        endObject()
    }

    private mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
        key(named: name)
        write(&self)
    }

    private mutating func array(_ elements: [CELValue]) {
        beginArray()
        for element in elements { typed(element) }
        endArray()
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
    }
}
