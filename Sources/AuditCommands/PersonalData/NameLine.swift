internal import JSON

/// A line that `pii` reads: a name as it stands, or a JSON object with a `name`.
struct NameLine {
    /// The name; bytes that are not UTF-8 are U+FFFD in it.
    let name: String
    /// Whether the name could not be read as it is.
    let isNotUTF8: Bool
    /// Why a line that looks like a JSON object was read as it stands.
    let objectFault: String?

    /// Reads a line without what ends it.
    init(_ bytes: [UInt8]) {
        let object = Self.object(bytes)
        if case .name(let name) = object {
            self.name = name
            isNotUTF8 = false
        } else {
            let text = String(validating: bytes, as: UTF8.self)
            name = text ?? String(decoding: bytes, as: UTF8.self)
            isNotUTF8 = text == nil
        }
        objectFault = if case .fault(let reason) = object { reason } else { nil }
    }

    private enum Object {
        case none
        case name(String)
        case fault(String)
    }

    private static func object(_ bytes: [UInt8]) -> Object {
        guard bytes.first == UInt8(ascii: "{") else { return .none }
        do {
            if case .string(let name)? = try JSONValue.parse(bytes)["name"] { return .name(name) }
            return .fault("the JSON object has no text as its 'name'")
        } catch {
            // Names may begin with a brace, as `{env}-proxy` does.
            let isMeant = bytes.dropFirst().first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "\"")
            return isMeant ? .fault("not a JSON object: column \(error.column): \(error.message)") : .none
        }
    }
}
