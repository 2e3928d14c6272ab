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
