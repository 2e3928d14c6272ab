/// `size`, `in` and indexes.
enum Containers {
    private static let element: CELType = .typeParameter("A")
    private static let list: CELType = .list(element)
    private static let map: CELType = .map(.typeParameter("K"), .typeParameter("V"))

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            "size",
            [.string, .bytes, list, map].flatMap { [.global([$0], .int), .member([$0], .int)] },
            cost: FunctionCost(steps: { call, result in call.isContainer(0) ? 1 : call.handling(result) }),
            .unary(size),
            traits: FunctionTraits(measure: .size, range: 0...Int64.max)),
        Function(
            Operators.contains,
            [.global([element, list], .bool), .global([.typeParameter("K"), map], .bool)],
            cost: FunctionCost(steps: { call, _ in search(call) }), .binary(isIn)),
        Function(
            Operators.index,
            [.global([list, .int], element), .global([map, .typeParameter("K")], .typeParameter("V"))],
            cost: indexing, .binary(index)),
    ]

    /// The cost of an index.
    static let indexing = FunctionCost(steps: { _, _ in 1 }, result: FunctionCost.anElement)

    /// The steps of comparing a value with each element of a list.
    private static func search(_ call: CallBounds) -> Int {
        let list = call.operand(1)
        return list.count(call.assumptions)
            .saturatingMultiply(call.comparison(call.operand(0), list.element).saturatingAdd(1)).saturatingAdd(1)
    }

    private static func size(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        .int(try size(of: value, &meter))
    }

    /// The number of code points, bytes, elements or entries.
    static func size(of value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> Int64 {
        switch value {
        case .string(let text):
            try meter.charge(text.utf8.count / 10)
            return Int64(text.codePointCount)
        case .bytes(let bytes): return Int64(bytes.count)
        case .list(let elements): return Int64(elements.count)
        case .map(let map): return Int64(map.count)
        default: throw .noSuchOverload("size", [value])
        }
    }

    private static func isIn(
        _ value: CELValue, _ container: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        switch container {
        case .list(let elements):
            for element in elements {
                try meter.charge()
                try meter.chargeComparison(of: value, and: element)
                if element.isEqual(to: value) { return .bool(true) }
            }
            return .bool(false)
        case .map(let map):
            // As Google's C++ implementation does; the one in Go says false. A double may equal a key.
            guard CELMap.isKey(value) || Number(value) != nil else {
                throw .noSuchOverload(Operators.contains, [value, container])
            }
            return .bool(map[value] != nil)
        default: throw .noSuchOverload(Operators.contains, [value, container])
        }
    }

    private static func index(
        _ container: CELValue, _ index: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        switch container {
        case .list(let elements):
            guard let number = Number(index) else { throw .noSuchOverload(Operators.index, [container, index]) }
            let position: Int? =
                switch number {
                case .int(let number): Int(exactly: number)
                case .uint(let number): Int(exactly: number)
                case .double(let number): Int(exactly: number)
                }
            if case .double(let number) = number, number != number.rounded() {
                throw .fractionalIndex
            }
            guard let position, elements.indices.contains(position) else {
                throw .noElement(count: elements.count)
            }
            return elements[position]
        case .map(let map):
            guard let value = map[index] else { throw .noSuchKey(nil) }
            return value
        default: throw .noSuchOverload(Operators.index, [container, index])
        }
    }
}
