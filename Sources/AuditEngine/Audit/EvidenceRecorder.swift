internal import ServiceModel
internal import Text

/// Takes down what rules say of Services and groups.
struct EvidenceRecorder {
    let engine: AuditEngine
    var evidence = BatchEvidence()
    private var descriptions = FailureDescriptions()
    /// Room for what is digested; used again for each finding.
    private var content = ByteBuilder()
    /// Of the Service of which is taken down what is said.
    private var service = ServiceBytes()
    /// Its account, as findings name it.
    private var account: String?

    init(engine: AuditEngine) { self.engine = engine }

    /// What was taken down so far, taken out.
    mutating func takeEvidence() -> BatchEvidence {
        defer { evidence = BatchEvidence() }
        return evidence
    }

    /// Goes to another Service: what is added from now on is of that.
    mutating func beginService(account: String?) {
        service.removeAll()
        self.account = account
    }

    /// Adds a finding.
    mutating func add(
        rule: Int, _ flag: RuleOutcome.Flag, _ subject: Subject, _ masked: inout MaskedSubject,
        related: FindingCodec.Related? = nil
    ) {
        let cell = LedgerBuilder.Cell(accountSID: account, rule: rule)
        evidence.counts[cell, default: FindingCounts()][.open, flag.severity] += 1
        service.makeNames(of: subject, &masked)
        let fingerprint = Fingerprint(
            ruleID: engine.rules.rules[rule].description.id, of: &service, field: flag.field?.name, room: &content)
        FindingCodec.append(
            FindingCodec.Evidence(
                rule: rule, severity: flag.severity, field: flag.field, identity: subject.identity,
                fingerprint: fingerprint, message: flag.message, related: related),
            of: subject, &service, &masked, to: &evidence.findings)
    }

    /// Adds that a rule could not be evaluated.
    mutating func add(
        _ failure: RuleFailure, rule: Int, _ field: ServiceField?, _ subject: Subject, _ masked: inout MaskedSubject
    ) {
        let (message, problem) = descriptions.description(of: failure, engine.rules.rules[rule])
        evidence.problems[FailureCause(rule: rule, message: message)] = problem
        FailureCodec.append(
            rule: rule, identity: subject.identity, field: field, message: message, origin: subject.origin, of: &masked,
            to: &evidence.failures)
    }

    /// Adds a member of a group, to be judged when all are known.
    ///
    /// - Parameter account: What stands for the account, of whose members alone some groups are.
    mutating func add(
        member: Subject, ofGroup key: UnsafeBufferPointer<UInt8>, rule: Int, account: HalfDigest, content: HalfDigest
    ) {
        let isPerAccount = engine.rules.rules[rule].scope == .account
        engine.memberCodec.append(
            rule: rule, scope: isPerAccount ? account : nil, key: HalfDigest(of: key), member: member, &service,
            content: content, to: &evidence.members)
    }
}
