package import CEL
package import ServiceModel

/// A Service as expressions see it: a message whose fields are those of `ServiceField`.
package struct ServiceMessage: CELMessage, Equatable {
    let service: Service

    package init(_ service: Service) {
        self.service = service
    }

    /// The name of the message type.
    package static var messageTypeName: String { "Service" }

    /// The table of fields, kept because `allCases` makes it anew at each use, and rules read fields all the time.
    private static let fields = ServiceField.allCases

    package var typeName: String { ServiceMessage.messageTypeName }

    /// The message type, built from the table of fields: a nullable text is `wrapper(string)`.
    package static var type: CELMessageType {
        let fields = ServiceField.allCases.map { field in
            let type: CELType =
                switch field.valueType {
                case .string: field.isNullable ? .wrapper(.string) : .string
                case .integer: field.isNullable ? .wrapper(.int) : .int
                case .timestamp: .timestamp
                case .stringMap: .map(.string, .string)
                }
            return CELField(name: field.name, type: type)
        }
        return CELMessageType(name: messageTypeName, fields: fields)
    }

    package func value(at slot: Int) -> CELValue {
        guard ServiceMessage.fields.indices.contains(slot) else { return .null }
        return switch service.value(of: ServiceMessage.fields[slot]) {
        case .null: .null
        case .string(let text): .string(text)
        case .integer(let number): .int(number)
        case .timestamp(let instant):
            CELTimestamp(seconds: instant.seconds, nanos: instant.nanoseconds).map(CELValue.timestamp) ?? .null
        case .stringMap(let links):
            .map(CELMap(fields: links.map { ($0.name, .string($0.url)) }))
        }
    }
}

/// A rule's parameters as expressions see them: the message `params`.
struct ParameterMessage: CELMessage, Equatable {
    private let parameters: [RuleParameter]

    init(_ parameters: [RuleParameter]) {
        self.parameters = parameters
    }

    static var typeName: String { "params.Values" }

    var typeName: String { ParameterMessage.typeName }

    var type: CELMessageType {
        let fields = parameters.map { parameter in
            let type: CELType =
                switch parameter.value {
                case .bool: .bool
                case .integer: .int
                case .double: .double
                case .string: .string
                case .strings: .list(.string)
                }
            return CELField(name: parameter.name, type: type)
        }
        return CELMessageType(name: ParameterMessage.typeName, fields: fields)
    }

    func value(at slot: Int) -> CELValue {
        guard parameters.indices.contains(slot) else { return .null }
        return switch parameters[slot].value {
        case .bool(let value): .bool(value)
        case .integer(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        case .strings(let values): .list(values.map(CELValue.string))
        }
    }
}
