internal import AuditEngine
internal import ServiceModel
internal import ServiceSources

/// Reads the sources of a scan side by side and audits what they give.
struct ScanRunner: Sendable {
    let engine: AuditEngine
    /// How many sources are read at once.
    let parallelSources: Int
    let console: Console
    /// Whether a line about the progress is shown on an interactive standard error.
    let showsProgress: Bool

    /// How many batches of one source are judged at once, while the next is read: the bound on memory.
    private static let batchesInFlight = 4

    /// Reads every source; cancellation ends the reading, and the sources not read in full say so.
    ///
    /// - Throws: `SpillError` where what does not fit into memory could not be kept.
    func run(_ sources: [ScanSource]) async throws -> EvidenceStore {
        let state = ScanState(engine: engine, console: console, showsProgress: showsProgress)
        await withTaskGroup(of: Void.self) { group in
            var waiting = sources.enumerated().makeIterator()
            for _ in 0..<parallelSources {
                guard let (number, source) = waiting.next() else { break }
                group.addTask { await scan(source, number: UInt32(number), state: state) }
            }
            while await group.next() != nil {
                guard let (number, source) = waiting.next() else { continue }
                group.addTask { await scan(source, number: UInt32(number), state: state) }
            }
        }
        console.clearProgress()
        return try await state.finish()
    }

    private func scan(_ source: ScanSource, number: UInt32, state: ScanState) async {
        var tally = SourceTally(masker: engine.masker)
        var failure: SourceError?
        do throws(SourceError) {
            var reader = try source.makeReader()
            failure = await audit(&reader, number: number, tally: &tally, state: state)
        } catch {
            failure = error
        }
        await state.add(tally.outcome(of: source, failure: failure), number: number, passedOver: tally.passedOver)
    }

    private func audit(
        _ reader: inout any ServiceReader, number: UInt32, tally: inout SourceTally, state: ScanState
    ) async -> SourceError? {
        await withTaskGroup(of: Void.self) { group in
            var inFlight = 0
            var ordinal: UInt64 = 0
            do throws(SourceError) {
                while !Task.isCancelled, let batch = try await reader.next() {
                    tally.add(batch)
                    if inFlight == ScanRunner.batchesInFlight {
                        await group.next()
                        inFlight -= 1
                    }
                    inFlight += 1
                    let (records, first) = (batch.records, ordinal)
                    ordinal += UInt64(records.count)
                    group.addTask {
                        await state.add(engine.judge(records, source: number, ordinal: first), from: number)
                    }
                }
            } catch {
                return error
            }
            return Task.isCancelled ? SourceError(.interrupted, "the run was interrupted") : nil
        }
    }
}

/// What the tasks of a scan share.
actor ScanState {
    private var store: EvidenceStore
    /// The first failure to keep what does not fit into memory; nothing is added after it.
    private var failure: SpillError?
    /// The accounts that each source gave records of.
    private var accounts: [UInt32: Set<String?>] = [:]
    private let console: Console
    private let showsProgress: Bool
    private var services = 0
    private var finishedSources = 0
    private var lastShown: ContinuousClock.Instant?

    init(engine: AuditEngine, console: Console, showsProgress: Bool) {
        store = EvidenceStore(engine: engine)
        self.console = console
        self.showsProgress = showsProgress
    }

    func add(_ evidence: BatchEvidence, from source: UInt32) {
        services += evidence.services
        accounts[source, default: []].formUnion(evidence.accounts)
        showProgress()
        guard failure == nil else { return }
        do throws(SpillError) {
            try store.add(evidence)
        } catch {
            failure = error
        }
    }

    func add(_ outcome: SourceOutcome, number: UInt32, passedOver: [PassedOverFile]) {
        finishedSources += 1
        store.add(outcome, number: number, accounts: accounts[number] ?? [])
        for file in passedOver {
            store.add(
                RosterEntry(
                    subject: .file, accountSID: nil, label: file.path, state: .skipped, reason: file.reason, services: 0
                ))
        }
    }

    func finish() throws -> EvidenceStore {
        if let failure { throw failure }
        return store
    }

    private func showProgress() {
        guard showsProgress else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < .milliseconds(100) { return }
        lastShown = now
        console.showProgress("scanned \(services) Services, \(finishedSources) sources read")
    }
}
