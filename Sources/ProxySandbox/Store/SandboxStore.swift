import GRDB
import Platform
import ProxyAPI
import ServiceModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The sandbox's accounts and Services, in SQLite.
///
/// Every read and write is one transaction. Texts that come from requests are kept and compared as bytes: SQLite's own
/// texts end at U+0000. A Service is kept as the JSON that it was given or made as, so that nothing of it is lost.
struct SandboxStore: Sendable {
    let database: DatabaseQueue
    let identifiers: SandboxIdentifiers
    let policy: SandboxPolicy
    /// What messages call the database: its file, or where else it is.
    private let name: String

    /// What marks a database file as a sandbox's: `application_id`, the bytes of "PrxS".
    static var applicationID: Int32 { 0x5072_7853 }
    /// The version of the tables below: `user_version`.
    static var schemaVersion: Int32 { 1 }

    /// Opens the database, and makes its tables where it has none.
    ///
    /// - Throws: `.cannotOpenDatabase` or `.foreignDatabase`, naming the file.
    init(
        _ location: SandboxConfiguration.Database, randomSeed: UInt64?, policy: SandboxPolicy
    ) async throws(SandboxError) {
        self.policy = policy
        switch location {
        case .inMemory:
            name = "in memory"
            (database, identifiers) = try await SandboxStore.connect(named: "in memory", randomSeed: randomSeed) {
                try DatabaseQueue()
            }
        case .file(let path):
            name = path
            guard !path.isEmpty, !path.utf8.contains(0) else {
                throw SandboxError(
                    code: .cannotOpenDatabase, message: "the database's file name is empty or not a name")
            }
            do throws(SystemFailure) {
                try PrivateFile.make(path)
            } catch {
                throw SandboxError(code: .cannotOpenDatabase, message: "database \(path): \(error.words)")
            }
            (database, identifiers) = try await SandboxStore.connect(named: path, randomSeed: randomSeed) {
                var configuration = Configuration()
                configuration.busyMode = .timeout(5)
                return try DatabaseQueue(path: path, configuration: configuration)
            }
        }
    }

    /// Brings a seed in, and gives every account that is then there.
    ///
    /// - Throws: `.cannotOpenDatabase`, naming the file, where it cannot be read or written.
    func accounts(seededWith seed: SandboxSeed, now: Timestamp) async throws(SandboxError) -> [SandboxAccount] {
        do {
            try await add(seed, now: now)
            return try await accounts()
        } catch {
            throw SandboxStore.failure(error, named: name)
        }
    }

    /// Closes the database; the write-ahead log is then part of the file.
    func close() {
        // Nothing is lost where this fails: the log is read at the next start.
        try? database.close()
    }

    private static func connect(
        named name: String, randomSeed: UInt64?, _ open: () throws -> DatabaseQueue
    ) async throws(SandboxError) -> (DatabaseQueue, SandboxIdentifiers) {
        do {
            let database = try open()
            let key = try await database.write { db in
                try prepare(db, named: name)
                return try SandboxStore.key(db, randomSeed: randomSeed)
            }
            // Only now is the file known to be a sandbox's own, and its journal may be changed.
            try await database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
            }
            return (database, SandboxIdentifiers(key: key))
        } catch {
            throw failure(error, named: name)
        }
    }

    /// What a database that cannot be used is reported as.
    static func failure(_ error: any Error, named name: String) -> SandboxError {
        switch error {
        case let error as SandboxError: return error
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            return foreign(name, "it is not an SQLite database")
        case let error as DatabaseError:
            let reason = error.message ?? "\(error.resultCode)"
            return SandboxError(code: .cannotOpenDatabase, message: "database \(name): \(reason)")
        default: return SandboxError(code: .cannotOpenDatabase, message: "database \(name): cannot be used")
        }
    }

    /// Makes the tables in an empty database; in any other, sees that they are a sandbox's.
    private static func prepare(_ db: Database, named name: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application == 0, version == 0, tables == 0 {
            try db.execute(sql: schema)
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(schemaVersion)")
            return
        }
        guard application == applicationID else { throw foreign(name, "it is another program's database") }
        guard version == schemaVersion else {
            throw foreign(name, "its schema is version \(version), and this program reads \(schemaVersion)")
        }
    }

    private static func foreign(_ name: String, _ reason: String) -> SandboxError {
        SandboxError(code: .foreignDatabase, message: "database \(name): \(reason)")
    }

    private static func key(_ db: Database, randomSeed: UInt64?) throws -> [UInt8] {
        if let key = try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'key'") { return Array(key) }
        let identifiers = SandboxIdentifiers(randomSeed: randomSeed)
        try db.execute(sql: "INSERT INTO setting VALUES ('key', ?)", arguments: [Data(identifiers.key)])
        return identifiers.key
    }

    private static var schema: String {
        """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL);
        CREATE TABLE account (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sid TEXT NOT NULL UNIQUE,
            auth_token BLOB NOT NULL,
            friendly_name BLOB NOT NULL,
            owner_account_sid TEXT NOT NULL,
            status TEXT NOT NULL,
            date_created INTEGER NOT NULL
        );
        CREATE TABLE api_key (
            sid TEXT PRIMARY KEY,
            account_sid TEXT NOT NULL REFERENCES account (sid),
            secret BLOB NOT NULL,
            is_main INTEGER NOT NULL
        );
        CREATE TABLE service (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account_sid TEXT NOT NULL REFERENCES account (sid),
            sid BLOB NOT NULL,
            name_key BLOB,
            document TEXT NOT NULL,
            UNIQUE (account_sid, sid)
        );
        CREATE INDEX service_by_name ON service (account_sid, name_key);
        CREATE INDEX service_by_row ON service (account_sid, id);
        """
    }
}
