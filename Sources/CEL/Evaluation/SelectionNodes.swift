/// A field of a message whose type was known when planning.
final class FieldNode: PlanNode {
    private let operand: any PlanNode
    private let slot: Int
    private let field: String
    let span: Range<Int>

    init(_ operand: any PlanNode, slot: Int, field: String, _ span: Range<Int>) {
        self.operand = operand
        self.slot = slot
        self.field = field
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try message(&context).readableValue(at: slot, span)
    }

    func integer(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> Int64? {
        let message = try message(&context)
        if let number = message.integer(at: slot) { return number }
        other = try message.readableValue(at: slot, span)
        return nil
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        // The message may be held by nothing but this call.
        let message = try message(&context)
        if let text = message.text(at: slot) { return context.room.copy(text) }
        other = try message.readableValue(at: slot, span)
        return nil
    }

    /// Whether the field is set.
    fileprivate func isSet(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let message = try message(&context)
        if let isSet = message.isSet(at: slot) { return isSet }
        throw .unreadable(message.fault(at: slot) ?? "", span)
    }

    private func message(_ context: inout EvaluationContext) throws(CELError) -> any CELMessage {
        let target = try operand.value(&context)
        guard case .message(let message) = target else { throw notAMessage(target, field, span) }
        return message
    }
}

/// A field of a message in a variable: the usual operand of a rule's condition.
final class VariableFieldNode: PlanNode {
    /// Where the field is found.
    let field: VariableField
    private let variable: VariableNode
    private let name: String
    let span: Range<Int>

    init(_ variable: VariableNode, slot: Int, name: String, _ span: Range<Int>) {
        field = VariableField(variable: variable.slot, slot: slot)
        self.variable = variable
        self.name = name
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        guard let value = field.value(context) else {
            return try message(&context).readableValue(at: field.slot, span)
        }
        if case .null = value, let fault = field.fault(context) { throw .unreadable(fault, span) }
        return value
    }

    func integer(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> Int64? {
        if let number = field.integer(context) { return number }
        let value = try value(&context)
        if case .int(let number) = value { return number }
        other = value
        return nil
    }

    var givesText: Bool { true }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        if let text = field.text(&context) { return text }
        let value = try value(&context)
        if case .string(let text) = value { return context.room.copy(text) }
        other = value
        return nil
    }

    /// The message of a variable that holds none but may be looked up.
    ///
    /// - Throws: For one that has no value or is no message, and for a field that cannot be read.
    func message(_ context: inout EvaluationContext) throws(CELError) -> any CELMessage {
        if let fault = field.fault(context) { throw .unreadable(fault, span) }
        let target = try variable.value(&context)
        guard case .message(let message) = target else { throw notAMessage(target, name, span) }
        return message
    }
}

/// Whether a field of a message in a variable is set: the usual guard of a rule's condition.
final class VariableFieldPresenceNode: ConditionNode {
    /// Where the field is found.
    let field: VariableField
    private let node: VariableFieldNode
    let span: Range<Int>

    init(_ node: VariableFieldNode, _ span: Range<Int>) {
        field = node.field
        self.node = node
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        if let isSet = field.isSet(context) { return isSet }
        let message = try node.message(&context)
        if let isSet = message.isSet(at: field.slot) { return isSet }
        throw .unreadable(message.fault(at: field.slot) ?? "", span)
    }
}

/// Whether a field of a message is set.
final class FieldPresenceNode: ConditionNode {
    private let field: FieldNode
    let span: Range<Int>

    init(_ field: FieldNode, _ span: Range<Int>) {
        self.field = field
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool { try field.isSet(&context) }
}

/// A key of a map, or a field of a message whose type was not known when planning.
final class MemberNode: PlanNode {
    private let operand: any PlanNode
    private let field: String
    private let key: CELValue
    private let messages: [String: CELMessageType]
    private let isTest: Bool
    let span: Range<Int>

    init(
        _ operand: any PlanNode, field: String, messages: [String: CELMessageType], isTest: Bool, _ span: Range<Int>
    ) {
        self.operand = operand
        self.field = field
        key = .string(field)
        self.messages = messages
        self.isTest = isTest
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let target = try operand.value(&context)
        switch target {
        case .map(let map):
            if isTest { return .bool(map[key] != nil) }
            if let value = map[key] { return value }
            throw CELFault.noSuchKey(field).at(span)
        case .message(let message):
            guard let slot = messages[message.typeName]?.slot(of: field) else {
                throw CELFault.noSuchField(field).at(span)
            }
            let value = try message.readableValue(at: slot, span)
            if isTest {
                if case .null = value { return .bool(false) }
                return .bool(true)
            }
            return value
        default: throw notAMessage(target, field, span)
        }
    }
}

/// What selecting a field of a value that has none fails with.
func notAMessage(_ value: CELValue, _ field: String, _ span: Range<Int>) -> CELError {
    CELFault.noFields(value.type, field).at(span)
}
