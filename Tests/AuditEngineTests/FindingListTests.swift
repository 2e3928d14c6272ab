import ServiceModel
import Testing

@testable import AuditEngine

/// What a list of findings gives is what it was made of, in the order in which it was given.
@Suite struct FindingListTests {
    private static let members = [
        Finding.Member(accountSID: nil, serviceSID: nil, uniqueName: nil),
        Finding.Member(accountSID: "AC1", serviceSID: "KS\u{0}1", uniqueName: ""),
        Finding.Member(accountSID: "Ü", serviceSID: "KS2", uniqueName: String(repeating: "é", count: 300)),
    ]

    private static let findings: [Finding] = {
        let values: [Finding.Value] = [
            .null, .integer(.min), .integer(-1), .integer(.max), .text(""), .text("a\u{0}b"),
        ]
        let places: [Provenance?] = [
            nil, Provenance(source: "", record: 0), Provenance(source: "a.json", line: 7, record: 3, address: "x.y"),
            Provenance(source: "main", page: 2, record: .max),
        ]
        let related: [Finding.Related?] = [
            nil, .init(members: [], total: 0), .init(members: members, total: 3_000_000),
            .init(members: Array(repeating: members[1], count: Finding.Related.cap), total: 20),
        ]
        return (0..<72).map { number in
            Finding(
                fingerprint: "f\(number)", ruleID: ["b", "a", "c"][number % 3], severity: Severity.allCases[number % 5],
                service: members[number % members.count], field: number % 2 == 0 ? nil : "sid",
                value: values[number % values.count], message: "m\(number % 7)",
                status: Finding.Status.allCases[number % 3], provenance: places[number % places.count],
                related: related[number % related.count])
        }
    }()

    @Test func givesWhatItWasMadeOf() throws {
        let list = FindingList(Self.findings)
        #expect(list.count == Self.findings.count)
        // It can be gone through more than once.
        for _ in 0..<2 {
            var cursor = list.makeCursor()
            var found: [Finding] = []
            while let finding = try cursor.next() { found.append(finding) }
            #expect(found == Self.findings)
        }
    }

    private func ruleID(at cursor: FindingList.Cursor) -> String? {
        var cursor = cursor
        var ruleID: String?
        cursor.withFinding { ruleID = $0.ruleID }
        return ruleID
    }

    @Test func aViewIsThereOnlyWhereAFindingIs() throws {
        var cursor = FindingList(Array(Self.findings.prefix(1))).makeCursor()
        #expect(ruleID(at: cursor) == nil)
        #expect(try cursor.advance())
        #expect(ruleID(at: cursor) == "b")
        #expect(try !cursor.advance())
        #expect(ruleID(at: cursor) == nil)
    }
}
