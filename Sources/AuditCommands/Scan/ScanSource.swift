internal import AuditEngine
internal import ServiceModel
internal import ServiceSources

/// A source of a scan: an account or a file to be read, or one that is known to have failed already.
struct ScanSource: Sendable {
    let kind: SourceKind
    /// The account's label, or the file's path as it was given.
    let label: String
    /// The account that is asked; nil for files.
    let accountSID: SID?
    /// Makes what the Services are read from; throws where that is known to be of no use.
    let makeReader: @Sendable () throws(SourceError) -> any ServiceReader
}

/// Counts what one source gives while it is read.
struct SourceTally {
    private var services = 0
    private var rejections = 0
    private var errors: [String] = []
    private var warnings: [String] = []

    mutating func add(_ batch: ServiceBatch) {
        services += batch.services.count
        rejections += batch.rejections.count
        let room = SourceOutcome.errorCap - 1 - errors.count
        if room > 0 { errors += batch.rejections.prefix(room).map(\.description) }
        warnings += batch.warnings.prefix(max(0, SourceOutcome.errorCap - warnings.count))
    }

    /// What became of the source, which ended by `failure` or by itself.
    func outcome(of source: ScanSource, failure: SourceError?) -> SourceOutcome {
        var errors = errors
        if rejections > errors.count {
            errors.append("and \(rejections - errors.count) more records that were rejected")
        }
        if let failure { errors.append(failure.message) }
        let isComplete = failure == nil && rejections == 0
        return SourceOutcome(
            kind: source.kind.rawValue, label: source.label, accountSID: source.accountSID?.text,
            status: isComplete ? .complete : services > 0 ? .partial : .failed, services: services,
            recordsRejected: rejections, errors: errors, warnings: warnings)
    }
}
