internal import ServiceModel
internal import Text

/// What may be shown of one record: each field is masked when it is first asked for, and then once.
struct MaskedSubject {
    let subject: Subject
    /// Whose masker it is: an object, since one of these is made for each Service.
    private let engine: AuditEngine
    /// The values that were asked for: few.
    private var values: [(slot: Int, value: FieldValue)] = []
    /// The fields whose text was looked at where it stands, and of these the ones that are shown as they are: most are, and
    /// of those no text is made.
    private var looked = FieldSet()
    private var plain = FieldSet()

    init(_ subject: Subject, _ engine: AuditEngine) {
        self.subject = subject
        self.engine = engine
    }

    /// The masked value of a field.
    subscript(field: ServiceField) -> FieldValue {
        mutating get {
            let slot = field.rawValue
            if let known = values.first(where: { $0.slot == slot }) { return known.value }
            let value = plain.contains(at: slot) ? subject[field] : engine.masker.masked(subject[field], of: field)
            values.append((slot, value))
            return value
        }
    }

    /// Calls the body with the masked text of a field; with nil where it is unset, unreadable or no text.
    mutating func withText<Result>(
        of field: ServiceField, _ body: (UnsafeBufferPointer<UInt8>?) -> Result
    ) -> Result {
        if let bytes = subject.utf8(field) {
            if isPlain(bytes, in: field) { return body(bytes) }
        } else if !subject.hasText(in: field) {
            return body(nil)
        } else if let text = subject.text(field), text.withBytes({ isPlain($0, in: field) }) {
            return text.withBytes(body)
        }
        guard case .string(let text) = self[field] else { return body(nil) }
        return text.withBytes(body)
    }

    private mutating func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, in field: ServiceField) -> Bool {
        if !looked.contains(at: field.rawValue) {
            looked.insert(at: field.rawValue)
            if engine.masker.leaves(bytes, of: field) { plain.insert(at: field.rawValue) }
        }
        return plain.contains(at: field.rawValue)
    }

    /// Appends the Service as findings name it.
    mutating func appendMember(to payload: inout ByteBuilder) {
        withText(of: .accountSID) { payload.append(text: $0) }
        withText(of: .sid) { payload.append(text: $0) }
        withText(of: .uniqueName) { payload.append(text: $0) }
    }

    /// Appends the value that a finding about a field shows, as ``Finding/Value`` is kept.
    mutating func appendEvidence(of field: ServiceField?, to payload: inout ByteBuilder) {
        guard let field else { return payload.append(Finding.Value.null) }
        if case .string = field.valueType {
            return withText(of: field) { text in
                guard let text else { return payload.append(Finding.Value.null) }
                payload.append(valueText: text)
            }
        }
        switch self[field] {
        case .absent, .null: payload.append(field.valueType == .integer ? Finding.Value.integer(0) : .null)
        case .string(let text): payload.append(Finding.Value.text(text))
        case .integer(let number): payload.append(Finding.Value.integer(number))
        case .timestamp(let instant): payload.append(Finding.Value.text(instant.description))
        case .links(let links):
            payload.append(
                Finding.Value.text(links.map { "\($0.name): \($0.url)" }.joined(separator: ", ")))
        case .unreadable: payload.append(Finding.Value.null)
        }
    }
}

extension Masker {
    /// The value of a field with what must not be shown hidden.
    func masked(_ value: FieldValue, of field: ServiceField) -> FieldValue {
        switch value {
        case .string(let text): .string(self.value(text, of: field))
        case .links(let links):
            .links(links.map { FieldValue.Link(name: name($0.name), url: url($0.url)) })
        case .absent, .null, .integer, .timestamp, .unreadable: value
        }
    }

    /// The SID of an account or Service.
    func identifier(_ text: String) -> String { value(text, of: .accountSID) }
}
