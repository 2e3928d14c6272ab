internal import CEL

extension CELValue {
    /// Whether both are the same value to the last bit: NaN is the same as NaN, and 0.0 another than -0.0.
    func isSame(as other: CELValue) -> Bool {
        switch (self, other) {
        case (.double(let left), .double(let right)):
            left.isNaN && right.isNaN || left.bitPattern == right.bitPattern
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.map(let left), .map(let right)):
            left.count == right.count
                && zip(left.entries, right.entries).allSatisfy {
                    $0.key.isSame(as: $1.key) && $0.value.isSame(as: $1.value)
                }
        // Messages and values of libraries may hold a NaN, which equals nothing.
        case (.message(let left), .message(let right)): left.typeName == right.typeName
        case (.opaque(let left), .opaque(let right)): left.description.utf8.elementsEqual(right.description.utf8)
        default: isIdentical(to: other)
        }
    }
}

extension Result where Success == CELValue, Failure == CELError {
    /// Whether both are the same value, or the same failure at the same place.
    func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.success(let left), .success(let right)): left.isSame(as: right)
        case (.failure(let left), .failure(let right)): left == right
        default: false
        }
    }

    /// The failure, if it is one.
    var error: CELError? {
        if case .failure(let error) = self { error } else { nil }
    }
}
