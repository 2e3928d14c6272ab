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
        let locals = UnsafeMutableBufferPointer<CELValue>.allocate(capacity: Self.localCount)
        locals.initialize(repeating: .null)
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
        variables.forgetDefinitions()
        texts.pointee.makeRoom()
    }

    /// Sets the variable of a slot, as ``CELVariables/set(_:at:)`` does.
    package mutating func set(_ value: CELValue?, at slot: Int) {
        variables.set(value, at: slot, noting: true)
    }

    /// Makes a variable stand for a field of a message, as ``CELVariables/set(field:ofMessageAt:at:)`` does.
    package mutating func set(field: Int, ofMessageAt message: Int, at slot: Int) {
        variables.set(field: field, ofMessageAt: message, at: slot)
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
        begin(program, extraCost)
        defer { context.room.release(to: start) }
        let plan = program.plan
        return try context.withLocals(upTo: plan.localCount) { (context) throws(CELError) in
            try plan.root.bool(&context)
        }
    }

    /// The value of a program.
    ///
    /// - Parameter extraCost: Steps allowed beyond the program's limit.
    package mutating func value(of program: CELProgram, extraCost: Int = 0) throws(CELError) -> CELValue {
        guard variables.layout.includes(program.plan.layout) else {
            return try program.outcome(keepingIn: &variables, extraCost: extraCost).get()
        }
        begin(program, extraCost)
        defer { context.room.release(to: start) }
        let plan = program.plan
        return try context.withLocals(upTo: plan.localCount) { (context) throws(CELError) in
            try plan.value(&context)
        }
    }

    private mutating func begin(_ program: CELProgram, _ extraCost: Int) {
        costLimit = program.limit(extraCost)
        context.meter = CostMeter(limit: costLimit)
    }
}
