/// The six types of JSON values.
package enum JSONKind: Sendable, Hashable, CaseIterable {
    case null, bool, number, string, array, object

    /// The type with its article, for messages.
    package var name: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// Where a string stands in a reader's buffer, quotes apart, before its escapes are resolved.
package struct JSONText: Sendable, Hashable {
    let range: Range<Int>
    /// Whether the string is ASCII without escapes, so that its bytes are its text.
    package let isPlain: Bool
    /// Whether the text must be made of the bytes; where not, they are it, once they were checked to be UTF-8.
    package let hasEscapes: Bool
}
