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
            return CELField(
                name: field.name, type: type, isNullable: field.isNullable, knownValues: knownValues(of: field))
        }
        return CELMessageType(name: messageTypeName, fields: fields)
    }

    /// The texts that the API's documents name for a field; empty where it may hold any.
    private static func knownValues(of field: ServiceField) -> [String] {
        switch field {
        case .geoMatchLevel: GeoMatchLevel.known.map(\.text)
        case .numberSelectionBehavior: NumberSelectionBehavior.known.map(\.text)
        default: []
        }
    }

    package func value(at slot: Int) -> CELValue {
        guard let field = ServiceMessage.field(at: slot) else { return .null }
        return switch service.value(of: field) {
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

extension ServiceMessage {
    // Conditions read fields by these, without the values in between.

    package func integer(at slot: Int) -> Int64? {
        ServiceMessage.field(at: slot) == .defaultTTL ? service.defaultTTL : nil
    }

    package func text(at slot: Int) -> String? {
        ServiceMessage.field(at: slot).flatMap(service.text)
    }

    package func isSet(at slot: Int) -> Bool {
        switch ServiceMessage.field(at: slot) {
        case .defaultTTL, .links: true
        case .dateCreated: service.dateCreated != nil
        case .dateUpdated: service.dateUpdated != nil
        case .some(let field): service.text(of: field) != nil
        case nil: false
        }
    }

    private static func field(at slot: Int) -> ServiceField? { fields.indices.contains(slot) ? fields[slot] : nil }
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
