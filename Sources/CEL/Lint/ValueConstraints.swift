/// Conditions on values that are to hold together, such as `a == 'x'` and `a != 'y'`.
struct ValueConstraints: Sendable {
    /// A condition on one value.
    struct Atom: Sendable {
        let key: ValueKey
        let condition: Condition
    }

    /// What is asked of a value.
    enum Condition: Sendable {
        case isOne(of: [CELValue])
        case isNone(of: [CELValue])
        case isIn(ClosedRange<Int64>)
        /// No integer is.
        case never
    }

    private struct State {
        var allowed: [CELValue]?
        var excluded: [CELValue] = []
        var range = Int64.min...Int64.max

        /// Whether no value is left.
        var isEmpty: Bool {
            if let allowed { return !allowed.contains { isAllowed($0) } }
            return range.lowerBound == range.upperBound && !isAllowed(.int(range.lowerBound))
        }

        private func isAllowed(_ value: CELValue) -> Bool {
            if excluded.contains(where: { $0.isEqual(to: value) }) { return false }
            if case .int(let number) = value { return range.contains(number) }
            return true
        }
    }

    private var states: [ValueKey: State] = [:]

    /// Adds a condition.
    ///
    /// - Returns: Whether it can hold together with the others. If not, they are left as they were.
    mutating func add(_ atom: Atom) -> Bool {
        var state = states[atom.key] ?? State()
        switch atom.condition {
        case .isOne(let values):
            let allowed = state.allowed
            state.allowed = values.filter { value in allowed?.contains { $0.isEqual(to: value) } ?? true }
        case .isNone(let values): state.excluded += values.prefix(Self.valueLimit)
        case .isIn(let range):
            guard range.overlaps(state.range) else { return false }
            state.range = range.clamped(to: state.range)
        case .never: return false
        }
        guard state.excluded.count <= Self.valueLimit, !state.isEmpty else {
            return state.excluded.count > Self.valueLimit
        }
        states[atom.key] = state
        return true
    }

    /// Longer lists are not compared with each other.
    private static let valueLimit = 64

    /// The conditions that all hold when a condition has a value.
    static func atoms(of node: Expression, being value: Bool, _ context: LintContext) -> [Atom] {
        switch node.kind {
        case .logical(value, let operands): operands.flatMap { atoms(of: $0, being: value, context) }
        case .call(let call) where call.function == Operators.not && call.arguments.count == 1:
            atoms(of: call.arguments[0], being: !value, context)
        default: atom(of: node, being: value, context).map { [$0] } ?? []
        }
    }

    /// What a single condition asks of a value, or its contrary does; `nil` where it asks something else.
    static func atom(of node: Expression, being value: Bool, _ context: LintContext) -> Atom? {
        switch node.kind {
        case .select(_, _, isTest: true, _):
            guard context.field(of: node) != nil, let key = context.key(of: node) else { return nil }
            return Atom(key: key, condition: value ? .isNone(of: [.null]) : .isOne(of: [.null]))
        case .call(let call) where call.function == Operators.not && call.arguments.count == 1:
            return atom(of: call.arguments[0], being: !value, context)
        case .call(let call) where call.target == nil && call.arguments.count == 2:
            return comparison(call, being: value, context)
        default: return nil
        }
    }

    private static func comparison(_ call: Expression.Call, being value: Bool, _ context: LintContext) -> Atom? {
        let (left, right) = (call.arguments[0], call.arguments[1])
        if let relation = OrderRelation(function: call.function) {
            if let key = context.key(of: left), case .literal(.int(let number)) = right.kind {
                return Atom(key: key, condition: range(relation, number, being: value))
            }
            guard let key = context.key(of: right), case .literal(.int(let number)) = left.kind else { return nil }
            return Atom(key: key, condition: range(relation.reversed, number, being: value))
        }
        switch call.function {
        case Operators.contains:
            guard let key = context.key(of: left), case .list(let elements) = right.kind else { return nil }
            let values = elements.compactMap { constant($0.value) }
            guard values.count == elements.count, values.count <= valueLimit else { return nil }
            return Atom(key: key, condition: value ? .isOne(of: values) : .isNone(of: values))
        case Operators.equal, Operators.notEqual:
            let isEqual = (call.function == Operators.equal) == value
            let (named, other) = constant(right) == nil ? (right, left) : (left, right)
            guard let key = context.key(of: named), let constant = constant(other) else { return nil }
            return Atom(key: key, condition: isEqual ? .isOne(of: [constant]) : .isNone(of: [constant]))
        default: return nil
        }
    }

    /// Constants whose equality is plain.
    private static func constant(_ node: Expression) -> CELValue? {
        guard case .literal(let value) = node.kind else { return nil }
        switch value {
        case .null, .bool, .int, .string: return value
        default: return nil
        }
    }

    private static func range(_ relation: OrderRelation, _ number: Int64, being value: Bool) -> Condition {
        switch value ? relation : relation.contrary {
        case .less: number == .min ? .never : .isIn(Int64.min...(number - 1))
        case .lessOrEqual: .isIn(Int64.min...number)
        case .greater: number == .max ? .never : .isIn((number + 1)...Int64.max)
        case .greaterOrEqual: .isIn(number...Int64.max)
        }
    }
}

extension OrderRelation {
    /// The relation of the operands the other way round.
    var reversed: OrderRelation {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    /// The relation that holds when this one does not.
    var contrary: OrderRelation {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }
}
