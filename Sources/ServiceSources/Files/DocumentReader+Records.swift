internal import JSON
internal import ServiceModel

extension DocumentReader {
    /// Reads the next element of an array, or goes out of it.
    mutating func readElement(of array: DocumentArray, _ batch: inout ServiceBatch) throws(StreamFault) {
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
                guard try readRecord(at: start, mayBeContainer: array.role == .records, &batch) else { return }
                array.camelCaseCount += 1
                frames[level] = .elements(array)
            } catch {
                guard case .syntax(let error) = error else { throw error }
                try skipMalformed(error, &batch)
            }
        case .resources: try openResource(at: start, &batch)
        case .instances: try readInstance(at: start, &batch)
        }
    }

    /// Reads one record, or goes into an object that holds records.
    ///
    /// - Returns: whether it is a Service with names in camelCase.
    mutating func readRecord(
        at start: JSONPosition, mayBeContainer: Bool, _ batch: inout ServiceBatch
    ) throws(StreamFault) -> Bool {
        let record: ServiceRecord
        let endsAtLine = isLineOriented && frames.isEmpty
        do throws(StreamFault) {
            record = try cursor.read(limit: limits.record, endsAtLine: endsAtLine) { reader throws(JSONError) in
                var ahead = reader
                let record = try ServiceRecord(reading: &ahead)
                // A container is read again, piece by piece.
                if case .container = record, mayBeContainer { return record }
                if case .container = record { try reader.skipValue() } else { reader = ahead }
                return record
            }
        } catch {
            guard case .tooLong = error else { throw error }
            if mayBeContainer, try cursor.peek() == UInt8(ascii: "{") {
                openContainer(at: start)
            } else {
                try skipTooLong(at: start, &batch)
            }
            return false
        }
        switch record {
        case .service(let service, let usesCamelCase):
            batch.services.append(service)
            recordCount += 1
            return usesCamelCase
        case .rejected(let error):
            reject(line: start.line, index: countRecord(), error.description, &batch)
        case .container where mayBeContainer:
            openContainer(at: start)
        case .container(let container):
            let reason = "not a Service: the object has no sid but an array named \(container.rawValue)"
            reject(line: start.line, index: countRecord(), reason, &batch)
        }
        return false
    }

    /// Reads the next member of an object that holds records, or goes out of it.
    mutating func readMember(
        of container: RecordContainer, _ batch: inout ServiceBatch, _ pages: inout PageLedger
    ) throws(StreamFault) {
        guard try cursor.nextItem(isFirst: container.isFirst, closing: "}") else {
            frames.removeLast()
            return end(container, &batch, &pages)
        }
        var container = container
        container.isFirst = false
        let name = try cursor.readName(limit: limits.record)
        let first = try cursor.skipWhiteSpace()
        if let member = RecordContainer.Member(rawValue: name) {
            guard container.met.insert(member).inserted else {
                throw cursor.syntax(.duplicateKey, "the object has two members of one name")
            }
            switch member {
            case .services, .resources:
                frames[frames.count - 1] = .container(container)
                guard first == UInt8(ascii: "[") else {
                    reject(line: cursor.place().line, "\(name): expected an array", &batch)
                    return try skipValue()
                }
                cursor.advance(by: 1)
                frames.append(.elements(DocumentArray(member == .services ? .page : .resources)))
                return
            case .meta: container.meta = PageMeta(try readValue())
            case .version: if case .number(let number) = try readValue() { container.version = number.integer }
            }
        } else {
            try skipValue()
        }
        frames[frames.count - 1] = .container(container)
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

    private mutating func openContainer(at start: JSONPosition) {
        cursor.advance(by: 1)
        frames.append(.container(RecordContainer(at: start)))
    }

    /// Judges an object as a whole.
    private mutating func end(
        _ container: RecordContainer, _ batch: inout ServiceBatch, _ pages: inout PageLedger
    ) {
        let line = container.place.line
        if container.met.contains(.services) {
            if let meta = container.meta {
                pages.add(meta, label: label, line: line)
            } else {
                let reason = "the page does not say whether another follows it: no meta.next_page_url"
                batch.warnings.append("\(label):\(line): \(reason)")
            }
        } else if container.met.contains(.resources) {
            guard let version = container.version, version != 4 else { return }
            reject(line: line, "Terraform state of version \(version); only version 4 is read", &batch)
        } else {
            reject(line: line, index: countRecord(), tooLong, &batch)
        }
    }

    /// The vendor's command line lists 50 records unless told otherwise, and does not say that there are more.
    private func warnOfDefaultLimit(_ array: DocumentArray, _ batch: inout ServiceBatch) {
        guard array.role == .records, array.count == 50, array.camelCaseCount == 50 else { return }
        batch.warnings.append(
            "\(label): exactly 50 records, where the vendor's command line stops by default: there may be more")
    }
}
