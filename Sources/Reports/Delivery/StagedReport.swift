import AuditEngine

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A report that is written and not yet in its place.
final class StagedReport {
    private let request: ReportRequest
    /// The file that will be renamed into place; nil for devices, pipes and standard output.
    private var file: TemporaryFile?
    /// A file without a name that will be copied; nil for files.
    private var scratch: Int32?

    /// Whether the report takes the place of a file at once, and can be replaced again.
    let isReplaceable: Bool

    /// Makes an empty temporary file for a report.
    init(_ request: ReportRequest, mode: FileMode) throws(ReportError) {
        self.request = request
        isReplaceable = try request.destination.isReplaceable
        if isReplaceable, case .file(let path) = request.destination {
            var generator = SystemRandomNumberGenerator()
            file = try TemporaryFile(replacing: path, mode: mode, using: &generator)
        } else {
            scratch = try TemporaryFile.nameless(for: request.destination.path)
        }
    }

    deinit {
        if let scratch { close(scratch) }
    }

    /// Writes the report to its temporary file.
    func render(_ report: AuditReport, options: ReportOptions) throws(ReportError) {
        var sink = ReportSink(descriptor: file?.descriptor ?? scratch ?? -1, path: request.destination.path)
        try request.format.write(report, options: options, to: &sink)
    }

    /// Puts the report in its place.
    func place() throws(ReportError) {
        if file != nil { return try commit() }
        guard let scratch else { return }
        let path = request.destination.path
        let target = try request.destination.open()
        defer { if target != STDOUT_FILENO { close(target) } }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var offset = 0
        while true {
            let count = bytes.withUnsafeMutableBytes { pread(scratch, $0.baseAddress, $0.count, off_t(offset)) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SystemFailure.last.reportError(path: path) }
            if count == 0 { return }
            if let failure = bytes[..<count].withUnsafeBytes({ DescriptorOutput.send($0, to: target) }) {
                throw failure.reportError(path: path)
            }
            offset += count
        }
    }

    private func commit() throws(ReportError) {
        guard var file = file.take() else { return }
        try file.commit()
    }
}
