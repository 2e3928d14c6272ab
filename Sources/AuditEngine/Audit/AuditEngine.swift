internal import CEL
package import ServiceModel

/// Applies rules to records. A value without state: batches may be judged in parallel, in any order.
package struct AuditEngine: Sendable {
    package let rules: RuleSet
    /// The instant that rules see as `now`.
    package let now: Timestamp
    package let masker: Masker
    let memberCodec: MemberCodec
    /// The fields that rules read or findings name; no other is decoded.
    private let demand: [ServiceField]

    package init(rules: RuleSet, now: Timestamp, masker: Masker) {
        self.rules = rules
        self.now = now
        self.masker = masker
        let named: Set<ServiceField> = [.sid, .accountSID, .uniqueName]
        demand = ServiceField.allCases.filter(rules.fields.union(named).contains)
        memberCodec = MemberCodec(fields: ServiceField.allCases.filter(rules.groupFields.union(named).contains))
    }

    /// Judges the records of a batch.
    ///
    /// Linear in the number of records times that of rules, and in the sizes of their texts.
    /// - Parameters:
    ///   - source: The number of the batch's source.
    ///   - ordinal: How many records of the source came before.
    package func judge(_ batch: RecordBatch, source: UInt32, ordinal: UInt64) -> BatchEvidence {
        var judge = BatchJudge(engine: self)
        for (offset, record) in batch.records.enumerated() {
            judge.judge(
                record, reading: demand, source: source, ordinal: ordinal + UInt64(offset))
        }
        return judge.evidence
    }

    /// Judges one group by the rule that formed it; members are distinct and in the report's order.
    func judge(group members: [(subject: Subject, service: Finding.Member)], rule: Int) -> BatchEvidence {
        var judge = BatchJudge(engine: self)
        judge.judge(group: members, rule: rule)
        return judge.evidence
    }
}
