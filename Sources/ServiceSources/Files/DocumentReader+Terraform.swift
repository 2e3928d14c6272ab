internal import JSON
internal import ServiceModel

extension DocumentReader {
    /// Goes into a resource of Terraform.
    mutating func openResource(at start: JSONPosition, _ batch: inout ServiceBatchBuilder) throws(StreamFault) {
        guard try cursor.peek() == UInt8(ascii: "{") else {
            reject(line: start.line, "resources: expected every resource to be an object", &batch)
            return try skipValue()
        }
        cursor.advance(by: 1)
        frames.append(.resource(TerraformResource(at: start)))
    }

    /// Reads the next member of a resource, or goes out of it.
    mutating func readMember(of resource: TerraformResource, _ batch: inout ServiceBatchBuilder) throws(StreamFault) {
        guard !resource.isClosed else { return takeKeptInstance(of: resource, &batch) }
        var resource = resource
        guard try cursor.nextItem(isFirst: resource.isFirst, closing: "}") else {
            if resource.type == nil { reject(line: resource.place.line, "a resource without a type", &batch) }
            resource.isClosed = true
            frames[frames.count - 1] = .resource(resource)
            return
        }
        resource.isFirst = false
        switch try cursor.readName(limit: limits.record) {
        case "type":
            guard resource.type == nil, case .string(let type) = try readValue() else {
                throw cursor.syntax(.unexpectedType, "expected a resource to have one type, a string")
            }
            resource.type = type
        case "address": if case .string(let address) = try readValue() { resource.address = address }
        case "name": if case .string(let name) = try readValue(), resource.address == nil { resource.address = name }
        case "instances" where resource.isService == true:
            guard try cursor.skipWhiteSpace() == UInt8(ascii: "[") else {
                reject(line: cursor.place().line, "instances: expected an array", &batch)
                try skipValue()
                break
            }
            cursor.advance(by: 1)
            frames[frames.count - 1] = .resource(resource)
            frames.append(.elements(DocumentArray(.instances)))
            return
        case "instances" where resource.isService == nil:
            // Terraform writes the type first; another program may have sorted the names.
            guard case .array(let instances) = try readValue() else {
                throw cursor.syntax(.unexpectedType, "expected a resource's instances to be an array")
            }
            resource.kept += instances.map(TerraformResource.Kept.instance)
        // What `terraform show -json` gives in place of instances.
        case "values" where resource.isService == true:
            _ = try cursor.skipWhiteSpace()
            try readValues(of: resource, &batch)
        case "values" where resource.isService == nil: resource.kept.append(.values(try readValue()))
        default: try skipValue()
        }
        frames[frames.count - 1] = .resource(resource)
    }

    /// Reads one instance of a resource that is a Service.
    mutating func readInstance(at start: JSONPosition, _ batch: inout ServiceBatchBuilder) throws(StreamFault) {
        try readGuarded(at: start, &batch) { reader, batch, place throws(JSONError) in
            guard try reader.peek() == .object else {
                try reader.skipValue()
                return nil
            }
            var reading: RecordReading?
            try reader.beginObject()
            while let name = try reader.nextKey() {
                if try reader.string(name) == "attributes", reading == nil {
                    reading = try batch.records.read(&reader, dialect: .terraform, at: place)
                } else {
                    try reader.skipValue()
                }
            }
            return reading
        }
    }

    private mutating func readValues(
        of resource: TerraformResource, _ batch: inout ServiceBatchBuilder
    ) throws(StreamFault) {
        try readGuarded(at: cursor.place(), &batch) { reader, batch, place throws(JSONError) in
            try batch.records.read(&reader, dialect: .terraform, at: place)
        }
    }

    /// Reads a value in which a record stands.
    private mutating func readGuarded(
        at start: JSONPosition, _ batch: inout ServiceBatchBuilder,
        _ body: (inout JSONReader, inout ServiceBatchBuilder, RecordBatchBuilder.Place) throws(JSONError)
            -> RecordReading?
    ) throws(StreamFault) {
        let place = RecordBatchBuilder.Place(line: start.line, position: recordCount, address: address)
        let count = batch.records.count
        do throws(StreamFault) {
            let reading = try cursor.read(limit: limits.record) { reader throws(JSONError) in
                // What was added before the text came to an end is read again.
                batch.records.truncate(to: count)
                return try body(&reader, &batch, place)
            }
            finish(reading, at: start, &batch)
        } catch {
            batch.records.truncate(to: count)
            switch error {
            case .tooLong: try skipTooLong(at: start, &batch)
            case .syntax(let error): try skipMalformed(error, &batch)
            case .input: throw error
            }
        }
    }

    /// The address of the resource that the cursor is inside of.
    private var address: String? {
        for case .resource(let resource) in frames.reversed() {
            guard let address = resource.address, let type = resource.type else { return resource.type }
            return address.contains(".") ? address : "\(type).\(address)"
        }
        return nil
    }

    /// Takes one of the instances that came before the resource's type, or goes out of the resource.
    private mutating func takeKeptInstance(of resource: TerraformResource, _ batch: inout ServiceBatchBuilder) {
        guard resource.isService == true, resource.taken < resource.kept.count else {
            frames.removeLast()
            return
        }
        let attributes: JSONValue? =
            switch resource.kept[resource.taken] {
            case .instance(let instance): instance["attributes"]
            case .values(let values): values
            }
        let place = RecordBatchBuilder.Place(line: resource.place.line, position: recordCount, address: address)
        let reading = attributes.flatMap { attributes in
            var reader = JSONReader(Array(attributes.jsonText.utf8))
            return try? batch.records.read(&reader, dialect: .terraform, at: place)
        }
        finish(reading, at: resource.place, &batch)
        var resource = resource
        resource.taken += 1
        frames[frames.count - 1] = .resource(resource)
    }

    private mutating func finish(
        _ reading: RecordReading?, at start: JSONPosition, _ batch: inout ServiceBatchBuilder
    ) {
        switch reading {
        case .service(let traits)?: take(traits, at: start, &batch)
        case .rejected(let reason)?:
            reject(line: start.line, index: countRecord(), "attributes: \(reason)", &batch)
        case .container?, nil: reject(line: start.line, index: countRecord(), "an instance without attributes", &batch)
        }
    }
}
