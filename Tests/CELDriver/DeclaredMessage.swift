internal import CEL
internal import JSON

/// A value of a message type that the input declared, such as a Service.
struct DeclaredMessage: CELMessage, Equatable {
    let typeName: String
    /// The fields' values by slot.
    let values: [CELValue]

    /// Makes a message of a type.
    ///
    /// - Parameter fields: An object of typed values by field name; a field that is not given is unset.
    init(of type: CELMessageType, fields: JSONValue, reader: TypedReader) throws(RequestError) {
        typeName = type.name
        var values: [CELValue] = []
        for field in type.fields { values.append(try fields[field.name].map(reader.value) ?? .null) }
        self.values = values
    }

    func value(at slot: Int) -> CELValue { values.indices.contains(slot) ? values[slot] : .null }
}
