/// `[a].map(x, b)[0]`, as which rules write `b` with a name for `a`: what the macro and the list give, without the lists.
final class SingleElementNode: PlanNode {
    private let element: any PlanNode
    private let slot: Int
    private let body: any PlanNode
    /// Where the list, the macro and the whole stand.
    private let list: Range<Int>
    private let macro: Range<Int>
    let span: Range<Int>

    init(
        _ element: any PlanNode, slot: Int, body: any PlanNode, list: Range<Int>, macro: Range<Int>, _ span: Range<Int>
    ) {
        self.element = element
        self.slot = slot
        self.body = body
        self.list = list
        self.macro = macro
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try bind(&context)
        let value = try body.value(&context)
        try context.step(at: span)
        return value
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        try bind(&context)
        let text = try body.text(&context, else: &other)
        try context.step(at: span)
        return text
    }

    private func bind(_ context: inout EvaluationContext) throws(CELError) {
        try context.step(at: list)
        try context.step(at: element.span)
        let value = try element.value(&context)
        try context.step(at: macro)
        context.locals[slot] = .value(value)
    }
}
