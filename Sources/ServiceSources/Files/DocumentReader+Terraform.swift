internal import JSON
internal import ServiceModel

extension DocumentReader {
    /// Goes into a resource of Terraform state.
    mutating func openResource(at start: JSONPosition, _ batch: inout ServiceBatch) throws(StreamFault) {
        guard try cursor.peek() == UInt8(ascii: "{") else {
            reject(line: start.line, "resources: expected every resource to be an object", &batch)
            return try skipValue()
        }
        cursor.advance(by: 1)
        frames.append(.resource(TerraformResource(at: start)))
    }

    /// Reads the next member of a resource, or goes out of it.
    mutating func readMember(of resource: TerraformResource, _ batch: inout ServiceBatch) throws(StreamFault) {
        guard !resource.isClosed else { return takeKeptInstance(of: resource, &batch) }
        var resource = resource
        guard try cursor.nextItem(isFirst: resource.isFirst, closing: "}") else {
            if resource.isService == nil { reject(line: resource.place.line, "a resource without a type", &batch) }
            resource.isClosed = true
            frames[frames.count - 1] = .resource(resource)
            return
        }
        resource.isFirst = false
        switch try cursor.readName(limit: limits.record) {
        case "type":
            guard resource.isService == nil, case .string(let type) = try readValue() else {
                throw cursor.syntax(.unexpectedType, "expected a resource to have one type, a string")
            }
            resource.isService = TerraformResource.serviceTypes.contains(type)
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
            resource.instances = instances
        default: try skipValue()
        }
        frames[frames.count - 1] = .resource(resource)
    }

    /// Reads one instance of a resource that is a Service.
    mutating func readInstance(at start: JSONPosition, _ batch: inout ServiceBatch) throws(StreamFault) {
        do throws(StreamFault) {
            take(instance: try readValue(), at: start, &batch)
        } catch {
            switch error {
            case .tooLong: try skipTooLong(at: start, &batch)
            case .syntax(let error): try skipMalformed(error, &batch)
            case .input: throw error
            }
        }
    }

    /// Takes one of the instances that came before the resource's type, or goes out of the resource.
    private mutating func takeKeptInstance(of resource: TerraformResource, _ batch: inout ServiceBatch) {
        guard resource.isService == true, resource.taken < resource.instances.count else {
            frames.removeLast()
            return
        }
        take(instance: resource.instances[resource.taken], at: resource.place, &batch)
        var resource = resource
        resource.taken += 1
        frames[frames.count - 1] = .resource(resource)
    }

    private mutating func take(instance: JSONValue, at start: JSONPosition, _ batch: inout ServiceBatch) {
        let index = countRecord()
        guard let attributes = instance["attributes"] else {
            return reject(line: start.line, index: index, "an instance without attributes", &batch)
        }
        do throws(ServiceDecodingError) {
            batch.services.append(try Service(json: attributes, dialect: .terraform))
        } catch {
            reject(line: start.line, index: index, "attributes: \(error.description)", &batch)
        }
    }
}
