internal import JSON
internal import ServiceModel

extension DocumentReader {
    /// Reads the next element of an array, or goes out of it.
    mutating func readElement(of array: DocumentArray, _ batch: inout ServiceBatchBuilder) throws(StreamFault) {
        guard try cursor.nextItem(isFirst: array.count == 0, closing: "]") else {
            frames.removeLast()
            warnOfDefaultLimit(array, &batch)
            return
        }
        var array = array
        let level = frames.count - 1
        array.count += 1
        frames[level] = .elements(array)
        let start = cursor.place()
        switch array.role {
        case .records, .page:
            do throws(StreamFault) {
                let traits = try readRecord(at: start, mayBeContainer: array.role == .records, &batch)
                guard traits?.contains(.camelCase) == true else { return }
                array.camelCaseCount += 1
                frames[level] = .elements(array)
            } catch {
                guard case .syntax(let error) = error else { throw error }
                try skipMalformed(error, &batch)
            }
        case .resources: try openResource(at: start, &batch)
        case .instances: try readInstance(at: start, &batch)
        case .modules: try openContainer(.module, named: "child_modules", at: start, &batch)
        }
    }

    /// Reads one record, or goes into an object that holds records.
    ///
    /// - Returns: What is to be known of it, if it is a Service.
    @discardableResult
    mutating func readRecord(
        at start: JSONPosition, mayBeContainer: Bool, _ batch: inout ServiceBatchBuilder
    ) throws(StreamFault) -> RecordReading.Traits? {
        let reading: RecordReading
        let endsAtLine = isLineOriented && frames.isEmpty
        let place = RecordBatchBuilder.Place(line: start.line, position: recordCount)
        do throws(StreamFault) {
            reading = try cursor.read(limit: limits.record, endsAtLine: endsAtLine) { reader throws(JSONError) in
                let reading = try batch.records.read(&reader, at: place)
                guard case .container = reading else { return reading }
                // A container is read again, piece by piece.
                reader.restart()
                if !mayBeContainer { try reader.skipValue() }
                return reading
            }
        } catch {
            guard case .tooLong = error else { throw error }
            if mayBeContainer, try cursor.peek() == UInt8(ascii: "{") {
                cursor.advance(by: 1)
                frames.append(
                    .container(RecordContainer(.document, at: start, records: recordCount, services: serviceCount)))
            } else {
                try skipTooLong(at: start, &batch)
            }
            return nil
        }
        switch reading {
        case .service(let traits):
            take(traits, at: start, &batch)
            return traits
        case .rejected(let reason):
            reject(line: start.line, index: countRecord(), reason, &batch)
        case .container where mayBeContainer:
            cursor.advance(by: 1)
            frames.append(
                .container(RecordContainer(.document, at: start, records: recordCount, services: serviceCount)))
        case .container(let container):
            let reason = "not a Service: the object has no field of one but a member named \(container.rawValue)"
            reject(line: start.line, index: countRecord(), reason, &batch)
        }
        return nil
    }

    /// Counts a Service that was added to the batch, and checks whose it is.
    mutating func take(_ traits: RecordReading.Traits, at start: JSONPosition, _ batch: inout ServiceBatchBuilder) {
        let index = countRecord()
        serviceCount += 1
        if traits.contains(.quotedNumber) {
            quotedNumbers = (quotedNumbers.count + 1, quotedNumbers.count == 0 ? start.line : quotedNumbers.firstLine)
        }
        guard let owner, !batch.records.lastHolds(owner, in: .accountSID) else { return }
        let isNamed = batch.records.last?.accountSID != nil
        batch.records.truncate(to: batch.records.count - 1)
        if !isNamed {
            reject(line: start.line, index: index, "the record does not say whose it is: no account_sid", &batch)
        } else {
            strangers += 1
        }
    }

