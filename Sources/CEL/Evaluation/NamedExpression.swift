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
    }

    /// Computes the value and keeps it. What fails is computed again when it is read again.
    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        do throws(CELError) {
            let value = try context.withLocals(checked.localCount) { (context) throws(CELError) in
                try root.value(&context)
            }
            context.keep(value, at: slot)
            return value
        } catch {
            // One that failed in another named expression has its place there.
            throw error.definition == nil ? error.inDefinition(name) : error
        }
    }
}
