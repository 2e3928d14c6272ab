/// The six operators of comparison.
enum Relation: Sendable {
    /// `==`
    case equal
    /// `!=`
    case notEqual
    /// `<`, `<=`, `>` or `>=`
    case order(OrderRelation)

    /// The relation that an operator's function asks for.
    init?(function: String) {
        switch function {
        case Operators.equal: self = .equal
        case Operators.notEqual: self = .notEqual
        default:
            guard let relation = OrderRelation(function: function) else { return nil }
            self = .order(relation)
        }
    }

    /// The operator's function.
    var function: String {
        switch self {
        case .equal: Operators.equal
        case .notEqual: Operators.notEqual
        case .order(let relation): relation.function
        }
    }

    /// Whether it is `==`.
    var isEqual: Bool { if case .equal = self { true } else { false } }

    /// Whether it is `==` or `!=`.
    var isEquality: Bool { if case .order = self { false } else { true } }

    /// Whether integers are in the relation.
    @inline(__always)
    func holds(_ left: Int64, _ right: Int64) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .order(.less): left < right
        case .order(.lessOrEqual): left <= right
        case .order(.greater): left > right
        case .order(.greaterOrEqual): left >= right
        }
    }

    /// Whether values are in the relation; takes the steps of comparing them.
    ///
    /// - Throws: `noSuchOverload` where the language has no order between the values.
    func holds(_ left: CELValue, _ right: CELValue, _ meter: inout CostMeter) throws(CELFault) -> Bool {
        try meter.chargeComparison(of: left, and: right)
        switch self {
        case .equal: return left.isEqual(to: right)
        case .notEqual: return !left.isEqual(to: right)
        case .order(let relation):
            guard let order = left.order(against: right) else { throw .noSuchOverload(function, [left, right]) }
            return relation.holds(order)
        }
    }

    /// The same, for a part of an expression.
    func holds(
        _ left: CELValue, _ right: CELValue, _ context: inout EvaluationContext, at span: Range<Int>
    ) throws(CELError) -> Bool {
        do throws(CELFault) {
            return try holds(left, right, &context.meter)
        } catch {
            throw error.at(span)
        }
    }
}
