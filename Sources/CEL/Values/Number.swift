/// A number of any of the language's three numeric types, compared across types.
///
/// Doubles out of an integer type's range compare as such; within it, the integer is rounded to the nearest double, as
/// the conformance suite asks (`comparisons/lt_literal/not_lt_dyn_int_big_lossy_double`).
enum Number: Sendable {
    /// A signed integer.
    case int(Int64)
    /// An unsigned integer.
    case uint(UInt64)
    /// A floating-point number.
    case double(Double)

    /// The value as a number, if it is one.
    init?(_ value: CELValue) {
        switch value {
        case .int(let number): self = .int(number)
        case .uint(let number): self = .uint(number)
        case .double(let number): self = .double(number)
        default: return nil
        }
    }

    /// How the number stands to another.
    func order(against other: Number) -> Ordering {
        switch (self, other) {
        case (.int(let left), .int(let right)): Ordering(left, right)
        case (.uint(let left), .uint(let right)): Ordering(left, right)
        case (.double(let left), .double(let right)): Ordering(left, right)
        case (.int(let left), .uint(let right)): left < 0 ? .less : Ordering(UInt64(left), right)
        case (.uint(let left), .int(let right)): right < 0 ? .greater : Ordering(left, UInt64(right))
        case (.int(let left), .double(let right)): Ordering(Double(left), right)
        case (.double(let left), .int(let right)): Ordering(left, Double(right))
        case (.uint(let left), .double(let right)): Ordering(Double(left), right)
        case (.double(let left), .uint(let right)): Ordering(left, Double(right))
        }
    }

    /// Whether the other is a number and equal.
    func isEqual(to other: Number?) -> Bool {
        guard let other, case .equal = order(against: other) else { return false }
        return true
    }
}
