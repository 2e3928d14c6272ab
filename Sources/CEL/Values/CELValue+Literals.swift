// Values as literals: `["name": "a", "sizes": [1, 2.5]]`. Null is written `.null`: `nil` is no value at all.

extension CELValue: ExpressibleByBooleanLiteral {
    /// A bool.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension CELValue: ExpressibleByIntegerLiteral {
    /// A signed integer.
    public init(integerLiteral value: Int64) { self = .int(value) }
}

extension CELValue: ExpressibleByFloatLiteral {
    /// A floating-point number.
    public init(floatLiteral value: Double) { self = .double(value) }
}

extension CELValue: ExpressibleByStringInterpolation {
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension CELValue: ExpressibleByArrayLiteral {
    /// A list.
    public init(arrayLiteral elements: CELValue...) { self = .list(elements) }
}

extension CELValue: ExpressibleByDictionaryLiteral {
    /// A map with the entries in their order.
    ///
    /// - Precondition: Keys are bools, ints, uints or strings, and each is given once.
    public init(dictionaryLiteral entries: (CELValue, CELValue)...) {
        guard let map = CELMap(entries.map { (key: $0.0, value: $0.1) }) else {
            preconditionFailure("a key of a map is of no key type, or given twice")
        }
        self = .map(map)
    }
}
