internal import ServiceModel
internal import Text

/// Judges record after record, and gathers what that gives. One for each batch, since it remembers what was said before.
struct BatchJudge: ~Copyable {
    private let engine: AuditEngine
    private var runner: RuleRunner
    private var recorder: EvidenceRecorder
    /// Room for what is digested, such as what a record says; used again for each.
    private var content = ByteBuilder()
    private var accounts = AccountMemory()
    /// Room for what a rule says of a group, used again for each.
    private var outcomes: [(Int, RuleOutcome)] = []

    init(engine: AuditEngine) {
        self.engine = engine
        runner = RuleRunner(engine.plan)
        recorder = EvidenceRecorder(engine: engine)
    }

    /// What the judging gave so far, taken out.
    mutating func takeEvidence() -> BatchEvidence {
        accounts.takeCounts(to: &recorder.evidence.records)
        return recorder.takeEvidence()
    }

    // MARK: - Records

    /// Judges a record by the rules about single Services, and forms what the rules about groups need.
    mutating func judge(_ record: ServiceRecord, source: UInt32, ordinal: UInt64) {
        recorder.evidence.services += 1
        content.removeAll()
        record.appendContent(to: &content)
        let contentID = HalfDigest(of: content)
        let account = accounts.take(record) ?? meetAccount(of: record)
        let identity = record.hasText(in: .sid) ? identity(of: record, account) : contentID
        let subject = Subject(
            record, identity: identity,
            origin: RecordOrigin(source: source, ordinal: ordinal, provenance: record.provenance))
        record.withText(of: .sid) { sid in
            IdentityCodec.append(
                identity, content: contentID, accountSID: account.masked, serviceSID: sid, origin: subject.origin,
                to: &recorder.evidence.identities)
        }
        Self.judge(record, as: subject, account, contentID, by: &runner, &recorder)
    }

    /// Takes notice of the account of a record.
    private mutating func meetAccount(of record: ServiceRecord) -> AccountMemory.Account {
        let sid = record.accountSID
        let account = AccountMemory.Account(
            sid: sid, masked: sid.map(engine.masker.identifier), message: engine.account(sid))
        accounts.remember(account, countedIn: &recorder.evidence.records)
        return account
    }

    /// What stands for a Service that has a SID.
    private mutating func identity(of record: ServiceRecord, _ account: AccountMemory.Account) -> HalfDigest {
        content.removeAll()
        content.append(contentsOf: account.bytes[...])
        content.append(UInt8(ascii: "\n"))
        record.withText(of: .sid) { sid in
            if let sid { content.append(contentsOf: sid) }
        }
        return HalfDigest(of: content)
    }

