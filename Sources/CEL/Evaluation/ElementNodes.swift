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
        guard case .value(.int(let index)) = context.locals[indexSlot], values.indices.contains(Int(index)) else {
            return .null
        }
        return values[Int(index)]
    }
}

/// `a[0]`, where the list's texts need not be made.
final class TextElementNode: PlanNode {
    private let list: any PlanNode
    private let index: Int
    private let body: Function.Binary
    let span: Range<Int>

    /// - Returns: `nil` for calls of any other function, and elements of other lists.
    init?(
        _ name: String, _ body: @escaping Function.Binary, _ list: any PlanNode, _ index: any PlanNode,
        _ span: Range<Int>
    ) {
        guard name == Operators.index, list.givesTexts, case .int(let index)? = (index as? ConstantNode)?.constant,
            let index = Int(exactly: index)
        else { return nil }
        self.list = list
        self.index = index
        self.body = body
        self.span = span
    }

    var givesText: Bool { true }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        return try text(&context, else: &other).map { .string(String($0)) } ?? other
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        var container = CELValue.null
        let list = try list.texts(&context, else: &container)
        do throws(CELFault) {
            try context.meter.charge()
            if let list {
                if index >= 0, index < list.count {
                    other = .null
                    return list[index]
                }
                container = .list(list.values)
            }
            other = try body(container, .int(Int64(index)), &context.meter)
        } catch {
            throw error.at(span)
        }
        guard case .string(let text) = other else { return nil }
        return context.room.copy(text)
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
        guard let text else { throw CELFault.noSuchOverload("matches", [other, .string("")]).at(span) }
        guard case .value(.int(let index)) = context.locals[indexSlot] else { return false }
        let pattern = patterns[Int(index)]
        try context.steps(pattern.searchSteps(bytes: text.count, groups: 1), at: span)
        return pattern.matches(text)
    }
}
