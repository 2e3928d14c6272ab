/// Functions that make lists of lists, by the names and meanings of cel-go's `ext.Lists`, and its `first` and `last`.
enum Lists {
    private static let element: CELType = .typeParameter("T")
    private static let list: CELType = .list(element)

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            "lists.range", [.global([.int], .list(.int))],
            cost: FunctionCost(
                steps: { call, _ in call.assumptions.elementCount.saturatingAdd(1) },
                result: { call in .elements(count: call.assumptions.elementCount, of: .scalar) }), .unary(range)),
        Function("slice", [.member([list, .int, .int], list)], cost: .linear, .variadic(slice)),
        Function(
            "flatten", [.member([.list(list)], list), .member([.list(.dyn), .int], .list(.dyn))],
            cost: FunctionCost(result: flat), .variadic(flatten)),
        Function(
            "reverse", [.member([list], list)], cost: .linear, .unary(reverse),
            traits: FunctionTraits(leastCount: { $0.leastCount(0) })),
        Function(
            "distinct", [.member([list], list)], cost: .indexing, .unary(distinct),
            traits: FunctionTraits(leastCount: { min(1, $0.leastCount(0)) })),
        Function(
            "first", [.member([list], .optional(element))],
            cost: .choosing,
            .unary { (value, _) throws(CELFault) in
                guard case .list(let elements) = value else { throw .noSuchOverload("first", [value]) }
                return .optional(elements.first)
            }, traits: FunctionTraits(isAnElement: true)),
        Function(
            "last", [.member([list], .optional(element))],
            cost: .choosing,
            .unary { (value, _) throws(CELFault) in
                guard case .list(let elements) = value else { throw .noSuchOverload("last", [value]) }
                return .optional(elements.last)
            }, traits: FunctionTraits(isAnElement: true)),
        Function(
            "sort", ListOrder.types.map { .member([.list($0)], .list($0)) }, cost: sorting, .unary(sort),
            traits: FunctionTraits(leastCount: { $0.leastCount(0) })),
    ]

    private static let sorting = FunctionCost(
        steps: { call, _ in
            call.count.saturatingMultiply(64 - call.count.leadingZeroBitCount).saturatingAdd(call.linear)
        })

    /// The elements of lists in a list.
    private static let flat: FunctionCost.Result = { call in
        let inner = call.operand(0).element
        return .elements(
            count: call.count.saturatingMultiply(max(1, inner.count(call.assumptions))),
            of: .larger(inner, inner.element, call.assumptions))
    }

    private static func range(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .int(let count) = value else { throw .noSuchOverload("lists.range", [value]) }
        guard count > 0 else { return .list([]) }
        try meter.charge(Int(clamping: count))
        return .list((0..<count).map { .int($0) })
    }

    private static func slice(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard values.count == 3, case .list(let elements) = values[0], case .int(let start) = values[1],
            case .int(let end) = values[2]
        else { throw .noSuchOverload("slice", values) }
        guard start >= 0, start <= end, end <= Int64(elements.count) else {
            throw .noSlice(start: start, end: end, count: elements.count)
        }
        try meter.charge(Int(clamping: end - start))
        return .list(Array(elements[Int(clamping: start)..<Int(clamping: end)]))
    }

    private static func flatten(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .list(let elements) = values.first else { throw .noSuchOverload("flatten", values) }
        var depth: Int64 = 1
        if values.count == 2 {
            guard case .int(let given) = values[1] else { throw .noSuchOverload("flatten", values) }
            if given < 0 { throw .negativeDepth }
            depth = given
        }
        var flat: [CELValue] = []
        // What is left of each list that is being walked, the innermost last.
        var open: [ArraySlice<CELValue>] = [elements[...]]
        while let element = open[open.count - 1].popFirst() ?? nextOuter(&open) {
            try meter.charge()
            if case .list(let inner) = element, Int64(open.count) <= depth {
                open.append(inner[...])
            } else {
                flat.append(element)
            }
        }
        return .list(flat)
    }

    /// Closes lists of which nothing is left, and takes the next element of the first that has one.
    private static func nextOuter(_ open: inout [ArraySlice<CELValue>]) -> CELValue? {
        while open.count > 1 {
            open.removeLast()
            if let element = open[open.count - 1].popFirst() { return element }
        }
        return nil
    }

    private static func reverse(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .list(let elements) = value else { throw .noSuchOverload("reverse", [value]) }
        try meter.charge(elements.count)
        return .list(elements.reversed())
    }

    private static func distinct(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .list(let elements) = value else { throw .noSuchOverload("distinct", [value]) }
        var index = ValueIndex()
        var kept: [CELValue] = []
        for element in elements where try index.insert(element, &meter) { kept.append(element) }
        return .list(kept)
    }

    private static func sort(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .list(let elements) = value else { throw .noSuchOverload("sort", [value]) }
        return .list(try ListOrder.sorted(elements, by: elements, for: "sort", &meter))
    }
}
