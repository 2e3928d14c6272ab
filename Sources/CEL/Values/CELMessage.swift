internal import Text

/// A value of a declared message type, read by field slots.
public protocol CELMessage: Sendable {
    /// The name of the ``CELMessageType``.
    var typeName: String { get }

    /// The value of a field.
    ///
    /// - Parameter slot: The field's index in ``CELMessageType/fields``.
    /// - Returns: A value of the declared type, or `.null` when a field of a wrapper type is unset or one of any type
    ///   cannot be read.
    func value(at slot: Int) -> CELValue

    /// Why a field cannot be read, as a sentence without a full stop and without the text; `nil` for one that can.
    ///
    /// Reading such a field fails, and so does asking whether it is set.
    func fault(at slot: Int) -> String?

    /// Whether a field is set: `has(message.field)`. Only a field of a wrapper type can be unset; `nil` for one that
    /// cannot be read.
    ///
    /// Must agree with ``value(at:)``, as ``integer(at:)``, ``timestamp(at:)`` and ``text(at:)`` must. Conditions read fields by these
    /// where they can; each has a default that asks ``value(at:)``, and is worth giving where making a value costs.
    func isSet(at slot: Int) -> Bool?

    /// The value of a field if it is an integer, and `nil` for any other.
    func integer(at slot: Int) -> Int64?

    /// The value of a field if it is a timestamp, and `nil` for any other.
    func timestamp(at slot: Int) -> CELTimestamp?

    /// The value of a field if it is text, and `nil` for any other.
    func text(at slot: Int) -> String?

    /// The UTF-8 of a field's text where it stands in memory that belongs to the message and does not change: valid for as
    /// long as the message, or a copy of it, is held. `nil` for what is no text, and for a text that is not at hand so.
    ///
    /// Must agree with ``text(at:)``, which is asked otherwise.
    func utf8(at slot: Int) -> UnsafeBufferPointer<UInt8>?

    /// Whether the other message is of the same type and has equal fields; `==` asks this.
    func isEqual(to other: any CELMessage) -> Bool

    /// Hashes what equal messages have in common.
    func hashContent(into hasher: inout Hasher)
}

extension CELMessage {
    /// Messages whose type is not `Equatable` equal nothing.
    public func isEqual(to other: any CELMessage) -> Bool { false }

    /// Hashes the name of the type alone, which is right for all and slow for many.
    public func hashContent(into hasher: inout Hasher) { hasher.combine(typeName) }

    /// That every field can be read.
    public func fault(at slot: Int) -> String? { nil }

    /// Whether the value is other than null.
    public func isSet(at slot: Int) -> Bool? {
        guard case .null = value(at: slot) else { return true }
        return fault(at: slot) == nil ? false : nil
    }

    /// The value of a field.
    ///
    /// - Throws: For a field that cannot be read.
    @inline(__always)
    func readableValue(at slot: Int, _ span: Range<Int>) throws(CELError) -> CELValue {
        let value = value(at: slot)
        if case .null = value, let fault = fault(at: slot) { throw .unreadable(fault, span) }
        return value
    }

    /// The value, if it is an integer.
    public func integer(at slot: Int) -> Int64? {
        if case .int(let number) = value(at: slot) { return number }
        return nil
    }

    /// That it is to be asked as a value.
    public func timestamp(at slot: Int) -> CELTimestamp? { nil }

    /// That no text is at hand.
    public func utf8(at slot: Int) -> UnsafeBufferPointer<UInt8>? { nil }

    /// The value, if it is text.
    public func text(at slot: Int) -> String? {
        if case .string(let text) = value(at: slot) { return text }
        return nil
    }
}

extension CELMessage where Self: Equatable {
    /// Compares with the type's own `==`.
    public func isEqual(to other: any CELMessage) -> Bool { (other as? Self) == self }
}

extension CELMessage where Self: Hashable {
    /// Hashes as the type does.
    public func hashContent(into hasher: inout Hasher) { hash(into: &hasher) }
}

/// A field of a message type.
public struct CELField: Sendable, Hashable {
    /// The name that expressions select.
    public let name: String
    /// The declared type: `.wrapper` for a nullable field.
    public let type: CELType
    /// Whether the value may be null. Lints tell where an expression does not ask.
    package let isNullable: Bool
    /// The texts that the field is known to hold; empty if it may hold any. Lints tell of comparisons with others.
    package let knownValues: [String]
    /// How large the value is taken to be when costs are estimated, if not as ``CELEnvironment/sizeAssumptions`` says.
    public let assumedSizes: CELSizeAssumptions?

    /// Makes a field.
    ///
    /// - Parameters:
    ///   - name: The name that expressions select.
    ///   - type: `.wrapper` of the type for a field that may be unset.
    ///   - assumedSizes: How large the value is taken to be when costs are estimated, if not as the environment says.
    public init(name: String, type: CELType, assumedSizes: CELSizeAssumptions? = nil) {
        self.init(name: name, type: type, isNullable: type != type.unwrapped, assumedSizes: assumedSizes)
    }

    /// Makes a field, with more that lints know of it.
    ///
    /// - Parameter isNullable: Whether the value may be null: timestamps, durations and messages can be, too.
    package init(
        name: String, type: CELType, isNullable: Bool, knownValues: [String] = [],
        assumedSizes: CELSizeAssumptions? = nil
    ) {
        self.name = name
        self.type = type
        self.isNullable = isNullable
        self.knownValues = knownValues
        self.assumedSizes = assumedSizes
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
