/// Equality, order and negation. Plans have nodes of their own for them; these serve where a call has several meanings.
enum Comparison {
    private static let same: CELType = .typeParameter("T")

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        equality(.equal), equality(.notEqual), order(.less), order(.lessOrEqual), order(.greater),
        order(.greaterOrEqual),
        Function(
            Operators.not, [.global([.bool], .bool)],
            cost: .constant,
            .unary { (value, _) throws(CELFault) in
                guard case .bool(let bool) = value else { throw .noSuchOverload(Operators.not, [value]) }
                return .bool(!bool)
            }),
    ]

    private static let ordered: [CELType] = [
        .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
    ]

    private static let numbers: [CELType] = [.int, .uint, .double]

    private static func equality(_ relation: Relation) -> Function {
        Function(relation.function, [.global([same, same], .bool)], cost: .comparing, .binary(body(relation)))
    }

    private static func order(_ relation: OrderRelation) -> Function {
        let mixed = numbers.flatMap { left in numbers.filter { $0 != left }.map { [left, $0] } }
        let overloads = (ordered.map { [$0, $0] } + mixed).map { Overload.global($0, .bool) }
        return Function(relation.function, overloads, cost: .comparing, .binary(body(.order(relation))))
    }

    private static func body(_ relation: Relation) -> Function.Binary {
        { (left, right, meter) throws(CELFault) in .bool(try relation.holds(left, right, &meter)) }
    }
}
