internal import ServiceModel

/// Judges record after record, and gathers what that gives. One for each batch, since it remembers what was said before.
struct BatchJudge {
    private var evidence = BatchEvidence()
    private let engine: AuditEngine
    private var runner: RuleRunner
    private var descriptions = FailureDescriptions()
    /// Room for what a record says, used again for each.
    private var content: [UInt8] = []
    private var lastAccount: String?
    /// Room for what the rules say of a Service, used again for each.
    private var outcomes: [(Int, RuleOutcome)] = []

    init(engine: AuditEngine) {
        self.engine = engine
        runner = engine.runner
    }

    /// What the judging gave so far, taken out.
    mutating func takeEvidence() -> BatchEvidence {
        defer { evidence = BatchEvidence() }
        return evidence
    }

    // MARK: - Records

    /// Judges a record by the rules about single Services, and forms what the rules about groups need.
    mutating func judge(_ record: ServiceRecord, source: UInt32, ordinal: UInt64) {
        evidence.services += 1
        content.removeAll(keepingCapacity: true)
        record.appendContent(to: &content)
        let contentID = RecordIdentity(of: content)
        var values = [FieldValue](repeating: .absent, count: ServiceField.allCases.count)
        for field in engine.demand { values[field.rawValue] = record[field] }
        let sid = record.sid
        let account = record.accountSID
        let identity = sid.map { self.identity(ofService: $0, account: account) } ?? contentID
        let subject = Subject(
            values: values, size: record.size, identity: identity,
            origin: RecordOrigin(source: source, ordinal: ordinal, provenance: record.provenance))
        var masked = MaskedSubject(subject, masker: engine.masker)
        IdentityCodec.append(
            identity, content: contentID, accountSID: masked.text(.accountSID), serviceSID: sid,
            origin: subject.origin, to: &evidence.identities)
        if evidence.accounts.isEmpty || account != lastAccount {
            evidence.accounts.insert(masked.text(.accountSID))
            lastAccount = account
        }
        judge(subject, contentID, &masked)
    }

    private mutating func identity(ofService sid: String, account: String?) -> RecordIdentity {
        content.removeAll(keepingCapacity: true)
        content.append(contentsOf: (account ?? "").utf8)
        content.append(UInt8(ascii: "\n"))
        content.append(contentsOf: sid.utf8)
        return RecordIdentity(of: content)
    }

    private mutating func judge(_ subject: Subject, _ contentID: RecordIdentity, _ masked: inout MaskedSubject) {
        outcomes.removeAll(keepingCapacity: true)
        runner.run(
            ServiceMessage(fields: engine.demand) { subject[$0] },
            account: engine.account(subject.text(.accountSID)), view: { engine.view(of: subject, &masked) },
            report: { outcomes.append(($0, $1)) })
        for (rule, outcome) in outcomes {
            switch outcome {
            case .flagged(let flag): add(rule: rule, flag, subject, &masked)
            case .failed(let field, let failure): add(failure, rule: rule, field, subject, &masked)
            case .grouped(let key):
                let isPerAccount = engine.rules.rules[rule].scope == .account
                engine.memberCodec.append(
                    rule: rule, scope: isPerAccount ? subject.text(.accountSID) ?? "" : nil,
                    key: RecordIdentity(of: key), member: subject, accountSID: masked.text(.accountSID),
                    serviceSID: masked.text(.sid), content: contentID, to: &evidence.members)
            }
        }
    }

    private mutating func add(
        rule: Int, _ flag: RuleOutcome.Flag, _ subject: Subject, _ masked: inout MaskedSubject,
        related: Finding.Related? = nil
    ) {
        let fingerprint = Fingerprint(
            ruleID: engine.rules.rules[rule].description.id, accountSID: subject.text(.accountSID),
            serviceSID: subject.text(.sid), field: flag.field?.name)
        FindingCodec.append(
            FindingCodec.Evidence(
                rule: rule, severity: flag.severity, field: flag.field, service: masked.member(),
                identity: subject.identity, fingerprint: fingerprint, value: masked.evidence(of: flag.field),
                message: flag.message, origin: subject.origin, related: related),
            to: &evidence.findings)
    }

    private mutating func add(
        _ failure: RuleFailure, rule: Int, _ field: ServiceField?, _ subject: Subject, _ masked: inout MaskedSubject
    ) {
        let (message, problem) = descriptions.description(of: failure, engine.rules.rules[rule])
        evidence.problems[FailureCause(rule: rule, message: message)] = problem
        FailureCodec.append(
            rule: rule, service: masked.member(), identity: subject.identity, field: field, message: message,
            origin: subject.origin, to: &evidence.failures)
    }

    // MARK: - Groups

    /// Judges one group; members are distinct and in the report's order. Linear in the members.
    mutating func judge(group members: [Subject], rule: Int) {
        var masked = members.map { MaskedSubject($0, masker: engine.masker) }
        outcomes.removeAll(keepingCapacity: true)
        runner.runGroup(
            rule, members: members.map { member in ServiceMessage(fields: engine.groupDemand) { member[$0] } },
            accounts: members.map { engine.account($0.text(.accountSID)) },
            view: { engine.view(of: members[$0], &masked[$0]) }, report: { outcomes.append(($0, $1)) })
        for (index, outcome) in outcomes {
            switch outcome {
            case .flagged(let flag):
                let others = members.indices.lazy.filter { $0 != index }.prefix(Finding.Related.cap)
                let related = Finding.Related(members: others.map { masked[$0].member() }, total: members.count - 1)
                add(rule: rule, flag, members[index], &masked[index], related: related)
            case .failed(let field, let failure):
                add(failure, rule: rule, field, members[index], &masked[index])
            case .grouped: break
            }
        }
    }
}
