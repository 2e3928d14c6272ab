/// Where a report's bytes go: gathered in memory, or handed to a file descriptor in pieces.
///
/// The descriptor belongs to the caller, who calls `flush()` at the end.
package struct ReportSink: ~Copyable {
    private enum Output {
        case memory
        case descriptor(Int32, path: String)
    }

    /// How many bytes are gathered before they are handed on.
    package static var pieceSize: Int { 65_536 }

    /// What was written and not handed on yet; for a sink in memory, everything.
    package private(set) var bytes: [UInt8] = []
    private let output: Output

    /// Makes a sink that keeps everything in `bytes`.
    package init() {
        output = .memory
    }

    /// Makes a sink that writes to an open descriptor; `path` is what errors call it.
    package init(descriptor: Int32, path: String) {
        output = .descriptor(descriptor, path: path)
        bytes.reserveCapacity(2 * ReportSink.pieceSize)
    }

    /// Adds `text` as UTF-8.
    package mutating func write(_ text: String) throws(ReportError) {
        bytes.append(contentsOf: text.utf8)
        try handOn()
    }

    /// Adds bytes as they are.
    package mutating func write(_ more: some Collection<UInt8>) throws(ReportError) {
        bytes.append(contentsOf: more)
        try handOn()
    }

    /// Hands everything on; nothing to do for a sink in memory.
    package mutating func flush() throws(ReportError) {
        guard case .descriptor(let descriptor, let path) = output else { return }
        let failure = bytes.withUnsafeBytes { DescriptorOutput.send($0, to: descriptor) }
        bytes.removeAll(keepingCapacity: true)
        if let failure { throw failure.reportError(path: path) }
    }

    private mutating func handOn() throws(ReportError) {
        if bytes.count >= ReportSink.pieceSize { try flush() }
    }
}
