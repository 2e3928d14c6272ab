internal import Text

/// A comparison of two values, such as `a == b` or `a < b`.
final class ComparisonNode: ConditionNode {
    private let left: any PlanNode
    private let right: any PlanNode
    private let relation: Relation
    let span: Range<Int>

    init(_ left: any PlanNode, _ relation: Relation, _ right: any PlanNode, _ span: Range<Int>) {
        self.left = left
        self.relation = relation
        self.right = right
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        let left = try left.value(&context)
        let right = try right.value(&context)
        return try relation.holds(left, right, &context, at: span)
    }
}

/// `a in [constants]`: few texts are looked up by an index, many and integers by hash.
final class ConstantMembershipNode: ConditionNode {
    private let operand: any PlanNode
    private let elements: [CELValue]
    private let strings: Set<CodePointString>
    /// In the place of the texts, if they are few.
    private let index: TextSetIndex?
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
        index =
            strings.count <= TextSetIndex.capacity
            ? TextSetIndex(strings.map { Array($0.text.utf8) }, at: .whole) : nil
        self.strings = index == nil ? strings : []
        self.integers = integers
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var value = CELValue.null
        if let text = try operand.text(&context, else: &value) {
            if let index { return index.members(in: text) != 0 }
            return strings.contains(CodePointString(String(text)))
        }
        switch value {
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
