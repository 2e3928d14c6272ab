package import AuditEngine
package import Platform

/// Puts the reports of a run in their places, so that none says a verdict that the process does not end with.
///
/// In two phases: all reports are written to temporary files, and then all take their places. Where one cannot be
/// written, the verdict is another, and the others are made again.
package struct ReportDelivery: Sendable {
    package let requests: [ReportRequest]
    private let options: ReportOptions
    private let mode: FileMode
    /// The status with which the process ends for a decision.
    private let exitCode: @Sendable (Verdict.Decision) -> Int32

    package init(
        _ requests: [ReportRequest], options: ReportOptions = ReportOptions(), mode: FileMode = .ownerOnly,
        exitCode: @escaping @Sendable (Verdict.Decision) -> Int32
    ) {
        self.requests = requests
        self.options = options
        self.mode = mode
        self.exitCode = exitCode
    }

    /// What became of the reports.
    package struct Outcome: Sendable {
        /// The report as it was written, with the verdict that is true.
        package var report: AuditReport
        /// Why reports could not be written.
        package var failures: [ReportError] = []
        /// The reports that are in their places.
        package var written: [ReportRequest] = []
    }

    /// Finds out before the run whether every report could be put where it is wanted. Nothing is changed.
    ///
    /// - Parameters:
    ///   - inputs: The files that the run reads, which no report may replace.
    ///   - files: The same, but for those among them that are reports, which are not read. Asked for only where a report
    ///     would replace a file.
    ///   - isReport: Whether a file is a report.
    /// - Throws: `ReportError` for a path that cannot be written to, that another report is written to however either is
    ///   written, or that is an input.
    package func check(
        inputs: [String], files: @autoclosure () -> [String] = [], isReport: (String) -> Bool = { _ in false }
    ) throws(ReportError) {
        var taken: [FilePlace: ReportRequest] = [:]
        let read = Set(inputs.compactMap(FilePlace.init(existing:)))
        lazy var found = Set(files().compactMap(FilePlace.init(existing:)))
        for request in requests {
            try request.destination.check()
            guard let place = request.destination.place else { continue }
            guard taken.updateValue(request, forKey: place) == nil else {
                throw ReportError(
                    code: .usedTwice, path: request.destination.path, cause: "another report is written there too")
            }
            guard place.isTaken else { continue }
            let isInput = read.contains(place) || found.contains(place) && !isReport(request.destination.path)
            guard !isInput else {
                throw ReportError(
                    code: .isInput, path: request.destination.path, cause: "it is one of the files that are read")
            }
        }
    }

    /// Puts a report that says "started, not finished" in the place of every file that will be replaced, so that a run that
    /// is killed leaves no verdict of an earlier one; and removes what killed runs left.
    ///
    /// - Parameter report: A report without a verdict.
    /// - Throws: `ReportError` where a file cannot be replaced.
    package func markStarted(_ report: AuditReport) throws(ReportError) {
        for request in requests {
            guard case .file(let path) = request.destination else { continue }
            TemporaryFile.removeLeftOvers(beside: path)
            guard try request.destination.replacesFile else { continue }
            let staged = try StagedReport(request, mode: mode)
            try staged.render(report, options: options)
            try staged.place()
        }
    }

    /// Writes every report and puts it in its place. A task that is cancelled meanwhile makes the run an interrupted one.
    ///
    /// - Parameters:
    ///   - report: The report, whose verdict and exit code are set here.
    ///   - judge: The verdict, given the report and the paths of those that could not be written.
    package func deliver(_ report: AuditReport, judge: (AuditReport, [String]) -> Verdict) -> Outcome {
        var outcome = Outcome(report: report)
        // Each round either ends or has one report less.
        while true {
            outcome.report.run.isInterrupted = outcome.report.run.isInterrupted || Task.isCancelled
            outcome.report.verdict = judge(outcome.report, outcome.failures.map(\.path))
            outcome.report.exitCode = exitCode(outcome.report.verdict.decision)
            let failed = Set(outcome.failures.map(\.path))
            let wanted = requests.filter {
                !failed.contains($0.destination.path) && !outcome.written.contains($0)
            }
            do throws(ReportError) {
                try write(outcome.report, wanted, &outcome.written)
                return outcome
            } catch {
                outcome.failures.append(error)
            }
        }
    }

    /// Writes reports, and adds to `written` those that are in their places.
    ///
    /// - Throws: the first failure; `path` tells of which report.
    private func write(
        _ report: AuditReport, _ wanted: [ReportRequest], _ written: inout [ReportRequest]
    ) throws(ReportError) {
        var staged: [StagedReport] = []
        for request in wanted {
            let stage = try StagedReport(request, mode: mode)
            do throws(ReportError) {
                try stage.render(report, options: options)
            } catch {
                throw ReportError(code: error.code, path: request.destination.path, cause: error.cause)
            }
            staged.append(stage)
        }
        // Pipes and devices first, standard output last of them: until all have taken theirs, the files say that the run
        // has not finished. What a pipe's reader has had cannot be taken back, so it is served once.
        let streams = staged.filter { !$0.isReplaceable }
        let others = streams.filter { $0.request.destination != .standardOutput }
        for stage in others + streams.filter({ $0.request.destination == .standardOutput }) {
            try stage.place()
            written.append(stage.request)
        }
        for stage in staged where stage.isReplaceable { try stage.place() }
        written = requests.filter { (written + wanted).contains($0) }
    }
}
