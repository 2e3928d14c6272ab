internal import ServiceModel
internal import Text

/// Turns failed evaluations into entries that sort by account, rule and Service, and back.
struct FailureCodec: Sendable {
    /// The ids of the rules, by their number in the run.
    let ruleIDs: [String]

    /// The bytes at the end of a key that tell where a record was found.
    static let originSize = 12

    /// Adds a failure for a Service.
    static func append(
        rule: Int, field: ServiceField?, message: String, of masked: inout MaskedSubject, to buffer: inout EntryBuffer
    ) {
        buffer.append { key in
            masked.withText(of: .accountSID) { key.append(ordering: $0) }
            key.append(number: UInt16(rule))
            masked.withText(of: .sid) { key.append(ordering: $0) }
            key.append(masked.subject.identity)
            key.append(field.map { UInt8($0.rawValue) } ?? .max)
            key.append(ordering: message)
            key.append(number: masked.subject.source)
            key.append(number: masked.subject.ordinal)
        } payload: { payload in
            payload.append(number: UInt16(rule))
            payload.append(field.map { UInt8($0.rawValue) } ?? .max)
            masked.appendMember(to: &payload)
            payload.append(masked.subject.identity)
            payload.append(text: message)
        }
    }

    /// One failure as it was added.
    struct Record {
        let rule: Int
        let field: ServiceField?
        let service: Finding.Member
        let identity: ServiceIdentity
        let message: String
    }

    func record(of payload: ArraySlice<UInt8>) -> Record {
        PayloadReader.read(payload) { reader in
            let rule = Int(reader.number(as: UInt16.self))
            let field = ServiceField(rawValue: Int(reader.number(as: UInt8.self)))
            return Record(
                rule: rule, field: field, service: Finding.Member(reader.member()), identity: reader.identity(),
                message: reader.text() ?? "")
        }
    }
}
