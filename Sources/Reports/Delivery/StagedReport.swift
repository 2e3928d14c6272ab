internal import AuditEngine
internal import Platform

/// A report that is written and not yet in its place.
final class StagedReport {
    let request: ReportRequest
    /// The file that will be renamed into place; nil for devices, pipes and standard output.
    private var file: TemporaryFile?
    /// A file without a name that will be copied; nil for files.
    private var scratch: ScratchFile?

    /// Whether the report takes the place of a file at once, and can be replaced again.
    let isReplaceable: Bool

    /// Makes an empty temporary file for a report.
    init(_ request: ReportRequest, mode: FileMode) throws(ReportError) {
        self.request = request
        isReplaceable = try request.destination.isReplaceable
        do throws(SystemFailure) {
            if isReplaceable, case .file(let path) = request.destination {
                var generator = SystemRandomNumberGenerator()
                file = try TemporaryFile(replacing: path, mode: mode, using: &generator)
            } else {
                scratch = try ScratchFile()
            }
        } catch {
            throw error.reportError(path: request.destination.path)
        }
    }

    /// Writes the report to its temporary file.
    func render(_ report: AuditReport, options: ReportOptions) throws(ReportError) {
        let path = request.destination.path
        var sink =
            scratch.map { ReportSink(scratch: $0, path: path) }
            ?? ReportSink(descriptor: file?.descriptor ?? -1, path: path)
        try request.format.write(report, options: options, to: &sink)
    }

    /// Puts the report in its place.
    func place() throws(ReportError) {
        if file != nil { return try commit() }
        guard let scratch else { return }
        let path = request.destination.path
        let target = try request.destination.open()
        defer { if target != .standardOutput { target.close() } }
        let pieceSize = 1 << 16
        var offset = 0
        do throws(SystemFailure) {
            while true {
                let piece = try scratch.read(pieceSize, at: offset)
                if piece.isEmpty { return }
                try target.write(piece)
                offset += piece.count
            }
        } catch {
            throw error.reportError(path: path)
        }
    }

    private func commit() throws(ReportError) {
        guard var file = file.take() else { return }
        do throws(SystemFailure) {
            try file.commit()
        } catch {
            throw error.reportError(path: request.destination.path)
        }
    }
}
