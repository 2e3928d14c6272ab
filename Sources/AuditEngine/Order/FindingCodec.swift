internal import ServiceModel
internal import Text

/// Turns findings into entries that sort as the report lists them, and back.
struct FindingCodec: Sendable {
    /// The ids of the rules, by their number in the run.
    let ruleIDs: [String]

    /// A finding before it has its place in the report.
    struct Evidence {
        let rule: Int
        let severity: Severity
        let field: ServiceField?
        let service: Finding.Member
        /// What tells its Service from all others.
        let identity: HalfDigest
        let fingerprint: Fingerprint
        let value: Finding.Value
        let message: String
        let origin: RecordOrigin
        let related: Finding.Related?
    }

    /// The bytes at the end of a key that tell where a record was found.
    static let originSize = 12

    /// Adds evidence to a buffer.
    static func append(_ evidence: Evidence, to buffer: inout EntryBuffer) {
        buffer.append { key in
            key.append(ordering: evidence.service.accountSID)
            key.append(ordering: evidence.service.serviceSID)
            key.append(number: UInt16(evidence.rule))
            key.append(evidence.field.map { UInt8($0.rawValue) } ?? .max)
            key.append(evidence.identity)
            key.append(ordering: evidence.service.uniqueName)
            key.append(ordering: evidence.message)
            key.append(ordering: evidence.value.text)
            key.append(number: evidence.origin.source)
            key.append(number: evidence.origin.ordinal)
        } payload: { payload in
            payload.append(number: UInt16(evidence.rule))
            payload.append(UInt8(evidence.severity.rank))
            payload.append(evidence.field.map { UInt8($0.rawValue) } ?? .max)
            payload.append(evidence.service)
            payload.append(evidence.fingerprint.digest)
            switch evidence.value {
            case .null: payload.append(0)
            case .integer(let number):
                payload.append(1)
                payload.append(number: number)
            case .text(let text):
                payload.append(2)
                payload.append(text: text)
            }
            payload.append(text: evidence.message)
            payload.append(evidence.origin.provenance)
            payload.append(number: UInt32(evidence.related?.total ?? 0))
            payload.append(evidence.related.map { UInt8($0.members.count) } ?? .max)
            for member in evidence.related?.members ?? [] { payload.append(member) }
        }
    }

    /// What of an entry is counted, and its account as ``text(ofAccount:)`` reads it.
    func heading(
        of payload: ArraySlice<UInt8>
    ) -> (rule: Int, severity: Severity, account: ArraySlice<UInt8>) {
        var reader = PayloadReader(payload)
        let rule = Int(reader.number(as: UInt16.self))
        let severity = Severity(rank: Int(reader.number(as: UInt8.self)))
        _ = reader.number(as: UInt8.self)
        return (rule, severity, reader.rawText())
    }

    /// The account of a heading.
    func text(ofAccount bytes: ArraySlice<UInt8>) -> String? {
        var reader = PayloadReader(bytes)
        return reader.text()
    }

    /// The finding of an entry.
    func finding(of payload: ArraySlice<UInt8>) -> Finding {
        var reader = PayloadReader(payload)
        let ruleID = ruleIDs[Int(reader.number(as: UInt16.self))]
        let severity = Severity(rank: Int(reader.number(as: UInt8.self)))
        let field = ServiceField(rawValue: Int(reader.number(as: UInt8.self)))?.name
        let service = reader.member()
        let fingerprint = Fingerprint(reader.digest())
        let value: Finding.Value =
            switch reader.number(as: UInt8.self) {
            case 0: .null
            case 1: .integer(reader.number())
            default: .text(reader.text() ?? "")
            }
        let message = reader.text() ?? ""
        let provenance = reader.provenance()
        let total = Int(reader.number(as: UInt32.self))
        let members = reader.number(as: UInt8.self)
        let related =
            members == .max
            ? nil : Finding.Related(members: (0..<members).map { _ in reader.member() }, total: total)
        return Finding(
            fingerprint: fingerprint.text, ruleID: ruleID, severity: severity, service: service, field: field,
            value: value, message: message, provenance: provenance, related: related)
    }
}

/// Where a record was found, for people and for the order of records that are the same.
struct RecordOrigin: Sendable {
    /// The number of the source.
    let source: UInt32
    /// The number of the record in its source.
    let ordinal: UInt64
    let provenance: Provenance
}

extension Finding.Value {
    /// What orders values of one field.
    fileprivate var text: String? {
        switch self {
        case .null: nil
        case .integer(let number): "\(number)"
        case .text(let text): text
        }
    }
}

extension Severity {
    /// The severity of a rank.
    init(rank: Int) { self = Severity.allCases[min(max(rank, 0), Severity.allCases.count - 1)] }
}

extension ByteBuilder {
    mutating func append(_ member: Finding.Member) {
        append(text: member.accountSID)
        append(text: member.serviceSID)
        append(text: member.uniqueName)
    }

    mutating func append(_ provenance: Provenance) {
        append(text: provenance.source)
        append(number: Int64(provenance.line ?? -1))
        append(number: Int64(provenance.page ?? -1))
        append(number: Int64(provenance.record))
        append(text: provenance.address)
    }
}

extension PayloadReader {
    mutating func member() -> Finding.Member {
        Finding.Member(accountSID: text(), serviceSID: text(), uniqueName: text())
    }

    mutating func provenance() -> Provenance {
        func number(_ value: Int64) -> Int? { value < 0 ? nil : Int(value) }
        let source = text() ?? ""
        let line = number(self.number())
        let page = number(self.number())
        return Provenance(
            source: source, line: line, page: page, record: Int(self.number(as: Int64.self)), address: text())
    }
}
