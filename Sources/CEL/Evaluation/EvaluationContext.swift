/// What an evaluation reads, and what it changes as it goes. Valid only for as long as the evaluation lasts.
struct EvaluationContext {
    /// The declared variables.
    let slots: VariableSlots
    /// Whether the values of named expressions may be kept among those of variables.
    let keeps: Bool
    /// The values of macro variables by slot.
    var locals: UnsafeMutableBufferPointer<MacroVariable>
    /// The steps left.
    var meter: CostMeter
    /// Where texts are made.
    var room: TextRoom
    /// Where named expressions keep their texts; `nil` where those are kept as values.
    var texts: UnsafeMutablePointer<KeptTexts>?

    /// Makes a context that keeps the values of named expressions in the variables, whose memory nobody else must have, and
    /// their texts in `texts`.
    init(
        _ variables: VariableStorage, locals: UnsafeMutableBufferPointer<MacroVariable>, room: TextRoom,
        texts: UnsafeMutablePointer<KeptTexts>
    ) {
        self.init(
            variables.withMemory { $0.slots }, keeps: true, locals: locals, meter: CostMeter(limit: 0), room: room,
            texts: texts)
    }

    private init(
        _ slots: VariableSlots, keeps: Bool, locals: UnsafeMutableBufferPointer<MacroVariable>, meter: CostMeter,
        room: TextRoom, texts: UnsafeMutablePointer<KeptTexts>? = nil
    ) {
        self.slots = slots
        self.keeps = keeps
        self.locals = locals
        self.meter = meter
        self.room = room
        self.texts = texts
    }

    /// The values of the variables, by slot.
    var variables: UnsafeMutableBufferPointer<CELValue?> { slots.values }
    /// What is to be known of them before they are read.
    var shapes: UnsafeMutableBufferPointer<VariableShape> { slots.shapes }
    /// Those that are messages, to be read without copying.
    var messages: UnsafeMutableBufferPointer<BorrowedMessage> { slots.messages }

    /// Calls the body with a context of these variables, and room for macro variables.
    @inline(__always)
    static func with<Result>(
        _ variables: VariableStorage, localCount: Int = 0, costLimit: Int,
        _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        variables.withMemory { with($0, keeps: false, localCount: localCount, costLimit: costLimit, body) }
    }

    /// Calls the body with a context that keeps the values of named expressions in the variables.
    @inline(__always)
    static func keeping<Result>(
        _ variables: inout VariableStorage, localCount: Int, costLimit: Int,
        _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        variables.withUniqueMemory { with($0, keeps: true, localCount: localCount, costLimit: costLimit, body) }
    }

    @inline(__always)
    private static func with<Result>(
        _ memory: VariableMemory, keeps: Bool, localCount: Int, costLimit: Int,
        _ body: (inout EvaluationContext) -> Result
    ) -> Result {
        TextRoom.with { room in
            var context = EvaluationContext(
                memory.slots, keeps: keeps, locals: UnsafeMutableBufferPointer(start: nil, count: 0),
                meter: CostMeter(limit: costLimit),
                room: room)
            defer { context.room.releaseAll() }
            if localCount == 0 { return body(&context) }
            return withLocals(localCount) { locals in
                context.locals = locals
                return body(&context)
            }
        }
    }

    /// So many macro variables have room on the stack, of a size that is known when the program is built.
    private static let usualLocalCount = 8

    /// Calls the body with room for macro variables, all null.
    @inline(__always)
    private static func withLocals<Result>(
        _ count: Int, _ body: (UnsafeMutableBufferPointer<MacroVariable>) -> Result
    ) -> Result {
        if count <= usualLocalCount {
            return withUnsafeTemporaryAllocation(of: MacroVariable.self, capacity: usualLocalCount) { room in
                // Of the room, only what is asked for is initialized, handed out and deinitialized.
                let locals = UnsafeMutableBufferPointer(rebasing: room[..<count])
                locals.initialize(repeating: .value(.null))
                defer { locals.deinitialize() }
                return body(locals)
            }
        }
        return withUnsafeTemporaryAllocation(of: MacroVariable.self, capacity: count) { locals in
            locals.initialize(repeating: .value(.null))
            defer { locals.deinitialize() }
            return body(locals)
        }
    }

    /// Calls the body with room for so many macro variables: that which there is, if it is enough.
    @inline(__always)
    mutating func withLocals<Value>(
        upTo count: Int, _ body: (inout EvaluationContext) throws(CELError) -> Value
    ) throws(CELError) -> Value {
        try count <= locals.count ? body(&self) : withLocals(count, body)
    }

    /// Calls the body with room of its own for macro variables, and the same variables and steps.
    @inline(__always)
    mutating func withLocals<Value>(
        _ count: Int, _ body: (inout EvaluationContext) throws(CELError) -> Value
    ) throws(CELError) -> Value {
        if count == 0 { return try body(&self) }
        let outer = locals
        defer { locals = outer }
        let result = Self.withLocals(count) { room -> Result<Value, CELError> in
            locals = room
            do throws(CELError) {
                return .success(try body(&self))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Where the parts of a URL stand; `nil` for one that is not plain, and for what is none.
    func parts(ofURL text: TextBytes) -> PlainURL? {
        if let texts { texts.pointee.urls.parts(of: text) } else { PlainURL(text) }
    }

    /// The text that a variable of a macro stands for, if it is one.
    @inline(__always)
    mutating func localText(at slot: Int) -> TextBytes? {
        switch locals[slot] {
        case .text(let text): text
        case .value(.string(let text)): room.copy(text)
        case .value: nil
        }
    }

    /// The value of a variable that is not set, if it can be looked up.
    func lookedUp(_ name: String, at slot: Int) -> CELValue? {
        guard case .lookup(let lookup) = shapes[slot] else { return nil }
        return lookup.takeUnretainedValue().value(of: name)
    }

    /// The value of a named expression, if it is known.
    func known(at slot: Int) -> CELValue? {
        if let value = variables[slot] { return value }
        return shapes[slot].kept
    }

    /// Keeps the value of a named expression.
    func keep(_ value: CELValue, at slot: Int) {
        guard keeps, variables.indices.contains(slot) else { return }
        variables[slot] = value
        texts?.pointee.note(slot)
    }

    /// Keeps the value of a named expression that is a text.
    func keep(_ text: TextBytes, at slot: Int, in texts: UnsafeMutablePointer<KeptTexts>) -> KeptText {
        let kept = texts.pointee.keep(text)
        shapes[slot] = .text(kept)
        texts.pointee.note(slot)
        return kept
    }

    /// Keeps the value of a named expression that is a list of texts.
    func keep(_ list: TextList, at slot: Int, in texts: UnsafeMutablePointer<KeptTexts>) -> TextList {
        let kept = texts.pointee.keep(list)
        shapes[slot] = .texts(kept)
        texts.pointee.note(slot)
        return kept
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
