internal import AuditEngine
internal import ProxyAPI
internal import ServiceModel
internal import ServiceSources

/// A source of a scan: an account or a file to be read, or one that is known to have failed already.
struct ScanSource: Sendable {
    let kind: SourceKind
    /// The account's label, or the file's path as it was given.
    let label: String
    /// The account that is asked; nil for files.
    let accountSID: SID?
    /// Makes what the records are read from; throws where that is known to be of no use.
    let makeReader: @Sendable () throws(SourceError) -> any ServiceReader
}

extension ScanSource {
    /// The sources of a scan's paths: each path is one, in the order given.
    static func files(_ paths: [String], excludes: [String]) -> [ScanSource] {
        paths.map { path in
            let file = FileSource(path: path, excludes: excludes)
            return ScanSource(kind: file.kind, label: file.label, accountSID: nil) { file.makeReader() }
        }
    }

    /// The sources of a scan's accounts, those that failed already included.
    static func accounts(_ accounts: LiveAccounts, transport: ProxyTransport) -> [ScanSource] {
        accounts.sources.map { source in
            ScanSource(kind: .live, label: source.label, accountSID: source.accountSID) {
                source.makeReader(transport: transport)
            }
        }
            + accounts.failures.map { failure in
                ScanSource(kind: .live, label: failure.label, accountSID: failure.accountSID) {
                    () throws(SourceError) in throw failure.error
                }
            }
    }
}

/// Counts what one source gives while it is read.
struct SourceTally {
    private let masker: Masker
    private var services = 0
    private var rejections = 0
    private var faults: [SourceOutcome.Fault] = []
    private var warnings: [String] = []
    /// Files that were not read, since they hold no data.
    private(set) var passedOver: [PassedOverFile] = []

    init(masker: Masker) {
        self.masker = masker
    }

    mutating func add(_ batch: ServiceBatch) {
        services += batch.records.count
        rejections += batch.rejections.count
        passedOver += batch.passedOver
        let room = SourceOutcome.faultCap - 1 - faults.count
        if room > 0 {
            faults += batch.rejections.prefix(room).map {
                SourceOutcome.Fault(code: "record_rejected", message: $0.description)
            }
        }
        warnings += batch.warnings.prefix(max(0, SourceOutcome.faultCap - warnings.count))
    }

    /// What became of the source, which ended by `failure` or by itself.
    func outcome(of source: ScanSource, failure: SourceError?) -> SourceOutcome {
        var faults = faults
        if rejections > faults.count {
            let rest = rejections - faults.count
            faults.append(
                SourceOutcome.Fault(code: "record_rejected", message: "and \(rest) more records that were rejected"))
        }
        if let failure {
            faults.append(
                SourceOutcome.Fault(
                    code: failure.code.rawValue, message: masker.prose(failure.message), httpStatus: failure.httpStatus,
                    apiCode: failure.apiCode, requestID: failure.requestID, attempts: failure.attempts))
        }
        let isComplete = failure == nil && rejections == 0
        return SourceOutcome(
            kind: source.kind.rawValue, label: source.label, accountSID: source.accountSID?.text,
            status: isComplete ? .complete : services > 0 ? .partial : .failed, services: services,
            recordsRejected: rejections, skipped: passedOver.count, faults: faults, warnings: warnings)
    }
}
