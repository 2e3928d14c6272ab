internal import JSON

/// What is found while the members of one object are passed.
struct RecordScan {
    let dialect: ServiceDialect
    /// The names of fields, at hand since each member asks.
    private let fields = ServiceFieldNames.all
    /// What is added to an index of the reader to make it one of the batch.
    private let offset: Int
    private let firstSlot: Int
    private(set) var traits: RecordReading.Traits = []
    private(set) var hasUnknownMembers = false
    /// Terraform's `id`.
    private(set) var terraformID: JSONText?
    private var hasMetField = false
    private var isDistinctive = false
    private var sid: Range<Int>?
    private var url: Range<Int>?
    /// What is known of members that are no fields; nil before the first, as most records have none.
    private var others: Others?

    private struct Others {
        var names = JSONNameSet()
        var foreign = ForeignObject()
    }

    init(dialect: ServiceDialect, offset: Int, firstSlot: Int) {
        self.dialect = dialect
        self.offset = offset
        self.firstSlot = firstSlot
    }

    /// The field that a name stands for.
    func match(_ name: JSONText, in reader: borrowing JSONReader) throws(JSONError) -> ServiceFieldNames.Match? {
        if name.isPlain { return reader.withRawBytes(of: name) { fields[$0] } }
        return fields[try reader.string(name)]
    }

    /// Reads the value of a field.
    mutating func take(
        _ match: ServiceFieldNames.Match, from reader: inout JSONReader, into batch: inout RecordBatchBuilder
    ) throws(JSONError) {
        meet(match)
        let slot = firstSlot + match.field.rawValue
        guard batch.slots[slot].form == .absent else {
            try reader.passDistinctValue()
            batch.slots[slot] = batch.unreadable(Self.isTwice)
            return
        }
        batch.slots[slot] = try value(of: match.field, from: &reader, &batch)
    }

    /// Takes the first `count` members that were passed, the values of fields.
    mutating func take(
        _ members: [PlainMember], _ count: Int, into batch: inout RecordBatchBuilder
    ) {
        var next = 0
        while next < count {
            next = batch.slots.withUnsafeMutableBufferPointer { slots in
                for number in next..<count where !take(members[number], into: &slots) { return number }
                return count
            }
            if next == count { return }
            // The loop goes on behind it.
            let field = fields[number: members[next].name].field
            batch.slots[firstSlot + field.rawValue] = batch.unreadable(Self.isTwice)
            next += 1
        }
    }

    /// Takes the value of a field; whether it is the first one.
    @inline(__always)
    private mutating func take(
        _ member: PlainMember, into slots: inout UnsafeMutableBufferPointer<FieldSlot>
    ) -> Bool {
        let match = fields[number: member.name]
        meet(match)
        let slot = firstSlot + match.field.rawValue
        guard slots[slot].form == .absent else { return false }
        slots[slot] =
            switch member.value {
            case .null: .null
            case .text(let range): text(at: range, of: match.field)
            case .integer(let number): FieldSlot(integer: number)
            case .object(let range): FieldSlot(.links, at: moved(range))
            }
        return true
    }

    private mutating func meet(_ match: ServiceFieldNames.Match) {
        hasMetField = true
        if match.isDistinctive { isDistinctive = true }
        if match.spelling == .camelCase { traits.insert(.camelCase) }
    }

    private static let isTwice = "the object has it twice"

    /// The slot of a text that stands at a range.
    private mutating func text(at range: Range<Int>, of field: ServiceField) -> FieldSlot {
        if dialect == .terraform, range.isEmpty { return .null }
        if field == .sid { sid = range }
        if field == .url { url = range }
        return FieldSlot(.text, at: moved(range))
    }

    /// The slot of a text that the reader has passed, and that is unescaped if it has to be.
    mutating func slot(
        of text: JSONText, _ field: ServiceField, in reader: borrowing JSONReader, _ batch: inout RecordBatchBuilder
    ) throws(JSONError) -> FieldSlot {
        if text.hasEscapes {
            let bytes = try Array(reader.string(text).utf8)
            batch.unescaped.append(RecordBatchBuilder.UnescapedText(field: field, bytes: bytes))
        }
        return self.text(at: reader.range(of: text), of: field)
    }

