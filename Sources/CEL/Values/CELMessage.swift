/// A value of a declared message type, read by field slots.
public protocol CELMessage: Sendable {
    /// The name of the ``CELMessageType``.
    var typeName: String { get }

    /// The value of a field.
    ///
    /// - Parameter slot: The field's index in ``CELMessageType/fields``.
    /// - Returns: A value of the declared type, or `.null` when a field of a wrapper type is unset.
    func value(at slot: Int) -> CELValue

    /// Whether the other message is of the same type and has equal fields; `==` asks this.
    func isEqual(to other: any CELMessage) -> Bool
}

extension CELMessage {
    /// Messages whose type is not `Equatable` equal nothing.
    public func isEqual(to other: any CELMessage) -> Bool { false }
}

extension CELMessage where Self: Equatable {
    /// Compares with the type's own `==`.
    public func isEqual(to other: any CELMessage) -> Bool { (other as? Self) == self }
}

/// A field of a message type.
public struct CELField: Sendable, Hashable {
    /// The name that expressions select.
    public let name: String
    /// The declared type: `.wrapper` for a nullable field.
    public let type: CELType

    /// Makes a field.
    public init(name: String, type: CELType) {
        self.name = name
        self.type = type
    }
}

/// A message type: a name and the fields that values of it have.
public struct CELMessageType: Sendable, Hashable {
    /// The type's name, possibly qualified, such as `audit.Service`.
    public let name: String
    /// The fields; a field's index is its slot.
    public let fields: [CELField]

    /// Makes a message type.
    public init(name: String, fields: [CELField]) {
        self.name = name
        self.fields = fields
    }

    /// The slot of a field, comparing names byte by byte.
    func slot(of field: String) -> Int? {
        fields.firstIndex { $0.name.hasSameBytes(as: field) }
    }
}
