/// A value of a type that only library or host functions can look into, such as an IP address.
public protocol CELOpaqueValue: Sendable, CustomStringConvertible {
    /// The value's type; its name is what `type(x)` shows.
    var type: CELType { get }

    /// Whether `==` holds between the values.
    func isEqual(to other: any CELOpaqueValue) -> Bool
}

extension CELOpaqueValue where Self: Equatable {
    /// Compares with the type's own `==`.
    public func isEqual(to other: any CELOpaqueValue) -> Bool { (other as? Self) == self }
}
