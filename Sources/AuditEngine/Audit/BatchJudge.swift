internal import ServiceModel
internal import Text

/// Judges record after record, and gathers what that gives. One for each batch, since it remembers what was said before.
struct BatchJudge {
    private var evidence = BatchEvidence()
    private let engine: AuditEngine
    private var runner: RuleRunner
    private var descriptions = FailureDescriptions()
    /// Room for what is digested, such as what a record says; used again for each.
    private var content = ByteBuilder()
    private var accounts = AccountMemory()
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
        content.removeAll()
        record.appendContent(to: &content)
        let contentID = HalfDigest(of: content)
        let sid = record.sid
        let account = accounts.account(of: record) ?? meetAccount(of: record)
        let identity = sid.map { self.identity(ofService: $0, account: account.sid) } ?? contentID
        let subject = Subject(
            record, identity: identity,
            origin: RecordOrigin(source: source, ordinal: ordinal, provenance: record.provenance))
        IdentityCodec.append(
            identity, content: contentID, accountSID: account.masked, serviceSID: sid, origin: subject.origin,
            to: &evidence.identities)
        judge(record, as: subject, account, contentID)
    }

    /// Takes notice of the account of a record.
    private mutating func meetAccount(of record: ServiceRecord) -> AccountMemory.Account {
        let sid = record.accountSID
        let account = AccountMemory.Account(
            sid: sid, masked: sid.map(engine.masker.identifier), message: engine.account(sid))
        evidence.accounts.insert(account.masked)
        accounts.remember(account)
        return account
    }

    private mutating func identity(ofService sid: String, account: String?) -> HalfDigest {
        content.removeAll()
        if let account { content.append(account) }
        content.append(UInt8(ascii: "\n"))
        content.append(sid)
        return HalfDigest(of: content)
    }

    private mutating func judge(
        _ record: ServiceRecord, as subject: Subject, _ account: AccountMemory.Account, _ contentID: HalfDigest
    ) {
        outcomes.removeAll(keepingCapacity: true)
        var masked = MaskedSubject(subject, masker: engine.masker)
        runner.run(
            ServiceMessage(record), size: subject.size, account: account.message,
            view: { engine.view(of: subject, &masked) }, report: { outcomes.append(($0, $1)) })
        for (rule, outcome) in outcomes {
            switch outcome {
            case .flagged(let flag): add(rule: rule, flag, subject, &masked)
            case .failed(let field, let failure): add(failure, rule: rule, field, subject, &masked)
            case .grouped(let key):
                let isPerAccount = engine.rules.rules[rule].scope == .account
                engine.memberCodec.append(
                    rule: rule, scope: isPerAccount ? account.scope : nil, key: HalfDigest(of: key), member: subject,
                    accountSID: account.masked,
                    serviceSID: masked.text(.sid), content: contentID, to: &evidence.members)
            }
        }
    }

    private mutating func add(
        rule: Int, _ flag: RuleOutcome.Flag, _ subject: Subject, _ masked: inout MaskedSubject,
        related: Finding.Related? = nil
    ) {
        let fingerprint = Fingerprint(
            ruleID: engine.rules.rules[rule].description.id, of: subject, field: flag.field?.name, room: &content)
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

    /// Judges one group, from what `MemberCodec` wrote of its members, which are distinct and in the report's order.
    ///
    /// Linear in the members. Most groups have one, and of those nothing is read where the rule says nothing of them.
    mutating func judge(members: [ArraySlice<UInt8>], rule: Int) {
        if members.count == 1, runner.passesLoneMembers(rule) { return }
        judge(group: members.map(engine.memberCodec.member), rule: rule)
    }

    private mutating func judge(group members: [Subject], rule: Int) {
        var masked: [MaskedSubject] = []
        func mask() {
            if masked.isEmpty { masked = members.map { MaskedSubject($0, masker: engine.masker) } }
        }
        outcomes.removeAll(keepingCapacity: true)
        runner.runGroup(
            rule, members: members.map { member in ServiceMessage(fields: engine.groupDemand) { member[$0] } },
            account: { engine.account(members[$0].text(.accountSID)) },
            view: { index in
                mask()
                return engine.view(of: members[index], &masked[index])
            }, report: { outcomes.append(($0, $1)) })
        if outcomes.isEmpty { return }
        mask()
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

/// The accounts of late, so that what is known of one is not looked up for each of its Services.
private struct AccountMemory {
    /// An account that a record named, or none.
    final class Account: Sendable {
        /// As it is written.
        let sid: String?
        /// As reports name it.
        let masked: String?
        let message: AccountMessage
        /// The bytes of ``sid``.
        let bytes: [UInt8]
        /// What stands for it in the keys of groups that take members of one account.
        let scope: HalfDigest

        init(sid: String?, masked: String?, message: AccountMessage) {
            self.sid = sid
            self.masked = masked
            self.message = message
            bytes = Array((sid ?? "").utf8)
            scope = HalfDigest(of: sid ?? "")
        }
    }

    private static let size = 16
    private var known: [Account] = []
    /// The place that is given away next.
    private var next = 0

    /// The account that a record names, where it is known.
    func account(of record: ServiceRecord) -> Account? {
        let isNamed = record.hasText(in: .accountSID)
        return known.first { account in
            isNamed ? account.sid != nil && record.holds(account.bytes, in: .accountSID) : account.sid == nil
        }
    }

    mutating func remember(_ account: Account) {
        if known.count < Self.size {
            known.append(account)
        } else {
            known[next] = account
            next = (next + 1) % Self.size
        }
    }
}
