internal import Text

extension CELValue: Hashable {
    /// The language's `==`: numbers are equal by what they are worth, whatever their types, NaN equals nothing, texts are
    /// compared code point by code point, maps without regard to order, and values of different types differ.
    ///
    /// As the language has it, an integer beside a double is rounded to the nearest double: of integers beyond 2^53,
    /// several equal one double, though not each other.
    /// - Complexity: Linear in the size of the smaller value.
    public static func == (left: CELValue, right: CELValue) -> Bool { left.isEqual(to: right) }

    /// Hashes what equal values have in common: 1, 1u and 1.0 hash alike.
    ///
    /// - Complexity: Linear in the size of the value.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let number): hasher.combine(Double(number))
        case .uint(let number): hasher.combine(Double(number))
        case .double(let number): hasher.combine(number)
        case .string(let text): CodePointString(text).hash(into: &hasher)
        case .bytes(let bytes): hasher.combine(bytes)
        case .timestamp(let instant): hasher.combine(instant)
        case .duration(let span): hasher.combine(span)
        case .list(let elements):
            hasher.combine(elements.count)
            for element in elements { element.hash(into: &hasher) }
        case .map(let map): map.hash(into: &hasher)
        case .message(let message): message.hashContent(into: &hasher)
        case .type(let type): hasher.combine(type.typeName)
        case .opaque(let value): value.hashContent(into: &hasher)
        }
    }

    /// The same as `==`, for what is in messages and opaque values.
    package func isEqual(to other: CELValue) -> Bool {
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

    /// Whether the values are equal and of the same types throughout.
    package func isIdentical(to other: CELValue) -> Bool {
        switch (self, other) {
        case (.int, .uint), (.uint, .int), (.int, .double), (.double, .int), (.uint, .double), (.double, .uint): false
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let left), .map(let right)): left.hasSameEntries(as: right) { $0.isIdentical(to: $1) }
        default: isEqual(to: other)
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

extension CELMap: Hashable {
    /// Whether both have the same keys with equal values, in whatever order.
    ///
    /// - Complexity: Linear in the size of the maps.
    public static func == (left: CELMap, right: CELMap) -> Bool {
        left.hasSameEntries(as: right) { $0.isEqual(to: $1) }
    }

    /// Hashes the entries, whose order does not count.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for entry in entries {
            var own = Hasher()
            entry.key.hash(into: &own)
            entry.value.hash(into: &own)
            sum &+= own.finalize()
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}
