/// Equality, order and negation. Plans have nodes of their own for them; these serve where a call has several meanings.
enum Comparison {
    private static let same: CELType = .typeParameter("T")

    /// The functions, for ``StandardLibrary``.
    static let functions: [Function] = [
        Function(
            Operators.equal, [.global([same, same], .bool)],
            .binary { (left, right, meter) throws(CELFault) in
                try meter.chargeComparison(of: left, and: right)
                return .bool(left.isEqual(to: right))
            }),
        Function(
            Operators.notEqual, [.global([same, same], .bool)],
            .binary { (left, right, meter) throws(CELFault) in
                try meter.chargeComparison(of: left, and: right)
                return .bool(!left.isEqual(to: right))
            }),
        order(.less), order(.lessOrEqual), order(.greater), order(.greaterOrEqual),
        Function(
            Operators.not, [.global([.bool], .bool)],
            .unary { (value, _) throws(CELFault) in
                guard case .bool(let bool) = value else { throw .noSuchOverload(Operators.not, [value]) }
                return .bool(!bool)
            }),
    ]

    private static let ordered: [CELType] = [
        .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
    ]

    private static let numbers: [CELType] = [.int, .uint, .double]

    private static func order(_ relation: OrderRelation) -> Function {
        let mixed = numbers.flatMap { left in numbers.filter { $0 != left }.map { [left, $0] } }
        return Function(
            relation.function, (ordered.map { [$0, $0] } + mixed).map { .global($0, .bool) },
            .binary { (left, right, meter) throws(CELFault) in
                guard let order = left.order(against: right) else {
                    throw .noSuchOverload(relation.function, [left, right])
                }
                try meter.chargeComparison(of: left, and: right)
                return .bool(relation.holds(order))
            })
    }
}
