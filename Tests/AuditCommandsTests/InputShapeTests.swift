import Foundation
import Testing

/// Every shape that Services come in gives the same findings, in whatever order files are given.
@Suite struct InputShapeTests {
    private static let account = "AC" + String(repeating: "1", count: 32)

    private static func services() -> [[String: Any]] {
        (0..<7).map { number in
            [
                "sid": "KS" + String(repeating: "0", count: 31) + "\(number)", "account_sid": account,
                "unique_name": "lane-\(number)", "default_ttl": number % 2 == 0 ? 0 : 3600,
                "callback_url": number == 3 ? "http://hooks.lanes.net/" : "https://hooks.lanes.net/",
                "date_updated": "2025-12-01T00:00:00Z",
            ]
        }
    }

    private static func json(_ value: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }

    private static func page(_ services: ArraySlice<[String: Any]>, next: String?) throws -> String {
        try json([
            "services": Array(services),
            "meta": ["key": "services", "next_page_url": next ?? NSNull()] as [String: Any],
        ])
    }

    private static func camelCase(_ service: [String: Any]) -> [String: Any] {
        Dictionary(
            uniqueKeysWithValues: service.map { key, value in
                let words = key.split(separator: "_").map(String.init)
                return (words[0] + words.dropFirst().map(\.capitalized).joined(), value)
            })
    }

    private static func shapes() throws -> [String: String] {
        let all = services()
        let link = "https://proxy.twilio.com/v1/Services?PageSize=4&Page=1&PageToken=x"
        let attributes = all.map { service in
            var attributes = service
            attributes["id"] = service["sid"]
            attributes["date_updated"] = nil
            return ["attributes": attributes]
        }
        return [
            "page": try page(all[...], next: nil),
            "pages": try page(all[..<4], next: link) + "\n" + page(all[4...], next: nil),
            "array": try json(all),
            "ndjson": try all.map(json).joined(separator: "\n"),
            "camel": try json(all.map(camelCase)),
            "terraform": try json(
                [
                    "version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "x", "outputs": [:],
                    "resources": [
                        [
                            "mode": "managed", "type": "twilio_proxy_services_v1", "name": "s", "provider": "p",
                            "instances": attributes,
                        ]
                    ],
                ] as [String: Any]),
        ]
    }

    private static func findings(_ arguments: [String], in work: TemporaryFolder) throws -> [String] {
        let run = try ProgramRun(
            ["scan", "--pack", "core", "--now", "2026-01-15T00:00:00Z", "-q", "--report", "json=report.json"]
                + arguments,
            in: work)
        #expect(run.status == 1, "\(run.errors)")
        return try JSONReport(work.read("report.json")).findings.map { finding in
            "\(finding["rule_id"] as? String ?? "") \(finding["service_sid"] as? String ?? "")"
        }
    }

    @Test func allShapesGiveTheSameFindings() throws {
        let work = try TemporaryFolder()
        for (name, text) in try Self.shapes() { try work.write(text, to: name) }
        let expected = try Self.findings(["array"], in: work)
        #expect(expected.count == 5)
        for name in try Self.shapes().keys.sorted() {
            #expect(try Self.findings([name], in: work) == expected, "\(name)")
        }
        try work.write(Self.shapes()["ndjson"] ?? "", to: "folder/a.txt")
        #expect(try Self.findings(["folder"], in: work) == expected)
    }

    @Test func oneServiceOfTwoFilesIsFlaggedOnce() throws {
        let work = try TemporaryFolder()
        let shapes = try Self.shapes()
        try work.write(shapes["array"] ?? "", to: "a.json")
        try work.write(shapes["camel"] ?? "", to: "b.json")
        let forth = try Self.findings(["a.json", "b.json"], in: work)
        #expect(forth == (try Self.findings(["b.json", "a.json"], in: work)))
        #expect(forth == (try Self.findings(["a.json"], in: work)))
    }
}
