internal import ServiceModel
internal import Text

/// Turns findings into entries that sort as the report lists them, and back.
///
/// Their texts are kept as the bytes that reports show, so that a report is written from them without making any.
struct FindingCodec: Sendable {
    /// The ids of the rules, by their number in the run.
    let ruleIDs: [String]

    /// A finding before it has its place in the report.
    struct Evidence {
        let rule: Int
        let severity: Severity
        let field: ServiceField?
        let fingerprint: Fingerprint
        let message: String
        let related: Related?
    }

    /// The members of a flagged group but one; see ``Finding/Related``.
    struct Related {
        let members: RelatedMembers
        /// The number of the one whose finding it is, or one that is not listed.
        let skipped: Int
        let total: Int
    }

    /// Adds evidence about a Service to a buffer.
    ///
    /// - Parameter origin: Where its record was found, as ``ByteBuilder/append(originOf:)`` gives it.
    static func append(
        _ evidence: Evidence, of masked: inout MaskedSubject, _ names: ServiceNames, origin: ByteBuilder,
        to buffer: inout EntryBuffer
    ) {
        buffer.append { key in
            names.append(toKey: &key)
            key.append(number: UInt16(evidence.rule))
            key.append(evidence.field.map { UInt8($0.rawValue) } ?? .max)
            key.append(masked.subject.identity)
        } payload: { payload in
            let start = payload.count
            payload.appendHead(rule: evidence.rule, evidence.severity, .open)
            payload.append(text: evidence.fingerprint.digest)
            names.appendMember(to: &payload)
            payload.append(text: evidence.field?.name)
            masked.appendEvidence(of: evidence.field, to: &payload)
            payload.append(text: evidence.message)
            let shown = payload.count - start
            payload.append(contentsOf: origin)
            payload.append(evidence.related, after: shown)
        }
    }

    /// Adds a finding that has its place already, to a buffer whose findings keep the order in which they are added.
    func append(_ finding: Finding, to buffer: inout EntryBuffer) {
        let place = UInt64(buffer.entries.count)
        buffer.append { key in
            key.append(number: place)
        } payload: { payload in
            let start = payload.count
            payload.appendHead(
                rule: ruleIDs.firstIndex(of: finding.ruleID) ?? 0, finding.severity, finding.status)
            payload.append(text: finding.fingerprint)
            payload.append(finding.service)
            payload.append(text: finding.field)
            payload.append(finding.value)
            payload.append(text: finding.message)
            let shown = payload.count - start
            payload.appendOrigin(source: 0, ordinal: place, isKnown: finding.provenance != nil)
            if let provenance = finding.provenance { payload.append(provenance) }
            let related = finding.related.map { related in
                var members = RelatedMembers()
                for member in related.members { members.add { $0.append(member) } }
                return Related(members: members, skipped: related.members.count, total: related.total)
            }
            payload.append(related, after: shown)
        }
    }

    /// Whether two entries, one after the other, are one finding: of a Service that was given twice.
    static func isSame(_ left: SortedEntries.Element, _ right: SortedEntries.Element) -> Bool {
        left.key.hasSameBytes(as: right.key) && shown(of: left.payload).hasSameBytes(as: shown(of: right.payload))
    }

    /// The part of a payload that reports show, but where the record was found.
    private static func shown(of payload: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let count = PayloadReader.read(payload.suffix(MemoryLayout<UInt32>.size)) { $0.number(as: UInt32.self) }
        return payload.prefix(Int(count))
    }
}

extension Severity {
    /// The severity of a rank.
    init(rank: Int) { self = Severity.allCases[min(max(rank, 0), Severity.allCases.count - 1)] }
}

extension Finding.Status {
    /// The status of a code, which is its rank.
    init(code: UInt8) {
        switch code {
        case 0: self = .open
        case 1: self = .waived
        default: self = .baseline
        }
    }
}

extension Finding.Value {
    fileprivate static let nullTag: UInt8 = 0
    fileprivate static let integerTag: UInt8 = 1
    fileprivate static let textTag: UInt8 = 2
}

extension ByteBuilder {
    /// Appends what a finding's payload begins with.
    fileprivate mutating func appendHead(rule: Int, _ severity: Severity, _ status: Finding.Status) {
        append(number: UInt32(UInt16(rule)) << 16 | UInt32(UInt8(severity.rank)) << 8 | UInt32(UInt8(status.rank)))
    }

    /// Appends a value that is kept.
    mutating func append(_ value: Finding.Value) {
        switch value {
        case .null: append(Finding.Value.nullTag)
        case .integer(let number):
            append(Finding.Value.integerTag)
            append(number: number)
        case .text(let text): text.withBytes { append(valueText: $0) }
        }
    }

    /// Appends a value that is a text.
    mutating func append(valueText text: UnsafeBufferPointer<UInt8>) {
        append(Finding.Value.textTag)
        append(text: text)
    }

    /// Appends where the record of a Service was found, as findings have it behind the bytes that reports show.
    mutating func append(originOf subject: Subject) {
        appendOrigin(source: subject.source, ordinal: subject.ordinal, isKnown: true)
        append(subject.provenance)
    }

    /// Appends the number of a source, and that of a record in it, before where the record was found if that is known.
    fileprivate mutating func appendOrigin(source: UInt32, ordinal: UInt64, isKnown: Bool) {
        append(number: source)
        append(number: ordinal)
        append(isKnown ? 1 : 0)
    }

    /// Appends the end of a finding's payload, of which so many bytes are what reports show but for this.
    fileprivate mutating func append(_ related: FindingCodec.Related?, after shown: Int) {
        if let related {
            append(UInt8(related.members.listed(without: related.skipped)))
            append(number: UInt32(related.total))
            related.members.append(without: related.skipped, to: &self)
        } else {
            append(UInt8.max)
        }
        append(number: UInt32(shown))
    }

    mutating func append(_ member: Finding.Member) {
        append(text: member.accountSID)
        append(text: member.serviceSID)
        append(text: member.uniqueName)
    }

    fileprivate mutating func append(_ provenance: Provenance) {
        append(text: provenance.source)
        append(number: Int64(provenance.line ?? -1))
        append(number: Int64(provenance.page ?? -1))
        append(number: Int64(provenance.record))
        append(text: provenance.address)
    }
}

extension PayloadReader {
    mutating func value() -> FindingView.Value {
        switch number(as: UInt8.self) {
        case Finding.Value.nullTag: .null
        case Finding.Value.integerTag: .integer(number())
        default: utf8().map(FindingView.Value.text) ?? .null
        }
    }
}
