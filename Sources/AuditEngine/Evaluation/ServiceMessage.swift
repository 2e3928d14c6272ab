package import CEL
package import ServiceModel

/// A Service as expressions see it: a message whose fields are those of `ServiceField`.
package struct ServiceMessage: CELMessage, Equatable {
    /// By slot.
    private let values: [CELValue]

    /// - Parameter value: Gives what a Service holds in a field.
    package init(_ value: (ServiceField) -> FieldValue) {
        values = ServiceField.allCases.map { field in
            switch value(field) {
            case .absent, .null, .unreadable:
                switch field.valueType {
                case .integer: .int(0)
                case .stringMap: .map(CELMap(fields: []))
                case .string, .timestamp: .null
                }
            case .string(let text): .string(text)
            case .integer(let number): .int(number)
            case .timestamp(let instant):
                CELTimestamp(seconds: instant.seconds, nanos: instant.nanoseconds).map(CELValue.timestamp) ?? .null
            case .links(let links): .map(CELMap(fields: links.map { ($0.name, .string($0.url)) }))
            }
        }
    }

    package static func == (left: ServiceMessage, right: ServiceMessage) -> Bool {
        left.values == right.values
    }

    /// The name of the message type.
    package static var messageTypeName: String { "Service" }

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
            return CELField(
                name: field.name, type: type, isNullable: field.isNullable, knownValues: field.knownValues,
                assumedSizes: assumedSizes(of: field))
        }
        return CELMessageType(name: messageTypeName, fields: fields)
    }

    /// How large a field is taken to be when the costs of rules are estimated, where the API's documents give a limit.
    private static func assumedSizes(of field: ServiceField) -> CELSizeAssumptions? {
        switch field.role {
        case .identifier, .enumeration: CELSizeAssumptions(textLength: 40)
        // 191 characters.
        case .name: CELSizeAssumptions(textLength: ServiceField.longestUniqueName * 4)
        case .links: CELSizeAssumptions(elementCount: 10)
        case .number, .callback, .date, .resource: nil
        }
    }

    package func value(at slot: Int) -> CELValue { values.indices.contains(slot) ? values[slot] : .null }
}
