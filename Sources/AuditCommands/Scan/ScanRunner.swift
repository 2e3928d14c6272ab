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

    /// How many batches of one source are evaluated at once, while the next is read: the bound on memory.
    private static let batchesInFlight = 4

    /// Reads every source; cancellation ends the reading, and the sources not read in full say so.
    func run(_ sources: [ScanSource]) async -> AuditCollector {
        let state = ScanState(engine: engine, console: console, showsProgress: showsProgress)
        await withTaskGroup(of: Void.self) { group in
            var waiting = sources.enumerated().makeIterator()
            for _ in 0..<parallelSources {
                guard let (number, source) = waiting.next() else { break }
                group.addTask { await scan(source, number: number, state: state) }
            }
            while await group.next() != nil {
                guard let (number, source) = waiting.next() else { continue }
                group.addTask { await scan(source, number: number, state: state) }
            }
        }
        console.clearProgress()
        return await state.collector
    }

    private func scan(_ source: ScanSource, number: Int, state: ScanState) async {
        var tally = SourceTally()
        var failure: SourceError?
        do throws(SourceError) {
            var reader = try source.makeReader()
            failure = await audit(&reader, number: number, tally: &tally, state: state)
        } catch {
            failure = error
        }
        await state.add(tally.outcome(of: source, failure: failure), number: number)
    }

    private func audit(
        _ reader: inout any ServiceReader, number: Int, tally: inout SourceTally, state: ScanState
    ) async -> SourceError? {
        await withTaskGroup(of: Void.self) { group in
            var inFlight = 0
            do throws(SourceError) {
                while !Task.isCancelled, let batch = try await reader.next() {
                    tally.add(batch)
                    let services = await state.admit(batch.services, from: number)
                    if inFlight == ScanRunner.batchesInFlight {
                        await group.next()
                        inFlight -= 1
                    }
                    inFlight += 1
                    group.addTask { await state.add(engine.evaluate(services)) }
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
    private(set) var collector: AuditCollector
    private let console: Console
    private let showsProgress: Bool
    private var services = 0
    private var finishedSources = 0
    private var lastShown: ContinuousClock.Instant?

    init(engine: AuditEngine, console: Console, showsProgress: Bool) {
        collector = AuditCollector(engine: engine)
        self.console = console
        self.showsProgress = showsProgress
    }

    func admit(_ batch: [Service], from source: Int) -> [Service] {
        services += batch.count
        showProgress()
        return collector.admit(batch, from: source)
    }

    func add(_ evaluation: AuditEngine.BatchEvaluation) {
        collector.add(evaluation)
    }

    func add(_ outcome: SourceOutcome, number: Int) {
        finishedSources += 1
        collector.add(outcome, number: number)
    }

    private func showProgress() {
        guard showsProgress else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < .milliseconds(100) { return }
        lastShown = now
        console.showProgress("scanned \(services) Services, \(finishedSources) sources read")
    }
}
