/// The integers that an expression can give.
enum IntegerRange {
    /// The range of a node; `nil` where nothing is known, or where it is no int.
    static func of(_ node: Expression, _ context: LintContext) -> ClosedRange<Int64>? {
        switch node.kind {
        case .literal(.int(let number)): return number...number
        case .conditional(_, let then, let otherwise):
            guard let first = of(then, context), let second = of(otherwise, context) else { return nil }
            return min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
        case .call where context.type(of: node) == .int && !isHost(node, context):
            return context.trait(\.range, of: node)
        default: return nil
        }
    }

    private static func isHost(_ node: Expression, _ context: LintContext) -> Bool {
        context.functions(of: node).contains(where: \.isHost)
    }

    /// The value of a comparison for all numbers of two ranges; `nil` where it depends on the numbers.
    static func verdict(
        _ left: ClosedRange<Int64>, _ relation: OrderRelation, _ right: ClosedRange<Int64>
    ) -> Bool? {
        let lowest = relation.holds(Ordering(left.lowerBound, right.upperBound))
        let highest = relation.holds(Ordering(left.upperBound, right.lowerBound))
        return lowest == highest ? lowest : nil
    }
}
