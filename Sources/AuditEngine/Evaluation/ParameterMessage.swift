internal import CEL

/// A rule's parameters as expressions see them: the constant message `params`.
struct ParameterMessage: CELMessage, Equatable {
    private let parameters: [RuleParameter]
    /// Made once, since programs hold them.
    private let values: [CELValue]
    /// Names that have no value because of a mistake in the pack, which is told elsewhere.
    private let unreadNames: [String]

    init(_ parameters: [RuleParameter], unreadNames: [String] = []) {
        self.parameters = parameters
        self.unreadNames = unreadNames.filter { name in !parameters.contains { $0.name == name } }
        values = parameters.map { CELValue($0.value) }
    }

    static var typeName: String { "params.Values" }

    var typeName: String { ParameterMessage.typeName }

    /// The message type, with the sizes that the values have.
    var type: CELMessageType {
        CELMessageType(
            name: ParameterMessage.typeName,
            fields: parameters.map { parameter in
                let (text, elements) = parameter.value.sizes
                return CELField(
                    name: parameter.name, type: CELType(parameter.value),
                    assumedSizes: CELSizeAssumptions(textLength: text, elementCount: elements))
            } + unreadNames.map { CELField(name: $0, type: .dyn) })
    }

    func value(at slot: Int) -> CELValue { values.indices.contains(slot) ? values[slot] : .null }
}

extension RuleParameter.Value {
    /// The bytes of the longest text in the value, and the elements of the longest list or map.
    fileprivate var sizes: (text: Int, elements: Int) {
        switch self {
        case .bool, .integer, .double: (0, 0)
        case .string(let text): (text.utf8.count, 0)
        case .list(let values): RuleParameter.Value.sizes(of: values)
        case .map(let entries):
            RuleParameter.Value.sizes(of: entries.flatMap { [RuleParameter.Value.string($0.name), $0.value] })
        }
    }

    private static func sizes(of values: [RuleParameter.Value]) -> (text: Int, elements: Int) {
        let sizes = values.map(\.sizes)
        return (sizes.map(\.text).max() ?? 0, max(values.count, sizes.map(\.elements).max() ?? 0))
    }
}

extension CELValue {
    /// The value of a parameter.
    fileprivate init(_ value: RuleParameter.Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .int(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = .string(value)
        case .list(let values): self = .list(values.map { CELValue($0) })
        case .map(let entries): self = .map(CELMap(fields: entries.map { ($0.name, CELValue($0.value)) }))
        }
    }
}

extension CELType {
    /// The type of a parameter; elements of several types are of any. An empty list is one of texts.
    fileprivate init(_ value: RuleParameter.Value) {
        switch value {
        case .bool: self = .bool
        case .integer: self = .int
        case .double: self = .double
        case .string: self = .string
        case .list(let values): self = .list(CELType.common(of: values))
        case .map(let entries): self = .map(.string, CELType.common(of: entries.map(\.value)))
        }
    }

    private static func common(of values: [RuleParameter.Value]) -> CELType {
        let types = values.map { CELType($0) }
        guard let first = types.first else { return .string }
        return types.allSatisfy { $0 == first } ? first : .dyn
    }
}
