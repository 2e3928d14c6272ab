/// What an evaluation reads, and what it changes as it goes. Valid only for as long as the evaluation lasts.
struct EvaluationContext {
    /// The values of declared variables by slot; `nil` where none was given.
    let variables: UnsafeBufferPointer<CELValue?>
    /// What is to be known of the variables before they are read, by slot.
    let shapes: UnsafeBufferPointer<VariableShape>
    /// The variables that are messages, to be read without copying.
    let messages: UnsafeBufferPointer<BorrowedMessage>
    /// The values of macro variables by slot.
    var locals: UnsafeMutableBufferPointer<CELValue>
    /// Where the values of named expressions are kept; without an address in a program that reads none.
    let kept: UnsafeMutableBufferPointer<CELValue?>
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

    /// Calls the body with a context that keeps the values of named expressions in the variables.
    static func keeping<Result>(
        _ variables: inout VariableStorage, localCount: Int, costLimit: Int,
        _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        variables.withValues { values, rest in
            rest.shapes.withUnsafeBufferPointer { shapes in
                rest.withMessages { messages in
                    let context = EvaluationContext(
                        variables: UnsafeBufferPointer(values), shapes: shapes, messages: messages,
                        locals: UnsafeMutableBufferPointer(start: nil, count: 0), kept: values,
                        meter: CostMeter(limit: costLimit))
                    return context.running(localCount, body)
                }
            }
        }
    }

    private func running<Result>(_ localCount: Int, _ body: (inout EvaluationContext) -> Result) -> Result {
        var context = self
        if localCount == 0 { return body(&context) }
        return withUnsafeTemporaryAllocation(of: CELValue.self, capacity: localCount) { locals in
            locals.initialize(repeating: .null)
            defer { locals.deinitialize() }
            context.locals = locals
            return body(&context)
        }
    }

    /// Calls the body with room of its own for macro variables, and the same variables and steps.
    mutating func withLocals(
        _ count: Int, _ body: (inout EvaluationContext) throws(CELError) -> CELValue
    ) throws(CELError) -> CELValue {
        let (result, meter) = running(count) { context -> (Result<CELValue, CELError>, CostMeter) in
            do throws(CELError) {
                return (.success(try body(&context)), context.meter)
            } catch {
                return (.failure(error), context.meter)
            }
        }
        self.meter = meter
        return try result.get()
    }

    /// Keeps the value of a named expression.
    func keep(_ value: CELValue, at slot: Int) {
        if kept.indices.contains(slot) { kept[slot] = value }
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
                        kept: UnsafeMutableBufferPointer(start: nil, count: 0), meter: CostMeter(limit: costLimit))
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
