import GRDB
import ProxyAPI
import ServiceModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SandboxStore {
    /// Brings a seed into the database, in one transaction.
    ///
    /// An account or key that is there takes the seed's credentials, name and status; a Service whose SID its account
    /// has already stays as it is.
    func add(_ seed: SandboxSeed, now: Timestamp) async throws {
        try await database.write { db in
            for account in seed.accounts {
                try put(db, account, now: now)
                var namesakes: [[UInt8]: Int] = [:]
                for service in account.services {
                    let name = Array((service[text: .uniqueName] ?? "").utf8)
                    let seeded = complete(service, account: account.sid, namesakes: namesakes[name] ?? 0, now: now)
                    if service[text: .sid] == nil { namesakes[name, default: 0] += 1 }
                    let isThere = try Bool.fetchOne(
                        db, sql: "SELECT EXISTS (SELECT 1 FROM service WHERE account_sid = ? AND sid = ?)",
                        arguments: [account.sid.text, Data((seeded[text: .sid] ?? "").utf8)])
                    if isThere != true { try insert(db, seeded, row: nil, account: account.sid) }
                }
            }
        }
    }

    /// Every account with its keys, in the order in which they came.
    func accounts() async throws -> [SandboxAccount] {
        try await database.read { db in
            var keys: [String: [SandboxSeed.APIKey]] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT * FROM api_key ORDER BY sid") {
                guard let sid = SID(try row.value("sid"), kind: .apiKey) else { continue }
                let key = SandboxSeed.APIKey(
                    sid: sid, secret: Secret(try row.text("secret")), isMain: try row.value("is_main"))
                keys[try row.value("account_sid"), default: []].append(key)
            }
            return try Row.fetchAll(db, sql: "SELECT * FROM account ORDER BY id").compactMap { row in
                guard let sid = SID(try row.value("sid"), kind: .account),
                    let owner = SID(try row.value("owner_account_sid"), kind: .account),
                    let created = Timestamp(seconds: try row.value("date_created"))
                else { return nil }
                return SandboxAccount(
                    row: try row.value("id"), sid: sid, authToken: Secret(try row.text("auth_token")),
                    friendlyName: try row.text("friendly_name"), ownerSID: owner,
                    status: AccountStatus(try row.value("status")), dateCreated: created, apiKeys: keys[sid.text] ?? [])
            }
        }
    }

    private func put(_ db: Database, _ account: SandboxSeed.Account, now: Timestamp) throws {
        let sid = account.sid.text
        try db.execute(
            sql: """
                INSERT INTO account (sid, auth_token, friendly_name, owner_account_sid, status, date_created)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (sid) DO UPDATE SET auth_token = excluded.auth_token,
                    friendly_name = excluded.friendly_name, owner_account_sid = excluded.owner_account_sid,
                    status = excluded.status
                """,
            arguments: [
                sid, Data(account.authToken.revealed.utf8), Data((account.friendlyName ?? sid).utf8),
                account.ownerAccountSID?.text ?? sid, account.status.text, (account.dateCreated ?? now).seconds,
            ])
        for key in account.apiKeys {
            try db.execute(
                sql: """
                    INSERT INTO api_key (sid, account_sid, secret, is_main) VALUES (?, ?, ?, ?)
                    ON CONFLICT (sid) DO UPDATE SET account_sid = excluded.account_sid, secret = excluded.secret,
                        is_main = excluded.is_main
                    """,
                arguments: [key.sid.text, sid, Data(key.secret.revealed.utf8), key.isMain])
        }
    }

    /// Gives what the seed leaves out.
    ///
    /// - Parameter namesakes: How many Services of the same name, also without a SID, came before in the account.
    private func complete(_ service: Service, account: SID, namesakes: Int, now: Timestamp) -> Service {
        var service = service
        if service[text: .sid] == nil {
            service[text: .sid] = SandboxIdentifiers.seededServiceSID(
                account: account, uniqueName: service[text: .uniqueName] ?? "", namesakes: namesakes)
        }
        service[text: .accountSID] = service[text: .accountSID] ?? account.text
        service.fillIn()
        if service[.dateCreated] == .null { service[.dateCreated] = .timestamp(now) }
        if service[.dateUpdated] == .null { service[.dateUpdated] = service[.dateCreated] }
        return service
    }
}
