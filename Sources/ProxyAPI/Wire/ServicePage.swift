package import JSON
package import ServiceModel

/// One page of the list of Services: `{"services": […], "meta": {…}}`.
package struct ServicePage: Sendable, Hashable {
    /// The Services that could be read, in the page's order.
    package var services: [Service]
    /// The records that could not be read; empty in a page that is written.
    package var rejected: [RejectedRecord]
    /// Where the page stands in its list.
    package var meta: PageMeta

    /// A record of the page that is not a Service.
    package struct RejectedRecord: Sendable, Hashable {
        /// The 0-based place in the page's array.
        package var index: Int
        /// Why, in one line that does not quote the record.
        package var reason: String

        package init(index: Int, reason: String) {
            self.index = index
            self.reason = reason
        }
    }

    package init(services: [Service], rejected: [RejectedRecord] = [], meta: PageMeta) {
        self.services = services
        self.rejected = rejected
        self.meta = meta
    }

    /// Reads the body of a list answer. A record that is not a Service is kept aside, not thrown.
    ///
    /// - Throws: `.notJSON` for bytes that are not JSON, `.wrongShape` where `services` is not an array or there is
    ///   no `meta` object: without it nobody can tell whether the list goes on.
    /// - Complexity: linear in the number of bytes.
    package init(bytes: [UInt8]) throws(WireError) {
        let json = try JSONValue.answer(bytes)
        let records = try json.elements("services")
        guard let meta = json["meta"] else {
            throw WireError(code: .wrongShape, message: "there is no object meta")
        }
        self.init(services: [], meta: try PageMeta(json: meta, defaultKey: "services"))
        services.reserveCapacity(records.count)
        for (index, record) in records.enumerated() {
            do throws(ServiceDecodingError) {
                services.append(try Service(json: record))
            } catch {
                rejected.append(RejectedRecord(index: index, reason: error.description))
            }
        }
    }

    /// Writes the page as the API does.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("meta")
        meta.write(to: &writer)
        writer.key("services")
        writer.beginArray()
        for service in services { service.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }
}
