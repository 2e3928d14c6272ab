internal import ServiceModel

/// What may be shown of one record: each field is masked when it is first asked for, and then once.
struct MaskedSubject {
    private let subject: Subject
    private let masker: Masker
    /// By the fields' raw values; empty until one is asked for.
    private var values: [FieldValue?] = []

    init(_ subject: Subject, masker: Masker) {
        self.subject = subject
        self.masker = masker
    }

    /// The masked value of a field.
    subscript(field: ServiceField) -> FieldValue {
        mutating get {
            if values.isEmpty { values = Array(repeating: nil, count: ServiceField.allCases.count) }
            if let value = values[field.rawValue] { return value }
            let value = masker.masked(subject[field], of: field)
            values[field.rawValue] = value
            return value
        }
    }

    /// The text of a field; nil where it is unset, unreadable or no text.
    mutating func text(_ field: ServiceField) -> String? {
        if case .string(let text) = self[field] { text } else { nil }
    }

    /// The Service as findings name it.
    mutating func member() -> Finding.Member {
        Finding.Member(
            accountSID: text(.accountSID), serviceSID: text(.sid), uniqueName: text(.uniqueName))
    }

    /// The value that a finding about a field shows.
    mutating func evidence(of field: ServiceField?) -> Finding.Value {
        guard let field else { return .null }
        switch self[field] {
        case .absent, .null: return field.valueType == .integer ? .integer(0) : .null
        case .string(let text): return .text(text)
        case .integer(let number): return .integer(number)
        case .timestamp(let instant): return .text(instant.description)
        case .links(let links): return .text(links.map { "\($0.name): \($0.url)" }.joined(separator: ", "))
        case .unreadable: return .null
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
