/// `a.?b` for a message of a known type, and `a.b` for an optional of one: nothing is in it if the field is unset.
final class OptionalFieldNode: OptionalNode {
    private let operand: OptionalOperand
    private let slot: Int
    private let field: String
    let span: Range<Int>

    init(_ operand: any PlanNode, slot: Int, field: String, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.slot = slot
        self.field = field
        self.span = span
    }

    func content(_ context: inout EvaluationContext) throws(CELError) -> CELValue? {
        guard let target = try operand.target(&context) else { return nil }
        guard case .message(let message) = target else { throw hasNoFields(target, field, span) }
        let value = try message.readableValue(at: slot, span)
        if case .null = value { return nil }
        return value
    }
}

/// `a.?b` for a map or a value of unknown type, and `a.b` for an optional of one: nothing is in it if there is no such
/// key or the field is unset.
final class OptionalMemberNode: OptionalNode {
    private let operand: OptionalOperand
    private let lookup: MemberLookup
    let span: Range<Int>

    init(_ operand: any PlanNode, _ lookup: MemberLookup, _ span: Range<Int>) {
        self.operand = OptionalOperand(operand)
        self.lookup = lookup
        self.span = span
    }

    func content(_ context: inout EvaluationContext) throws(CELError) -> CELValue? {
        guard let target = try operand.target(&context) else { return nil }
        return try lookup.find(in: target, span)
    }
}

/// `has(a.b)` for an optional.
final class OptionalPresenceNode: ConditionNode {
    private let selection: any OptionalNode
    let span: Range<Int>

    init(_ selection: any OptionalNode, _ span: Range<Int>) {
        self.selection = selection
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try selection.content(&context) != nil
    }
}

/// `a.b` or `has(a.b)` for a value of unknown type: a map, a message, or an optional of one.
final class DynamicMemberNode: PlanNode {
    private let operand: any PlanNode
    private let lookup: MemberLookup
    private let isTest: Bool
    let span: Range<Int>

    init(_ operand: any PlanNode, _ lookup: MemberLookup, isTest: Bool, _ span: Range<Int>) {
        self.operand = operand
        self.lookup = lookup
        self.isTest = isTest
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let target = try operand.value(&context)
        if case .opaque(let opaque) = target, let optional = opaque as? CELOptional { return try chained(optional) }
        if isTest { return .bool(try lookup.find(in: target, span) != nil) }
        return try lookup.get(from: target, span)
    }

    private func chained(_ optional: CELOptional) throws(CELError) -> CELValue {
        var found: CELValue?
        if let content = optional.content { found = try lookup.find(in: content, span) }
        return isTest ? .bool(found != nil) : .optional(found)
    }
}

/// A name to be looked up in maps and in messages of any type.
struct MemberLookup: Sendable {
    private let field: String
    private let key: CELValue
    private let messages: [String: CELMessageType]

    /// Takes a name and the message types that there are, by name.
    init(_ field: String, messages: [String: CELMessageType]) {
        self.field = field
        key = .string(field)
        self.messages = messages
    }

    /// The value at the key or of the field; `nil` if there is no such key or the field is unset.
    func find(in target: CELValue, _ span: Range<Int>) throws(CELError) -> CELValue? {
        switch target {
        case .map(let map): return map[key]
        case .message(let message):
            let value = try self.value(of: message, span)
            if case .null = value { return nil }
            return value
        default: throw hasNoFields(target, field, span)
        }
    }

    /// The value at a key that there must be, or of a field, null if it is unset.
    func get(from target: CELValue, _ span: Range<Int>) throws(CELError) -> CELValue {
        switch target {
        case .map(let map):
            if let value = map[key] { return value }
            throw CELFault.noSuchKey(field).at(span)
        case .message(let message): return try value(of: message, span)
        default: throw hasNoFields(target, field, span)
        }
    }

    private func value(of message: any CELMessage, _ span: Range<Int>) throws(CELError) -> CELValue {
        if let slot = messages[message.typeName]?.slot(of: field) {
            return try message.readableValue(at: slot, span)
        }
        throw CELFault.noSuchField(field).at(span)
    }
}

private func hasNoFields(_ value: CELValue, _ field: String, _ span: Range<Int>) -> CELError {
    CELFault.noFields(value.type, field).at(span)
}
