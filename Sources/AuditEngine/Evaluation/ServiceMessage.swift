package import CEL
package import ServiceModel

/// A Service as expressions see it: a message whose fields are those of `ServiceField`.
package struct ServiceMessage: CELMessage, Equatable {
    /// Shared by all copies: a Service is wide, and expressions pass messages on.
    private let shared: Shared

    package init(_ service: Service) {
        shared = Shared(service)
    }

    private final class Shared: Sendable {
        let service: Service
        /// The slot of the only field that is an integer, at hand without a call.
        let integerSlot = ServiceField.defaultTTL.index

        init(_ service: Service) { self.service = service }

        /// The text of a field; `nil` where it is unset or of another type.
        ///
        /// `Service.value(of:)` says the same, but to call it a whole Service is copied, which takes longer than most
        /// conditions do.
        func text(of field: ServiceField) -> String? {
            switch field {
            case .sid: service.sid
            case .accountSID: service.accountSID
            case .chatInstanceSID: service.chatInstanceSID
            case .uniqueName: service.uniqueName
            case .callbackURL: service.callbackURL
            case .geoMatchLevel: service.geoMatchLevel?.text
            case .numberSelectionBehavior: service.numberSelectionBehavior?.text
            case .interceptCallbackURL: service.interceptCallbackURL
            case .outOfSessionCallbackURL: service.outOfSessionCallbackURL
            case .url: service.url
            case .defaultTTL, .dateCreated, .dateUpdated, .links: nil
            }
        }
    }

    package static func == (left: ServiceMessage, right: ServiceMessage) -> Bool {
        left.shared.service == right.shared.service
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
                name: field.name, type: type, isNullable: field.isNullable, knownValues: knownValues(of: field),
                assumedSizes: assumedSizes(of: field))
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

    /// How large a field is taken to be when the costs of rules are estimated, where the API's documents give a limit.
    private static func assumedSizes(of field: ServiceField) -> CELSizeAssumptions? {
        switch field {
        case .sid, .accountSID, .chatInstanceSID, .geoMatchLevel, .numberSelectionBehavior:
            CELSizeAssumptions(textLength: 40)
        // 191 characters.
        case .uniqueName: CELSizeAssumptions(textLength: 191 * 4)
        case .links: CELSizeAssumptions(elementCount: 10)
        default: nil
        }
    }

    package func value(at slot: Int) -> CELValue {
        guard let field = ServiceField(index: slot) else { return .null }
        return switch shared.service.value(of: field) {
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
        slot == shared.integerSlot ? shared.service.defaultTTL : nil
    }

    package func text(at slot: Int) -> String? {
        guard let field = ServiceField(index: slot) else { return nil }
        return shared.text(of: field)
    }

    package func isSet(at slot: Int) -> Bool {
        guard let field = ServiceField(index: slot) else { return false }
        switch field {
        case .defaultTTL, .links: return true
        case .dateCreated: return shared.service.dateCreated != nil
        case .dateUpdated: return shared.service.dateUpdated != nil
        default: return shared.text(of: field) != nil
        }
    }
}
