extension CostMeter {
    /// Takes the steps of comparing two values, before they are compared.
    @inline(__always)
    mutating func chargeComparison(of left: CELValue, and right: CELValue) throws(CELFault) {
        switch (left, right) {
        case (.list, .list), (.map, .map), (.opaque, .opaque): try chargeWalk(of: left, or: right)
        case (.string(let left), .string(let right)): try charge(min(left.utf8.count, right.utf8.count) / 10)
        case (.bytes(let left), .bytes(let right)): try charge(min(left.count, right.count) / 10)
        default: break
        }
    }

    /// Takes the steps of walking through a value, each so many times: none for one of no size.
    mutating func chargeWalk(of value: CELValue, stepCost: Int) throws(CELFault) {
        switch value {
        case .string, .bytes, .list, .map, .opaque:
            try charge(value.walkCost(limit: remaining).saturatingMultiply(stepCost))
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .message: break
        }
    }

    /// Takes the steps of walking through the smaller of two values.
    private mutating func chargeWalk(of left: CELValue, or right: CELValue) throws(CELFault) {
        let first = left.walkCost(limit: remaining)
        // Shared parts are walked each time: the cost may be far more than the memory, and is not counted to its end.
        try charge(min(first, right.walkCost(limit: min(first, remaining))))
    }
}

extension CELValue {
    /// The steps that looking through the value takes: one for each value in it, and more for long strings.
    ///
    /// - Returns: At most one more than the limit, whatever the size; finding out takes no more steps than that.
    func walkCost(limit: Int) -> Int {
        var cost = 1
        switch self {
        case .list(let elements):
            for element in elements where cost <= limit { cost += element.walkCost(limit: limit - cost) }
        case .map(let map):
            for entry in map.entries where cost <= limit { cost += 1 + entry.value.walkCost(limit: limit - cost) }
        case .opaque(let value):
            if let content = (value as? CELOptional)?.content { cost += content.walkCost(limit: limit - cost) }
        case .string(let text): cost += text.utf8.count / 10
        case .bytes(let bytes): cost += bytes.count / 10
        default: break
        }
        return min(cost, limit + 1)
    }
}
