internal import Platform
internal import ServiceModel

/// Reads the records of a file, of a folder's files, or of standard input, in batches.
///
/// Memory is bounded by `FileReadingLimits`, however large the files are. A fault inside a file gives a rejection and
/// the files after it are still read; the reader throws where a source that is one file cannot be opened or is in no
/// known format, or where a folder has no files.
package final class FileReader: ServiceReader {
    private let source: FileSource
    private let limits: FileReadingLimits
    /// Files still to be read, the next one last; nil before the first call.
    private var waiting: [FileTree.Entry]?
    private var isFolder = false
    private var document: DocumentReader?
    /// The file that `document` reads.
    private var current: RecordBatch.Origin
    /// What batches are read with, between two of them.
    private var builder: ServiceBatchBuilder?
    private var pages = PageLedger()
    private var isSpent = false

    init(_ source: FileSource, limits: FileReadingLimits) {
        self.source = source
        self.limits = limits
        current = RecordBatch.Origin(source: source.label)
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

    /// The records of one file, or of a part of it: a batch has one origin.
    private func nextBatch() throws(SourceError) -> ServiceBatch? {
        var batch = builder.take() ?? ServiceBatchBuilder(current)
        if waiting == nil { try begin(&batch) }
        while batch.records.count < limits.batch, batch.records.size < limits.batchBytes,
            batch.rejections.count < limits.batch
        {
            if document != nil {
                if try step(&batch) {
                    document = nil
                    for page in batch.pages { pages.add(page) }
                    batch.pages = []
                }
            } else if let file = waiting?.popLast() {
                if batch.records.count > 0 {
                    waiting?.append(file)
                    break
                }
                try open(file, &batch)
            } else {
                batch.rejections += pages.finish()
                isSpent = true
                break
            }
        }
        for page in batch.pages { pages.add(page) }
        batch.pages = []
        if batch.isEmpty { return nil }
        defer { builder = batch }
        return batch.take()
    }

    private func open(_ file: FileTree.Entry, _ batch: inout ServiceBatchBuilder) throws(SourceError) {
        current = RecordBatch.Origin(source: file.label)
        batch.records.begin(current)
        do throws(InputFault) {
            var input = DecodedInput(try FileReader.open(file), chunkSize: limits.chunk)
            if isFolder, let reason = PassingOver.reason(forBeginning: try input.beginning()) {
                batch.passedOver.append(PassedOverFile(path: file.label, reason: reason))
                return
            }
            document = DocumentReader(input, origin: current, limits: limits)
        } catch {
            try report(error, label: file.label, &batch)
        }
    }

    private static func open(_ file: FileTree.Entry) throws(InputFault) -> InputFile {
        do throws(SystemFailure) {
            return try InputFile(path: file.path)
        } catch {
            throw InputFault(error)
        }
    }

    private func begin(_ batch: inout ServiceBatchBuilder) throws(SourceError) {
        if source.kind == .stdin {
            do throws(SystemFailure) {
                let input = DecodedInput(try InputFile.standardInput(), chunkSize: limits.chunk)
                document = DocumentReader(input, origin: current, limits: limits)
            } catch {
                throw SourceError(.unreadable, "\(source.label): \(error.words)")
            }
            waiting = []
            return
        }
        do throws(SystemFailure) {
            let tree = try source.tree()
            waiting = tree.files.reversed()
            isFolder = tree.isFolder
            batch.passedOver += tree.passedOver.map { PassedOverFile(path: $0.entry.label, reason: $0.reason) }
            batch.rejections += tree.failures.map {
                RecordRejection(source: $0.entry.label, reason: $0.failure.words)
            }
            if isFolder, tree.files.isEmpty, tree.failures.isEmpty {
                batch.rejections.append(
                    RecordRejection(source: source.label, reason: "the folder has no files to read"))
            }
        } catch {
            let fault = InputFault(error)
            throw SourceError(fault.code, "\(source.label): \(fault.reason)")
        }
    }

    /// Reads a little of the document; whether it is at its end.
    private func step(_ batch: inout ServiceBatchBuilder) throws(SourceError) -> Bool {
        switch document?.step(&batch) {
        case .more: return false
        case .end, nil: return true
        case .unreadable(let fault):
            document = nil
            try report(fault, label: current.source, &batch)
            return true
        }
    }

    /// A file of which nothing can be read fails a source that is that file, and is one rejection in a folder.
    private func report(
        _ fault: InputFault, label: String, _ batch: inout ServiceBatchBuilder
    ) throws(SourceError) {
        guard isFolder, fault.code != .interrupted else {
            throw SourceError(fault.code, "\(label): \(fault.reason)")
        }
        batch.rejections.append(RecordRejection(source: label, reason: fault.reason))
    }
}
