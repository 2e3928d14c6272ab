/// A node that notes what the node in it gives, for an explanation.
final class TracingNode: PlanNode {
    private let node: any PlanNode
    private let id: Int
    private let recorder: EvaluationRecorder

    /// Makes a node that behaves as another does.
    ///
    /// - Parameter id: The expression's id, under which the recorder keeps what is noted.
    init(_ node: any PlanNode, id: Int, _ recorder: EvaluationRecorder) {
        self.node = node
        self.id = id
        self.recorder = recorder
    }

    var span: Range<Int> { node.span }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let before = context.meter.remaining
        do throws(CELError) {
            let value = try node.value(&context)
            recorder.note(.success(value), of: id, steps: before - context.meter.remaining)
            return value
        } catch {
            recorder.note(.failure(error), of: id, steps: before - context.meter.remaining)
            throw error
        }
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let before = context.meter.remaining
        do throws(CELError) {
            let value = try node.bool(&context)
            recorder.note(.success(.bool(value)), of: id, steps: before - context.meter.remaining)
            return value
        } catch {
            recorder.note(.failure(error), of: id, steps: before - context.meter.remaining)
            throw error
        }
    }
}
