internal import Text

/// Evaluates programs one after the other for the same variables, without getting ready for each: what named expressions
/// gave and what was read of messages is kept from one to the next until a variable changes.
///
/// Gives what ``CELProgram/evaluate(keepingIn:)`` does for the same variables. Not to be used by several threads at once.
package struct CELEvaluator: ~Copyable {
    /// Their memory is this evaluator's alone.
    private var variables: CELVariables
    private var context: EvaluationContext
    private let texts: UnsafeMutablePointer<KeptTexts>
    private let scratch: UnsafeMutableBufferPointer<UInt8>
    private let start: TextRoom.Mark
    private var costLimit = 0

    /// So many bytes of texts are made on the way without asking for memory.
    private static let scratchSize = 1 << 14
    /// Programs with more macro variables get room for them at each evaluation.
    private static let localCount = 16

    /// Makes an evaluator that begins with the values of variables.
    package init(_ variables: CELVariables) {
        self.variables = CELVariables(copying: variables)
        texts = .allocate(capacity: 1)
        texts.initialize(to: KeptTexts())
        scratch = .allocate(capacity: Self.scratchSize)
        let room = TextRoom(scratch)
        start = room.mark
        let locals = UnsafeMutableBufferPointer<MacroVariable>.allocate(capacity: Self.localCount)
        locals.initialize(repeating: .value(.null))
        context = EvaluationContext(
            self.variables.storage, locals: locals, room: room, texts: texts)
    }

    deinit {
        context.locals.deinitialize().deallocate()
        scratch.deallocate()
        texts.deinitialize(count: 1).deallocate()
    }

    /// Forgets what named expressions gave, before the variables change that they all depend on.
    package mutating func begin() {
        for slot in texts.pointee.slots { forget(slot) }
        texts.pointee.removeAllSlots()
        texts.pointee.makeRoom()
    }

    /// Sets the variable of a slot, as ``CELVariables/set(_:at:)`` does.
    package mutating func set(_ value: CELValue?, at slot: Int) {
        guard context.variables.indices.contains(slot) else { return }
        context.slots.set(value, at: slot)
        forgetDependents(of: slot)
    }

    /// Makes the variable of a slot a message.
    package mutating func set(_ message: any CELMessage, at slot: Int) {
        guard context.variables.indices.contains(slot) else { return }
        context.slots.set(message, at: slot, noting: true)
        forgetDependents(of: slot)
    }

    /// Makes a variable stand for a field of a message, as ``CELVariables/set(field:ofMessageAt:at:)`` does.
    package mutating func set(field: Int, ofMessageAt message: Int, at slot: Int) {
        guard context.variables.indices.contains(slot), context.variables.indices.contains(message) else { return }
        context.slots.set(VariableField(variable: message, slot: field), at: slot)
        forgetDependents(of: slot)
    }

    /// Whether a field of the message of a slot is set; `nil` where it cannot be read, or there is no message.
    package func isSet(field: Int, ofMessageAt message: Int) -> Bool? {
        guard context.variables.indices.contains(message) else { return nil }
        return VariableField(variable: message, slot: field).isSet(context)
    }

    private func forgetDependents(of slot: Int) {
        let layout = variables.layout
        guard layout.mayDepend(texts.pointee.slotBits, on: slot) else { return }
        texts.pointee.removeSlots { known in
            guard layout.isDependent(known, on: slot) else { return false }
            forget(known)
            return true
        }
    }

    /// Takes the value of a named expression away.
    private func forget(_ slot: Int) {
        context.shapes[slot] = .other
        if context.variables[slot] != nil { context.variables[slot] = nil }
    }

    /// The steps that the last evaluation took.
    package var steps: Int { costLimit - context.meter.remaining }

    /// Whether a condition holds.
    ///
    /// - Parameter extraCost: Steps allowed beyond the program's limit.
    package mutating func condition(_ program: CELProgram, extraCost: Int = 0) throws(CELError) -> Bool {
        guard variables.layout.includes(program.plan.layout) else {
            return try program.conditionOutcome(keepingIn: &variables, extraCost: extraCost).get()
        }
        return try run(program, extraCost) { (plan, context) throws(CELError) in try plan.root.bool(&context) }
    }

    /// The value of a program.
    ///
    /// - Parameter extraCost: Steps allowed beyond the program's limit.
    package mutating func value(of program: CELProgram, extraCost: Int = 0) throws(CELError) -> CELValue {
        guard variables.layout.includes(program.plan.layout) else {
            return try program.outcome(keepingIn: &variables, extraCost: extraCost).get()
        }
        return try run(program, extraCost) { (plan, context) throws(CELError) in try plan.value(&context) }
    }

    /// Calls the body with the UTF-8 of the text that a program gives, which is valid for the call alone; with `nil` for
    /// another value.
    ///
    /// - Parameter extraCost: Steps allowed beyond the program's limit.
    package mutating func withText(
        of program: CELProgram, extraCost: Int = 0, _ body: (UnsafeBufferPointer<UInt8>?) -> Void
    ) throws(CELError) {
        guard variables.layout.includes(program.plan.layout) else {
            guard case .string(let text) = try value(of: program, extraCost: extraCost) else { return body(nil) }
            return text.withBytes { body($0) }
        }
        try run(program, extraCost) { (plan, context) throws(CELError) in body(try plan.text(&context)) }
    }

    /// Evaluates a program whose variables have the slots of these.
    @inline(__always)
    private mutating func run<Value>(
        _ program: CELProgram, _ extraCost: Int,
        _ body: (ProgramPlan, inout EvaluationContext) throws(CELError) -> Value
    ) throws(CELError) -> Value {
        costLimit = program.limit(extraCost)
        context.meter = CostMeter(limit: costLimit)
        defer { context.room.release(to: start) }
        let plan = program.plan
        return try context.withLocals(upTo: plan.localCount) { (context) throws(CELError) -> Value in
            try body(plan, &context)
        }
    }
}
