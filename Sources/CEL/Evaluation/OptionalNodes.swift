/// A node whose value is always an optional: a node that wants what is inside gets it without an optional being made.
protocol OptionalNode: PlanNode {
    /// Computes what is inside of the optional; `nil` if nothing is.
    func content(_ context: inout EvaluationContext) throws(CELError) -> CELValue?
}

extension OptionalNode {
    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue { .optional(try content(&context)) }
}

/// An operand that is an optional, or may be one.
struct OptionalOperand: Sendable {
    private let node: any PlanNode
    /// The node, if it is known to give an optional.
    private let source: (any OptionalNode)?

    /// Takes a node.
    init(_ node: any PlanNode) {
        self.node = node
        source = node as? any OptionalNode
    }

    /// What is inside of the operand, which must be an optional; `nil` if nothing is.
    func content(
        _ context: inout EvaluationContext, for function: OptionalFunction
    ) throws(CELError) -> CELValue? {
        if let source { return try source.content(&context) }
        return try unwrap(try node.value(&context), function)
    }

    /// What is selected from: what is inside of an optional, `nil` if nothing is, or else the operand's value.
    func target(_ context: inout EvaluationContext) throws(CELError) -> CELValue? {
        if let source { return try source.content(&context) }
        return try node.value(&context).targetContent
    }

    private func unwrap(_ value: CELValue, _ function: OptionalFunction) throws(CELError) -> CELValue? {
        do throws(CELFault) {
            return try value.content(for: function)
        } catch {
            throw error.at(node.span)
        }
    }
}

/// `a.or(b)`: `b` is evaluated only if there is nothing in `a`.
final class OptionalOrNode: OptionalNode {
    private let operand: OptionalOperand
    private let alternative: OptionalOperand
    let span: Range<Int>

    init(_ operand: any PlanNode, _ alternative: any PlanNode, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.alternative = OptionalOperand(alternative)
        self.span = span
    }

    func content(_ context: inout EvaluationContext) throws(CELError) -> CELValue? {
        try context.step(at: span)
        if let content = try operand.content(&context, for: .or) { return content }
        return try alternative.content(&context, for: .or)
    }
}

/// `a.orValue(b)`: `b` is evaluated only if there is nothing in `a`.
final class OptionalOrValueNode: PlanNode {
    private let operand: OptionalOperand
    private let alternative: any PlanNode
    let span: Range<Int>

    init(_ operand: any PlanNode, _ alternative: any PlanNode, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.alternative = alternative
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        if let content = try operand.content(&context, for: .orValue) { return content }
        return try alternative.value(&context)
    }
}

/// `a.hasValue()`.
final class OptionalTestNode: ConditionNode {
    private let operand: OptionalOperand
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.step(at: span)
        return try operand.content(&context, for: .hasValue) != nil
    }
}

/// `a.value()`.
final class OptionalValueNode: PlanNode {
    private let operand: OptionalOperand
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        if let content = try operand.content(&context, for: .value) { return content }
        throw CELFault.noContent.at(span)
    }
}

/// `a.optMap(x, b)`.
final class OptionalMapNode: OptionalNode {
    private let operand: OptionalOperand
    private let slot: Int
    private let body: any PlanNode
    let span: Range<Int>

    init(_ operand: any PlanNode, slot: Int, body: any PlanNode, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.slot = slot
        self.body = body
        self.span = span
    }

    func content(_ context: inout EvaluationContext) throws(CELError) -> CELValue? {
        try context.step(at: span)
        guard let content = try operand.content(&context, for: .hasValue) else { return nil }
        context.locals[slot] = .value(content)
        return try body.value(&context)
    }
}

/// `a.optFlatMap(x, b)`: of what type `b` is, nothing but the checker asks, as in the reference implementations.
final class OptionalFlatMapNode: PlanNode {
    private let operand: OptionalOperand
    private let slot: Int
    private let body: any PlanNode
    let span: Range<Int>

    init(_ operand: any PlanNode, slot: Int, body: any PlanNode, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.slot = slot
        self.body = body
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        guard let content = try operand.content(&context, for: .hasValue) else { return .optional(nil) }
        context.locals[slot] = .value(content)
        return try body.value(&context)
    }
}
