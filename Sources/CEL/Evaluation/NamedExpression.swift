/// An expression with a name, which is evaluated when it is first read and then kept.
final class NamedExpression: Sendable {
    let name: String
    /// The slot of its value.
    let slot: Int
    /// What it was parsed from.
    let expression: Expression
    /// What the checker found out about it.
    let checked: CheckedExpression
    /// What is evaluated.
    let root: any PlanNode
    /// The variables that it reads, itself or through other named expressions.
    let readSlots: Set<Int>
    /// How large its value can be.
    let bound: ValueBound
    /// Whether its value is a text.
    let isText: Bool
    /// The slots that its macro variables need.
    private let localCount: Int

    /// Makes one of an expression that was checked and planned.
    init(
        name: String, slot: Int, expression: Expression, checked: CheckedExpression, root: any PlanNode,
        readSlots: Set<Int>, bound: ValueBound
    ) {
        self.name = name
        self.slot = slot
        self.expression = expression
        self.checked = checked
        self.root = root
        self.readSlots = readSlots
        self.bound = bound
        isText = checked.resultType == .string
        localCount = checked.localCount
    }

    /// Computes the value and keeps it. What fails is computed again when it is read again.
    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        if isText, let texts = context.texts {
            var other = CELValue.null
            let text = try text(&context, in: texts, else: &other)
            return text.map { .string(String($0.bytes)) } ?? other
        }
        if root.givesTexts, let texts = context.texts {
            var other = CELValue.null
            return try self.texts(&context, in: texts, else: &other).map { .list($0.values) } ?? other
        }
        return try evaluate(&context) { (context) throws(CELError) -> CELValue in
            let value = try root.value(&context)
            context.keep(value, at: slot)
            return value
        }
    }

    /// Computes the value and keeps it, as a text if it is one.
    ///
    /// - Returns: The text, or `nil` when `other` was set to a value that is none.
    func text(
        _ context: inout EvaluationContext, in texts: UnsafeMutablePointer<KeptTexts>, else other: inout CELValue
    ) throws(CELError) -> KeptText? {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        return try evaluate(&context) { (context) throws(CELError) -> KeptText? in
            guard let text = try root.text(&context, else: &other) else {
                context.keep(other, at: slot)
                return nil
            }
            return context.keep(text, at: slot, in: texts)
        }
    }

    /// Computes the value and keeps it, as a list of texts if it is one.
    ///
    /// - Returns: The list, or `nil` when `other` was set to a value that is none.
    func texts(
        _ context: inout EvaluationContext, in texts: UnsafeMutablePointer<KeptTexts>, else other: inout CELValue
    ) throws(CELError) -> TextList? {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        return try evaluate(&context) { (context) throws(CELError) -> TextList? in
            guard let list = try root.texts(&context, else: &other) else {
                context.keep(other, at: slot)
                return nil
            }
            return context.keep(list, at: slot, in: texts)
        }
    }

    /// Evaluates it, with room for its own macro variables.
    @inline(__always)
    private func evaluate<Value>(
        _ context: inout EvaluationContext, _ body: (inout EvaluationContext) throws(CELError) -> Value
    ) throws(CELError) -> Value {
        do throws(CELError) {
            return try localCount == 0 ? body(&context) : context.withLocals(localCount, body)
        } catch {
            // One that failed in another named expression has its place there.
            throw error.definition == nil ? error.inDefinition(name) : error
        }
    }
}
