/// `a && b && …`: false when any operand is false, whatever fails; otherwise the first failure.
final class AndNode: ConditionNode {
    private let operands: LogicOperands
    let span: Range<Int>

    /// What is evaluated first.
    var firstOperand: any PlanNode { operands.first }

    init(_ operands: [any PlanNode], _ span: Range<Int>) {
        self.operands = LogicOperands(operands)
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try !operands.contain(false, &context)
    }
}

/// `a || b || …`: true when any operand is true, whatever fails; otherwise the first failure.
final class OrNode: ConditionNode {
    private let operands: LogicOperands
    let span: Range<Int>

    init(_ operands: [any PlanNode], _ span: Range<Int>) {
        self.operands = LogicOperands(operands)
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try operands.contain(true, &context)
    }
}

/// The operands of `&&` or `||`, two or more. The usual two have places of their own: lists are slower to go through.
private struct LogicOperands: Sendable {
    let first: any PlanNode
    private let second: any PlanNode
    private let hasMore: Bool
    private let all: [any PlanNode]

    init(_ operands: [any PlanNode]) {
        first = operands[0]
        second = operands[1]
        hasMore = operands.count > 2
        all = operands
    }

    /// Whether any operand has the value that decides; failures count only when none has.
    @inline(__always)
    func contain(_ deciding: Bool, _ context: inout EvaluationContext) throws(CELError) -> Bool {
        do throws(CELError) {
            if try first.bool(&context) == deciding { return true }
        } catch {
            return try contain(deciding, despite: error, &context)
        }
        return hasMore ? try contain(deciding, despite: nil, &context) : try second.bool(&context) == deciding
    }

    /// The same for the operands after the first.
    @inline(never)
    private func contain(
        _ deciding: Bool, despite firstFailure: CELError?, _ context: inout EvaluationContext
    ) throws(CELError) -> Bool {
        var failure = firstFailure
        // A spent budget is no property of the operand: it ends everything.
        if let failure, failure.code == .costLimitExceeded { throw failure }
        for operand in all.dropFirst() {
            do throws(CELError) {
                if try operand.bool(&context) == deciding { return true }
            } catch {
                if error.code == .costLimitExceeded { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return false
    }
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

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        try condition.bool(&context)
            ? try then.text(&context, else: &other) : try otherwise.text(&context, else: &other)
    }
}
