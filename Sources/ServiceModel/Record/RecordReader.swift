package import JSON
internal import Text

/// What one JSON object of an input turned out to be.
package enum RecordReading: Sendable, Hashable {
    /// A Service, which is in the batch now.
    case service(Traits)
    /// No Service. The reason is one line and quotes nothing.
    case rejected(String)
    /// An object that holds the records instead of being one. It was read no further than to this member's name.
    case container(Container)

    /// What is worth knowing of a Service beside what it holds.
    package struct Traits: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// A name is written as the vendor's command line and Node library write it.
        package static let camelCase = Traits(rawValue: 1)
        /// A number stands in quotes.
        package static let quotedNumber = Traits(rawValue: 2)
    }

    /// The members that tell the objects that hold records.
    package enum Container: String, CaseIterable, Sendable {
        /// A page of the API's list operation.
        case page = "services"
        /// Terraform state, version 4.
        case terraformState = "resources"
        /// What `terraform show -json` prints.
        case terraformValues = "values"

        /// What the member must hold.
        var kind: JSONKind { self == .terraformValues ? .object : .array }
    }
}

extension RecordBatchBuilder {
    /// Where a record stands in its source.
    package struct Place: Sendable {
        package var line = 1
        package var position = 0
        package var address: String?

        package init(line: Int = 1, position: Int = 0, address: String? = nil) {
            self.line = line
            self.position = position
            self.address = address
        }
    }

    /// Reads the next value of `reader`, to its end unless it is a container, and adds it where it is a Service.
    ///
    /// An object whose first known member is one of a Service's is no container.
    ///
    /// - Parameter isFragment: Whether any object is taken for a Service of which some fields are given, as people write
    ///   them by hand in examples.
    /// - Throws: the reader's error where the text is not JSON; nothing was added then. All else that may be wrong is an
    ///   outcome.
    package mutating func read(
        _ reader: inout JSONReader, dialect: ServiceDialect = .api, at place: Place, isFragment: Bool = false
    ) throws(JSONError) -> RecordReading {
        let kind = try reader.peek()
        guard kind == .object else {
            try reader.skipValue()
            return .rejected("expected an object, found \(kind.name)")
        }
        let textStart = reader.position
        let firstSlot = slots.count
        slots.append(contentsOf: repeatElement(.absent, count: ServiceField.count))
        var isKept = false
        defer { if !isKept { slots.removeLast(slots.count - firstSlot) } }
        // Slots count from where the text will stand in the batch.
        let offset = bytes.count - textStart
        if !unescaped.isEmpty { unescaped.removeAll() }
        var scan = RecordScan(dialect: dialect, offset: offset, firstSlot: firstSlot)
        try reader.beginObject()
        var expected = 0
        while true {
            let count = reader.passMembers(like: usualMembers, from: &expected, into: &members)
            scan.take(members, count, into: &self)
            let end = reader.position
            guard let name = try reader.nextKey() else { break }
            let match = try scan.match(name, in: reader)
            if let match {
                _ = try reader.peek()
                usualMembers.expect(
                    match.number, match.kind, after: reader.bytes(in: end..<reader.position), at: &expected)
                try scan.take(match, from: &reader, into: &self)
            } else if let container = try scan.pass(name, of: &reader), !isFragment {
                return .container(container)
            }
        }
        if !isFragment, let reason = scan.rejection(in: reader) { return .rejected(reason) }
        if dialect == .terraform, let id = scan.terraformID, slots[firstSlot].isUnset {
            slots[firstSlot] = try scan.slot(of: id, .sid, in: reader, &self)
        }
        let text = append(reader.bytes(in: textStart..<reader.position), firstSlot: firstSlot)
        entries.append(
            RecordBatch.Entry(
                text: text, line: place.line, position: place.position, address: place.address, dialect: dialect,
                hasUnknownMembers: scan.hasUnknownMembers))
        isKept = true
        return .service(scan.traits)
    }
}

extension FieldSlot {
    var isUnset: Bool { form == .absent || form == .null }
}
