package import ServiceModel

/// One rule's verdict against one Service.
///
/// Every text in it that came from a Service was masked when the finding was made, so that no report can show what
/// it warns about; what is left is still other people's text, which each report escapes for its own format.
package struct Finding: Sendable, Hashable {
    /// Whether a finding counts at the gate.
    package enum Status: String, CaseIterable, Sendable {
        case open
        case waived
        case baseline

        /// The rank, 0 for `open` to 2 for `baseline`.
        package var rank: Int {
            switch self {
            case .open: 0
            case .waived: 1
            case .baseline: 2
            }
        }
    }

    /// The value of the field that a finding points at.
    package enum Value: Sendable, Hashable {
        case null
        case integer(Int64)
        case text(String)
    }

    /// A Service named by a finding.
    package struct Member: Sendable, Hashable {
        /// nil where the source does not tell the account.
        package let accountSID: String?
        package let serviceSID: String?
        /// Masked.
        package let uniqueName: String?

        package init(accountSID: String?, serviceSID: String?, uniqueName: String?) {
            self.accountSID = accountSID
            self.serviceSID = serviceSID
            self.uniqueName = uniqueName
        }
    }

    /// The other members of a flagged group.
    package struct Related: Sendable, Hashable {
        /// The first of the other members in the report's order, at most `Related.cap` of them.
        package let members: [Member]
        /// How many other members the group has.
        package let total: Int

        /// The most members that one finding lists.
        package static var cap: Int { 20 }

        package init(members: [Member], total: Int) {
            self.members = members
            self.total = total
        }
    }

    /// 32 hexadecimal digits that stay the same from run to run for the same rule, account, Service and field.
    package let fingerprint: String
    package let ruleID: String
    package let severity: Severity
    /// The Service that was flagged.
    package let service: Member
    /// The name of the property that the finding points at; nil where it concerns the whole Service.
    package let field: String?
    /// That property's value, masked.
    package let value: Value
    /// What is wrong, in one sentence, masked.
    package let message: String
    package var status: Status
    /// Where the record was found; nil where that is not known.
    package let provenance: Provenance?
    /// The other members, for a rule about groups; nil for other rules.
    package let related: Related?

    package init(
        fingerprint: String, ruleID: String, severity: Severity, service: Member, field: String?, value: Value,
        message: String, status: Status = .open, provenance: Provenance? = nil, related: Related? = nil
    ) {
        self.fingerprint = fingerprint
        self.ruleID = ruleID
        self.severity = severity
        self.service = service
        self.field = field
        self.value = value
        self.message = message
        self.status = status
        self.provenance = provenance
        self.related = related
    }
}
