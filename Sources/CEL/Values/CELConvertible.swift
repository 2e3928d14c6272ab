/// A Swift type whose values are those of a type of the language: what typed functions take and give.
///
/// | Swift | in the language |
/// |---|---|
/// | `Bool`, `String`, `Double` | bool, string, double |
/// | `Int64`, `Int` | int |
/// | `UInt64`, `UInt` | uint |
/// | `[UInt8]` | bytes |
/// | `CELTimestamp`, `CELDuration` | timestamp, duration |
/// | `[Element]` | a list |
/// | `[Key: Value]`, the keys being ``CELKey`` | a map |
/// | `Value?` | an optional, as `a.?b` gives it |
/// | `CELValue` | any value, of type dyn |
public protocol CELConvertible: Sendable {
    /// The type in the language.
    static var celType: CELType { get }

    /// The value in the language. Maps have their entries in the order of the keys.
    var celValue: CELValue { get }

    /// Takes a value of the language.
    ///
    /// - Returns: `nil` for one of another type, or out of the range of this.
    init?(celValue: CELValue)

    /// The type of an array of such values in the language: a list but for bytes.
    static var celArrayType: CELType { get }

    /// An array of such values as a value of ``celArrayType``.
    static func celValue(ofArray elements: [Self]) -> CELValue

    /// The array that a value of ``celArrayType`` is; `nil` for another.
    static func array(celValue: CELValue) -> [Self]?
}

extension CELConvertible {
    /// A list.
    public static var celArrayType: CELType { .list(celType) }

    /// A list of the elements.
    public static func celValue(ofArray elements: [Self]) -> CELValue { .list(elements.map(\.celValue)) }

    /// The elements of a list, if all are of the type.
    public static func array(celValue value: CELValue) -> [Self]? {
        guard case .list(let values) = value else { return nil }
        var elements: [Self] = []
        elements.reserveCapacity(values.count)
        for value in values {
            guard let element = Self(celValue: value) else { return nil }
            elements.append(element)
        }
        return elements
    }
}

extension CELValue: CELConvertible {
    /// Any type.
    public static var celType: CELType { .dyn }
    /// The value itself.
    public var celValue: CELValue { self }

    /// Takes any value.
    public init?(celValue value: CELValue) { self = value }
}

extension Bool: CELConvertible {
    /// `bool`.
    public static var celType: CELType { .bool }
    /// The bool.
    public var celValue: CELValue { .bool(self) }

    /// Takes a bool.
    public init?(celValue value: CELValue) {
        guard case .bool(let bool) = value else { return nil }
        self = bool
    }
}

extension String: CELConvertible {
    /// `string`.
    public static var celType: CELType { .string }
    /// The text.
    public var celValue: CELValue { .string(self) }

    /// Takes a string.
    public init?(celValue value: CELValue) {
        guard case .string(let text) = value else { return nil }
        self = text
    }
}

extension Double: CELConvertible {
    /// `double`.
    public static var celType: CELType { .double }
    /// The number.
    public var celValue: CELValue { .double(self) }

    /// Takes a double.
    public init?(celValue value: CELValue) {
        guard case .double(let number) = value else { return nil }
        self = number
    }
}

extension Int64: CELConvertible {
    /// `int`.
    public static var celType: CELType { .int }
    /// The number.
    public var celValue: CELValue { .int(self) }

    /// Takes an int.
    public init?(celValue value: CELValue) {
        guard case .int(let number) = value else { return nil }
        self = number
    }
}

extension Int: CELConvertible {
    /// `int`.
    public static var celType: CELType { .int }
    /// The number.
    public var celValue: CELValue { .int(Int64(self)) }

    /// Takes an int.
    public init?(celValue value: CELValue) {
        guard case .int(let number) = value, let number = Int(exactly: number) else { return nil }
        self = number
    }
}

extension UInt64: CELConvertible {
    /// `uint`.
    public static var celType: CELType { .uint }
    /// The number.
    public var celValue: CELValue { .uint(self) }

    /// Takes a uint.
    public init?(celValue value: CELValue) {
        guard case .uint(let number) = value else { return nil }
        self = number
    }
}

