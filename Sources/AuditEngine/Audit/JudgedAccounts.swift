internal import ServiceModel
internal import Text

/// An account that a record names, or none, with all that is formed of it for each of its Services.
final class JudgedAccount: Sendable {
    /// As it is written.
    let sid: String?
    /// As reports name it.
    let masked: String?
    let message: AccountMessage
    /// The bytes of ``sid``.
    let bytes: [UInt8]
    /// What stands for it in the keys of groups that take members of one account.
    let scope: HalfDigest
    /// ``masked``, as keys of findings begin with it, and as payloads name it.
    let key: ByteBuilder
    let name: ByteBuilder
    /// In the order in which accounts were met.
    fileprivate let number: Int

    fileprivate init(sid: String?, number: Int, _ engine: AuditEngine) {
        self.sid = sid
        self.number = number
        masked = sid.map(engine.masker.identifier)
        message = engine.account(sid)
        bytes = Array((sid ?? "").utf8)
        scope = HalfDigest(of: sid ?? "")
        var room = ByteBuilder()
        room.append(ordering: masked)
        key = room
        room.removeAll()
        room.append(text: masked)
        name = room
    }
}

/// The accounts that the records of a batch named, and what is counted of each.
///
/// Those of late are known by the bytes of their SIDs, so that none is looked up for each of its Services; and counts are
/// kept by numbers, since names would be hashed for each finding.
struct JudgedAccounts {
    private let rules: Int
    private var all: [JudgedAccount] = []
    private var bySID: [String?: JudgedAccount] = [:]
    /// Of each account by its number, how many records it has.
    private var records: [Int] = []
    /// The same, how many findings by rule and severity; empty for accounts without.
    private var findings: [[Int]] = []

    private static let severities = Severity.allCases.count
    private static let lateCount = 16
    /// The accounts of late.
    private var late: [JudgedAccount] = []
    /// Of each what tells most of them apart without looking at them.
    private var keys: [UInt64] = []
    /// The place that is given away next.
    private var next = 0

    init(rules: RuleSet) { self.rules = rules.rules.count }

    /// The account that a record names.
    mutating func account(of record: ServiceRecord, _ engine: AuditEngine) -> JudgedAccount {
        if let known = known(record) { return known }
        let account = account(record.accountSID, engine)
        let key = account.bytes.withUnsafeBufferPointer(Self.key)
        if late.count < Self.lateCount {
            late.append(account)
            keys.append(key)
        } else {
            late[next] = account
            keys[next] = key
            next = (next + 1) % Self.lateCount
        }
        return account
    }

    private func known(_ record: ServiceRecord) -> JudgedAccount? {
        guard record.hasText(in: .accountSID) else { return late.first { $0.sid == nil } }
        guard let sid = record.utf8(.accountSID) else {
            return late.first { $0.sid != nil && record.holds($0.bytes, in: .accountSID) }
        }
        let key = Self.key(of: sid)
        let place = keys.indices.first { place in
            keys[place] == key && late[place].sid != nil && sid.isSame(as: late[place].bytes)
        }
        return place.map { late[$0] }
    }

    /// The last bytes of a SID, as SIDs differ in all.
    private static func key(of sid: UnsafeBufferPointer<UInt8>) -> UInt64 {
        sid.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The account with a SID; nil where none is named.
    mutating func account(_ sid: String?, _ engine: AuditEngine) -> JudgedAccount {
        // By bytes: equal strings may be of different bytes.
        if let known = bySID[sid], (known.sid ?? "").hasSameBytes(as: sid ?? "") { return known }
        let account = JudgedAccount(sid: sid, number: all.count, engine)
        all.append(account)
        bySID[sid] = account
        records.append(0)
        findings.append([])
        return account
    }

    /// Counts a record of an account.
    mutating func countRecord(of account: JudgedAccount) { records[account.number] += 1 }

    /// Counts an open finding about a Service of an account.
    mutating func countFinding(of account: JudgedAccount, rule: Int, _ severity: Severity) {
        if findings[account.number].isEmpty {
            findings[account.number] = Array(repeating: 0, count: rules * Self.severities)
        }
        findings[account.number][rule * Self.severities + severity.rank] += 1
    }

    /// Adds what was counted since the last time to evidence, by the accounts' names.
    mutating func takeCounts(to evidence: inout BatchEvidence) {
        for account in all {
            if records[account.number] > 0 { evidence.records[account.masked, default: 0] += records[account.number] }
            records[account.number] = 0
            for (place, count) in findings[account.number].enumerated() where count > 0 {
                let cell = LedgerBuilder.Cell(accountSID: account.masked, rule: place / Self.severities)
                let severity = Severity(rank: place % Self.severities)
                evidence.counts[cell, default: FindingCounts()][.open, severity] += count
            }
            findings[account.number] = []
        }
    }
}
