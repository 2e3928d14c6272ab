package import JSON

extension Service {
    /// Reads a Service from a JSON object, with names in snake_case or camelCase.
    ///
    /// Unknown fields and unknown enumeration values are kept. A `default_ttl` that is null or absent is 0, one such as
    /// `3600.0` is an integer; `links` that are null or absent are none, and so is a link that is null. An object is a
    /// Service if it has a `sid`, even a null one.
    ///
    /// - Throws: the first fault, in the order of the object's members: a field of the wrong type, a date that is
    ///   none, a field that is there twice, or an object that is no Service.
    package init(json: JSONValue, dialect: ServiceDialect = .api) throws(ServiceDecodingError) {
        guard case .object(let members) = json else { throw .notAnObject(json.kind) }
        var assembler = ServiceAssembler(dialect: dialect)
        for member in members {
            if let match = ServiceFieldNames.all[Array(member.name.utf8)[...]] {
                assembler.take(match, member.value)
            } else {
                assembler.take(unknown: member.name, member.value)
            }
        }
        self = try assembler.finish()
    }

    /// Writes the Service as the API does: snake_case, every field in the API's order, null where unset, and then the
    /// unknown fields as they were.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for field in ServiceField.allCases {
            writer.key(field.name)
            switch value(of: field) {
            case .null: writer.null()
            case .string(let text): writer.string(text)
            case .integer(let number): writer.integer(number)
            case .timestamp(let instant): writer.string(instant.description)
            case .stringMap(let links):
                writer.beginObject()
                for link in links {
                    writer.key(link.name)
                    writer.string(link.url)
                }
                writer.endObject()
            }
        }
        for field in unknownFields {
            writer.key(field.name)
            writer.raw(field.json)
        }
        writer.endObject()
    }
}
