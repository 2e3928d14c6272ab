/// An operand that is a text in most expressions: one that stands somewhere already is had without evaluating a node.
struct TextOperand: Sendable {
    let node: any PlanNode
    /// The field, if the operand is one of a variable.
    let field: VariableField?
    /// The slot, if the operand is a variable or a named expression.
    private let slot: Int?
    /// The slot, if the operand is a variable of a macro.
    private let localSlot: Int?

    init(_ node: any PlanNode) {
        self.node = node
        field = (node as? VariableFieldNode)?.field
        slot = (node as? VariableNode)?.slot ?? (node as? DefinitionNode)?.slot
        localSlot = (node as? LocalNode)?.slot
    }

    /// The text, if it stands in a message or is kept; `nil` where the node has to be asked.
    @inline(__always)
    func atHand(_ context: borrowing EvaluationContext) -> TextBytes? {
        if let field { return field.utf8(context) }
        guard let slot else {
            if let localSlot, case .text(let text) = context.locals[localSlot] { return text }
            return nil
        }
        switch context.shapes[slot] {
        case .field(let field): return field.utf8(context)
        case .text(let text): return text.bytes
        case .message, .list, .texts, .lookup, .other: return nil
        }
    }

    /// The text, or `nil` when `other` was set to a value that is none.
    @inline(__always)
    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        if let text = atHand(context) { return text }
        return try node.text(&context, else: &other)
    }
}

extension TextOperand {
    /// The text that a function of one text is called with, after the steps of the call and of going through the text.
    ///
    /// - Parameters:
    ///   - name: The function.
    ///   - span: Where the call stands.
    @inline(__always)
    func argument(
        of name: @autoclosure () -> String, _ context: inout EvaluationContext, at span: Range<Int>
    ) throws(CELError) -> TextBytes {
        var other = CELValue.null
        let text = try text(&context, else: &other)
        do throws(CELFault) {
            try context.meter.charge()
            guard let text else { throw .noSuchOverload(name(), [other]) }
            try context.meter.charge(bytes: text.count)
            return text
        } catch {
            throw error.at(span)
        }
    }
}
