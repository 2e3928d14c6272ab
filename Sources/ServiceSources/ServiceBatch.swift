package import ServiceModel

/// Some of the records of a source, and what went wrong while they were read.
package struct ServiceBatch: Sendable {
    /// The records, in the source's order. The same Service may come more than once.
    package let records: RecordBatch
    /// What could not be read, in the source's order. Each one makes the run incomplete; a consumer that keeps them
    /// caps their number, since a source may have a million.
    package let rejections: [RecordRejection]
    /// Lines for the person who runs the tool, about what is suspicious but not wrong.
    package let warnings: [String]
    /// Files of a folder that were not read, since they hold no data.
    package let passedOver: [PassedOverFile]

    fileprivate init(takenFrom builder: inout ServiceBatchBuilder) {
        rejections = builder.rejections
        warnings = builder.warnings
        passedOver = builder.passedOver
        records = builder.records.takeBatch()
    }
}

/// A file that was not read on purpose.
package struct PassedOverFile: Sendable, Hashable {
    /// The path, as messages name it.
    package let path: String
    /// Why, as half a sentence.
    package let reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}

/// A batch while it is read.
struct ServiceBatchBuilder: Sendable {
    var records: RecordBatchBuilder
    var rejections: [RecordRejection] = []
    var warnings: [String] = []
    var passedOver: [PassedOverFile] = []
    /// What pages say of their neighbours, in the order of the pages.
    var pages: [PageSighting] = []

    init(_ origin: RecordBatch.Origin) {
        records = RecordBatchBuilder(origin)
    }

    /// Takes the batch out: what is added next is of another one.
    mutating func take() -> ServiceBatch {
        let batch = ServiceBatch(takenFrom: &self)
        rejections = []
        warnings = []
        passedOver = []
        return batch
    }

    var isEmpty: Bool { records.count == 0 && rejections.isEmpty && warnings.isEmpty && passedOver.isEmpty }
}

/// A page of the API's list operation that was read to its end.
struct PageSighting: Sendable {
    let meta: PageMeta
    /// The file or account, as messages name it.
    let label: String
    /// The line on which the page begins.
    let line: Int
}
