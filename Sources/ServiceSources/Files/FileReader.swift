/// Reads the Services of a file, of a directory's files, or of standard input, in batches.
///
/// Memory is bounded by `FileReadingLimits`, however large the files are. A fault inside a file gives a rejection and
/// the files after it are still read; the reader throws where a source that is one file cannot be opened or is in no
/// known format, or where a directory has no files.
package final class FileReader: ServiceReader {
    private let source: FileSource
    private let limits: FileReadingLimits
    /// Files still to be read, the next one last; nil before the first call.
    private var waiting: [FileListing.Entry]?
    private var isDirectory = false
    private var document: DocumentReader?
    private var pages = PageLedger()
    private var isSpent = false

    init(_ source: FileSource, limits: FileReadingLimits) {
        self.source = source
        self.limits = limits
    }

    package func next() async throws(SourceError) -> ServiceBatch? {
        guard !isSpent else { return nil }
        do throws(SourceError) {
            return try nextBatch()
        } catch {
            isSpent = true
            throw error
        }
    }

    private func nextBatch() throws(SourceError) -> ServiceBatch? {
        var batch = ServiceBatch()
        if waiting == nil { try begin(&batch) }
        while batch.services.count < limits.batch, batch.rejections.count < limits.batch {
            if document != nil {
                if try step(&batch) { document = nil }
            } else if let file = waiting?.popLast() {
                do throws(InputFault) {
                    let input = DecodedInput(try InputFile(path: file.path), chunkSize: limits.chunk)
                    document = DocumentReader(input, label: file.label, limits: limits)
                } catch {
                    try report(error, label: file.label, &batch)
                }
            } else {
                batch.rejections += pages.finish()
                isSpent = true
                break
            }
        }
        return batch.isEmpty ? nil : batch
    }

    private func begin(_ batch: inout ServiceBatch) throws(SourceError) {
        if source.kind == .stdin {
            let input = DecodedInput(.standardInput, chunkSize: limits.chunk)
            document = DocumentReader(input, label: source.label, limits: limits)
            waiting = []
            return
        }
        do throws(InputFault) {
            let listing = try FileListing(source.path)
            waiting = listing.files.reversed()
            isDirectory = listing.isDirectory
            batch.rejections += listing.rejections
            batch.warnings += listing.warnings
            if listing.files.isEmpty, listing.rejections.isEmpty {
                throw InputFault(.empty, "the directory has no files to read")
            }
        } catch {
            throw SourceError(error.code, "\(source.label): \(error.reason)")
        }
    }

    /// Reads a little of the document; whether it is at its end.
    private func step(_ batch: inout ServiceBatch) throws(SourceError) -> Bool {
        switch document?.step(&batch, &pages) {
        case .more: return false
        case .end, nil: return true
        case .unreadable(let fault):
            let label = document?.label ?? source.label
            document = nil
            try report(fault, label: label, &batch)
            return true
        }
    }

    /// A file of which nothing can be read fails a source that is that file, and is one rejection in a directory.
    private func report(_ fault: InputFault, label: String, _ batch: inout ServiceBatch) throws(SourceError) {
        guard isDirectory, fault.code != .interrupted else {
            throw SourceError(fault.code, "\(label): \(fault.reason)")
        }
        batch.rejections.append(RecordRejection(source: label, reason: fault.reason))
    }
}
