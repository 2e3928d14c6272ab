/// Finds out whether a value equals one of many, without comparing it with each of them where it can be hashed.
struct ValueIndex {
    /// What equal values have in common.
    private enum Key: Hashable {
        case null
        case bool(Bool)
        /// Numbers of all types: equal ones are the same double.
        case number(Double)
        case string(CodePointString)
        case bytes([UInt8])
        case timestamp(CELTimestamp)
        case duration(CELDuration)
        case type(String)
        /// Lists, maps, messages and opaque values are compared one by one.
        case other

        /// `nil` for NaN, which equals nothing.
        init?(_ value: CELValue) {
            switch value {
            case .null: self = .null
            case .bool(let bool): self = .bool(bool)
            case .int(let number): self = .number(Double(number))
            case .uint(let number): self = .number(Double(number))
            case .double(let number):
                if number.isNaN { return nil }
                self = .number(number)
            case .string(let text): self = .string(CodePointString(text))
            case .bytes(let bytes): self = .bytes(bytes)
            case .timestamp(let instant): self = .timestamp(instant)
            case .duration(let span): self = .duration(span)
            case .type(let type): self = .type(type.typeName)
            default: self = .other
            }
        }
    }

    private var values: [CELValue] = []
    /// For each value, the one before it that has the same key; -1 for none.
    private var previous: [Int] = []
    /// The last value of each key.
    private var last: [Key: Int] = [:]

    /// The steps of adding a value to a table, which takes longer than comparing two.
    private static let insertionCost = 15

    /// Makes an index of no value.
    init() {}

    /// Makes an index of a list's elements.
    init(_ elements: [CELValue], _ meter: inout CostMeter) throws(CELFault) {
        for element in elements { _ = try insert(element, &meter) }
    }

    /// Adds a value, unless an equal one is there.
    ///
    /// - Returns: Whether none was.
    mutating func insert(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> Bool {
        try meter.charge(bytes: value.byteCount)
        guard let key = Key(value) else { return true }
        let position = last[key] ?? -1
        if try contains(value, from: position, &meter) { return false }
        try meter.charge(Self.insertionCost)
        last[key] = values.count
        previous.append(position)
        values.append(value)
        return true
    }

    /// Whether a value equals one that was added.
    func contains(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> Bool {
        try meter.charge(bytes: value.byteCount)
        guard let key = Key(value), let position = last[key] else { return false }
        return try contains(value, from: position, &meter)
    }

    private func contains(
        _ value: CELValue, from start: Int, _ meter: inout CostMeter
    ) throws(CELFault) -> Bool {
        var position = start
        while position >= 0 {
            try meter.charge()
            try meter.chargeComparison(of: value, and: values[position])
            if values[position].isEqual(to: value) { return true }
            position = previous[position]
        }
        return false
    }
}
