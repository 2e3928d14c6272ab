internal import ServiceModel

/// Judges record after record, and gathers what that gives. One for each batch, since it remembers what was said before.
struct BatchJudge {
    private(set) var evidence = BatchEvidence()
    private let engine: AuditEngine
    private var runner: RuleRunner
    private var descriptions = FailureDescriptions()
    private let findings: FindingCodec
    /// Room for what a record says, used again for each.
    private var content: [UInt8] = []
    private var lastAccount: String?

    init(engine: AuditEngine) {
        self.engine = engine
        runner = RuleRunner(rules: engine.rules, now: engine.now)
        findings = FindingCodec(ruleIDs: [])
    }

    /// How many steps more each byte of a large Service allows, so that linear work on it is not refused: a regular
    /// expression takes about one. A rule pack cannot ask for it.
    private static let costPerByte = 10
    /// The same for each member of a group.
    private static let costPerMember = 100

    /// The steps that a Service allows beyond the usual limit: none for one of a usual size, which that is far above.
    static func extraCost(forBytes size: Int) -> Int { size < 8192 ? 0 : costPerByte * size }

    // MARK: - Records

    /// Judges a record by the rules about single Services, and forms what the rules about groups need.
    mutating func judge(_ record: ServiceRecord, reading demand: [ServiceField], source: UInt32, ordinal: UInt64) {
        evidence.services += 1
        content.removeAll(keepingCapacity: true)
        record.appendContent(to: &content)
        let contentID = RecordIdentity(of: content)
        var values = [FieldValue](repeating: .absent, count: ServiceField.allCases.count)
        for field in demand { values[field.rawValue] = record[field] }
        let sid = record.sid
        let account = record.accountSID
        let identity = sid.map { RecordIdentity(of: "\(account ?? "")\n\($0)") } ?? contentID
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

    private mutating func judge(_ subject: Subject, _ contentID: RecordIdentity, _ masked: inout MaskedSubject) {
        let message = ServiceMessage { subject[$0] }
        for event in runner.run(message, extraCost: BatchJudge.extraCost(forBytes: subject.size)) {
            switch event {
            case .flagged(let rule, let field, let severity, let message):
                add(rule: rule, severity, field, message, subject, &masked)
            case .failed(let rule, let field, let failure):
                add(failure, rule: rule, field, subject, &masked)
            case .grouped(let rule, let key):
                let isPerAccount = engine.rules.rules[rule].scope == .account
                engine.memberCodec.append(
                    rule: rule, scope: isPerAccount ? subject.text(.accountSID) ?? "" : nil,
                    key: RecordIdentity(of: key), member: subject, service: masked.member(), content: contentID,
                    to: &evidence.members)
            }
        }
    }

    private mutating func add(
        rule: Int, _ severity: Severity, _ field: ServiceField?, _ message: String, _ subject: Subject,
        _ masked: inout MaskedSubject, related: Finding.Related? = nil
    ) {
        let fingerprint = Fingerprint(
            ruleID: engine.rules.rules[rule].description.id, accountSID: subject.text(.accountSID),
            serviceSID: subject.text(.sid), field: field?.name)
        findings.append(
            FindingCodec.Evidence(
                rule: rule, severity: severity, field: field, service: masked.member(), identity: subject.identity,
                fingerprint: fingerprint, value: masked.evidence(of: field), message: message, origin: subject.origin,
                related: related),
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
    mutating func judge(group members: [(subject: Subject, service: Finding.Member)], rule: Int) {
        let messages = members.map { member in ServiceMessage { member.subject[$0] } }
        let events = runner.run(
            group: messages, rule: rule, extraCost: BatchJudge.costPerMember * members.count)
        for (index, event) in events {
            var masked = MaskedSubject(members[index].subject, masker: engine.masker)
            switch event {
            case .flagged(let rule, let field, let severity, let message):
                let others =
                    members[..<index].prefix(Finding.Related.cap)
                    + members[(index + 1)...].prefix(Finding.Related.cap)
                let related = Finding.Related(
                    members: others.prefix(Finding.Related.cap).map(\.service), total: members.count - 1)
                add(rule: rule, severity, field, message, members[index].subject, &masked, related: related)
            case .failed(let rule, let field, let failure):
                add(failure, rule: rule, field, members[index].subject, &masked)
            case .grouped: break
            }
        }
    }
}
