import SeededGenerator
import ServiceModel
import Testing
import Text

@testable import AuditEngine

/// The census counts what a dictionary counts that holds everything.
@Suite struct IdentityCodecTests {
    private struct Record: Hashable {
        let account: Int
        let service: Int
        let content: Int
        let source: UInt32
    }

    @Test(arguments: [1, 40, 2000], [0, 4096, 1 << 20])
    func countsEachServiceOnceAndNamesThoseThatChanged(count: Int, budget: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let engine = AuditEngine(
            rules: try RuleSet(packs: [EvidenceStoreTests.pack]), now: try #require(Timestamp("2026-01-01T00:00:00Z")),
            masker: Masker())
        var accounts = JudgedAccounts(rules: engine.rules)
        let records = (0..<count).map { _ in
            // Few of each, so that Services come again, some with other contents.
            Record(
                account: generator.next(below: 3), service: generator.next(below: count / 2 + 1),
                content: generator.next(below: 8) == 0 ? 1 : 0, source: UInt32(generator.next(below: 2)))
        }
        var sorter = ExternalSorter(budget: budget)
        for (ordinal, record) in records.enumerated() {
            var buffer = EntryBuffer()
            let name = "\(record.account)/\(record.service)"
            var account = ByteBuilder()
            account.append(text: record.account == 0 ? nil : "AC\(record.account)")
            "KS\(record.service)".withBytes { sid in
                var room = ByteBuilder()
                let identity = ServiceIdentity(
                    sid: sid, account: accounts.account("AC\(record.account)", engine), content: HalfDigest(of: name),
                    room: &room)
                IdentityCodec.append(
                    identity, content: HalfDigest(of: "\(name) \(record.content)"),
                    account: account, serviceSID: sid,
                    source: record.source, ordinal: UInt64(ordinal),
                    to: &buffer)
            }
            try sorter.append(buffer)
        }
        let named = Dictionary(grouping: records) { $0.account == 0 ? nil : "AC\($0.account)" as String? }
        let census = try IdentityCodec.census(of: sorter.finish(), records: named.mapValues(\.count), shown: 3)

        let services = Dictionary(grouping: records) { [$0.account, $0.service] }
        let expected = Dictionary(grouping: services.keys) { $0[0] == 0 ? nil : "AC\($0[0])" as String? }
        #expect(census.services == expected.mapValues(\.count))
        let changed = services.values.count { Set($0.map(\.content)).count > 1 }
        #expect(census.changed.values.reduce(0) { $0 + $1.count } == changed)
        #expect(census.changed.values.allSatisfy { $0.shown.count == min($0.count, 3) })
    }
}
