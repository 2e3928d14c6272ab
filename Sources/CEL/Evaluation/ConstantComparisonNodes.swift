internal import Text

/// `a == 0`, `a > 86400` and the like: a comparison with a constant integer.
final class IntComparisonNode: ConditionNode {
    private let operand: any PlanNode
    /// The operand, if it is what it is in most rules, which saves a call.
    private let field: VariableField?
    private let constant: Int64
    private let relation: Relation
    let span: Range<Int>

    init(_ operand: any PlanNode, _ relation: Relation, _ constant: Int64, _ span: Range<Int>) {
        self.operand = operand
        field = (operand as? VariableFieldNode)?.field
        self.relation = relation
        self.constant = constant
        self.span = span
    }

    /// Whether what is compared is the size of a variable.
    func isOfSize(ofVariable slot: Int) -> Bool { (operand as? SizeNode)?.variable == slot }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        if let field, let number = field.integer(context) { return relation.holds(number, constant) }
        var other = CELValue.null
        if let number = try operand.integer(&context, else: &other) { return relation.holds(number, constant) }
        return try relation.holds(other, .int(constant), &context, at: span)
    }
}

/// `a == 'x'` and the like: a comparison with a constant text.
final class TextComparisonNode: ConditionNode {
    private let operand: TextOperand
    private let constant: String
    /// Its UTF-8.
    private let bytes: [UInt8]
    private let relation: Relation
    let span: Range<Int>

    init(_ operand: any PlanNode, _ relation: Relation, _ constant: String, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.relation = relation
        self.constant = constant
        bytes = Array(constant.utf8)
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        guard let text = try operand.text(&context, else: &other) else {
            return try relation.holds(other, .string(constant), &context, at: span)
        }
        let isSameLength = text.count == bytes.count
        switch relation {
        case .equal where !isSameLength: return false
        case .notEqual where !isSameLength: return true
        case .equal, .notEqual:
            try context.steps(bytes.count / 10, at: span)
            let isSame = bytes.withUnsafeBufferPointer { text.startsWith($0) }
            if case .equal = relation { return isSame }
            return !isSame
        case .order: return try relation.holds(.string(String(text)), .string(constant), &context, at: span)
        }
    }
}
