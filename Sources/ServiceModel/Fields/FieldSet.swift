/// A set of properties: a bit for each.
///
/// Public, as Swift inlines nothing of a type that is the package's into its other modules.
public struct FieldSet: Sendable {
    @usableFromInline
    internal var bits: UInt64 = 0

    /// No property.
    @inlinable
    public init() {}

    /// The properties for which something holds.
    package init(where isMember: (ServiceField) -> Bool) {
        for field in ServiceField.allCases where isMember(field) { insert(at: field.rawValue) }
    }

    /// Whether the property of a slot is in the set; false for a slot that no property has.
    @inlinable
    public func contains(at slot: Int) -> Bool { slot >= 0 && bits >> slot & 1 == 1 }

    /// Adds the property of a slot, which must be one.
    @inlinable
    public mutating func insert(at slot: Int) { bits |= 1 << slot }
}
