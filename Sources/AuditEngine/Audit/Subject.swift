internal import PII
internal import ServiceModel
internal import Text

/// One record as it is judged: what it holds, and where it comes from.
struct Subject: Sendable {
    // What the fields are read from, one of the two. No enum, whose record would be copied each time that a field is read.
    /// The record itself; a field is decoded each time that it is asked for.
    private let record: ServiceRecord?
    private let kept: Kept?

    /// What was kept of a record.
    private final class Kept: Sendable {
        /// By the fields' raw values, those that rules about groups read.
        let values: [FieldValue]
        let provenance: Provenance

        init(values: [FieldValue], provenance: Provenance) {
            self.values = values
            self.provenance = provenance
        }
    }

    /// The bytes of the record's text.
    let size: Int
    let identity: ServiceIdentity
    /// The number of the source, and that of the record in its source.
    let source: UInt32
    let ordinal: UInt64

    init(_ record: ServiceRecord, identity: ServiceIdentity, source: UInt32, ordinal: UInt64) {
        self.record = record
        kept = nil
        size = record.size
        self.identity = identity
        self.source = source
        self.ordinal = ordinal
    }

    init(
        values: [FieldValue], provenance: Provenance, size: Int, identity: ServiceIdentity, source: UInt32,
        ordinal: UInt64
    ) {
        record = nil
        kept = Kept(values: values, provenance: provenance)
        self.size = size
        self.identity = identity
        self.source = source
        self.ordinal = ordinal
    }

    /// Where the record was found.
    var provenance: Provenance { record?.provenance ?? kept?.provenance ?? Provenance(source: "", record: 0) }

    /// What the record holds in a field.
    subscript(field: ServiceField) -> FieldValue {
        record?[field] ?? kept?.values[field.rawValue] ?? .absent
    }

    /// The bytes of a field's text where they stand, for as long as the subject is held; nil where they are not at hand.
    func utf8(_ field: ServiceField) -> UnsafeBufferPointer<UInt8>? { record?.utf8(field) }

    /// Whether a field has a text.
    func hasText(in field: ServiceField) -> Bool {
        if let isText = record?.hasText(in: field) { return isText }
        if case .string? = kept?.values[field.rawValue] { return true }
        return false
    }

    /// The text of a field; nil where it is unset, unreadable or no text.
    func text(_ field: ServiceField) -> String? {
        if case .string(let text) = self[field] { text } else { nil }
    }

    /// The kinds of personal data in the text of a field, at confidence medium or above, in the detector's order, each once.
    func kinds(in field: ServiceField) -> [String] {
        let memory = PersonalDataMemory.shared
        let matches = utf8(field).map(memory.matches) ?? text(field).map(memory.matches) ?? []
        var kinds: [String] = []
        for match in matches where match.level >= .medium && !kinds.contains(match.kind.rawValue) {
            kinds.append(match.kind.rawValue)
        }
        return kinds
    }
}
