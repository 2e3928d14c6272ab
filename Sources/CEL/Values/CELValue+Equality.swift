internal import Text

extension CELValue: Equatable {
    /// Whether the values are of the same type and the same content, with strings compared code point by code point.
    ///
    /// This is stricter than the language's `==`, for which see ``isEqual(to:)``.
    public static func == (left: CELValue, right: CELValue) -> Bool {
        switch (left, right) {
        case (.int(let left), .int(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.int, .uint), (.uint, .int), (.int, .double), (.double, .int), (.uint, .double), (.double, .uint): false
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0 == $1 }
        case (.map(let left), .map(let right)): left.hasSameEntries(as: right) { $0 == $1 }
        default: left.isEqual(to: right)
        }
    }

    /// The language's `==`: numbers compare across types, NaN equals nothing, and values of different types differ.
    ///
    /// - Complexity: Linear in the size of the smaller value.
    public func isEqual(to other: CELValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.bytes(let left), .bytes(let right)): left == right
        case (.timestamp(let left), .timestamp(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.list(let left), .list(let right)): Self.elementsAreEqual(left, right)
        case (.map(let left), .map(let right)): left.hasSameEntries(as: right) { $0.isEqual(to: $1) }
        case (.message(let left), .message(let right)): left.isEqual(to: right)
        case (.type(let left), .type(let right)): left.typeName == right.typeName
        case (.opaque(let left), .opaque(let right)): left.isEqual(to: right)
        default: Number(self)?.isEqual(to: Number(other)) ?? false
        }
    }

    private static func elementsAreEqual(_ left: [CELValue], _ right: [CELValue]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
    }

    /// The language's order, or `nil` where it has none: between types other than numbers, and with NaN.
    func order(against other: CELValue) -> Ordering? {
        switch (self, other) {
        case (.string(let left), .string(let right)): left.codePointOrder(against: right)
        case (.bool(let left), .bool(let right)): Ordering(left ? 1 : 0, right ? 1 : 0)
        case (.timestamp(let left), .timestamp(let right)): Ordering(left, right)
        case (.duration(let left), .duration(let right)): Ordering(left, right)
        case (.bytes(let left), .bytes(let right)): Ordering(bytes: left, right)
        default:
            if let left = Number(self), let right = Number(other) { left.order(against: right) } else { nil }
        }
    }
}
