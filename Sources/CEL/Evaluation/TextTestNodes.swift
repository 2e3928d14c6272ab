internal import Text

/// `a.startsWith('x')` and the like: a test of a text with a constant.
final class TextTestNode: ConditionNode {
    private let operand: TextOperand
    /// The UTF-8 of the constant.
    private let constant: [UInt8]
    private let test: TextTest
    let span: Range<Int>

    init(_ operand: any PlanNode, _ test: TextTest, _ constant: String, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.test = test
        self.constant = Array(constant.utf8)
        self.span = span
    }

    /// The operand's field, if it is one of a variable.
    fileprivate var field: VariableField? { operand.field }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        if let text = operand.atHand(context) { return try holds(text, &context) }
        if let field, let holds = try holds(field, &context) { return holds }
        return try evaluated(&context)
    }

    private func evaluated(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        if let text = try operand.node.text(&context, else: &other) { return try holds(text, &context) }
        try context.step(at: span)
        let values = [other, .string(String(decoding: constant, as: UTF8.self))]
        throw CELFault.noSuchOverload(test.rawValue, values).at(span)
    }

    /// Whether the text of a field passes, where it stands; `nil` if it is none.
    @inline(__always)
    fileprivate func holds(
        _ field: VariableField, _ context: inout EvaluationContext
    ) throws(CELError) -> Bool? {
        if let text = field.utf8(context) { return try holds(text, &context) }
        guard let text = field.string(context) else { return nil }
        try context.steps(1 + test.cost(ofBytes: text.utf8.count), at: span)
        return text.withBytes { text in constant.withUnsafeBufferPointer { test.holds(text, $0) } }
    }

    @inline(__always)
    private func holds(_ text: TextBytes, _ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.steps(1 + test.cost(ofBytes: text.count), at: span)
        return constant.withUnsafeBufferPointer { test.holds(text, $0) }
    }
}

/// `has(a.b) && a.b.startsWith('x')` and the like: the field is read once.
final class GuardedTextTestNode: ConditionNode {
    private let guardNode: VariableFieldPresenceNode
    private let test: TextTestNode
    private let field: VariableField
    let span: Range<Int>

    /// Joins the two conditions, if both are of the same field.
    init?(_ guardNode: any PlanNode, _ test: any PlanNode) {
        guard let guardNode = guardNode as? VariableFieldPresenceNode, let test = test as? TextTestNode,
            let field = test.field, field == guardNode.field
        else { return nil }
        self.guardNode = guardNode
        self.test = test
        self.field = field
        span = guardNode.span.lowerBound..<max(guardNode.span.upperBound, test.span.upperBound)
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        if let holds = try test.holds(field, &context) { return holds }
        return try guardNode.bool(&context) ? try test.bool(&context) : false
    }
}

/// `['x', 'y'].exists(e, text.contains(e))` and the like: the text is computed once, and costs what the macro would.
final class AnyTextTestNode: ConditionNode {
    private let operand: TextOperand
    private let test: TextTest
    /// The UTF-8 of the elements.
    private let elements: [[UInt8]]
    private let index: TextListIndex
    /// Where the call stands.
    private let call: Range<Int>
    let span: Range<Int>

    /// - Parameter elements: At least one.
    init(_ operand: any PlanNode, _ test: TextTest, _ elements: [String], call: Range<Int>, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.test = test
        self.elements = elements.map { Array($0.utf8) }
        index = TextListIndex(self.elements, at: test.place)
        self.call = call
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        guard let text = try operand.text(&context, else: &other) else {
            throw CELFault.noSuchOverload(
                test.rawValue, [other, .string(String(decoding: elements[0], as: UTF8.self))]
            )
            .at(call)
        }
        let position = position(in: text)
        // A step for the element, and what the call takes, for each up to the one that is found.
        let cost = 2 + test.cost(ofBytes: text.count)
        let count = position.map { $0 + 1 } ?? elements.count
        let affordable = min(count, context.meter.remaining / cost)
        try context.steps(affordable * cost, at: call)
        if affordable < count { throw CostMeter.exceeded.at(call) }
        return position != nil
    }

    /// The first element for which the test holds.
    private func position(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        for start in stride(from: 0, to: elements.count, by: TextSetIndex.capacity) {
            var candidates = index.candidates(ofGroup: start / TextSetIndex.capacity, in: text)
            while candidates != 0 {
                let position = start + candidates.trailingZeroBitCount
                guard position < elements.count else { break }
                if elements[position].withUnsafeBufferPointer({ test.holds(text, $0) }) { return position }
                candidates &= candidates - 1
            }
        }
        return nil
    }
}
