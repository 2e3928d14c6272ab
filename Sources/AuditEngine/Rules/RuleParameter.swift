internal import YAMLReader

/// A parameter of a rule or of a pack: a typed default that the user's configuration may override.
package struct RuleParameter: Sendable, Hashable {
    /// A parameter's value; its case is its type.
    package indirect enum Value: Sendable, Hashable {
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case string(String)
        case list([Value])
        /// In the order of the pack.
        case map([Entry])
    }

    /// An entry of a map.
    package struct Entry: Sendable, Hashable {
        package let name: String
        package let value: Value

        package init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    package let name: String
    package let value: Value

    package init(name: String, value: Value) {
        self.name = name
        self.value = value
    }
}

extension RuleParameter.Value {
    /// The value of a node: anything but nothing, and lists and maps of such.
    init?(_ node: YAMLNode) {
        switch node.content {
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .integer(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = .string(value)
        case .sequence(let elements):
            let values = elements.compactMap(RuleParameter.Value.init)
            guard values.count == elements.count else { return nil }
            self = .list(values)
        case .mapping(let entries):
            var values: [RuleParameter.Entry] = []
            for entry in entries {
                guard let value = RuleParameter.Value(entry.value) else { return nil }
                values.append(RuleParameter.Entry(name: entry.key, value: value))
            }
            self = .map(values)
        case .null: return nil
        }
    }

    /// Reads a text as a value of the same type; the elements of lists are separated by commas, and maps cannot be given.
    func parsingSameType(_ text: String) -> RuleParameter.Value? {
        switch self {
        case .bool: return Bool(text).map(RuleParameter.Value.bool)
        case .integer: return Int64(text).map(RuleParameter.Value.integer)
        case .double: return Double(text).flatMap { $0.isFinite ? .double($0) : nil }
        case .string: return .string(text)
        case .map: return nil
        case .list(let elements):
            var values: [RuleParameter.Value] = []
            for part in text.split(separator: ",") {
                guard let value = (elements.first ?? .string("")).parsingSameType(String(part)) else { return nil }
                values.append(value)
            }
            return .list(values)
        }
    }

    /// Whether the other value may stand in this one's place.
    func hasType(of other: RuleParameter.Value) -> Bool {
        switch (self, other) {
        case (.bool, .bool), (.integer, .integer), (.double, .double), (.string, .string), (.map, .map): true
        case (.list(let left), .list(let right)):
            left.first.map { first in right.allSatisfy { $0.hasType(of: first) } } ?? true
        default: false
        }
    }

    /// What to write for a value of the type.
    var expectation: String {
        switch self {
        case .bool: "true or false"
        case .integer: "a whole number"
        case .double: "a number"
        case .string: "a text"
        case .list(let elements):
            switch elements.first {
            case nil, .string: "texts separated by commas"
            case .list, .map: "given in a pack: it is a list of lists or of maps"
            default: "values separated by commas, each \(elements[0].expectation)"
            }
        case .map: "given in a pack: it is a map"
        }
    }

    /// The value as `rules show` prints it and the rules digest takes it.
    package var canonicalText: String {
        switch self {
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): value
        case .list(let values): values.map(\.nestedText).joined(separator: ", ")
        case .map(let entries): entries.map { "\($0.name): \($0.value.nestedText)" }.joined(separator: ", ")
        }
    }

    private var nestedText: String {
        switch self {
        case .list: "[\(canonicalText)]"
        case .map: "{\(canonicalText)}"
        default: canonicalText
        }
    }

    /// The text of the value with its type and bounds, so that no two values have the same.
    var digestText: String {
        switch self {
        case .bool, .integer, .double: return canonicalText
        case .string(let text): return "\"\(text.utf8.count):\(text)"
        case .list(let values): return "[\(values.count):" + values.map(\.digestText).joined(separator: ",")
        case .map(let entries):
            let texts = entries.map { "\($0.name.utf8.count):\($0.name)=\($0.value.digestText)" }
            return "{\(entries.count):" + texts.joined(separator: ",")
        }
    }
}
