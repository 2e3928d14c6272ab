/// Functions that tell something of a list, by the names and meanings of Kubernetes' CEL libraries.
enum ListSummaries {
    private static let element: CELType = .typeParameter("T")

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] =
        [
            Function("isSorted", ListOrder.types.map { .member([.list($0)], .bool) }, cost: .linear, .unary(isSorted)),
            extremum("min", prefers: .less), extremum("max", prefers: .greater),
            Function("includes", [.member([.dyn, .dyn], .bool)], cost: .linear, .binary(includes)),
            Function(
                "indexOf", [.member([.list(element), element], .int)], cost: .linear, .binary(indexOf),
                traits: FunctionTraits(range: -1...Int64.max)),
            Function(
                "lastIndexOf", [.member([.list(element), element], .int)], cost: .linear, .binary(lastIndexOf),
                traits: FunctionTraits(range: -1...Int64.max)),
        ]
        // One function for each type: that of an empty list is not to be seen in it.
        + [
            sum(.int, of: .int(0)), sum(.uint, of: .uint(0)), sum(.double, of: .double(0)),
            sum(.duration, of: .duration(CELDuration(totalNanoseconds: 0))),
        ]

    private static func isSorted(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .list(let elements) = value else { throw .noSuchOverload("isSorted", [value]) }
        guard var previous = elements.first else { return .bool(true) }
        try ListOrder.check(previous, for: "isSorted")
        for element in elements.dropFirst() {
            if try ListOrder.order(of: previous, against: element, for: "isSorted", &meter) == .greater {
                return .bool(false)
            }
            previous = element
        }
        return .bool(true)
    }

    private static func extremum(_ name: String, prefers preferred: Ordering) -> Function {
        Function(
            name, ListOrder.types.map { .member([.list($0)], $0) },
            cost: .choosing,
            .unary { (value, meter) throws(CELFault) in
                guard case .list(let elements) = value else { throw .noSuchOverload(name, [value]) }
                guard var best = elements.first else {
                    throw .emptyList(for: name)
                }
                try ListOrder.check(best, for: name)
                for element in elements.dropFirst() {
                    if try ListOrder.order(of: element, against: best, for: name, &meter) == preferred {
                        best = element
                    }
                }
                return best
            }, traits: FunctionTraits(demand: .anElement))
    }

    private static func sum(_ type: CELType, of zero: CELValue) -> Function {
        Function(
            "sum", [.member([.list(type)], type)],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .list(let elements) = value else { throw .noSuchOverload("sum", [value]) }
                guard var total = elements.first else { return zero }
                try meter.charge(elements.count)
                // Whatever else can be added is no sum.
                switch total {
                case .int, .uint, .double, .duration: break
                default: throw .noSuchOverload("sum", [value])
                }
                for element in elements.dropFirst() { total = try Arithmetic.add(total, element, &meter) }
                return total
            })
    }

    private static func indexOf(
        _ list: CELValue, _ value: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        guard case .list(let elements) = list else { throw .noSuchOverload("indexOf", [list, value]) }
        return .int(try index(of: value, elements, elements.indices, &meter))
    }

    private static func lastIndexOf(
        _ list: CELValue, _ value: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        guard case .list(let elements) = list else { throw .noSuchOverload("lastIndexOf", [list, value]) }
        return .int(try index(of: value, elements, elements.indices.reversed(), &meter))
    }

    /// Whether a list has the element, or any other value is equal to it.
    private static func includes(
        _ target: CELValue, _ value: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        if case .list(let elements) = target {
            return .bool(try index(of: value, elements, elements.indices, &meter) >= 0)
        }
        try meter.chargeComparison(of: target, and: value)
        return .bool(target.isEqual(to: value))
    }

    /// The first of the positions at which the value stands, or -1.
    private static func index(
        of value: CELValue, _ elements: [CELValue], _ positions: some Sequence<Int>, _ meter: inout CostMeter
    ) throws(CELFault) -> Int64 {
        for position in positions {
            try meter.charge()
            try meter.chargeComparison(of: value, and: elements[position])
            if elements[position].isEqual(to: value) { return Int64(position) }
        }
        return -1
    }
}