    /// In parts, so that what a rule says is taken down while the next is not evaluated yet.
    private static func judge(
        _ record: ServiceRecord, as subject: Subject, _ account: AccountMemory.Account, _ contentID: HalfDigest,
        by runner: inout RuleRunner, _ recorder: inout EvidenceRecorder
    ) {
        let engine = recorder.engine
        var masked = MaskedSubject(subject, engine)
        recorder.beginService(account: account.masked)
        runner.run(
            ServiceMessage(record), size: subject.size, account: account.message,
            view: { engine.view(of: subject, &masked) },
            report: { rule, outcome in
                switch outcome {
                case .flagged(let flag): recorder.add(rule: rule, flag, subject, &masked)
                case .failed(let field, let failure): recorder.add(failure, rule: rule, field, subject, &masked)
                case .grouped(let key):
                    recorder.add(member: subject, ofGroup: key, rule: rule, account: account.scope, content: contentID)
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
        var members = distinct(members.map(engine.memberCodec.member))
        outcomes.removeAll(keepingCapacity: true)
        runner.runGroup(
            rule,
            members: members.map { member in ServiceMessage(fields: engine.groupDemand) { member.subject[$0] } },
            account: { engine.account(members[$0].subject.text(.accountSID)) },
            view: { index in engine.view(of: members[index].subject, &members[index].masked) },
            report: { outcomes.append(($0, $1)) })
        if outcomes.isEmpty { return }
        // One more than a finding lists, since none lists itself.
        var first = RelatedMembers()
        for index in members.indices.prefix(Finding.Related.cap + 1) {
            first.add { members[index].masked.appendMember(to: &$0) }
        }
        for (index, outcome) in outcomes {
            recorder.beginService(account: members[index].masked.accountSID)
            switch outcome {
            case .flagged(let flag):
                let related = FindingCodec.Related(members: first, skipped: index, total: members.count - 1)
                recorder.add(rule: rule, flag, members[index].subject, &members[index].masked, related: related)
            case .failed(let field, let failure):
                recorder.add(failure, rule: rule, field, members[index].subject, &members[index].masked)
            case .grouped: break
            }
        }
    }

    /// A member of a group.
    private struct Member {
        let subject: Subject
        var masked: MaskedSubject
    }

    /// The members in the report's order, the same Service given twice as one.
    private func distinct(_ members: [MemberCodec.Member]) -> [Member] {
        var all = members.map { Member(subject: $0.subject, masked: MaskedSubject($0.subject, engine)) }
        if all.count == 1 { return all }
        var order = EntryBuffer()
        for index in all.indices {
            order.append { key in
                all[index].masked.withText(of: .accountSID) { key.append(ordering: $0) }
                all[index].masked.withText(of: .sid) { key.append(ordering: $0) }
                key.append(all[index].subject.identity)
                key.append(members[index].content)
            } payload: { payload in
                payload.append(number: all[index].subject.origin.source)
                payload.append(number: all[index].subject.origin.ordinal)
                payload.append(number: UInt64(index))
            }
        }
        var distinct: [Member] = []
        var previous: ArraySlice<UInt8>?
        let sorted = SortedBuffers([order])
        for place in 0..<sorted.count {
            let entry = sorted[place]
            defer { previous = entry.key }
            if entry.key == previous { continue }
            let index = PayloadReader.read(entry.payload.suffix(8)) { Int($0.number(as: UInt64.self)) }
            distinct.append(all[index])
        }
        return distinct
    }
}

/// The accounts of late, so that what is known of one is not looked up for each of its Services, nor its name to count them.
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
    private var known: [(account: Account, records: Int)] = []
    /// By account, what tells most of them apart without looking at them.
    private var keys: [UInt64] = []
    /// The place that is given away next.
    private var next = 0

    /// The account that a record names, where it is known; the record is counted.
    mutating func take(_ record: ServiceRecord) -> Account? {
        guard let place = place(of: record) else { return nil }
        known[place].records += 1
        return known[place].account
    }

    private func place(of record: ServiceRecord) -> Int? {
        guard record.hasText(in: .accountSID) else { return known.firstIndex { $0.account.sid == nil } }
        guard let sid = record.utf8(.accountSID) else {
            return known.firstIndex { $0.account.sid != nil && record.holds($0.account.bytes, in: .accountSID) }
        }
        let key = Self.key(of: sid)
        return keys.indices.first { place in
            keys[place] == key && known[place].account.sid != nil && sid.isSame(as: known[place].account.bytes)
        }
    }

    /// Keeps an account that a record names, in the place of another whose records are counted by its name.
    mutating func remember(_ account: Account, countedIn counts: inout [String?: Int]) {
        let key = account.bytes.withUnsafeBufferPointer(Self.key)
        if known.count < Self.size {
            known.append((account, 1))
            keys.append(key)
        } else {
            Self.take(&known[next], to: &counts)
            known[next] = (account, 1)
            keys[next] = key
            next = (next + 1) % Self.size
        }
    }

    /// The last bytes of a SID, as SIDs differ in all.
    private static func key(of sid: UnsafeBufferPointer<UInt8>) -> UInt64 {
        sid.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Counts the records since the last time by the accounts' names.
    mutating func takeCounts(to counts: inout [String?: Int]) {
        for place in known.indices { Self.take(&known[place], to: &counts) }
    }

    private static func take(_ place: inout (account: Account, records: Int), to counts: inout [String?: Int]) {
        guard place.records > 0 else { return }
        counts[place.account.masked, default: 0] += place.records
        place.records = 0
    }
}
