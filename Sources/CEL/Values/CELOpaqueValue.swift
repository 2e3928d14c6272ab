/// A value of a type that only library or host functions can look into, such as an IP address.
public protocol CELOpaqueValue: Sendable, CustomStringConvertible {
    /// The value's type; its name is what `type(x)` shows.
    var type: CELType { get }

    /// Whether `==` holds between the values.
    func isEqual(to other: any CELOpaqueValue) -> Bool

    /// Hashes what equal values have in common.
    func hashContent(into hasher: inout Hasher)
}

extension CELOpaqueValue {
    /// Hashes the name of the type alone, which is right for all and slow for many.
    public func hashContent(into hasher: inout Hasher) { hasher.combine(type.typeName) }
}

extension CELOpaqueValue where Self: Hashable {
    /// Hashes as the type does.
    public func hashContent(into hasher: inout Hasher) { hash(into: &hasher) }
}

extension CELOpaqueValue where Self: Equatable {
    /// Compares with the type's own `==`.
    public func isEqual(to other: any CELOpaqueValue) -> Bool { (other as? Self) == self }
}
