/// Where a field of a message in a variable is found: two numbers, so that nodes pass it on without cost.
struct VariableField: Sendable, Equatable {
    /// The variable's slot.
    let variable: Int
    /// The field's slot in the message type.
    let slot: Int

    /// The value, or `nil` if the variable holds no message.
    @inline(__always)
    func value(_ context: borrowing EvaluationContext) -> CELValue? {
        guard case .message = context.shapes[variable] else { return nil }
        return context.messages[variable].value(at: slot)
    }

    /// The value if it is an integer.
    @inline(__always)
    func integer(_ context: borrowing EvaluationContext) -> Int64? { context.messages[variable].integer(at: slot) }

    /// The value if it is text.
    @inline(__always)
    func text(_ context: inout EvaluationContext) -> TextBytes? {
        utf8(context) ?? string(context).map { context.room.copy($0) }
    }

    /// The value if it is text that is at hand in the message.
    @inline(__always)
    func utf8(_ context: borrowing EvaluationContext) -> TextBytes? { context.messages[variable].utf8(at: slot) }

    /// The value if it is text, which may be made for that.
    @inline(__always)
    func string(_ context: borrowing EvaluationContext) -> String? { context.messages[variable].text(at: slot) }

    /// Why the field cannot be read, if it cannot.
    func fault(_ context: borrowing EvaluationContext) -> String? {
        guard case .message = context.shapes[variable] else { return nil }
        return context.messages[variable].fault(at: slot)
    }

    /// Whether the field is set, or `nil` if the variable holds no message or the field cannot be read.
    @inline(__always)
    func isSet(_ context: borrowing EvaluationContext) -> Bool? {
        guard case .message = context.shapes[variable] else { return nil }
        return context.messages[variable].isSet(at: slot)
    }
}
