/// `size(a)`.
final class SizeNode: PlanNode {
    private let operand: any PlanNode
    /// The operand's slot, if it is a variable: the size of a list is read there without a copy of the list.
    let variable: Int?
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = operand
        variable = (operand as? VariableNode)?.slot
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue { .int(try size(&context)) }

    func integer(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> Int64? {
        try size(&context)
    }

    @inline(__always)
    private func size(_ context: inout EvaluationContext) throws(CELError) -> Int64 {
        try context.step(at: span)
        if let variable, case .list(let count) = context.shapes[variable] { return Int64(count) }
        var value = CELValue.null
        if operand.givesText {
            let mark = context.room.mark
            defer { context.room.release(to: mark) }
            if let text = try operand.text(&context, else: &value) {
                try context.steps(text.count / 10, at: span)
                return Int64(text.codePointCount)
            }
        } else {
            value = try operand.value(&context)
        }
        do throws(CELFault) {
            return try Containers.size(of: value, &context.meter)
        } catch {
            throw error.at(span)
        }
    }
}
