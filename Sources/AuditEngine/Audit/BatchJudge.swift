internal import ServiceModel
internal import Text

/// Judges record after record, and gathers what that gives. One for each batch, since it remembers what was said before.
struct BatchJudge: ~Copyable {
    private let engine: AuditEngine
    private var runner: RuleRunner
    private var recorder: EvidenceRecorder
    /// Room for what is digested, such as what a record says; used again for each.
    private var content = ByteBuilder()
    /// Room for what a rule says of a group, used again for each.
    private var outcomes: [(Int, RuleOutcome)] = []

    /// - Parameter services: About how many Services are judged.
    init(engine: AuditEngine, expecting services: Int = 0) {
        self.engine = engine
        runner = RuleRunner(engine.plan)
        recorder = EvidenceRecorder(engine: engine, expecting: services)
    }

    /// What the judging gave so far, taken out.
    mutating func takeEvidence() -> BatchEvidence { recorder.takeEvidence() }

    // MARK: - Records

    /// Judges a record by the rules about single Services, and forms what the rules about groups need.
    mutating func judge(_ record: ServiceRecord, source: UInt32, ordinal: UInt64) {
        // Once: it is retained each time that it is taken out.
        let engine = engine
        recorder.evidence.services += 1
        content.removeAll()
        record.appendContent(to: &content)
        let contentID = HalfDigest(of: content)
        let account = recorder.accounts.account(of: record, engine)
        recorder.accounts.countRecord(of: account)
        let sid = record.utf8(.sid)
        let identity = ServiceIdentity(sid: sid, account: account, content: contentID, room: &content)
        IdentityCodec.append(
            identity, content: contentID, account: account.name, serviceSID: sid, source: source, ordinal: ordinal,
            to: &recorder.evidence.identities)
        var masked = MaskedSubject(
            Subject(record, identity: identity, source: source, ordinal: ordinal), engine)
        Self.judge(record, as: &masked, account, contentID, engine, by: &runner, &recorder)
    }

    /// In parts, so that what a rule says is taken down while the next is not evaluated yet.
    private static func judge(
        _ record: ServiceRecord, as masked: inout MaskedSubject, _ account: JudgedAccount, _ contentID: HalfDigest,
        _ engine: AuditEngine, by runner: inout RuleRunner, _ recorder: inout EvidenceRecorder
    ) {
        recorder.beginService()
        runner.run(
            ServiceMessage(record), size: record.size, account: account.message,
            view: { engine.view(of: &masked, engine.messageDemand) },
            kinds: { masked.subject.kinds(in: $0) },
            report: { rule, outcome in
                switch outcome {
                case .flagged(let flag): recorder.add(rule: rule, flag, &masked, of: account)
                case .failed(let field, let failure): recorder.add(failure, rule: rule, field, &masked)
                case .grouped(let key):
                    recorder.add(
                        member: masked.subject, ofGroup: key, rule: rule, account: account.scope, content: contentID)
                }
            })
    }

    // MARK: - Groups

    /// Judges one group, from what `MemberCodec` wrote of its members.
    ///
    /// Linear in the members, but for putting them in order. Nothing is read of a member that is alone, where the rule says
    /// nothing of such.
    mutating func judge(members: [ArraySlice<UInt8>], rule: Int) {
        if members.count == 1, engine.plan.passesLoneMembers(rule) { return }
        var read: [Member] = []
        read.reserveCapacity(members.count)
        for payload in members { read.append(member(of: payload)) }
        var members = distinct(read)
        outcomes.removeAll(keepingCapacity: true)
        let demand = engine.messageDemands[rule]
        runner.runGroup(
            rule,
            members: members.map { member in
                ServiceMessage(fields: engine.groupDemand) { member.masked.subject[$0] }
            },
            account: { members[$0].account.message },
            view: { index in engine.view(of: &members[index].masked, demand) },
            kinds: { index, field in members[index].masked.subject.kinds(in: field) },
            report: { outcomes.append(($0, $1)) })
        if outcomes.isEmpty { return }
        // One more than a finding lists, since none lists itself.
        var first = RelatedMembers()
        for member in members.prefix(Finding.Related.cap + 1) { first.add { member.names.appendMember(to: &$0) } }
        for (index, outcome) in outcomes {
            recorder.beginService(named: members[index].names)
            switch outcome {
            case .flagged(let flag):
                let related = FindingCodec.Related(members: first, skipped: index, total: members.count - 1)
                recorder.add(
                    rule: rule, flag, &members[index].masked, of: members[index].account, related: related)
            case .failed(let field, let failure):
                recorder.add(failure, rule: rule, field, &members[index].masked)
            case .grouped: break
            }
        }
    }

    /// A member of a group.
    private struct Member {
        let content: HalfDigest
        let account: JudgedAccount
        var masked: MaskedSubject
        var names = ServiceNames()
    }

    /// Reads a member of a group back, and names it.
    private mutating func member(of payload: ArraySlice<UInt8>) -> Member {
        let (subject, content) = engine.memberCodec.member(of: payload)
        let account = recorder.accounts.account(subject.text(.accountSID), engine)
        var member = Member(content: content, account: account, masked: MaskedSubject(subject, engine))
        member.names.make(of: &member.masked, account)
        return member
    }

    /// The members in the report's order, the same Service given twice as one.
    private func distinct(_ members: [Member]) -> [Member] {
        if members.count == 1 { return members }
        var order = EntryBuffer()
        for (index, member) in members.enumerated() {
            order.append { key in
                member.names.append(toKey: &key)
                key.append(member.masked.subject.identity)
                key.append(member.content)
            } payload: { payload in
                payload.append(number: member.masked.subject.source)
                payload.append(number: member.masked.subject.ordinal)
                payload.append(number: UInt64(index))
            }
        }
        var distinct: [Member] = []
        distinct.reserveCapacity(members.count)
        var previous: ArraySlice<UInt8>?
        let sorted = SortedBuffers([order])
        for place in 0..<sorted.count {
            let entry = sorted[place]
            defer { previous = entry.key }
            if let previous, entry.key.hasSameBytes(as: previous) { continue }
            let index = PayloadReader.read(entry.payload.suffix(8)) { Int($0.number(as: UInt64.self)) }
            distinct.append(members[index])
        }
        return distinct
    }
}
