internal import CEL

/// A rule's parameters as expressions see them: the message `params`.
struct ParameterMessage: CELMessage, Equatable {
    private let parameters: [RuleParameter]
    /// Made once, since rules read them for each Service.
    private let values: [CELValue]

    init(_ parameters: [RuleParameter]) {
        self.parameters = parameters
        values = parameters.map { parameter in
            switch parameter.value {
            case .bool(let value): .bool(value)
            case .integer(let value): .int(value)
            case .double(let value): .double(value)
            case .string(let value): .string(value)
            case .strings(let values): .list(values.map(CELValue.string))
            }
        }
    }

    static var typeName: String { "params.Values" }

    var typeName: String { ParameterMessage.typeName }

    /// The message type, with the sizes that the values have.
    var type: CELMessageType {
        CELMessageType(name: ParameterMessage.typeName, fields: parameters.map(ParameterMessage.field))
    }

    func value(at slot: Int) -> CELValue { values.indices.contains(slot) ? values[slot] : .null }

    private static func field(_ parameter: RuleParameter) -> CELField {
        let (type, texts): (CELType, [String]) =
            switch parameter.value {
            case .bool: (.bool, [])
            case .integer: (.int, [])
            case .double: (.double, [])
            case .string(let text): (.string, [text])
            case .strings(let texts): (.list(.string), texts)
            }
        let sizes = CELSizeAssumptions(textLength: texts.map(\.utf8.count).max() ?? 0, elementCount: texts.count)
        return CELField(name: parameter.name, type: type, assumedSizes: sizes)
    }
}
