internal import ServiceModel
internal import Text

/// Entries that bring the members of groups together, with what rules about groups read of them.
///
/// Most groups turn out to have one member. So entries sort by group alone, and what orders the members of one group is
/// made when there are several.
struct MemberCodec: Sendable {
    /// The fields that any rule about groups needs of a member.
    let fields: [ServiceField]

    /// Adds a record to a group.
    ///
    /// - Parameters:
    ///   - scope: What stands for the account within which groups form; nil for groups across all.
    ///   - content: What stands for all that the record says.
    func append(
        rule: Int, scope: HalfDigest?, key: HalfDigest, member: Subject, _ service: inout ServiceBytes,
        content: HalfDigest, to buffer: inout EntryBuffer
    ) {
        buffer.append { bytes in
            bytes.append(number: UInt16(rule))
            bytes.append(key)
            bytes.append(scope ?? MemberCodec.everywhere)
        } payload: { payload in
            payload.append(member.identity)
            payload.append(content)
            payload.append(number: UInt32(member.size))
            service.appendOrigin(of: member, to: &payload)
            for field in fields { payload.append(valueOf: field, in: member) }
        }
    }

    private static let everywhere = HalfDigest(of: "")

    /// The rule of a group's key.
    static func rule(of key: ArraySlice<UInt8>) -> Int {
        PayloadReader.read(key) { Int($0.number(as: UInt16.self)) }
    }

    /// The same of the first eight bytes of a key; see ``EntryBuffer/Entry/prefix``.
    static func rule(ofPrefix prefix: UInt64) -> Int { Int(prefix >> 48) }

    /// A member of a group, with what stands for all that its record says.
    struct Member {
        let subject: Subject
        let content: HalfDigest
    }

    /// The member of an entry.
    func member(of payload: ArraySlice<UInt8>) -> Member {
        PayloadReader.read(payload) { reader in
            let identity = reader.digest()
            let content = reader.digest()
            let size = Int(reader.number(as: UInt32.self))
            let source: UInt32 = reader.number()
            let ordinal: UInt64 = reader.number()
            // Members have a place.
            _ = reader.number(as: UInt8.self)
            let origin = RecordOrigin(source: source, ordinal: ordinal, provenance: Provenance(reader.place()))
            var values = [FieldValue](repeating: .absent, count: ServiceField.allCases.count)
            for field in fields { values[field.rawValue] = reader.fieldValue() }
            return Member(
                subject: Subject(values: values, size: size, identity: identity, origin: origin), content: content)
        }
    }
}

extension ByteBuilder {
    fileprivate mutating func append(valueOf field: ServiceField, in member: Subject) {
        guard case .string = field.valueType, let text = member.utf8(field) else { return append(member[field]) }
        append(2)
        append(text: text)
    }

    private mutating func append(_ value: FieldValue) {
        switch value {
        case .absent: append(0)
        case .null: append(1)
        case .string(let text):
            append(2)
            append(text: text)
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
