internal import ServiceModel

/// A finding as its bytes, for writers that make nothing of them. Valid only in the call that it is given to.
package struct FindingView: ~Copyable {
    package typealias Text = UnsafeBufferPointer<UInt8>

    /// What a ``Finding/Value`` is.
    package enum Value {
        case null
        case integer(Int64)
        case text(Text)
    }

    /// A Service named by a finding.
    package struct Member {
        package let accountSID: Text?
        package let serviceSID: Text?
        /// Masked.
        package let uniqueName: Text?
    }

    /// Where the record was found; see ``Provenance``.
    package struct Place {
        package let source: Text
        package let line: Int?
        package let page: Int?
        package let record: Int
        package let address: Text?
    }

    /// What counts of a finding.
    struct Head {
        /// The number of the rule in the run.
        let rule: Int
        let severity: Severity
        let status: Finding.Status
        let fingerprint: Text
        let accountSID: Text?

        init(_ payload: UnsafeRawBufferPointer) {
            var reader = PayloadReader(payload)
            self.init(&reader)
        }

        fileprivate init(_ reader: inout PayloadReader) {
            rule = Int(reader.number(as: UInt16.self))
            severity = Severity(rank: Int(reader.number(as: UInt8.self)))
            status = Finding.Status(code: reader.number())
            fingerprint = reader.utf8() ?? FindingView.empty
            accountSID = reader.utf8()
        }
    }

    // As in a finding.

    package let ruleID: String
    /// A number of the rule, the same for all findings of a list that are of it: small, and from 0.
    package let ruleNumber: Int
    package let severity: Severity
    package let status: Finding.Status
    package let fingerprint: Text
    package let service: Member
    package let field: Text?
    package let value: Value
    package let message: Text
    package let provenance: Place?
    /// How many other members the group has; nil for other rules.
    package let relatedTotal: Int?
    /// How many bytes it is kept in: those of its texts, four more for each, and others.
    package let size: Int
    private let relatedCount: Int
    /// What follows the total.
    private let related: PayloadReader

    init(_ payload: UnsafeRawBufferPointer, ruleIDs: [String]) {
        size = payload.count
        var reader = PayloadReader(payload)
        let head = Head(&reader)
        ruleID = ruleIDs[head.rule]
        ruleNumber = head.rule
        severity = head.severity
        status = head.status
        fingerprint = head.fingerprint
        service = Member(accountSID: head.accountSID, serviceSID: reader.utf8(), uniqueName: reader.utf8())
        field = reader.utf8()
        value = reader.value()
        message = reader.utf8() ?? Self.empty
        _ = reader.number(as: UInt32.self)
        _ = reader.number(as: UInt64.self)
        provenance = reader.number(as: UInt8.self) == 0 ? nil : reader.place()
        let count: UInt8 = reader.number()
        relatedCount = count == .max ? 0 : Int(count)
        relatedTotal = count == .max ? nil : Int(reader.number(as: UInt32.self))
        related = reader
    }

    private static var empty: Text { Text(start: nil, count: 0) }

    /// Calls the body with each of the other members that are listed.
    package borrowing func forEachRelated(_ body: (Member) -> Void) {
        var reader = related
        for _ in 0..<relatedCount { body(reader.member()) }
    }
}

extension Finding {
    /// Makes its texts.
    package init(_ view: borrowing FindingView) {
        var members: [Member] = []
        view.forEachRelated { members.append(Member($0)) }
        self.init(
            fingerprint: Self.string(view.fingerprint), ruleID: view.ruleID, severity: view.severity,
            service: Member(view.service), field: view.field.map(Self.string), value: Value(view.value),
            message: Self.string(view.message), status: view.status, provenance: view.provenance.map(Provenance.init),
            related: view.relatedTotal.map { Related(members: members, total: $0) })
    }

    fileprivate static func string(_ text: FindingView.Text) -> String { String(decoding: text, as: UTF8.self) }
}

extension Finding.Member {
    init(_ member: FindingView.Member) {
        self.init(
            accountSID: member.accountSID.map(Finding.string), serviceSID: member.serviceSID.map(Finding.string),
            uniqueName: member.uniqueName.map(Finding.string))
    }
}

extension Finding.Value {
    fileprivate init(_ value: FindingView.Value) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .text(Finding.string(text))
        }
    }
}

extension Provenance {
    init(_ place: FindingView.Place) {
        self.init(
            source: Finding.string(place.source), line: place.line, page: place.page, record: place.record,
            address: place.address.map(Finding.string))
    }
}

extension PayloadReader {
    mutating func member() -> FindingView.Member {
        FindingView.Member(accountSID: utf8(), serviceSID: utf8(), uniqueName: utf8())
    }

    /// A provenance.
    mutating func place() -> FindingView.Place {
        func number(_ value: Int64) -> Int? { value < 0 ? nil : Int(value) }
        let source = utf8() ?? FindingView.Text(start: nil, count: 0)
        let line = number(self.number())
        let page = number(self.number())
        return FindingView.Place(
            source: source, line: line, page: page, record: Int(self.number(as: Int64.self)), address: utf8())
    }
}
