/// Lists taken as sets, by the names and meanings of cel-go's `ext.Sets`.
enum Sets {
    private static let list: CELType = .list(.typeParameter("T"))

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        relation("sets.contains") { (left, right, meter) throws(CELFault) in try contains(left, right, &meter) },
        relation("sets.equivalent") { (left, right, meter) throws(CELFault) in
            guard try contains(left, right, &meter) else { return false }
            return try contains(right, left, &meter)
        },
        relation("sets.intersects") { (left, right, meter) throws(CELFault) in
            let index = try ValueIndex(right, &meter)
            for element in left where try index.contains(element, &meter) { return true }
            return false
        },
    ]

    private static func relation(
        _ name: String,
        _ holds: @escaping @Sendable ([CELValue], [CELValue], inout CostMeter) throws(CELFault) -> Bool
    ) -> Function {
        Function(
            name, [.global([list, list], .bool)],
            cost: .indexing,
            .binary { (left, right, meter) throws(CELFault) in
                guard case .list(let first) = left, case .list(let second) = right else {
                    throw .noSuchOverload(name, [left, right])
                }
                return .bool(try holds(first, second, &meter))
            })
    }

    private static func contains(
        _ elements: [CELValue], _ others: [CELValue], _ meter: inout CostMeter
    ) throws(CELFault) -> Bool {
        let index = try ValueIndex(elements, &meter)
        for other in others where try !index.contains(other, &meter) { return false }
        return true
    }
}
