/// What an evaluation reads, and what it changes as it goes. Valid only for as long as the evaluation lasts.
struct EvaluationContext {
    /// The values of declared variables by slot; `nil` where none was given.
    let variables: UnsafeBufferPointer<CELValue?>
    /// What is to be known of the variables before they are read, by slot.
    let shapes: UnsafeBufferPointer<VariableShape>
    /// The variables that are messages, to be read without copying.
    let messages: UnsafeBufferPointer<BorrowedMessage>
    /// The values of macro variables by slot.
    let locals: UnsafeMutableBufferPointer<CELValue>
    /// The steps left.
    var meter: CostMeter

    /// Calls the body with a context of these variables, and room for macro variables.
    @inline(__always)
    static func with<Result>(
        _ variables: VariableStorage, localCount: Int, costLimit: Int, _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        if localCount == 0 { return with(variables, costLimit: costLimit, body) }
        return withUnsafeTemporaryAllocation(of: CELValue.self, capacity: localCount) { locals in
            locals.initialize(repeating: .null)
            defer { locals.deinitialize() }
            return with(variables, locals: locals, costLimit: costLimit, body)
        }
    }

    /// The same without room for macro variables.
    @inline(__always)
    static func with<Result>(
        _ variables: VariableStorage,
        locals: UnsafeMutableBufferPointer<CELValue> = UnsafeMutableBufferPointer(start: nil, count: 0),
        costLimit: Int, _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        variables.values.withUnsafeBufferPointer { values in
            variables.shapes.withUnsafeBufferPointer { shapes in
                variables.withMessages { messages in
                    var context = EvaluationContext(
                        variables: values, shapes: shapes, messages: messages, locals: locals,
                        meter: CostMeter(limit: costLimit))
                    return body(&context)
                }
            }
        }
    }

    /// Takes one step.
    @inline(__always)
    mutating func step(at span: @autoclosure () -> Range<Int>) throws(CELError) {
        if !meter.take(1) { throw CostMeter.exceeded.at(span()) }
    }

    /// Takes steps.
    @inline(__always)
    mutating func steps(_ count: Int, at span: @autoclosure () -> Range<Int>) throws(CELError) {
        if !meter.take(count) { throw CostMeter.exceeded.at(span()) }
    }
}
