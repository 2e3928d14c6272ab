/// `a.lowerAscii()` and `a.upperAscii()`.
final class LetterCaseNode: TextNode {
    private let operand: TextOperand
    private let mapping: StringExtensions.LetterCase
    let span: Range<Int>

    init(_ operand: any PlanNode, _ mapping: StringExtensions.LetterCase, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.mapping = mapping
        self.span = span
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        let text = try operand.argument(of: mapping.rawValue, &context, at: span)
        // Most texts are as they should be already.
        if !mapping.changes(text) { return text }
        return context.room.make(text.count) { mapping.write(text, to: $0) }
    }
}

/// `a + b`, where both are mostly texts.
final class TextSumNode: TextNode {
    private let left: any PlanNode
    private let right: any PlanNode
    private let body: Function.Binary
    let span: Range<Int>

    /// - Returns: `nil` for calls of any other function, and sums of what is no text.
    init?(
        _ name: String, _ body: @escaping Function.Binary, _ left: any PlanNode, _ right: any PlanNode,
        _ span: Range<Int>
    ) {
        guard name == Operators.add, left.givesText || right.givesText, left.mayBeText, right.mayBeText else {
            return nil
        }
        self.left = left
        self.right = right
        self.body = body
        self.span = span
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        var (first, second) = (CELValue.null, CELValue.null)
        let left = try left.text(&context, else: &first)
        let right = try right.text(&context, else: &second)
        do throws(CELFault) {
            try context.meter.charge()
            if let left, let right {
                try context.meter.charge(bytes: left.count + right.count)
                return context.room.make(left.count + right.count) { room in
                    let end = room.initialize(fromContentsOf: left)
                    _ = room[end...].initialize(fromContentsOf: right)
                }
            }
            if let left { first = .string(String(left)) }
            if let right { second = .string(String(right)) }
            other = try body(first, second, &context.meter)
            return nil
        } catch {
            throw error.at(span)
        }
    }
}

extension PlanNode {
    /// Whether it is no constant of another type.
    fileprivate var mayBeText: Bool {
        guard let constant = (self as? ConstantNode)?.constant else { return true }
        if case .string = constant { return true }
        return false
    }
}

/// `a.split('x')`, and with a limit that is constant too.
final class SplitNode: PlanNode {
    private let operand: TextOperand
    private let separator: [UInt8]
    /// How often the text is cut at most.
    private let limit: Int64
    /// The call, for what is no text.
    private let call: CallNode
    let span: Range<Int>

    /// - Parameters:
    ///   - operands: All of the call.
    ///   - call: The call itself.
    /// - Returns: `nil` for a call in which more than the text is to be computed, and for one that gives characters or nothing.
    init?(_ operands: [any PlanNode], _ call: CallNode) {
        guard operands.count == 2 || operands.count == 3,
            case .string(let separator)? = (operands[1] as? ConstantNode)?.constant, !separator.isEmpty
        else { return nil }
        if operands.count == 3 {
            guard case .int(let count)? = (operands[2] as? ConstantNode)?.constant, count != 0 else { return nil }
            limit = count > 0 ? count - 1 : .max
        } else {
            limit = .max
        }
        operand = TextOperand(operands[0])
        self.separator = Array(separator.utf8)
        self.call = call
        span = call.span
    }

    var givesTexts: Bool { true }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue { try call.value(&context) }

    func texts(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextList? {
        var value = CELValue.null
        let text = try operand.text(&context, else: &value)
        do throws(CELFault) {
            try context.meter.charge()
            guard let text else { throw .noSuchOverload(StringExtensions.splitName, call.arguments(after: value)) }
            let parts = try separator.withUnsafeBufferPointer { separator throws(CELFault) in
                try StringExtensions.parts(of: text, at: separator, limit: limit, &context.meter)
            }
            var list = context.room.makeList(capacity: parts.count)
            for part in parts { list.append(TextBytes(rebasing: text[part])) }
            return list
        } catch {
            throw error.at(span)
        }
    }
}

/// `a.trim()`.
final class TrimNode: TextNode {
    private let operand: TextOperand
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.span = span
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        let text = try operand.argument(of: StringExtensions.trimName, &context, at: span)
        return StringExtensions.isTrimmed(text) ? text : context.room.copy(StringExtensions.trimmed(String(text)))
    }
}
