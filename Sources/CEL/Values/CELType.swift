/// A type of the Common Expression Language, as the type-checker deduces it and as type values denote it.
public indirect enum CELType: Sendable, Hashable {
    /// The type of `null`.
    case null
    /// True or false.
    case bool
    /// Signed 64-bit integers.
    case int
    /// Unsigned 64-bit integers.
    case uint
    /// IEEE 754 binary64 numbers.
    case double
    /// Sequences of Unicode code points.
    case string
    /// Sequences of bytes.
    case bytes
    /// Instants from year 1 to year 9999.
    case timestamp
    /// Spans of time.
    case duration
    /// The type of types.
    case type
    /// Known only when evaluated: every operation is allowed, and checked then.
    case dyn
    /// Lists of one element type.
    case list(CELType)
    /// Maps from keys (bool, int, uint or string) to values.
    case map(CELType, CELType)
    /// A message type by its declared name.
    case message(String)
    /// A nullable bool, int, uint, double, string or bytes.
    case wrapper(CELType)
    /// A type known by its name alone, with type parameters.
    case opaque(String, [CELType])
    /// A type parameter of a function's declaration, such as `T` in `list(T)`.
    case typeParameter(String)

    /// The name of the type of optional values.
    static let optionalName = "optional_type"

    /// The type of optional values.
    public static func optional(_ type: CELType) -> CELType { .opaque(optionalName, [type]) }

    /// The name that a type value shows and compares by: parameters do not count.
    public var typeName: String {
        switch self {
        case .null: "null_type"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list: "list"
        case .map: "map"
        case .message(let name): name
        case .wrapper(let type): type.typeName
        case .opaque(let name, _): name
        case .typeParameter(let name): name
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .type: "type"
        case .dyn: "dyn"
        }
    }

    /// The type without nullability: `string` of `wrapper(string)`, and every other type as it is.
    public var unwrapped: CELType {
        if case .wrapper(let type) = self { type } else { self }
    }

    /// Whether values of the type may be of any type.
    var isDynamic: Bool {
        if case .dyn = self { true } else { false }
    }
}

extension CELType: CustomStringConvertible {
    /// The type as messages show it, such as `map(string, wrapper(int))`.
    public var description: String {
        switch self {
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .wrapper(let type): "wrapper(\(type))"
        case .opaque(let name, let parameters) where !parameters.isEmpty:
            "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .timestamp: "timestamp"
        case .duration: "duration"
        default: typeName
        }
    }
}
