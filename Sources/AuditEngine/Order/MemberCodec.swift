internal import ServiceModel
internal import Text

/// Entries that bring the members of groups together, with what rules about groups read of them.
struct MemberCodec: Sendable {
    /// The fields that any rule about groups needs of a member.
    let fields: [ServiceField]

    /// Adds a record to a group.
    ///
    /// - Parameters:
    ///   - scope: What stands for the account within which groups form; nil for groups across all.
    ///   - accountSID: The account, as reports name it; with the SID it orders the members as reports do.
    ///   - serviceSID: The Service's SID, as reports name it.
    func append(
        rule: Int, scope: HalfDigest?, key: HalfDigest, member: Subject, accountSID: String?, serviceSID: String?,
        content: HalfDigest, to buffer: inout EntryBuffer
    ) {
        buffer.append { bytes in
            bytes.append(number: UInt16(rule))
            bytes.append(key)
            bytes.append(scope ?? MemberCodec.everywhere)
            bytes.append(ordering: accountSID)
            bytes.append(ordering: serviceSID)
            bytes.append(member.identity)
            bytes.append(content)
            bytes.append(number: member.origin.source)
            bytes.append(number: member.origin.ordinal)
        } payload: { payload in
            payload.append(member.identity)
            payload.append(number: UInt32(member.size))
            payload.append(number: member.origin.source)
            payload.append(number: member.origin.ordinal)
            payload.append(member.origin.provenance)
            for field in fields { payload.append(valueOf: field, in: member) }
        }
    }

    private static let everywhere = HalfDigest(of: "")

    /// How many bytes of a key are the same for all members of a group.
    static let groupSize = MemoryLayout<UInt16>.size + 2 * HalfDigest.size

    /// The rule of a key.
    static func rule(of key: ArraySlice<UInt8>) -> Int {
        var reader = PayloadReader(key)
        return Int(reader.number(as: UInt16.self))
    }

    /// The member of an entry.
    func member(of payload: ArraySlice<UInt8>) -> Subject {
        var reader = PayloadReader(payload)
        let identity = reader.digest()
        let size = Int(reader.number(as: UInt32.self))
        let source: UInt32 = reader.number()
        let ordinal: UInt64 = reader.number()
        let origin = RecordOrigin(source: source, ordinal: ordinal, provenance: reader.provenance())
        var values = [FieldValue](repeating: .absent, count: ServiceField.allCases.count)
        for field in fields { values[field.rawValue] = reader.fieldValue() }
        return Subject(values: values, size: size, identity: identity, origin: origin)
    }
}

extension ByteBuilder {
    fileprivate mutating func append(valueOf field: ServiceField, in member: Subject) {
        guard field.valueType == .string, let text = member.utf8(field) else { return append(member[field]) }
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
