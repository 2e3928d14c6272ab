package import JSON

extension ServiceRecord {
    /// Writes the record as the API does: snake_case, every field in the API's order, and then the members that the table
    /// does not know as they were. A field that cannot be read is written as it was, twice if the record has it twice, so
    /// that whoever reads it is told too.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for field in ServiceField.allCases {
            let value = self[field]
            guard case .unreadable = value else {
                writer.key(named: field.name)
                writer.value(value, of: field)
                continue
            }
            for member in members(where: { $0 == field }) {
                writer.key(named: field.name)
                member.value.write(to: &writer)
            }
        }
        for member in unknownMembers {
            writer.key(named: member.name)
            member.value.write(to: &writer)
        }
        writer.endObject()
    }
}

extension JSONWriter {
    /// Writes the value of a field as the API does; what cannot be read as null.
    package mutating func value(_ value: FieldValue, of field: ServiceField) {
        switch value {
        case .absent, .null, .unreadable:
            switch field.valueType {
            case .integer: integer(0)
            case .stringMap: raw("{}")
            case .string, .timestamp: null()
            }
        case .string(let text): string(text)
        case .integer(let number): integer(number)
        case .timestamp(let instant): string(instant.description)
        case .links(let links):
            beginObject()
            for link in links {
                key(named: link.name)
                string(link.url)
            }
            endObject()
        }
    }
}
