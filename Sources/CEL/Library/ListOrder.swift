/// The order of lists' elements: values of one type that has an order.
enum ListOrder {
    /// The types whose values `sort` and its like put in order.
    static let types: [CELType] = [.int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes]

    /// The elements in the order of their keys; those with equal keys stay as they stood.
    ///
    /// - Parameter keys: As many as there are elements.
    /// - Throws: When keys have no order or are not all of one type.
    static func sorted(
        _ elements: [CELValue], by keys: [CELValue], for name: String, _ meter: inout CostMeter
    ) throws(CELFault) -> [CELValue] {
        guard let first = keys.first, keys.count == elements.count else { return elements }
        var bytes = 0
        for key in keys {
            try check(key, for: name)
            if case .double(let number) = key, number.isNaN {
                throw .notANumber(in: name)
            }
            guard key.type == first.type else {
                throw .severalTypes(for: name, first.type, key.type)
            }
            bytes += key.byteCount
        }
        // Each of the levels of a merge compares every key about once.
        let levels = Int.bitWidth - keys.count.leadingZeroBitCount
        let (steps, overflows) = (keys.count + bytes / 10).multipliedReportingOverflow(by: levels)
        try meter.charge(overflows ? .max : steps)
        let order = keys.indices.sorted { left, right in
            switch keys[left].order(against: keys[right]) {
            case .less: true
            case .equal: left < right
            default: false
            }
        }
        return order.map { elements[$0] }
    }

    /// How a value stands to another, for `min` and its like: numbers of different types may be compared, and NaN is
    /// neither more nor less than any.
    static func order(
        of left: CELValue, against right: CELValue, for name: String, _ meter: inout CostMeter
    ) throws(CELFault) -> Ordering {
        try meter.charge()
        try meter.chargeComparison(of: left, and: right)
        guard let order = left.order(against: right) else { throw .noSuchOverload(name, [left, right]) }
        return order
    }

    /// Refuses values that have no order.
    static func check(_ value: CELValue, for name: String) throws(CELFault) {
        switch value {
        case .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes: return
        default: throw .noOrder(for: name, value.type)
        }
    }
}

extension CELValue {
    /// The bytes of a string or of bytes; 0 for every other value.
    var byteCount: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        default: 0
        }
    }
}
