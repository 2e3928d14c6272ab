internal import Synchronization

/// A condition that reads nothing but one named text, and whose verdict is remembered by that.
///
/// Gives, takes and fails as the condition does.
final class RememberedConditionNode: ConditionNode {
    /// Tells the conditions of a process apart, from 1.
    private static let count = Atomic<UInt32>(0)

    private let number: UInt32
    private let text: DefinitionNode
    private let condition: any PlanNode
    let span: Range<Int>

    init(_ condition: any PlanNode, of text: DefinitionNode) {
        number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
        self.text = text
        self.condition = condition
        span = condition.span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        guard let texts = context.texts, let text = try text.known(&context) else {
            return try condition.bool(&context)
        }
        if let verdict = texts.pointee.verdict(of: number, on: text), context.meter.take(verdict.steps) {
            return verdict.holds
        }
        let before = context.meter.remaining
        let holds = try condition.bool(&context)
        texts.pointee.remember(holds, steps: before - context.meter.remaining, of: number, on: text)
        return holds
    }
}
