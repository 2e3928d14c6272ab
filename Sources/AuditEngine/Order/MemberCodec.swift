internal import ServiceModel
internal import Text

/// Entries that bring the members of groups together, with what rules about groups read of them.
///
/// Most groups turn out to have one member. So entries sort by group alone, and what orders the members of one group is
/// made when there are several.
struct MemberCodec: Sendable {
    /// The fields that any rule about groups needs of a member.
    private let fields: [Field]

    private struct Field {
        let field: ServiceField
        let isText: Bool
    }

    init(fields: [ServiceField]) {
        self.fields = fields.map { field in
            if case .string = field.valueType {
                Field(field: field, isText: true)
            } else {
                Field(field: field, isText: false)
            }
        }
    }

    /// Appends what is kept of a record that is a member of groups, the same in each.
    ///
    /// - Parameters:
    ///   - content: What stands for all that the record says.
    ///   - origin: Where it was found, as ``ByteBuilder/append(originOf:)`` gives it.
    func append(_ member: Subject, content: HalfDigest, origin: ByteBuilder, to payload: inout ByteBuilder) {
        payload.append(member.identity)
        payload.append(content)
        payload.append(number: UInt32(member.size))
        payload.append(contentsOf: origin)
        for field in fields {
            if field.isText, let text = member.utf8(field.field) {
                payload.append(text)
            } else {
                payload.append(member[field.field])
            }
        }
    }

    /// Adds a record to a group.
    ///
    /// - Parameters:
    ///   - scope: What stands for the account within which groups form; nil for groups across all.
    ///   - kept: What is kept of the record.
    static func append(
        rule: Int, scope: HalfDigest?, key: HalfDigest, _ kept: ByteBuilder, to buffer: inout EntryBuffer
    ) {
        buffer.append { bytes in
            bytes.append(number: UInt16(rule))
            bytes.append(key)
            bytes.append(scope ?? everywhere)
        } payload: {
            $0.append(contentsOf: kept)
        }
    }

    private static let everywhere = HalfDigest(of: "")

    /// The rule of a group's key.
    static func rule(of key: ArraySlice<UInt8>) -> Int {
        PayloadReader.read(key) { Int($0.number(as: UInt16.self)) }
    }

    /// The same of the first eight bytes of a key; see ``EntryBuffer/Entry/prefix``.
    static func rule(ofPrefix prefix: UInt64) -> Int { Int(prefix >> 48) }

    /// The member of an entry, with what stands for all that its record says.
    func member(of payload: ArraySlice<UInt8>) -> (Subject, content: HalfDigest) {
        PayloadReader.read(payload) { reader in
            let identity = reader.identity()
            let content = reader.digest()
            let size = Int(reader.number(as: UInt32.self))
            let source: UInt32 = reader.number()
            let ordinal: UInt64 = reader.number()
            // Members have a place.
            _ = reader.number(as: UInt8.self)
            let provenance = Provenance(reader.place())
            var values = [FieldValue](repeating: .absent, count: ServiceField.allCases.count)
            for field in fields { values[field.field.rawValue] = reader.fieldValue() }
            let subject = Subject(
                values: values, provenance: provenance, size: size, identity: identity, source: source,
                ordinal: ordinal)
            return (subject, content)
        }
    }
}

extension ByteBuilder {
    /// Appends a value that is a text.
    fileprivate mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        append(2)
        append(text: text)
    }

    fileprivate mutating func append(_ value: FieldValue) {
        switch value {
        case .absent: append(0)
        case .null: append(1)
        case .string(let text): text.withBytes { append($0) }
        case .integer(let number):
            append(3)
            append(number: number)
        case .timestamp(let instant):
            append(4)
            append(number: instant.seconds)
            append(number: instant.nanoseconds)
        case .links(let links):
            append(5)
            append(number: UInt32(links.count))
            for link in links {
                append(text: link.name)
                append(text: link.url)
            }
        case .unreadable(let reason):
            append(6)
            append(text: reason)
        }
    }
}

extension PayloadReader {
    fileprivate mutating func fieldValue() -> FieldValue {
        switch number(as: UInt8.self) {
        case 0: return .absent
        case 1: return .null
        case 2: return .string(text() ?? "")
        case 3: return .integer(number())
        case 4:
            let seconds: Int64 = number()
            return Timestamp(seconds: seconds, nanoseconds: number()).map(FieldValue.timestamp) ?? .null
        case 5:
            let count = Int(number(as: UInt32.self))
            return .links((0..<count).map { _ in FieldValue.Link(name: text() ?? "", url: text() ?? "") })
        default: return .unreadable(text() ?? "")
        }
    }
}
