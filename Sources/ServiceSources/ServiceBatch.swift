package import ServiceModel

/// Some of the Services of a source, and what went wrong while they were read.
package struct ServiceBatch: Sendable, Hashable {
    /// The Services, in the source's order. The same Service may come more than once.
    package var services: [Service]
    /// What could not be read, in the source's order. Each one makes the run incomplete; a consumer that keeps them
    /// caps their number, since a source may have a million.
    package var rejections: [RecordRejection]
    /// Lines for the person who runs the tool, about what is suspicious but not wrong.
    package var warnings: [String]

    package init(services: [Service] = [], rejections: [RecordRejection] = [], warnings: [String] = []) {
        self.services = services
        self.rejections = rejections
        self.warnings = warnings
    }

    /// Whether there is nothing in it.
    package var isEmpty: Bool { services.isEmpty && rejections.isEmpty && warnings.isEmpty }
}
