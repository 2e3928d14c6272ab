/// The values of variables by slot, with what conditions need to read them where they stand.
///
/// A condition such as `service.default_ttl == 0` takes less time than copying a value does.
struct VariableStorage: Sendable {
    private(set) var values: [CELValue?]
    private(set) var shapes: [VariableShape]
    /// The messages among the values, and others without fields for the rest.
    private var messages: [any CELMessage]
    /// Where variables are looked up that are not set.
    private(set) var lookup: VariableLookup?

    /// Makes room for so many variables, none set.
    init(count: Int, lookup: VariableLookup? = nil) {
        self.lookup = lookup
        values = Array(repeating: nil, count: count)
        shapes = Array(repeating: lookup.map { .lookup(.passUnretained($0)) } ?? .other, count: count)
        messages = Array(repeating: NoMessage(), count: count)
    }

    /// Sets a variable.
    mutating func set(_ value: CELValue?, at slot: Int) {
        values[slot] = value
        if case .message(let message) = value {
            (shapes[slot], messages[slot]) = (.message, message)
            return
        }
        if case .message = shapes[slot] { messages[slot] = NoMessage() }
        switch (value, lookup) {
        case (.list(let elements), _): shapes[slot] = .list(count: elements.count)
        case (nil, let lookup?): shapes[slot] = .lookup(.passUnretained(lookup))
        default: shapes[slot] = .other
        }
    }

    /// Makes a variable stand for a field of a message.
    mutating func set(_ field: VariableField, at slot: Int) {
        if case .message = shapes[slot] { messages[slot] = NoMessage() }
        values[slot] = nil
        shapes[slot] = .field(field)
    }

    /// The value of a variable, or of a named expression if it is known.
    func value(at slot: Int) -> CELValue? {
        if let value = values[slot] { return value }
        guard case .field(let field) = shapes[slot] else { return nil }
        return messages[field.variable].value(at: field.slot)
    }

    /// Takes the value of a named expression away.
    mutating func forget(_ slot: Int) {
        if values[slot] != nil { values[slot] = nil }
    }

    /// Calls the body with the values, to be read and to be kept.
    @inline(__always)
    mutating func withValues<Result>(
        _ body: (UnsafeMutableBufferPointer<CELValue?>, VariableStorage) -> Result
    ) -> Result {
        // The rest is copied, which copies no value; the values are not, so that they stay the only ones.
        let rest = VariableStorage(values: [], shapes: shapes, messages: messages, lookup: lookup)
        return values.withUnsafeMutableBufferPointer { body($0, rest) }
    }

    private init(
        values: [CELValue?], shapes: [VariableShape], messages: [any CELMessage], lookup: VariableLookup?
    ) {
        self.lookup = lookup
        self.values = values
        self.shapes = shapes
        self.messages = messages
    }

    /// Calls the body with the messages, to be read without copying.
    @inline(__always)
    func withMessages<Result>(_ body: (UnsafeBufferPointer<BorrowedMessage>) -> Result) -> Result {
        // Decided when the program is built: where it does not hold, nothing is evaluated.
        precondition(BorrowedMessage.isLaidOutAsMessage, "a borrowed message is not laid out as a message is")
        return messages.withUnsafeBufferPointer { messages in
            messages.withMemoryRebound(to: BorrowedMessage.self) { body($0) }
        }
    }

    private struct NoMessage: CELMessage {
        var typeName: String { "" }

        func value(at slot: Int) -> CELValue { .null }
    }
}

/// What is to be known of a variable before it is read.
enum VariableShape: Sendable {
    case message
    case list(count: Int)
    /// It has no value of its own, but that of a field.
    case field(VariableField)
    /// It is not set, but may be looked up there; the storage holds it.
    case lookup(Unmanaged<VariableLookup>)
    case other
}

/// A message in a ``VariableStorage``. Since it cannot be copied, its fields are read where it stands: getting a
/// message out of a buffer would retain it and release it again, which takes longer than most conditions do.
struct BorrowedMessage: ~Copyable {
    // The only property, so that the memory of a message is that of one of these.
    private let message: any CELMessage

    /// Whether the memory of a message may be read as one of these.
    static var isLaidOutAsMessage: Bool {
        MemoryLayout<BorrowedMessage>.size == MemoryLayout<any CELMessage>.size
            && MemoryLayout<BorrowedMessage>.stride == MemoryLayout<any CELMessage>.stride
            && MemoryLayout<BorrowedMessage>.alignment == MemoryLayout<any CELMessage>.alignment
    }

    @inline(__always)
    borrowing func value(at slot: Int) -> CELValue { message.value(at: slot) }

    @inline(__always)
    borrowing func integer(at slot: Int) -> Int64? { message.integer(at: slot) }

    @inline(__always)
    borrowing func text(at slot: Int) -> String? { message.text(at: slot) }

    @inline(__always)
    borrowing func utf8(at slot: Int) -> TextBytes? { message.utf8(at: slot) }

    @inline(__always)
    borrowing func isSet(at slot: Int) -> Bool? { message.isSet(at: slot) }

    borrowing func fault(at slot: Int) -> String? { message.fault(at: slot) }
}
