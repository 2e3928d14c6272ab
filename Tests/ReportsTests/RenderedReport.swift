import AuditEngine

@testable import Reports

/// Reports written into memory.
enum RenderedReport {
    static func bytes(
        _ format: ReportFormat, _ report: AuditReport, options: ReportOptions = ReportOptions()
    ) throws -> [UInt8] {
        var sink = ReportSink()
        try format.write(report, options: options, to: &sink)
        return sink.bytes
    }

    static func text(
        _ format: ReportFormat, _ report: AuditReport, options: ReportOptions = ReportOptions()
    ) throws -> String {
        String(decoding: try bytes(format, report, options: options), as: UTF8.self)
    }
}
