import GRDB
import JSON
import ServiceModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the API does with the Services of one account. Another account's Services are never seen.
extension SandboxStore {
    /// Adds a Service under a SID of its own.
    ///
    /// - Parameter service: Everything but the SID and the account.
    /// - Throws: `.nameTaken`; of two requests for one name only one is not refused.
    func create(_ service: Service, account: SID) async throws -> Service {
        try await database.write { db in
            try requireFreeName(db, service[text: .uniqueName], account: account, exceptRow: nil)
            var created = service
            created[text: .accountSID] = account.text
            let last = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'service'") ?? 0
            var row = last + 1
            created[text: .sid] = identifiers.serviceSID(row: row)
            // A seed may hold the very SID that is next, if it was copied from a sandbox of the same random seed.
            while try find(db, sid: created[text: .sid] ?? "", account: account) != nil {
                row += 1
                created[text: .sid] = identifiers.serviceSID(row: row)
            }
            try insert(db, created, row: row, account: account)
            return created
        }
    }

    /// The Service with this SID or, where the policy allows it, this unique name.
    func fetch(_ identifier: String, account: SID) async throws -> Service? {
        try await database.read { db in
            if let found = try find(db, sid: identifier, account: account) { return found.service }
            guard policy.fetchesByUniqueName else { return nil }
            let arguments: StatementArguments = [account.text, nameKey(identifier)]
            let row = try Row.fetchOne(
                db, sql: "SELECT id, document FROM service WHERE account_sid = ? AND name_key = ? ORDER BY id LIMIT 1",
                arguments: arguments)
            return try row.map { try decode($0).service }
        }
    }

    /// Changes the Service with this SID; nil where there is none.
    ///
    /// - Parameter change: Changes a Service and says whether its name must be free.
    /// - Throws: `.nameTaken`.
    func update(
        sid: String, account: SID, _ change: @escaping @Sendable (inout Service) -> Void
    ) async throws -> Service? {
        try await database.write { db in
            guard let found = try find(db, sid: sid, account: account) else { return nil }
            var service = found.service
            change(&service)
            if nameKey(service[text: .uniqueName]) != nameKey(found.service[text: .uniqueName]) {
                try requireFreeName(db, service[text: .uniqueName], account: account, exceptRow: found.row)
            }
            try db.execute(
                sql: "UPDATE service SET name_key = ?, document = ? WHERE id = ?",
                arguments: [nameKey(service[text: .uniqueName]), document(service), found.row])
            return service
        }
    }

    /// Removes the Service with this SID; false where there is none.
    func delete(sid: String, account: SID) async throws -> Bool {
        try await database.write { db in
            try db.execute(
                sql: "DELETE FROM service WHERE account_sid = ? AND sid = ?",
                arguments: [account.text, Data(sid.utf8)])
            return db.changesCount > 0
        }
    }

    /// One page of an account's Services.
    ///
    /// - Complexity: that of the page, whatever the list's length.
    func page(_ anchor: PageAnchor, size: Int, account: SID) async throws -> PageSlice<Service> {
        try await database.read { db in
            let ascends = policy.listOrder == .oldestFirst
            var found: [StoredService]
            switch anchor {
            case .start:
                found = try select(db, "", ascending: ascends, [account.text, size])
            case .after(let row):
                let side = ascends ? "AND id > ?" : "AND id < ?"
                found = try select(db, side, ascending: ascends, [account.text, row, size])
            case .before(let row):
                let side = ascends ? "AND id < ?" : "AND id > ?"
                found = try select(db, side, ascending: !ascends, [account.text, row, size])
                found.reverse()
            }
            let edges = (first: found.first?.row, last: found.last?.row)
            func exists(_ side: String, _ row: Int64) throws -> Bool {
                let sql = "SELECT EXISTS (SELECT 1 FROM service WHERE account_sid = ? AND id \(side) ?)"
                return try Bool.fetchOne(db, sql: sql, arguments: [account.text, row]) ?? false
            }
            var slice = PageSlice(records: found.map(\.service), previous: nil, next: nil)
            if let first = edges.first, let last = edges.last {
                if try exists(ascends ? "<" : ">", first) { slice.previous = .before(first) }
                if try exists(ascends ? ">" : "<", last) { slice.next = .after(last) }
            } else if case .after(let row) = anchor, try exists(ascends ? "<=" : ">=", row) {
                slice.previous = .before(ascends ? row + 1 : row - 1)
            } else if case .before(let row) = anchor, try exists(ascends ? ">=" : "<=", row) {
                slice.next = .after(ascends ? row - 1 : row + 1)
            }
            return slice
        }
    }

    private func select(
        _ db: Database, _ side: String, ascending: Bool, _ arguments: StatementArguments
    ) throws -> [StoredService] {
        let sql = """
            SELECT id, document FROM service WHERE account_sid = ? \(side)
            ORDER BY id \(ascending ? "ASC" : "DESC") LIMIT ?
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { try decode($0) }
    }

    private func find(_ db: Database, sid: String, account: SID) throws -> StoredService? {
        try Row.fetchOne(
            db, sql: "SELECT id, document FROM service WHERE account_sid = ? AND sid = ?",
            arguments: [account.text, Data(sid.utf8)]
        ).map { try decode($0) }
    }

    func insert(_ db: Database, _ service: Service, row: Int64?, account: SID) throws {
        try db.execute(
            sql: "INSERT INTO service (id, account_sid, sid, name_key, document) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                row, account.text, Data((service[text: .sid] ?? "").utf8), nameKey(service[text: .uniqueName]),
                document(service),
            ])
    }

    private func requireFreeName(_ db: Database, _ name: String?, account: SID, exceptRow row: Int64?) throws {
        guard let name else { return }
        let isTaken = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM service WHERE account_sid = ? AND name_key = ? AND id IS NOT ?)",
            arguments: [account.text, nameKey(name), row])
        if isTaken == true { throw APIProblem.nameTaken(status: policy.nameTakenStatus) }
    }

    /// What two unique names must share to be the same.
    private func nameKey(_ name: String?) -> Data? {
        name.map { Data((policy.uniqueNamesAreCaseSensitive ? $0 : $0.lowercased()).utf8) }
    }

    private func document(_ service: Service) -> String {
        var writer = JSONWriter()
        service.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func decode(_ row: Row) throws -> StoredService {
        let document: String = try row.value("document")
        let service = try Service(json: JSONValue.parse(document))
        // Every Service that was stored has one.
        guard service[text: .sid] != nil else { throw Service.ReadingError(field: .sid, reason: "missing") }
        return StoredService(row: try row.value("id"), service: service)
    }
}