    /// Reads the next member of an object that holds records, or goes out of it.
    mutating func readMember(
        of container: RecordContainer, _ batch: inout ServiceBatchBuilder
    ) throws(StreamFault) {
        guard try cursor.nextItem(isFirst: container.isFirst, closing: "}") else {
            frames.removeLast()
            return end(container, &batch)
        }
        var container = container
        container.isFirst = false
        let name = try cursor.readName(limit: limits.record)
        _ = try cursor.skipWhiteSpace()
        guard let member = RecordContainer.Member(rawValue: name), member.counts(in: container.role) else {
            try skipValue()
            frames[frames.count - 1] = .container(container)
            return
        }
        guard container.met.insert(member).inserted else {
            throw cursor.syntax(.duplicateKey, "the object has two members of one name")
        }
        let start = cursor.place()
        frames[frames.count - 1] = .container(container)
        switch member {
        case .services: try openArray(.page, named: name, &batch)
        case .resources: try openArray(.resources, named: name, &batch)
        case .childModules: try openArray(.modules, named: name, &batch)
        case .values: try openContainer(.values, named: name, at: start, &batch)
        case .rootModule: try openContainer(.module, named: name, at: start, &batch)
        case .meta:
            container.meta = try readValue()
            frames[frames.count - 1] = .container(container)
        case .version:
            if case .number(let number) = try readValue() { container.version = number.integer }
            frames[frames.count - 1] = .container(container)
        }
    }

    /// Goes into an array, if the next value is one.
    private mutating func openArray(
        _ role: DocumentArray.Role, named name: String, _ batch: inout ServiceBatchBuilder
    ) throws(StreamFault) {
        guard try cursor.peek() == UInt8(ascii: "[") else {
            reject(line: cursor.place().line, "\(name): expected an array", &batch)
            return try skipValue()
        }
        cursor.advance(by: 1)
        frames.append(.elements(DocumentArray(role)))
    }

    /// Goes into an object, if the next value is one; null is an empty one.
    private mutating func openContainer(
        _ role: RecordContainer.Role, named name: String, at start: JSONPosition, _ batch: inout ServiceBatchBuilder
    ) throws(StreamFault) {
        switch try cursor.peek() {
        case UInt8(ascii: "{"):
            cursor.advance(by: 1)
            frames.append(.container(RecordContainer(role, at: start, records: recordCount, services: serviceCount)))
        case UInt8(ascii: "n"): try skipValue()
        default:
            reject(line: start.line, "\(name): expected an object", &batch)
            try skipValue()
        }
    }

    /// Passes a value of any length.
    mutating func skipValue() throws(StreamFault) {
        do throws(StreamFault) {
            try cursor.read(limit: limits.record) { reader throws(JSONError) in try reader.skipValue() }
        } catch {
            guard case .tooLong = error else { throw error }
            try cursor.skipStructure(endsAtLine: isLineOriented)
        }
    }

    mutating func readValue() throws(StreamFault) -> JSONValue {
        try cursor.read(limit: limits.record) { reader throws(JSONError) in try reader.readValue() }
    }

    /// Judges an object as a whole.
    private mutating func end(_ container: RecordContainer, _ batch: inout ServiceBatchBuilder) {
        guard container.role == .document else { return }
        let line = container.place.line
        if container.met.contains(.services) {
            do throws(PageMeta.Fault) {
                batch.pages.append(PageSighting(meta: try PageMeta(container.meta), label: origin.source, line: line))
            } catch {
                // A page of another product is told by its records too, and then nothing more is to be said.
                if error.isForeign, recordCount > container.recordsBefore, serviceCount == container.servicesBefore {
                    return
                }
                reject(line: line, error.reason, &batch)
            }
        } else if container.met.contains(.resources) {
            guard let version = container.version, version != 4 else { return }
            reject(line: line, "Terraform state of version \(version); only version 4 is read", &batch)
        } else if !container.met.contains(.values) {
            reject(line: line, index: countRecord(), tooLong, &batch)
        }
    }

    /// The vendor's command line lists 50 records unless told otherwise, and does not say that there are more.
    private func warnOfDefaultLimit(_ array: DocumentArray, _ batch: inout ServiceBatchBuilder) {
        guard array.role == .records, array.count == 50, array.camelCaseCount == 50 else { return }
        batch.warnings.append(
            "\(origin.source): exactly 50 records, where the vendor's command line stops by default: there may be more")
    }
}
