package import JSON

/// One page of the list of Services: `{"services": […], "meta": {…}}`.
package struct ServicePage: Sendable, Hashable {
    /// The page's Services, in their order.
    package var services: [Service]
    /// Where the page stands in its list.
    package var meta: PageMeta

    package init(services: [Service], meta: PageMeta) {
        self.services = services
        self.meta = meta
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
