import ServiceModel
import Testing
import Text

@testable import AuditEngine

/// Two records are the same Service if, and only if, they name the same account and SID, or say the same where they have none.
@Suite struct ServiceIdentityTests {
    private struct Record: Hashable {
        let account: String?
        let sid: String?
        let content: String
    }

    private static let digits = "0123456789abcdef0123456789abcdef"

    /// Well-formed SIDs that differ in each digit, and what is nearly one.
    private static let sids: [String?] =
        [
            nil, "", "KS", "KS" + digits, "KS" + digits + "0", "KS" + digits.dropLast(), "MS" + digits, "ks" + digits,
            "KS" + digits.uppercased(), "KS" + String(digits.dropLast()) + "g", "KS" + String(digits.reversed()),
            digits + "KS", "KS" + String(repeating: "0", count: 32), "\u{0}",
        ]
        + (0..<32).map { place in
            "KS" + String(digits.enumerated().map { $0.offset == place ? "f" : $0.element })
        }

    @Test func tellsServicesApart() throws {
        let engine = AuditEngine(
            rules: try RuleSet(packs: [EvidenceStoreTests.pack]), now: try #require(Timestamp("2026-01-01T00:00:00Z")),
            masker: Masker())
        var accounts = JudgedAccounts(rules: engine.rules)
        var room = ByteBuilder()
        var records: [ServiceIdentity: Record] = [:]
        for account in [nil, "AC1", "AC1\n", "AC1\nKS", "AC2"] as [String?] {
            for sid in Set(Self.sids) {
                for content in ["one", "other"] {
                    let judged = accounts.account(account, engine)
                    func identity(_ sid: UnsafeBufferPointer<UInt8>?) -> ServiceIdentity {
                        ServiceIdentity(sid: sid, account: judged, content: HalfDigest(of: content), room: &room)
                    }
                    let found = sid.map { $0.withBytes { identity($0) } } ?? identity(nil)
                    // What is not looked at is the same in all.
                    let record = Record(
                        account: sid == nil ? nil : account, sid: sid, content: sid == nil ? content : "")
                    #expect(records.updateValue(record, forKey: found).map { $0 == record } != false)
                }
            }
        }
        #expect(Set(records.values).count == records.count)
        #expect(records.count == 5 * (Set(Self.sids).count - 1) + 2)
    }

    /// A SID whose digits are the digest of another account and SID.
    @Test func nobodyCanWriteADigestAsASID() throws {
        let engine = AuditEngine(
            rules: try RuleSet(packs: [EvidenceStoreTests.pack]), now: try #require(Timestamp("2026-01-01T00:00:00Z")),
            masker: Masker())
        var accounts = JudgedAccounts(rules: engine.rules)
        let account = accounts.account("AC1", engine)
        var room = ByteBuilder()
        let malformed = "KSx".withBytes {
            ServiceIdentity(sid: $0, account: account, content: .none, room: &room)
        }
        var key = ByteBuilder()
        key.append(malformed)
        // The last digits of a SID come first in its identity.
        let bytes = Array(key.bytes)
        let sid = "KS" + Hexadecimal.string(Array(bytes[8..<16] + bytes[0..<8]))
        let wellFormed = sid.withBytes { ServiceIdentity(sid: $0, account: account, content: .none, room: &room) }
        var other = ByteBuilder()
        other.append(wellFormed)
        #expect(other.bytes.prefix(16) == key.bytes.prefix(16))
        #expect(malformed != wellFormed)
    }
}
