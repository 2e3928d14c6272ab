/// A message in a ``VariableStorage``. Since it cannot be copied by accident, its fields are read where it stands: getting a
/// message out of a buffer would retain it and release it again, which takes longer than most conditions do.
///
/// May note what it was asked for, so that a field which many conditions read is asked for once.
struct BorrowedMessage: ~Copyable {
    private var message: any CELMessage
    /// By slot, what is known of a field; nothing where nothing is noted.
    private var notes: UnsafeMutablePointer<FieldNote>?

    /// Of so many fields something is noted; of those after them nothing is.
    private static let notedCount = 16

    init(_ message: any CELMessage) { self.message = message }

    deinit { notes?.deallocate() }

    /// One without fields.
    static var none: BorrowedMessage { BorrowedMessage(NoMessage()) }

    borrowing func copy() -> BorrowedMessage { BorrowedMessage(message) }

    /// Puts another message in its place.
    mutating func set(_ message: any CELMessage, noting: Bool) {
        self.message = message
        if noting, notes == nil {
            let room = UnsafeMutablePointer<FieldNote>.allocate(capacity: Self.notedCount)
            room.initialize(repeating: FieldNote(kind: .nothing), count: Self.notedCount)
            notes = room
        }
        guard let notes else { return }
        for slot in 0..<Self.notedCount { notes[slot].kind = .nothing }
    }

    /// The message as a value.
    var content: CELValue { .message(message) }

    @inline(__always)
    borrowing func value(at slot: Int) -> CELValue {
        if let note = note(of: slot), note.pointee.kind == .timestamp { return .timestamp(note.pointee.timestamp) }
        return message.value(at: slot)
    }

    @inline(__always)
    borrowing func text(at slot: Int) -> String? { message.text(at: slot) }

    @inline(__always)
    borrowing func integer(at slot: Int) -> Int64? {
        guard let note = note(of: slot) else { return message.integer(at: slot) }
        return note.pointee.kind == .integer ? note.pointee.integer : nil
    }

    @inline(__always)
    borrowing func utf8(at slot: Int) -> TextBytes? {
        guard let note = note(of: slot) else { return message.utf8(at: slot) }
        return note.pointee.kind == .text ? note.pointee.text : nil
    }

    @inline(__always)
    borrowing func isSet(at slot: Int) -> Bool? {
        guard let note = note(of: slot) else { return message.isSet(at: slot) }
        switch note.pointee.kind {
        case .text, .integer, .timestamp, .set: return true
        case .unset: return false
        case .unreadable, .nothing: return nil
        }
    }

    borrowing func fault(at slot: Int) -> String? { message.fault(at: slot) }

    /// What is known of a field, which is asked for if nothing is; `nil` for one of which nothing is noted.
    @inline(__always)
    private borrowing func note(of slot: Int) -> UnsafeMutablePointer<FieldNote>? {
        guard let notes, slot < Self.notedCount else { return nil }
        let note = notes + slot
        if note.pointee.kind == .nothing { note.pointee = ask(slot) }
        return note
    }

    @inline(never)
    private borrowing func ask(_ slot: Int) -> FieldNote {
        if let text = message.utf8(at: slot) { return FieldNote(kind: .text, text: text) }
        if let number = message.integer(at: slot) { return FieldNote(kind: .integer, integer: number) }
        if let instant = message.timestamp(at: slot) { return FieldNote(kind: .timestamp, timestamp: instant) }
        switch message.isSet(at: slot) {
        case true?: return FieldNote(kind: .set)
        case false?: return FieldNote(kind: .unset)
        case nil: return FieldNote(kind: .unreadable)
        }
    }

    private struct NoMessage: CELMessage {
        var typeName: String { "" }

        func value(at slot: Int) -> CELValue { .null }
    }
}

/// What is known of a field of a message.
private struct FieldNote {
    enum Kind: UInt8 {
        /// It was not asked for yet.
        case nothing
        /// It is a text that is at hand.
        case text
        case integer
        case timestamp
        /// It is anything else.
        case set
        case unset
        case unreadable
    }

    var kind: Kind
    var text = TextBytes(start: nil, count: 0)
    var integer: Int64 = 0
    var timestamp = CELTimestamp.epoch
}
