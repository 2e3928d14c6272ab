import Foundation
import GRDB
import ProxyAPI
import ProxySandbox
import ServiceModel
import Testing

/// Database files: what survives, what is refused, and what two sandboxes do with one.
@Suite(.timeLimit(.minutes(2)))
struct DatabaseTests {
    @Test func servicesSurviveARestart() async throws {
        try await withTemporaryFolder { folder in
            let database = SandboxConfiguration.Database.file(folder + "/sandbox.sqlite")
            let seed = SandboxSeed.accounts(services: [Service(uniqueName: "seeded")])
            let (kept, gone) = try await withSandbox(seed: seed, database: database) { client in
                let kept = try await client.post("/v1/Services", [("UniqueName", "a\u{0}é")]).service()
                let gone = try await client.post("/v1/Services", [("UniqueName", "gone")]).service()
                _ = try await client.send("DELETE", "/v1/Services/\(try #require(gone.sid))")
                return (kept, gone)
            }
            // The same seed again neither repeats its Services nor fails.
            try await withSandbox(seed: seed, database: database) { client in
                let services = try await client.get("/v1/Services").page().services
                #expect(services.map(\.uniqueName) == ["seeded", "a\u{0}é"])
                #expect(services.last?.sid == kept.sid)
                // A row that was removed last gives its SID to nobody.
                let next = try await client.post("/v1/Services", [("UniqueName", "next")]).service()
                #expect(next.sid != gone.sid)
            }
            // Accounts are kept too: no seed is needed.
            try await withSandbox(seed: SandboxSeed(), database: database) { client in
                let page = try await client.get("/v1/Services").page()
                #expect(page.services.count == 3)
            }
        }
    }

    @Test func aSeedChangesCredentialsButNoService() async throws {
        try await withTemporaryFolder { folder in
            let database = SandboxConfiguration.Database.file(folder + "/sandbox.sqlite")
            var seed = SandboxSeed.accounts(services: [Service(sid: "KSone", uniqueName: "before")])
            try await withSandbox(seed: seed, database: database) { client in
                _ = try await client.post("/v1/Services/KSone", [("UniqueName", "changed")])
            }
            seed.accounts[0].authToken = Secret("new-token")
            seed.accounts[0].services.append(Service(sid: "KStwo", uniqueName: "added"))
            try await withSandbox(seed: seed, database: database) { client in
                #expect(try await client.get("/v1/Services").status == 401)
                let page = try await client.with(.parent, "new-token").get("/v1/Services").page()
                #expect(page.services.map(\.uniqueName) == ["changed", "added"])
            }
        }
    }

    @Test func theFileIsPrivateAndAWriteAheadLogIsUsed() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/sandbox.sqlite"
            try await withSandbox(database: .file(path)) { client in
                _ = try await client.post("/v1/Services", [("UniqueName", "x")])
                for name in ["", "-wal", "-shm"] {
                    let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
                    #expect(attributes[.posixPermissions] as? Int == 0o600)
                }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["sandbox.sqlite"])
        }
    }

    @Test func filesThatAreNoSandboxesAreRefusedAndLeftAlone() async throws {
        try await withTemporaryFolder { folder in
            let text = folder + "/notes.txt"
            try String(repeating: "not a database\n", count: 100).write(
                toFile: text, atomically: true, encoding: .utf8)
            let other = folder + "/other.sqlite"
            try await DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE service (id)") }
            let newer = folder + "/newer.sqlite"
            try await withSandbox(database: .file(newer)) { _ in }
            try await DatabaseQueue(path: newer).write { try $0.execute(sql: "PRAGMA user_version = 99") }
            for (path, reason) in [
                (text, "it is not an SQLite database"), (other, "it is another program's database"),
                (newer, "its schema is version 99, and this program reads 1"),
            ] {
                let before = try Data(contentsOf: URL(fileURLWithPath: path))
                await #expect(throws: SandboxError(code: .foreignDatabase, message: "database \(path): \(reason)")) {
                    try await withSandbox(database: .file(path)) { _ in }
                }
                #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
        }
    }

    @Test(arguments: [
        ("UPDATE service SET document = x'ff00ff'", 500), ("UPDATE service SET document = 'null'", 500),
        ("UPDATE service SET document = '{}'", 500), ("UPDATE account SET status = 5", 401),
        ("UPDATE service SET name_key = 5", 200), ("DROP TABLE service", 500),
        ("UPDATE account SET date_created = 'x'", nil), ("UPDATE account SET auth_token = 1.5", nil),
        ("UPDATE setting SET value = 'short'", 200),
    ])
    func aFileThatWasTamperedWithEndsInAnErrorAndNoMore(_ statement: String, _ status: Int?) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/sandbox.sqlite"
            let seed = SandboxSeed.accounts(services: [Service(sid: "KSone")])
            try await withSandbox(seed: seed, database: .file(path)) { _ in }
            try await DatabaseQueue(path: path).write { try $0.execute(sql: statement) }
            do {
                let reply = try await withSandbox(seed: SandboxSeed(), database: .file(path)) { client in
                    try await client.get("/v1/Services")
                }
                #expect(reply.status == status)
            } catch let error as SandboxError {
                #expect(error.code == .cannotOpenDatabase)
                #expect(error.message.hasPrefix("database \(path): "))
                #expect(status == nil)
            }
        }
    }

    @Test func placesWhereNoFileCanBeAreRefused() async throws {
        try await withTemporaryFolder { folder in
            for path in ["", "a\u{0}b", folder, folder + "/missing/sandbox.sqlite"] {
                await #expect {
                    try await withSandbox(database: .file(path)) { _ in }
                } throws: { error in
                    (error as? SandboxError)?.code == .cannotOpenDatabase
                }
            }
        }
    }

    @Test func ofManyRequestsForOneNameOneWins() async throws {
        try await withTemporaryFolder { folder in
            let database = SandboxConfiguration.Database.file(folder + "/sandbox.sqlite")
            // Two sandboxes on one file: what one connection's queue would settle is not enough.
            try await withSandbox(database: database) { first in
                try await withSandbox(database: database) { second in
                    for round in 0..<3 {
                        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                            for client in [first, second] {
                                for _ in 0..<10 {
                                    group.addTask {
                                        try await client.post("/v1/Services", [("UniqueName", "wanted \(round)")])
                                            .status
                                    }
                                }
                            }
                            return try await group.reduce(into: []) { $0.append($1) }
                        }
                        #expect(statuses.filter { $0 == 201 }.count == 1)
                        #expect(statuses.filter { $0 == 400 }.count == 19)
                    }
                    #expect(try await first.get("/v1/Services").page().services.count == 3)
                }
            }
        }
    }

    @Test func manyWritersLoseNothing() async throws {
        try await withSandbox { client in
            let sids = try await withThrowingTaskGroup(of: String?.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        try await client.post("/v1/Services", [("UniqueName", "service \(index)")]).service().sid
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.formUnion([$1].compactMap(\.self)) }
            }
            #expect(sids.count == 60)
            let listed = try await client.get("/v1/Services?PageSize=1000").page().services.compactMap(\.sid)
            #expect(Set(listed) == sids)
        }
    }
}
