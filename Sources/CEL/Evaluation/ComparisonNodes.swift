/// `a == b` or `a != b`.
final class EqualityNode: ConditionNode {
    private let left: any PlanNode
    private let right: any PlanNode
    private let isNegated: Bool
    let span: Range<Int>

    init(_ left: any PlanNode, _ right: any PlanNode, isNegated: Bool, _ span: Range<Int>) {
        self.left = left
        self.right = right
        self.isNegated = isNegated
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        let left = try left.value(&context)
        let right = try right.value(&context)
        do throws(CELFault) {
            try context.meter.chargeComparison(of: left, and: right)
        } catch {
            throw error.at(span)
        }
        return left.isEqual(to: right) != isNegated
    }
}

/// `a == 0` and the like: equality with a constant integer.
final class IntEqualityNode: ConditionNode {
    private let operand: any PlanNode
    private let constant: Int64
    private let isNegated: Bool
    let span: Range<Int>

    init(_ operand: any PlanNode, _ constant: Int64, isNegated: Bool, _ span: Range<Int>) {
        self.operand = operand
        self.constant = constant
        self.isNegated = isNegated
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        let value = try operand.value(&context)
        if case .int(let number) = value { return (number == constant) != isNegated }
        return value.isEqual(to: .int(constant)) != isNegated
    }
}

/// `a < b`, `a <= b`, `a > b` or `a >= b`.
final class OrderNode: ConditionNode {
    private let left: any PlanNode
    private let right: any PlanNode
    private let relation: OrderRelation
    let span: Range<Int>

    init(_ left: any PlanNode, _ right: any PlanNode, _ relation: OrderRelation, _ span: Range<Int>) {
        self.left = left
        self.right = right
        self.relation = relation
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        let left = try left.value(&context)
        let right = try right.value(&context)
        if case .int(let left) = left, case .int(let right) = right {
            return relation.holds(Ordering(left, right))
        }
        do throws(CELFault) {
            guard let order = left.order(against: right) else {
                throw .noSuchOverload(relation.function, [left, right])
            }
            try context.meter.chargeComparison(of: left, and: right)
            return relation.holds(order)
        } catch {
            throw error.at(span)
        }
    }
}

/// The four operators of order.
enum OrderRelation: Sendable {
    /// `<`
    case less
    /// `<=`
    case lessOrEqual
    /// `>`
    case greater
    /// `>=`
    case greaterOrEqual

    /// The relation that an operator's function asks for.
    init?(function: String) {
        switch function {
        case Operators.less: self = .less
        case Operators.lessOrEqual: self = .lessOrEqual
        case Operators.greater: self = .greater
        case Operators.greaterOrEqual: self = .greaterOrEqual
        default: return nil
        }
    }

    /// The operator's function.
    var function: String {
        switch self {
        case .less: Operators.less
        case .lessOrEqual: Operators.lessOrEqual
        case .greater: Operators.greater
        case .greaterOrEqual: Operators.greaterOrEqual
        }
    }

    /// Whether values that stand in the order are in the relation.
    @inline(__always)
    func holds(_ order: Ordering) -> Bool {
        switch (self, order) {
        case (.less, .less), (.lessOrEqual, .less), (.lessOrEqual, .equal): true
        case (.greater, .greater), (.greaterOrEqual, .greater), (.greaterOrEqual, .equal): true
        default: false
        }
    }
}

/// `a in [constants]`: strings and integers are looked up by hash.
final class ConstantMembershipNode: ConditionNode {
    private let operand: any PlanNode
    private let elements: [CELValue]
    private let strings: Set<CodePointString>
    private let integers: Set<Int64>
    let span: Range<Int>

    init(_ operand: any PlanNode, in elements: [CELValue], _ span: Range<Int>) {
        self.operand = operand
        self.elements = elements
        var strings: Set<CodePointString> = []
        var integers: Set<Int64> = []
        for element in elements {
            if case .string(let text) = element { strings.insert(CodePointString(text)) }
            if case .int(let number) = element { integers.insert(number) }
        }
        self.strings = strings
        self.integers = integers
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        let value = try operand.value(&context)
        switch value {
        case .string(let text): return strings.contains(CodePointString(text))
        case .int(let number) where integers.contains(number): return true
        case .null, .bool: return elements.contains { $0.isEqual(to: value) }
        default: break
        }
        do throws(CELFault) {
            for element in elements {
                try context.meter.chargeComparison(of: value, and: element)
                if element.isEqual(to: value) { return true }
            }
        } catch {
            throw error.at(span)
        }
        return false
    }
}
