internal import JSON
internal import ServiceModel

extension DocumentReader {
    /// Counts a record, whatever becomes of it, and gives its position in the file, from 0.
    mutating func countRecord() -> Int {
        defer { recordCount += 1 }
        return recordCount
    }

    func reject(line: Int, index: Int? = nil, _ reason: String, _ batch: inout ServiceBatchBuilder) {
        batch.rejections.append(
            RecordRejection(
                source: origin.source, line: origin.page == nil ? line : nil, page: origin.page, index: index,
                reason: reason))
    }

    func reject(_ error: JSONError, index: Int?, but consequence: String = "", _ batch: inout ServiceBatchBuilder) {
        reject(line: error.line, index: index, "column \(error.column): \(error.message)\(consequence)", &batch)
    }

    /// Why a record is rejected that is longer than the limit.
    var tooLong: String { "a record of more than \(limits.record) bytes" }

    /// Rejects a record that is longer than the limit, and passes it.
    mutating func skipTooLong(at start: JSONPosition, _ batch: inout ServiceBatchBuilder) throws(StreamFault) {
        reject(line: start.line, index: countRecord(), tooLong, &batch)
        try cursor.skipStructure(endsAtLine: isLineOriented)
    }

    /// Rejects a record that is not well-formed, and passes it by its brackets, if that can be done.
    mutating func skipMalformed(_ error: JSONError, _ batch: inout ServiceBatchBuilder) throws(StreamFault) {
        let index = countRecord()
        let start = cursor.place()
        do throws(StreamFault) {
            try cursor.skipStructure(endsAtLine: isLineOriented)
            // A comma is a missing element of an array, but nothing to go on behind outside one.
            guard !frames.isEmpty || cursor.place() != start else {
                return abandon(because: error, index: index, &batch)
            }
            reject(error, index: index, &batch)
        } catch let fault {
            guard case .syntax = fault else { throw fault }
            abandon(because: error, index: index, &batch)
        }
    }

    /// Goes on behind a fault, or ends the file if that cannot be done.
    mutating func recover(from fault: StreamFault, _ batch: inout ServiceBatchBuilder) {
        switch fault {
        case .syntax(let error): abandon(because: error, index: nil, &batch)
        case .tooLong:
            let error = JSONError(.tooLarge, at: cursor.place(), "a value of more than \(limits.record) bytes")
            abandon(because: error, index: nil, &batch)
        case .input(let fault):
            isAtEnd = true
            reject(line: cursor.place().line, fault.reason + DocumentReader.consequence, &batch)
        }
    }

    private static var consequence: String { "; the rest was not read" }

    /// Gives up the value that is in no other, and goes to the next line if each line has one; ends the file otherwise.
    private mutating func abandon(because error: JSONError, index: Int?, _ batch: inout ServiceBatchBuilder) {
        guard isLineOriented else {
            isAtEnd = true
            return reject(error, index: index, but: DocumentReader.consequence, &batch)
        }
        reject(error, index: index, &batch)
        frames = []
        let place = cursor.place()
        let hasLeftItsLine = place.column == 1 && place.line > valueStart?.line ?? place.line
        valueStart = nil
        guard !hasLeftItsLine else { return }
        do throws(StreamFault) {
            try cursor.skipLine()
        } catch {
            isLineOriented = false
            recover(from: error, &batch)
        }
    }
}
