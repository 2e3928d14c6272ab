internal import CEL
internal import JSON

/// The beginning of a value as JSON, for people to look at.
struct ValueExcerpt {
    /// The JSON, cut off with `…` where it is longer than the width.
    let text: String

    /// Takes so much of a value as is shown; a large value is not gone through to its end.
    ///
    /// - Parameter width: The most characters, 8 or more.
    init(_ value: CELValue, width: Int) {
        var rest = width
        var writer = JSONWriter()
        ValueExcerpt.shortened(value, &rest).write(to: &writer)
        let json = String(decoding: writer.bytes, as: UTF8.self)
        text = json.count > width ? json.prefix(width - 1) + "…" : json
    }

    /// The value with no more in it than fills what is left of the width, which is taken off.
    private static func shortened(_ value: CELValue, _ rest: inout Int) -> CELValue {
        rest -= 1
        switch value {
        case .string(let text):
            let kept = text.unicodeScalars.prefix(max(0, rest) + 1)
            rest -= kept.count
            return .string(String(kept))
        case .bytes(let bytes):
            let kept = bytes.prefix(max(0, rest) + 1)
            rest -= kept.count
            return .bytes(Array(kept))
        case .list(let elements):
            var kept: [CELValue] = []
            for element in elements {
                kept.append(shortened(element, &rest))
                if rest < 0 { break }
            }
            return .list(kept)
        case .map(let map):
            var kept: [(name: String, value: CELValue)] = []
            for entry in map.entries {
                rest -= entry.key.memberName.utf8.count
                kept.append((entry.key.memberName, shortened(entry.value, &rest)))
                if rest < 0 { break }
            }
            return .map(CELMap(fields: kept))
        case .message(let message):
            var kept: [(name: String, value: CELValue)] = []
            for (slot, field) in CELValue.fields(of: message).enumerated() {
                rest -= field.name.utf8.count
                kept.append((field.name, shortened(message.value(at: slot), &rest)))
                if rest < 0 { break }
            }
            return .map(CELMap(fields: kept))
        default:
            guard let content = value.asOptional?.content else { return value }
            return shortened(content, &rest)
        }
    }
}
