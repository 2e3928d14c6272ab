/// A call of an element of a constant list, which was computed for all elements when checking.
final class ElementTableNode: PlanNode {
    private let values: [CELValue]
    private let indexSlot: Int
    let span: Range<Int>

    init(_ values: [CELValue], indexSlot: Int, _ span: Range<Int>) {
        self.values = values
        self.indexSlot = indexSlot
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        guard case .int(let index) = context.locals[indexSlot], values.indices.contains(Int(index)) else {
            return .null
        }
        return values[Int(index)]
    }
}

/// `matches` with a pattern that is an element of a constant list.
final class ElementMatchNode: ConditionNode {
    private let text: any PlanNode
    private let patterns: [RegularExpression]
    private let indexSlot: Int
    let span: Range<Int>

    init(_ text: any PlanNode, _ patterns: [RegularExpression], indexSlot: Int, _ span: Range<Int>) {
        self.text = text
        self.patterns = patterns
        self.indexSlot = indexSlot
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        let text = try text.text(&context, else: &other)
        do throws(CELFault) {
            guard let text else { throw .noSuchOverload("matches", [other, .string("")]) }
            guard case .int(let index) = context.locals[indexSlot] else { return false }
            return try patterns[Int(index)].matches(text, &context.meter)
        } catch {
            throw error.at(span)
        }
    }
}
