import Platform
import Text

/// Where a report's bytes go: gathered in memory, or handed to a file descriptor in pieces.
///
/// The descriptor belongs to the caller, who calls `flush()` at the end.
package struct ReportSink: ~Copyable {
    private enum Output {
        case memory
        case descriptor(Int32, path: String)
        case scratch(ScratchFile, path: String, offset: Int)
    }

    /// How many bytes are gathered before they are handed on.
    package static var pieceSize: Int { 65_536 }

    /// What was written and not handed on yet; for a sink in memory, everything.
    package private(set) var bytes: [UInt8] = []
    private var output: Output

    /// Makes a sink that keeps everything in `bytes`.
    package init() {
        output = .memory
    }

    /// Makes a sink that writes to an open descriptor; `path` is what errors call it.
    package init(descriptor: Int32, path: String) {
        output = .descriptor(descriptor, path: path)
        bytes.reserveCapacity(2 * ReportSink.pieceSize)
    }

    /// Makes a sink that gathers everything in a file without a name.
    init(scratch: ScratchFile, path: String) {
        output = .scratch(scratch, path: path, offset: 0)
    }

    /// Adds `text` as UTF-8.
    package mutating func write(_ text: String) throws(ReportError) {
        bytes.append(contentsOf: text.utf8)
        try handOn()
    }

    /// Adds bytes as they are; many are handed on without a copy.
    package mutating func write(_ more: UnsafeRawBufferPointer) throws(ReportError) {
        if case .memory = output {
            bytes.append(contentsOf: more)
        } else if more.count < ReportSink.pieceSize {
            bytes.append(contentsOf: more)
            try handOn()
        } else {
            try flush()
            try put(more)
        }
    }

    /// Hands everything on; nothing to do for a sink in memory.
    package mutating func flush() throws(ReportError) {
        if case .memory = output { return }
        if bytes.isEmpty { return }
        // Taken out meanwhile, so that it is not copied.
        var pending: [UInt8] = []
        swap(&pending, &bytes)
        defer {
            pending.removeAll(keepingCapacity: true)
            bytes = pending
        }
        try pending[...].withBytes { (bytes) throws(ReportError) in try put(bytes) }
    }

    private mutating func put(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
        switch output {
        case .memory: return
        case .descriptor(let descriptor, let path):
            do throws(SystemFailure) {
                try OutputDescriptor(descriptor).write(bytes)
            } catch {
                throw error.reportError(path: path)
            }
        case .scratch(let file, let path, let offset):
            do throws(SystemFailure) {
                try file.write(bytes, at: offset)
            } catch {
                throw error.reportError(path: path)
            }
            output = .scratch(file, path: path, offset: offset + bytes.count)
        }
    }

    private mutating func handOn() throws(ReportError) {
        if bytes.count >= ReportSink.pieceSize { try flush() }
    }
}
