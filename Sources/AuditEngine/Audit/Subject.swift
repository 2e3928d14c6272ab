internal import ServiceModel

/// One record as it is judged: what it holds, and where it comes from.
struct Subject: Sendable {
    /// What the fields are read from.
    private enum Fields: Sendable {
        /// The record itself; a field is decoded each time that it is asked for.
        case record(ServiceRecord)
        /// By the fields' raw values, those that rules about groups read.
        case values([FieldValue])
    }

    private let fields: Fields
    /// The bytes of the record's text.
    let size: Int
    let identity: HalfDigest
    let origin: RecordOrigin

    init(_ record: ServiceRecord, identity: HalfDigest, origin: RecordOrigin) {
        fields = .record(record)
        size = record.size
        self.identity = identity
        self.origin = origin
    }

    init(values: [FieldValue], size: Int, identity: HalfDigest, origin: RecordOrigin) {
        fields = .values(values)
        self.size = size
        self.identity = identity
        self.origin = origin
    }

    /// What the record holds in a field.
    subscript(field: ServiceField) -> FieldValue {
        switch fields {
        case .record(let record): record[field]
        case .values(let values): values[field.rawValue]
        }
    }

    /// The bytes of a field's text where they stand, for as long as the subject is held; nil where they are not at hand.
    func utf8(_ field: ServiceField) -> UnsafeBufferPointer<UInt8>? {
        if case .record(let record) = fields { record.utf8(field) } else { nil }
    }

    /// Whether a field has a text.
    func hasText(in field: ServiceField) -> Bool {
        switch fields {
        case .record(let record): record.hasText(in: field)
        case .values(let values): if case .string = values[field.rawValue] { true } else { false }
        }
    }

    /// The text of a field; nil where it is unset, unreadable or no text.
    func text(_ field: ServiceField) -> String? {
        if case .string(let text) = self[field] { text } else { nil }
    }
}