    private mutating func value(
        of field: ServiceField, from reader: inout JSONReader, _ batch: inout RecordBatchBuilder
    ) throws(JSONError) -> FieldSlot {
        let kind = try reader.peek()
        switch (kind, field.valueType) {
        case (.null, _):
            try reader.readNull()
            return .null
        case (.string, .string), (.string, .timestamp):
            let text = try reader.passString()
            return try slot(of: text, field, in: reader, &batch)
        case (.number, .integer):
            return try reader.passInteger().map(FieldSlot.init(integer:)) ?? batch.unreadable(Self.notAnInteger)
        case (.string, .integer):
            let text = try reader.passString()
            guard let number = Self.integer(reader.rawBytes(of: text)) else {
                return batch.unreadable(Self.notAnInteger)
            }
            if dialect == .api { traits.insert(.quotedNumber) }
            return FieldSlot(integer: number)
        case (.object, .stringMap):
            let start = reader.position
            let wrong = try passLinks(&reader)
            if let wrong { return batch.unreadable("expected every link to be a string, found \(wrong.name)") }
            return FieldSlot(.links, at: moved(start..<reader.position))
        default:
            try reader.passDistinctValue()
            return batch.unreadable("expected \(field.valueType.kind.name), found \(kind.name)")
        }
    }

    private static let notAnInteger = "not an integer of 64 bits"

    /// The integer that is written as JSON writes one, and nothing else.
    private static func integer(_ text: ArraySlice<UInt8>) -> Int64? {
        var reader = JSONReader(Array(text))
        guard let first = text.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
            let number = try? reader.passInteger(), reader.position == text.count
        else { return nil }
        return number
    }

    /// Passes an object of links; the kind of a value that is no link.
    private func passLinks(_ reader: inout JSONReader) throws(JSONError) -> JSONKind? {
        var wrong: JSONKind?
        var names = JSONNameSet()
        try reader.beginObject()
        while let name = try reader.nextKey() {
            _ = try reader.distinctName(name, among: &names)
            let kind = try reader.peek()
            if kind != .string, kind != .null { wrong = wrong ?? kind }
            try reader.passDistinctValue()
        }
        return wrong
    }

    /// Passes a member that is no field, unless it tells that the object is a container.
    mutating func pass(
        _ text: JSONText, of reader: inout JSONReader
    ) throws(JSONError) -> RecordReading.Container? {
        var others = others.take() ?? Others()
        defer { self.others = others }
        let name = try reader.distinctName(text, among: &others.names)
        let kind = try reader.peek()
        if !hasMetField, let container = RecordReading.Container(rawValue: name), kind == container.kind,
            dialect == .api
        {
            return container
        }
        if dialect == .terraform, name == "id", kind == .string {
            let id = try reader.passString()
            let range = reader.range(of: id)
            sid = range
            if !range.isEmpty { terraformID = id }
            return nil
        }
        hasUnknownMembers = true
        try others.foreign.pass(name, of: &reader)
        return nil
    }

    /// Why the object is no Service; nil where it is one.
    func rejection(in reader: borrowing JSONReader) -> String? {
        if let sid, let other = ForeignResource(sid: reader.bytes(in: sid)) { return "not a Service but \(other.name)" }
        if let url, let other = ForeignResource(url: reader.bytes(in: url)) { return "not a Service but \(other.name)" }
        guard !isDistinctive else { return nil }
        return "not a Service\(others?.foreign.reason ?? ": the object has no field that only a Service has")"
    }

    private func moved(_ range: Range<Int>) -> Range<Int> {
        range.lowerBound + offset..<range.upperBound + offset
    }
}

extension ServiceField.ValueType {
    /// The type of JSON value that holds it.
    var kind: JSONKind {
        switch self {
        case .string, .timestamp: .string
        case .integer: .number
        case .stringMap: .object
        }
    }
}
