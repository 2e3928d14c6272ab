/// A part of a planned expression, ready to be evaluated any number of times and by several threads at once.
protocol PlanNode: AnyObject, Sendable {
    /// Computes the value.
    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue

    /// Computes a value that must be a bool. Conditions are evaluated by this, without making a ``CELValue``.
    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool

    /// Computes a value that is probably an integer, and then without making a ``CELValue``.
    ///
    /// - Returns: The integer, or `nil` when `other` was set to a value that is none.
    func integer(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> Int64?

    /// Computes a value that is probably text, and then without making a ``CELValue`` or a `String`.
    ///
    /// - Returns: The text, or `nil` when `other` was set to a value that is none.
    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes?

    /// Whether ``text(_:else:)`` is of use: whether the value is mostly a text that need not be made a `String`.
    var givesText: Bool { get }

    /// Computes a value that is probably a list of texts and nulls, and then without making a ``CELValue``.
    ///
    /// - Returns: The list, or `nil` when `other` was set to a value that is none.
    func texts(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextList?

    /// Whether ``texts(_:else:)`` is of use: whether the value is a list of texts and nulls that need not be made.
    var givesTexts: Bool { get }

    /// UTF-8 offsets of the source.
    var span: Range<Int> { get }
}

extension PlanNode {
    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        try bool(from: value(&context))
    }

    /// The bool that the node's value must be.
    func bool(from value: CELValue) throws(CELError) -> Bool {
        if case .bool(let bool) = value { return bool }
        throw CELFault.noBool(value.type).at(span)
    }

    func integer(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> Int64? {
        let value = try value(&context)
        if case .int(let number) = value { return number }
        other = value
        return nil
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        let value = try value(&context)
        if case .string(let text) = value { return context.room.copy(text) }
        other = value
        return nil
    }

    var givesText: Bool { false }

    func texts(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextList? {
        other = try value(&context)
        return nil
    }

    var givesTexts: Bool { false }
}

/// A node whose value is a bool: it has its condition only.
protocol ConditionNode: PlanNode {}

extension ConditionNode {
    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue { .bool(try bool(&context)) }
}

/// A node whose value is a text, or what the operand was instead: it has its text only.
protocol TextNode: PlanNode {}

extension TextNode {
    var givesText: Bool { true }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        if let text = try text(&context, else: &other) { return .string(String(text)) }
        return other
    }
}

/// A value known when the expression was planned.
final class ConstantNode: PlanNode {
    /// The value.
    let constant: CELValue
    let span: Range<Int>

    init(_ constant: CELValue, _ span: Range<Int>) {
        self.constant = constant
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue { constant }
}

/// A part that always fails, of an expression that was compiled without checking.
final class FailureNode: PlanNode {
    private let fault: CELFault
    let span: Range<Int>

    init(_ fault: CELFault, _ span: Range<Int>) {
        self.fault = fault
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue { throw fault.at(span) }
}

/// A declared variable.
final class VariableNode: PlanNode {
    /// The variable's slot.
    let slot: Int
    /// The declared name, for messages.
    let name: String
    let span: Range<Int>

    init(slot: Int, name: String, _ span: Range<Int>) {
        self.slot = slot
        self.name = name
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        if let value = context.variables[slot] { return value }
        switch context.shapes[slot] {
        case .message: return context.messages[slot].content
        case .field(let field):
            guard let value = field.value(context) else { break }
            if case .null = value, let fault = field.fault(context) { throw .unreadable(fault, span) }
            return value
        case .list, .text, .texts, .lookup, .other: break
        }
        if let value = context.lookedUp(name, at: slot) { return value }
        throw CELFault.unset(name).at(span)
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        switch context.shapes[slot] {
        case .field(let field):
            if let text = field.text(&context) { return text }
        default:
            if case .string(let text)? = context.variables[slot] { return context.room.copy(text) }
        }
        let value = try value(&context)
        if case .string(let text) = value { return context.room.copy(text) }
        other = value
        return nil
    }
}

/// A named expression: its value if that is known, and else what it gives now.
final class DefinitionNode: PlanNode {
    /// The slot of its value.
    let slot: Int
    private let definition: NamedExpression
    let span: Range<Int>

    init(_ definition: NamedExpression, _ span: Range<Int>) {
        slot = definition.slot
        self.definition = definition
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        if let value = context.known(at: slot) { return value }
        return try definition.value(&context)
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        if case .bool(let bool)? = context.variables[slot] { return bool }
        return try bool(from: value(&context))
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        if case .text(let text) = context.shapes[slot] { return text.bytes }
        if case .string(let text)? = context.variables[slot] { return context.room.copy(text) }
        if let texts = context.texts { return try definition.text(&context, in: texts, else: &other)?.bytes }
        let value = try definition.value(&context)
        if case .string(let text) = value { return context.room.copy(text) }
        other = value
        return nil
    }

    var givesText: Bool { definition.isText }

    func texts(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextList? {
        if case .texts(let list) = context.shapes[slot] { return list }
        if context.variables[slot] == nil, let texts = context.texts {
            return try definition.texts(&context, in: texts, else: &other)
        }
        other = try value(&context)
        return nil
    }

    var givesTexts: Bool { definition.root.givesTexts }

    /// The number of the text that is kept, which is computed if it is not known yet; `nil` if it has none, or fails. What
    /// reads it then fails too.
    ///
    /// - Throws: For running out of steps alone.
    func known(_ context: inout EvaluationContext) throws(CELError) -> UInt32? {
        if case .text(let text) = context.shapes[slot] { return text.number }
        guard context.variables[slot] == nil, let texts = context.texts else { return nil }
        let meter = context.meter
        var other = CELValue.null
        do throws(CELError) {
            return try definition.text(&context, in: texts, else: &other)?.number
        } catch {
            if error.code == .costLimitExceeded { throw error }
            context.meter = meter
            return nil
        }
    }
}

/// A variable of a macro.
final class LocalNode: PlanNode {
    /// The variable's slot.
    let slot: Int
    var givesText: Bool { true }
    let span: Range<Int>

    init(slot: Int, _ span: Range<Int>) {
        self.slot = slot
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let value = context.locals[slot].value
        if case .opaque(let opaque) = value, let bound = opaque as? BoundValue {
            return try bound.value(&context, at: slot)
        }
        return value
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        if let text = context.localText(at: slot) { return text }
        let value = try value(&context)
        if case .string(let text) = value { return context.room.copy(text) }
        other = value
        return nil
    }
}

/// `cel.bind(name, value, body)`: the value is computed when it is first read, and then once.
final class BindNode: PlanNode {
    private let slot: Int
    private let bound: CELValue
    private let body: any PlanNode
    let span: Range<Int>

    init(slot: Int, bound: any PlanNode, body: any PlanNode, _ span: Range<Int>) {
        self.slot = slot
        self.bound = (bound as? ConstantNode)?.constant ?? .opaque(BoundValue(.node(bound)))
        self.body = body
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        context.locals[slot] = .value(bound)
        return try body.value(&context)
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        context.locals[slot] = .value(bound)
        return try body.bool(&context)
    }
}

/// What stands in the place of a variable of `cel.bind` until it is read, or once it has failed; nothing else sees it.
private final class BoundValue: CELOpaqueValue {
    enum Outcome: Sendable {
        case node(any PlanNode)
        case failure(CELError)
    }

    private let outcome: Outcome

    init(_ outcome: Outcome) { self.outcome = outcome }

    /// Computes the value, and puts it or the failure into its place.
    func value(_ context: inout EvaluationContext, at slot: Int) throws(CELError) -> CELValue {
        switch outcome {
        case .failure(let error): throw error
        case .node(let node):
            do throws(CELError) {
                let value = try node.value(&context)
                context.locals[slot] = .value(value)
                return value
            } catch {
                context.locals[slot] = .value(.opaque(BoundValue(.failure(error))))
                throw error
            }
        }
    }

    var type: CELType { .dyn }
    var description: String { "" }
    func isEqual(to other: any CELOpaqueValue) -> Bool { (other as? BoundValue) === self }
}