extension UInt: CELConvertible {
    /// `uint`.
    public static var celType: CELType { .uint }
    /// The number.
    public var celValue: CELValue { .uint(UInt64(self)) }

    /// Takes a uint.
    public init?(celValue value: CELValue) {
        guard case .uint(let number) = value, let number = UInt(exactly: number) else { return nil }
        self = number
    }
}

/// A byte; an array of them is a bytes value.
extension UInt8: CELConvertible {
    /// `uint`.
    public static var celType: CELType { .uint }
    /// The number.
    public var celValue: CELValue { .uint(UInt64(self)) }

    /// Takes a uint up to 255.
    public init?(celValue value: CELValue) {
        guard case .uint(let number) = value, let number = UInt8(exactly: number) else { return nil }
        self = number
    }

    /// `bytes`.
    public static var celArrayType: CELType { .bytes }

    /// The bytes.
    public static func celValue(ofArray elements: [UInt8]) -> CELValue { .bytes(elements) }

    /// Takes bytes.
    public static func array(celValue value: CELValue) -> [UInt8]? {
        if case .bytes(let bytes) = value { bytes } else { nil }
    }
}

extension CELTimestamp: CELConvertible {
    /// `google.protobuf.Timestamp`.
    public static var celType: CELType { .timestamp }
    /// The instant.
    public var celValue: CELValue { .timestamp(self) }

    /// Takes a timestamp.
    public init?(celValue value: CELValue) {
        guard case .timestamp(let instant) = value else { return nil }
        self = instant
    }
}

extension CELDuration: CELConvertible {
    /// `google.protobuf.Duration`.
    public static var celType: CELType { .duration }
    /// The span.
    public var celValue: CELValue { .duration(self) }

    /// Takes a duration.
    public init?(celValue value: CELValue) {
        guard case .duration(let span) = value else { return nil }
        self = span
    }
}

extension Array: CELConvertible where Element: CELConvertible {
    /// A list, or bytes.
    public static var celType: CELType { Element.celArrayType }
    /// The elements in their order.
    public var celValue: CELValue { Element.celValue(ofArray: self) }

    /// Takes a list whose elements are all of the type.
    public init?(celValue value: CELValue) {
        guard let elements = Element.array(celValue: value) else { return nil }
        self = elements
    }
}

extension Optional: CELConvertible where Wrapped: CELConvertible {
    /// `optional_type(T)`.
    public static var celType: CELType { .optional(Wrapped.celType) }
    /// `optional.of` the value, or `optional.none()`.
    public var celValue: CELValue { .optional(map(\.celValue)) }

    /// Takes an optional whose value is of the type, if it has one.
    public init?(celValue value: CELValue) {
        guard let optional = value.asOptional else { return nil }
        guard let content = optional.content else {
            self = .none
            return
        }
        guard let wrapped = Wrapped(celValue: content) else { return nil }
        self = wrapped
    }
}

/// A Swift type whose values may be keys of maps: `String`, and integers.
public protocol CELKey: CELConvertible, Hashable, Comparable {}

extension String: CELKey {}
extension Int64: CELKey {}
extension Int: CELKey {}
extension UInt64: CELKey {}
extension UInt: CELKey {}

extension Dictionary: CELConvertible where Key: CELKey, Value: CELConvertible {
    /// A map.
    public static var celType: CELType { .map(Key.celType, Value.celType) }

    /// The entries in the order of the keys.
    public var celValue: CELValue {
        let entries = sorted { $0.key < $1.key }.map { (key: $0.key.celValue, value: $0.value.celValue) }
        return .map(CELMap(entries) ?? CELMap(fields: []))
    }

    /// Takes a map whose keys and values are all of the types, and of which no keys are the same in Swift, as texts are that
    /// differ only in how their characters are composed.
    public init?(celValue value: CELValue) {
        guard case .map(let map) = value else { return nil }
        var dictionary: [Key: Value] = [:]
        for entry in map.entries {
            guard let key = Key(celValue: entry.key), let value = Value(celValue: entry.value),
                dictionary.updateValue(value, forKey: key) == nil
            else { return nil }
        }
        self = dictionary
    }
}
