internal import CEL
package import ServiceModel

/// Applies rules to records. Without state: batches may be judged in parallel, in any order.
///
/// A class for speed alone: each batch and each Service hands it on.
package final class AuditEngine: Sendable {
    package let rules: RuleSet
    /// The instant that rules see as `now`.
    package let now: Timestamp
    package let masker: Masker
    /// What the configuration tells of accounts, by SID.
    private let accounts: [String: AccountMessage]
    /// The fields that rules about groups read or findings name: no other of a member is kept.
    let groupDemand: [ServiceField]
    /// Those that messages read, and that are masked for them; and those of each rule's.
    let messageDemand: [ServiceField]
    let messageDemands: [[ServiceField]]
    /// What fingerprints have of each rule.
    let fingerprintBytes: [[UInt8]]
    let memberCodec: MemberCodec
    /// The rules in the order in which they are evaluated.
    let plan: RulePlan

    package convenience init(rules: RuleSet, now: Timestamp, masker: Masker) {
        self.init(rules: rules, now: now, masker: masker, accounts: [:])
    }

    private init(rules: RuleSet, now: Timestamp, masker: Masker, accounts: [String: AccountMessage]) {
        self.rules = rules
        self.now = now
        self.masker = masker
        self.accounts = accounts
        let named: Set<ServiceField> = [.sid, .accountSID, .uniqueName]
        let read = rules.rules.filter { $0.group != nil }.reduce(into: named) { $0.formUnion($1.readFields) }
        groupDemand = ServiceField.allCases.filter(read.contains)
        let told = rules.rules.map(\.messageFields)
        fingerprintBytes = rules.rules.map { Fingerprint.bytes(of: $0.description.id) }
        messageDemands = told.map { ServiceField.allCases.filter($0.contains) }
        messageDemand = ServiceField.allCases.filter { field in told.contains { $0.contains(field) } }
        memberCodec = MemberCodec(fields: groupDemand)
        plan = RulePlan(rules: rules, now: now)
    }

    /// The same engine, whose reports also hide `secrets`; see ``Masker/with(secrets:)``.
    package func hiding(_ secrets: [String]) -> AuditEngine {
        AuditEngine(rules: rules, now: now, masker: masker.with(secrets: secrets), accounts: accounts)
    }

    /// The same engine, whose rules know what the configuration tells of `accounts`.
    package func knowing(_ accounts: [AccountMessage]) -> AuditEngine {
        let known = accounts.compactMap { account in account.sid.map { ($0, account) } }
        return AuditEngine(
            rules: rules, now: now, masker: masker, accounts: self.accounts.merging(known) { $1 })
    }

    /// What is known of the account that a record names.
    func account(_ sid: String?) -> AccountMessage { sid.flatMap { accounts[$0] } ?? AccountMessage(sid: sid) }

    /// Judges the records of a batch.
    ///
    /// Linear in the number of records times that of rules, and in the sizes of their texts.
    /// - Parameters:
    ///   - source: The number of the batch's source.
    ///   - ordinal: How many records of the source came before.
    package func judge(_ batch: RecordBatch, source: UInt32, ordinal: UInt64) -> BatchEvidence {
        var judge = BatchJudge(engine: self, expecting: batch.count)
        for (offset, record) in batch.records.enumerated() {
            judge.judge(record, source: source, ordinal: ordinal + UInt64(offset))
        }
        return judge.takeEvidence()
    }

    /// The Service as messages see it, with the fields that they demand.
    func view(of masked: inout MaskedSubject, _ demand: [ServiceField]) -> ServiceMessage {
        ServiceMessage(fields: demand) { masked[$0] }
    }
}
