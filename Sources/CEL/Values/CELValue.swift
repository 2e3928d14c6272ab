/// A value that expressions compute with.
public enum CELValue: Sendable {
    /// No value.
    case null
    /// True or false.
    case bool(Bool)
    /// A signed integer.
    case int(Int64)
    /// An unsigned integer.
    case uint(UInt64)
    /// A floating-point number.
    case double(Double)
    /// Text. Its elements are code points: normalization never applies.
    case string(String)
    /// Bytes.
    case bytes([UInt8])
    /// An instant.
    case timestamp(CELTimestamp)
    /// A span of time.
    case duration(CELDuration)
    /// A list.
    case list([CELValue])
    /// A map.
    case map(CELMap)
    /// A message of a declared type.
    indirect case message(any CELMessage)
    /// A type.
    case type(CELType)
    /// A value of a library's or the host's own type.
    indirect case opaque(any CELOpaqueValue)

    /// The type of the value; elements of lists and maps are not looked at.
    public var type: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .timestamp: .timestamp
        case .duration: .duration
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .message(let message): .message(message.typeName)
        case .type: .type
        case .opaque(let value): value.type
        }
    }

    /// Whether the value may be passed where the type is expected; elements of lists and maps are not looked at.
    func conforms(to type: CELType) -> Bool {
        switch (self, type) {
        case (_, .dyn), (_, .typeParameter): true
        case (.null, .null), (.null, .wrapper): true
        case (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string): true
        case (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.type, .type): true
        case (.list, .list), (.map, .map): true
        case (.message(let message), .message(let name)): message.typeName == name
        case (.opaque(let value), .opaque(let name, _)): value.type.typeName == name
        case (_, .wrapper(let wrapped)): conforms(to: wrapped)
        default: false
        }
    }
}
