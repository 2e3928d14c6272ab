package import JSON
package import ServiceModel

/// A Service as the sandbox keeps it: a value for each property of the table, to be changed and written.
///
/// The scan knows no such type: it judges records, which are views of what was read.
package struct Service: Sendable, Hashable {
    /// By the properties' raw values.
    private var values: [FieldValue]
    /// Members that the table does not know, in the order met.
    package private(set) var unknownMembers: [JSONMember]

    /// A Service without any property.
    package init() {
        values = Array(repeating: .null, count: ServiceField.allCases.count)
        unknownMembers = []
    }

    /// Why a text is no Service that the sandbox could keep.
    package struct ReadingError: Error {
        /// The property at fault, if it is one.
        package let field: ServiceField?
        /// One line.
        package let reason: String
    }

    /// Reads a Service by the scan's own reader.
    package init(json: JSONValue) throws(ReadingError) {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "sandbox"))
        var reader = JSONReader(Array(json.jsonText.utf8))
        do throws(JSONError) {
            if case .rejected(let reason) = try builder.read(&reader, at: RecordBatchBuilder.Place(), isFragment: true)
            {
                throw error(reason)
            }
        } catch {
            throw ReadingError(field: nil, reason: error.message)
        }
        guard let record = builder.last else { throw ReadingError(field: nil, reason: "not a Service") }
        self.init()
        for field in ServiceField.allCases {
            let value = record[field]
            if case .unreadable(let reason) = value { throw ReadingError(field: field, reason: reason) }
            self[field] = value
        }
        unknownMembers = record.unknownMembers

        func error(_ reason: String) -> JSONError { JSONError(.unexpectedType, at: .start, reason) }
    }

    /// The value of a property; null where it is unset.
    package subscript(field: ServiceField) -> FieldValue {
        get { values[field.rawValue] }
        set { values[field.rawValue] = newValue == .absent ? .null : newValue }
    }

    /// The text of a property; nil where it is unset or no text.
    package subscript(text field: ServiceField) -> String? {
        get { if case .string(let text) = self[field] { text } else { nil } }
        set { self[field] = newValue.map(FieldValue.string) ?? .null }
    }

    /// Gives properties that are unset the values of a Service that was created without them.
    mutating func fillIn() {
        for field in ServiceField.allCases where self[field] == .null {
            if let text = field.defaultText { self[text: field] = text }
        }
    }

    /// Writes the Service as the API does: snake_case, every property in the API's order, null where unset, and then the
    /// members that the table does not know.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for field in ServiceField.allCases {
            writer.key(named: field.name)
            writer.value(self[field], of: field)
        }
        for member in unknownMembers {
            writer.key(named: member.name)
            member.value.write(to: &writer)
        }
        writer.endObject()
    }
}
