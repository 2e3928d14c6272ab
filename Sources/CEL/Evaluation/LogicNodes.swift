/// `a && b && …`: false when any operand is false, whatever fails; otherwise the first failure.
final class AndNode: ConditionNode {
    private let operands: [any PlanNode]
    let span: Range<Int>

    init(_ operands: [any PlanNode], _ span: Range<Int>) {
        self.operands = operands
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try !absorbing(operands, until: false, &context)
    }
}

/// `a || b || …`: true when any operand is true, whatever fails; otherwise the first failure.
final class OrNode: ConditionNode {
    private let operands: [any PlanNode]
    let span: Range<Int>

    init(_ operands: [any PlanNode], _ span: Range<Int>) {
        self.operands = operands
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try absorbing(operands, until: true, &context)
    }
}

/// Whether any operand has the value that decides; failures count only when none has.
private func absorbing(
    _ operands: [any PlanNode], until deciding: Bool, _ context: inout EvaluationContext
) throws(CELError) -> Bool {
    var failure: CELError?
    for operand in operands {
        do throws(CELError) {
            if try operand.bool(&context) == deciding { return true }
        } catch {
            // A spent budget is no property of the operand: it ends everything.
            if error.code == .costLimitExceeded { throw error }
            failure = failure ?? error
        }
    }
    if let failure { throw failure }
    return false
}

/// `!a`.
final class NotNode: ConditionNode {
    private let operand: any PlanNode
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = operand
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool { try !operand.bool(&context) }
}

/// `a ? b : c`.
final class ConditionalNode: PlanNode {
    private let condition: any PlanNode
    private let then: any PlanNode
    private let otherwise: any PlanNode
    let span: Range<Int>

    init(_ condition: any PlanNode, then: any PlanNode, otherwise: any PlanNode, _ span: Range<Int>) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try condition.bool(&context) ? try then.value(&context) : try otherwise.value(&context)
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try condition.bool(&context) ? try then.bool(&context) : try otherwise.bool(&context)
    }
}
