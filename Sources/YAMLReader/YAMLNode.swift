/// A value of a YAML text, with its place in the text.
package struct YAMLNode: Sendable {
    /// What a node is.
    package indirect enum Content: Sendable {
        case null
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case string(String)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    /// A key of a mapping and its value. Keys are always texts.
    package struct Entry: Sendable {
        package let key: String
        package let keyOffset: Int
        package let value: YAMLNode
    }

    package let content: Content
    /// The UTF-8 offset in the text at which the node starts; for a quoted text that of the quote.
    package let offset: Int
    /// The text of a scalar of whatever kind: `12` for an integer, nothing for null; nil for lists and mappings.
    package let written: String?
    /// How a scalar was written; nil for other nodes.
    let style: ScalarStyle?

    init(content: Content, offset: Int, written: String? = nil, style: ScalarStyle? = nil) {
        self.content = content
        self.offset = offset
        self.written = written
        self.style = style
    }

    /// How a text was written.
    enum ScalarStyle: Sendable {
        case plain
        case singleQuoted
        case doubleQuoted
        /// Literal (`|`) or folded (`>`).
        case block
    }

    /// The text, where the node is one.
    package var string: String? {
        if case .string(let text) = content { text } else { nil }
    }

    /// Whether the node is a scalar without quotes on the lines of its key.
    package var isPlain: Bool { style == .plain }

    /// The elements, where the node is a sequence.
    package var sequence: [YAMLNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    /// The entries in the order of the text, where the node is a mapping.
    package var mapping: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of a key, where the node is a mapping that has it.
    package subscript(key: String) -> YAMLNode? { entry(key)?.value }

    /// A key and its value, where the node is a mapping that has it.
    package func entry(_ key: String) -> Entry? {
        mapping?.first { $0.key.utf8.elementsEqual(key.utf8) }
    }

    /// What the node is, for messages: `a text`, `a number`, …
    package var kindName: String {
        switch content {
        case .null: "nothing"
        case .bool: "a truth value"
        case .integer, .double: "a number"
        case .string: "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
