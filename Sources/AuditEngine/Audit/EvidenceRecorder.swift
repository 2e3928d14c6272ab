internal import ServiceModel
internal import Text

/// Takes down what rules say of Services and groups.
struct EvidenceRecorder {
    let engine: AuditEngine
    var evidence: BatchEvidence
    private var descriptions = FailureDescriptions()
    /// Room for what is digested; used again for each finding.
    private var content = ByteBuilder()
    var accounts: JudgedAccounts
    /// What names the Service of which is taken down what is said, once a finding did.
    private var names = ServiceNames()
    /// Where its record was found, once that is wanted.
    private var origin = ByteBuilder()
    /// What is kept of it as a member of groups, once it is one.
    private var kept = ByteBuilder()

    /// - Parameter services: About how many Services there are.
    init(engine: AuditEngine, expecting services: Int) {
        self.engine = engine
        evidence = BatchEvidence(expecting: services)
        accounts = JudgedAccounts(rules: engine.rules)
    }

    /// What was taken down so far, taken out.
    mutating func takeEvidence() -> BatchEvidence {
        defer { evidence = BatchEvidence() }
        accounts.takeCounts(to: &evidence)
        return evidence
    }

    /// Goes to another Service: what is added from now on is of that.
    mutating func beginService() {
        names.removeAll()
        origin.removeAll()
        kept.removeAll()
    }

    /// The same for one that is named already.
    mutating func beginService(named names: ServiceNames) {
        beginService()
        self.names = names
    }

    /// Adds a finding about the Service, which is of an account.
    mutating func add(
        rule: Int, _ flag: RuleOutcome.Flag, _ masked: inout MaskedSubject, of account: JudgedAccount,
        related: FindingCodec.Related? = nil
    ) {
        accounts.countFinding(of: account, rule: rule, flag.severity)
        if names.isEmpty { names.make(of: &masked, account) }
        if origin.isEmpty { origin.append(originOf: masked.subject) }
        let fingerprint = Fingerprint(
            rule: engine.fingerprintBytes[rule], of: names, field: flag.field, room: &content)
        FindingCodec.append(
            FindingCodec.Evidence(
                rule: rule, severity: flag.severity, field: flag.field, fingerprint: fingerprint,
                message: flag.message, related: related),
            of: &masked, names, origin: origin, to: &evidence.findings)
    }

    /// Adds that a rule could not be evaluated.
    mutating func add(
        _ failure: RuleFailure, rule: Int, _ field: ServiceField?, _ masked: inout MaskedSubject
    ) {
        let (message, problem) = descriptions.description(of: failure, engine.rules.rules[rule])
        evidence.problems[FailureCause(rule: rule, message: message)] = problem
        FailureCodec.append(
            rule: rule, field: field, message: message, of: &masked, to: &evidence.failures)
    }

    /// Adds a member of a group, to be judged when all are known.
    ///
    /// - Parameter account: What stands for the account, of whose members alone some groups are.
    mutating func add(
        member: Subject, ofGroup key: UnsafeBufferPointer<UInt8>, rule: Int, account: HalfDigest, content: HalfDigest
    ) {
        let isPerAccount = engine.rules.rules[rule].scope == .account
        if origin.isEmpty { origin.append(originOf: member) }
        if kept.isEmpty { engine.memberCodec.append(member, content: content, origin: origin, to: &kept) }
        MemberCodec.append(
            rule: rule, scope: isPerAccount ? account : nil, key: HalfDigest(of: key), kept, to: &evidence.members)
    }
}
