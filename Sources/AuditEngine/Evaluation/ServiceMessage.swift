package import CEL
package import ServiceModel

/// A Service as expressions see it: a message whose fields are those of `ServiceField`.
///
/// A view of a record, whose fields are decoded when an expression asks for them; or decoded values, of what is masked or
/// was read back from the members of groups.
package struct ServiceMessage: CELMessage, Equatable {
    // One of the two. No enum, whose record would be copied each time that a condition reads it.
    private let record: ServiceRecord?
    private let decoded: Decoded?

    /// A class, so that all copies share it: a Service is wide, and expressions pass messages on.
    private final class Decoded: Sendable {
        /// The values by slot.
        let values: [CELValue]
        /// By slot, why a field cannot be read, or nothing where all can.
        let faults: [String?]

        init(values: [CELValue], faults: [String?]) {
            self.values = values
            self.faults = faults
        }
    }

    /// Takes a record. Makes nothing.
    package init(_ record: ServiceRecord) {
        self.record = record
        decoded = nil
    }

    /// Takes decoded values.
    ///
    /// - Parameters:
    ///   - values: By `the raw value of `ServiceField``, for each field: the value, or `.null` for one that is unset, cannot be read or
    ///     is read by no rule.
    ///   - faults: By the same index, why a field cannot be read, such as `not an RFC 3339 date-time`, without any of its
    ///     text; `nil` for the others. May be left out where all can be read.
    package init(values: [CELValue], faults: [String?] = []) {
        let isWhole = !faults.contains { $0 != nil }
        let faults = zip(ServiceField.allCases, isWhole ? [] : faults).map { field, fault in
            fault.map { Self.fault($0, in: field) }
        }
        record = nil
        decoded = Decoded(values: values, faults: faults)
    }

    private static func fault(_ reason: String, in field: ServiceField) -> String {
        "\(field.name) cannot be read: \(reason)"
    }

    /// Takes what a record holds.
    ///
    /// - Parameters:
    ///   - fields: Those that are wanted; the others are unset.
    ///   - value: Gives what the record holds in a field.
    package init(fields: [ServiceField] = ServiceField.allCases, _ value: (ServiceField) -> FieldValue) {
        var values = [CELValue](repeating: .null, count: ServiceField.allCases.count)
        var faults: [String?] = []
        for field in fields {
            let held = value(field)
            values[field.rawValue] = CELValue(held, of: field)
            guard case .unreadable(let reason) = held else { continue }
            if faults.isEmpty { faults = Array(repeating: nil, count: values.count) }
            faults[field.rawValue] = reason
        }
        self.init(values: values, faults: faults)
    }

    package static func == (left: ServiceMessage, right: ServiceMessage) -> Bool {
        ServiceField.allCases.allSatisfy { field in
            let slot = field.rawValue
            return left.fault(at: slot) == right.fault(at: slot)
                && left.value(at: slot).isEqual(to: right.value(at: slot))
        }
    }

    /// The name of the message type.
    package static var messageTypeName: String { "Service" }

    package var typeName: String { ServiceMessage.messageTypeName }

    /// The message type, built from the table of fields: a nullable text is `wrapper(string)`.
    package static var type: CELMessageType {
        let fields = ServiceField.allCases.map { field in
            let type = valueType(of: field)
            return CELField(
                name: field.name, type: field.isNullable && type != .timestamp ? .wrapper(type) : type,
                isNullable: field.isNullable, knownValues: field.knownValues, assumedSizes: assumedSizes(of: field))
        }
        return CELMessageType(name: messageTypeName, fields: fields)
    }

    /// The type of a field's value that is set.
    static func valueType(of field: ServiceField) -> CELType {
        switch field.valueType {
        case .string: .string
        case .integer: .int
        case .timestamp: .timestamp
        case .stringMap: .map(.string, .string)
        }
    }

    /// How large a field is taken to be when the costs of rules are estimated, where the API's documents give a limit.
    private static func assumedSizes(of field: ServiceField) -> CELSizeAssumptions? {
        switch field.role {
        case .identifier, .enumeration: CELSizeAssumptions(textLength: 40)
        case .name: CELSizeAssumptions(textLength: ServiceField.longestUniqueName * 4)
        case .links: CELSizeAssumptions(elementCount: 10)
        case .number, .callback, .date, .resource: nil
        }
    }

    // Conditions read fields by these, without copying more than they need: the record is asked through the optional, since
    // one that is taken out of it is retained, which takes as long as the rest of the condition.

    package func value(at slot: Int) -> CELValue {
        if record != nil {
            guard let field = ServiceField(rawValue: slot), let value = record?[field] else { return .null }
            return CELValue(value, of: field)
        }
        guard let decoded, decoded.values.indices.contains(slot) else { return .null }
        return decoded.values[slot]
    }

    package func fault(at slot: Int) -> String? {
        if let record {
            guard let field = ServiceField(rawValue: slot), let reason = record.fault(field) else { return nil }
            return Self.fault(reason, in: field)
        }
        guard let decoded, decoded.faults.indices.contains(slot) else { return nil }
        return decoded.faults[slot]
    }

    package func integer(at slot: Int) -> Int64? {
        if record != nil { return record?.integer(at: slot) }
        if case .int(let number) = value(at: slot) { return number }
        return nil
    }

    package func timestamp(at slot: Int) -> CELTimestamp? {
        if record != nil { return record?.instant(at: slot).flatMap(CELTimestamp.init(_:)) }
        guard case .timestamp(let instant) = value(at: slot) else { return nil }
        return instant
    }

    package func text(at slot: Int) -> String? {
        if case .string(let text) = value(at: slot) { text } else { nil }
    }

    package func utf8(at slot: Int) -> UnsafeBufferPointer<UInt8>? { record?.utf8(ofTextAt: slot) }

    package func isSet(at slot: Int) -> Bool? {
        if record != nil { return record?.isSet(at: slot) }
        guard case .null = value(at: slot) else { return true }
        return fault(at: slot) == nil ? false : nil
    }

    /// The value of a field.
    func value(of field: ServiceField) -> CELValue { value(at: field.rawValue) }
}

extension CELTimestamp {
    init?(_ instant: Timestamp) { self.init(seconds: instant.seconds, nanos: instant.nanoseconds) }
}

extension CELValue {
    /// What a record holds in a field. An unset TTL is 0, as the API means it, and unset links are none.
    init(_ value: FieldValue, of field: ServiceField) {
        switch value {
        case .unreadable: self = .null
        case .absent, .null:
            switch field.valueType {
            case .integer: self = .int(0)
            case .stringMap: self = .map(CELMap(fields: []))
            case .string, .timestamp: self = .null
            }
        case .string(let text): self = .string(text)
        case .integer(let number): self = .int(number)
        case .timestamp(let instant):
            self = CELTimestamp(instant).map(CELValue.timestamp) ?? .null
        case .links(let links): self = .map(CELMap(fields: links.map { ($0.name, .string($0.url)) }))
        }
    }

    /// The text, if it is one.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
