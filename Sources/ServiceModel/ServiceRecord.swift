package import JSON

/// Where a JSON object that holds a Service comes from, as far as it changes what its fields mean.
package enum ServiceDialect: Sendable {
    /// The API's own answers and what its libraries and command line make of them.
    case api
    /// The attributes of a resource in Terraform state: `""` is how it writes an unset field, `id` stands for the SID,
    /// and a number may be written as a text.
    case terraform
}

/// What one JSON object of an input turned out to be.
package enum ServiceRecord: Sendable, Hashable {
    /// A Service; `usesCamelCase` if a name was written as the vendor's command line and Node library write it.
    case service(Service, usesCamelCase: Bool)
    /// An object that is no Service, or a Service of which a field cannot be read.
    case rejected(ServiceDecodingError)
    /// An object that holds the records instead of being one. It was read no further than to this member's name.
    case container(Container)

    /// The members, arrays both, that tell the objects that hold records.
    package enum Container: String, CaseIterable, Sendable {
        /// A page of the API's list operation.
        case page = "services"
        /// Terraform state, version 4.
        case terraformState = "resources"
    }

    /// Reads the next value of `reader`, to its end unless it is a container.
    ///
    /// The first of the names `sid`, `services` and `resources` decides whether an object is a Service or a container.
    ///
    /// - Throws: the reader's error where the text is not JSON. All else that may be wrong is an outcome.
    package init(reading reader: inout JSONReader) throws(JSONError) {
        let kind = try reader.peek()
        guard kind == .object else {
            try reader.skipValue()
            self = .rejected(.notAnObject(kind))
            return
        }
        var assembler = ServiceAssembler(dialect: .api)
        var names = JSONNameSet()
        try reader.beginObject()
        while let text = try reader.nextKey() {
            if let match = try ServiceRecord.field(text, in: reader) {
                assembler.take(match, try reader.readValue())
                continue
            }
            let name = try reader.distinctName(text, among: &names)
            if !assembler.hasMet(.sid), let container = Container(rawValue: name), try reader.peek() == .array {
                self = .container(container)
                return
            }
            assembler.take(unknown: name, try reader.readValue())
        }
        let usesCamelCase = assembler.usesCamelCase
        do throws(ServiceDecodingError) {
            self = .service(try assembler.finish(), usesCamelCase: usesCamelCase)
        } catch {
            self = .rejected(error)
        }
    }

    private static func field(
        _ text: JSONText, in reader: JSONReader
    ) throws(JSONError) -> ServiceFieldNames.Match? {
        if text.isPlain { return ServiceFieldNames.all[reader.rawBytes(of: text)] }
        return ServiceFieldNames.all[Array(try reader.string(text).utf8)]
    }
}
