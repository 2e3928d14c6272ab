internal import ServiceModel

/// What the rules of a run read of one record, decoded once.
struct Subject: Sendable {
    /// By the fields' raw values; fields that no rule reads are absent.
    private let values: [FieldValue]
    /// The bytes of the record's text.
    let size: Int
    let identity: RecordIdentity
    let origin: RecordOrigin

    init(values: [FieldValue], size: Int, identity: RecordIdentity, origin: RecordOrigin) {
        self.values = values
        self.size = size
        self.identity = identity
        self.origin = origin
    }

    /// What the record holds in a field.
    subscript(field: ServiceField) -> FieldValue { values[field.rawValue] }

    /// The text of a field; nil where it is unset, unreadable or no text.
    func text(_ field: ServiceField) -> String? {
        if case .string(let text) = self[field] { text } else { nil }
    }
}
