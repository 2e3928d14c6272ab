internal import Text

/// A comparison of two values, such as `a == b` or `a < b`.
final class ComparisonNode: ConditionNode {
    private let left: any PlanNode
    private let right: any PlanNode
    private let relation: Relation
    /// Whether both are mostly texts that need not be made.
    private let areTexts: Bool
    let span: Range<Int>

    init(_ left: any PlanNode, _ relation: Relation, _ right: any PlanNode, _ span: Range<Int>) {
        self.left = left
        self.right = right
        self.relation = relation
        areTexts = left.givesText && right.givesText && relation.isEquality
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        if areTexts { return try areEqual(&context) == relation.isEqual }
        let left = try left.value(&context)
        let right = try right.value(&context)
        return try relation.holds(left, right, &context, at: span)
    }

    private func areEqual(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var (first, second) = (CELValue.null, CELValue.null)
        let left = try left.text(&context, else: &first)
        let right = try right.text(&context, else: &second)
        if let left, let right {
            try context.steps(min(left.count, right.count) / 10, at: span)
            return left.isSame(as: right)
        }
        if let left { first = .string(String(left)) }
        if let right { second = .string(String(right)) }
        return try Relation.equal.holds(first, second, &context, at: span)
    }
}

/// `a == null` or `a != null`.
final class NullComparisonNode: ConditionNode {
    private let operand: TextOperand
    private let relation: Relation
    let span: Range<Int>

    init(_ operand: any PlanNode, _ relation: Relation, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.relation = relation
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        if operand.atHand(context) != nil { return !relation.isEqual }
        return try relation.holds(operand.node.value(&context), .null, &context, at: span)
    }
}

/// `a in [constants]`: few texts are looked up by an index, many and integers by hash.
final class ConstantMembershipNode: ConditionNode {
    private let operand: any PlanNode
    private let elements: [CELValue]
    private let strings: Set<CodePointString>
    /// In the place of the texts, if they are few.
    private let index: TextLengthIndex?
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
        index = TextLengthIndex(strings.map { Array($0.text.utf8) })
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
            if let index { return index.contains(text) }
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
