/// How one value stands to another.
enum Ordering: Sendable {
    /// It comes first.
    case less
    /// Neither comes first.
    case equal
    /// It comes after.
    case greater
    /// At least one is NaN: every comparison is false.
    case unordered

    /// Compares two values of an ordered type.
    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
    }

    /// Compares byte by byte; a prefix comes first.
    init(bytes left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) {
        var rest = right.makeIterator()
        for byte in left {
            guard let other = rest.next() else {
                self = .greater
                return
            }
            if byte != other {
                self = byte < other ? .less : .greater
                return
            }
        }
        self = rest.next() == nil ? .equal : .less
    }
}
