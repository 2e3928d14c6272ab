/// The values of variables by slot, with what conditions need to read them where they stand.
///
/// A condition such as `service.default_ttl == 0` takes less time than copying a value does. So the values stay at one place,
/// which copies of the storage share until one of them is changed.
struct VariableStorage: Sendable {
    private var memory: VariableMemory

    /// Makes room for so many variables, none set.
    init(count: Int, lookup: VariableLookup? = nil) { memory = VariableMemory(count: count, lookup: lookup) }

    /// Makes the same values, in memory that nobody else has.
    init(copying other: VariableStorage) { memory = VariableMemory(copying: other.memory) }

    /// Where variables are looked up that are not set.
    var lookup: VariableLookup? { memory.lookup }

    /// How many variables there is room for.
    var count: Int { memory.slots.values.count }

    /// Sets a variable.
    @inline(__always)
    mutating func set(_ value: CELValue?, at slot: Int) {
        makeUnique()
        memory.slots.set(value, at: slot)
    }

    /// Makes a variable stand for a field of a message.
    mutating func set(_ field: VariableField, at slot: Int) {
        makeUnique()
        memory.slots.set(field, at: slot)
    }

    /// The value of a variable, or of a named expression if it is known.
    func value(at slot: Int) -> CELValue? {
        if let value = memory.slots.values[slot] { return value }
        switch memory.slots.shapes[slot] {
        case .message: return memory.slots.messages[slot].content
        case .field(let field): return memory.slots.messages[field.variable].value(at: field.slot)
        case let shape: return shape.kept
        }
    }

    /// Takes the value of a named expression away.
    mutating func forget(_ slot: Int) {
        if memory.slots.shapes[slot].kept != nil {
            makeUnique()
            memory.slots.shapes[slot] = memory.slots.unset
        }
        if memory.slots.values[slot] == nil { return }
        makeUnique()
        memory.slots.values[slot] = nil
    }

    /// Calls the body with the memory, to be read.
    @inline(__always)
    func withMemory<Result>(_ body: (VariableMemory) -> Result) -> Result {
        withExtendedLifetime(memory) { body(memory) }
    }

    /// Calls the body with the memory, whose values may be changed.
    @inline(__always)
    mutating func withUniqueMemory<Result>(_ body: (VariableMemory) -> Result) -> Result {
        makeUnique()
        return withExtendedLifetime(memory) { body(memory) }
    }

    @inline(__always)
    private mutating func makeUnique() {
        if !isKnownUniquelyReferenced(&memory) { memory = VariableMemory(copying: memory) }
    }
}

/// Where the values of variables stand. It owns nothing: a ``VariableMemory`` does.
struct VariableSlots {
    /// The values by slot; `nil` where none was set, or is known, and for messages.
    let values: UnsafeMutableBufferPointer<CELValue?>
    /// What is to be known of the variables before they are read, by slot.
    let shapes: UnsafeMutableBufferPointer<VariableShape>
    /// The messages by slot, and others without fields for the rest.
    let messages: UnsafeMutableBufferPointer<BorrowedMessage>
    /// The shape of a variable that is not set.
    let unset: VariableShape

    /// Sets a variable.
    @inline(__always)
    func set(_ value: CELValue?, at slot: Int) {
        if case .message(let message) = value { return set(message, at: slot, noting: false) }
        values[slot] = value
        if case .message = shapes[slot] { messages[slot] = BorrowedMessage.none }
        switch value {
        case .list(let elements): shapes[slot] = .list(count: elements.count)
        case nil: shapes[slot] = unset
        default: shapes[slot] = .other
        }
    }

    /// Makes a variable a message, which stands among the messages alone.
    ///
    /// - Parameter noting: Whether what is read of the message is noted, which is of use where one evaluation after the other
    ///   reads it, and must not be asked for where several do so at once.
    @inline(__always)
    func set(_ message: any CELMessage, at slot: Int, noting: Bool) {
        values[slot] = nil
        shapes[slot] = .message
        messages[slot].set(message, noting: noting)
    }

    /// Makes a variable stand for a field of a message.
    @inline(__always)
    func set(_ field: VariableField, at slot: Int) {
        if case .message = shapes[slot] { messages[slot] = BorrowedMessage.none }
        values[slot] = nil
        shapes[slot] = .field(field)
    }
}

/// Memory for the values of variables, which are there for as long as it is.
///
/// `Sendable` without a check, since nobody changes it who does not hold the only reference to it.
final class VariableMemory: @unchecked Sendable {
    let slots: VariableSlots
    /// Where variables are looked up that are not set.
    let lookup: VariableLookup?

    fileprivate init(count: Int, lookup: VariableLookup?) {
        self.lookup = lookup
        slots = VariableSlots(
            values: .allocate(capacity: count), shapes: .allocate(capacity: count),
            messages: .allocate(capacity: count), unset: lookup.map { .lookup(.passUnretained($0)) } ?? .other)
        slots.values.initialize(repeating: nil)
        slots.shapes.initialize(repeating: slots.unset)
        for slot in 0..<count { slots.messages.initializeElement(at: slot, to: BorrowedMessage.none) }
    }

    fileprivate init(copying other: VariableMemory) {
        lookup = other.lookup
        let others = other.slots
        let count = others.values.count
        slots = VariableSlots(
            values: .allocate(capacity: count), shapes: .allocate(capacity: count),
            messages: .allocate(capacity: count), unset: others.unset)
        _ = slots.values.initialize(fromContentsOf: others.values)
        _ = slots.shapes.initialize(fromContentsOf: others.shapes)
        for slot in 0..<count { slots.messages.initializeElement(at: slot, to: others.messages[slot].copy()) }
    }

    deinit {
        slots.values.deinitialize().deallocate()
        slots.shapes.deinitialize().deallocate()
        slots.messages.deinitialize().deallocate()
    }
}

/// What is to be known of a variable before it is read.
enum VariableShape: Sendable {
    case message
    case list(count: Int)
    /// It has no value of its own, but that of a field.
    case field(VariableField)
    /// It is a named expression, whose value is a text that the evaluator keeps.
    case text(KeptText)
    /// The same for a list of texts.
    case texts(TextList)
    /// It is not set, but may be looked up there; the storage holds it.
    case lookup(Unmanaged<VariableLookup>)
    case other

    /// The value of a named expression that the evaluator keeps.
    var kept: CELValue? {
        switch self {
        case .text(let text): .string(String(text.bytes))
        case .texts(let list): .list(list.values)
        case .message, .list, .field, .lookup, .other: nil
        }
    }
}
