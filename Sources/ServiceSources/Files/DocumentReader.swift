internal import JSON
internal import ServiceModel

/// Reads the records of one file, a little at each step, in whatever shape they come.
///
/// The file is a sequence of JSON values, each told by its first bytes and names. A record that cannot be read is
/// rejected; reading goes on behind it where its end can be told, by its brackets or, in a file with one value a line,
/// by the line's end. Otherwise the rejection says that the rest was not read.
struct DocumentReader: ~Copyable {
    /// What a step led to.
    enum Outcome {
        case more
        /// The file has been read, or as much of it as can be; what is missing has been rejected.
        case end
        /// Nothing of the file can be read, or reading was interrupted.
        case unreadable(InputFault)
    }

    /// The file or page, as records and messages name it.
    let origin: RecordBatch.Origin
    /// The account that every record must name, as bytes; nil for any.
    let owner: [UInt8]?
    let limits: FileReadingLimits
    var cursor: ByteCursor
    /// The arrays and objects around the cursor, outermost first.
    var frames: [DocumentFrame] = []
    /// How many records the file has had.
    var recordCount = 0
    /// How many of them were Services.
    var serviceCount = 0
    /// Where the value that is in no other began; nil between such values.
    var valueStart: JSONPosition?
    /// Whether the file seems to have one value a line.
    var isLineOriented = false
    var hasProbedLines = false
    var isAtEnd = false
    private var hasBegun = false

    /// How many records have a number in quotes, and the line of the first.
    var quotedNumbers = (count: 0, firstLine: 0)
    /// How many records were left out because they name another account than `owner`.
    var strangers = 0

    /// - Parameter owner: The account that every record must name; others are counted and left out.
    init(
        _ input: consuming DecodedInput, origin: RecordBatch.Origin, owner: SID? = nil, limits: FileReadingLimits
    ) {
        self.origin = origin
        self.owner = owner.map { Array($0.text.utf8) }
        self.limits = limits
        self.cursor = ByteCursor(input, chunkSize: limits.chunk)
    }

    /// Reads a little: at most one record.
    mutating func step(_ batch: inout ServiceBatchBuilder) -> Outcome {
        guard !isAtEnd else { return .end }
        do throws(StreamFault) {
            if !hasBegun {
                if let fault = try unreadableContent() { return .unreadable(fault) }
                hasBegun = true
                if isAtEnd { return .end }
            }
            switch frames.last {
            case .elements(let array): try readElement(of: array, &batch)
            case .container(let container): try readMember(of: container, &batch)
            case .resource(let resource): try readMember(of: resource, &batch)
            case nil: try readValue(&batch)
            }
            if frames.isEmpty { try endValue() }
        } catch {
            if case .input(let fault) = error, !hasBegun || fault.code == .interrupted { return .unreadable(fault) }
            recover(from: error, &batch)
        }
        if isAtEnd { warnOfQuotedNumbers(&batch) }
        return isAtEnd ? .end : .more
    }

    private func warnOfQuotedNumbers(_ batch: inout ServiceBatchBuilder) {
        guard quotedNumbers.count > 0 else { return }
        let place = origin.page.map { ": page \($0)" } ?? ":\(quotedNumbers.firstLine)"
        let records = quotedNumbers.count == 1 ? "1 record" : "\(quotedNumbers.count) records"
        batch.warnings.append("\(origin.source)\(place): default_ttl stands in quotes in \(records); read as a number")
    }

    /// Reads a value that is in no other, or comes to the end of the file.
    private mutating func readValue(_ batch: inout ServiceBatchBuilder) throws(StreamFault) {
        guard let byte = try cursor.skipWhiteSpace() else {
            isAtEnd = true
            return
        }
        let start = cursor.place()
        valueStart = start
        guard byte != UInt8(ascii: "[") else {
            cursor.advance(by: 1)
            frames.append(.elements(DocumentArray(.records)))
            return
        }
        do throws(StreamFault) {
            try readRecord(at: start, mayBeContainer: true, &batch)
        } catch {
            guard case .syntax(let error) = error else { throw error }
            if !isLineOriented, !hasProbedLines {
                hasProbedLines = true
                isLineOriented = try seemsLineOriented()
            }
            if isLineOriented, error.code == .unexpectedEnd, try seemsToGoOn() {
                // Read again, without regard to lines.
                isLineOriented = false
                valueStart = nil
                return
            }
            guard isLineOriented else { return try skipMalformed(error, &batch) }
            reject(error, index: countRecord(), &batch)
            valueStart = nil
            try cursor.skipLine()
        }
    }

    /// Learns from a whole value whether the file has one value a line.
    private mutating func endValue() throws(StreamFault) {
        guard let start = valueStart else { return }
        valueStart = nil
        guard cursor.place().line == start.line else {
            isLineOriented = false
            hasProbedLines = true
            return
        }
        while let byte = try cursor.peek() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): cursor.advance(by: 1)
            case UInt8(ascii: "\n"):
                isLineOriented = true
                return
            default: return
            }
        }
    }
}
