import AuditEngine
import Foundation
import JSON
import SeededGenerator
import ServiceModel
import Testing

@testable import Reports

/// Random runs of the real engine: all reports say one thing, and red is what the process ends red for.
@Suite struct RandomRunTests {
    /// Rules of several severities, one that fails for some Services, and one about groups.
    private static let pack = RulePackText(
        label: "random.yaml",
        text: """
            pack: random
            version: 1
            rules:
              - { id: endless, title: T, severity: low, category: retention, message: m, field: default_ttl,
                  flag_when: service.default_ttl == 0, severity_when: { critical: "service.unique_name == 'core'" } }
              - { id: plain, title: T, severity: high, category: transport, message: m,
                  fields: [callback_url, intercept_callback_url], flag_when: "value.startsWith('http:')" }
              - { id: fails, title: T, severity: medium, category: hygiene, message: m,
                  flag_when: "100 / service.default_ttl > 10" }
              - { id: shared, title: T, severity: info, category: isolation, message: m, across: organization,
                  where: has(service.unique_name), group_by: service.unique_name, flag_when: size(group) > 2 }
            """)

    private static func account(_ number: Int) -> String { "AC" + String(repeating: "\(number)", count: 32) }

    private static func batch(_ count: Int, _ random: inout SeededGenerator) -> RecordBatch {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "random.json"))
        for position in 0..<count {
            let name = ["core", "edge", "a", "b", "c", "d"].randomElement(using: &random) ?? ""
            let url = ["https://h.test", "http://h.test"].randomElement(using: &random) ?? ""
            let ttl = random.isTrue(oneIn: 9) ? 0 : Int.random(in: 5...90, using: &random)
            let digits = String(Int.random(in: 0..<40, using: &random) + 100_000)
            let text = """
                {"sid":"KS\(String(repeating: "0", count: 26))\(digits)","default_ttl":\(ttl),
                 "account_sid":"\(account(Int.random(in: 1...3, using: &random)))","unique_name":"\(name)",
                 "callback_url":"\(url)"}
                """
            var reader = JSONReader(Array(text.utf8))
            _ = try? builder.read(&reader, at: RecordBatchBuilder.Place(position: position))
        }
        return builder.finish()
    }

    private static func outcome(_ number: Int, services: Int, _ random: inout SeededGenerator) -> SourceOutcome {
        let isBroken = random.isTrue(oneIn: 4)
        return SourceOutcome(
            kind: "live", label: "source-\(number)", accountSID: account(number + 1),
            status: isBroken ? services > 0 ? .partial : .failed : .complete, services: services,
            recordsRejected: isBroken && random.isTrue(oneIn: 2) ? 1 : 0,
            faults: isBroken ? [.init(code: "api_error", message: "broke off")] : [],
            warnings: random.isTrue(oneIn: 4) ? ["a number in quotes"] : [])
    }

    private static func report(seed: Int) throws -> AuditReport {
        var random = SeededGenerator(seed: UInt64(seed))
        let now = try #require(Timestamp("2026-01-15T00:00:00Z"))
        let engine = AuditEngine(rules: try RuleSet(packs: [pack]), now: now, masker: Masker())
        var store = EvidenceStore(engine: engine)
        for number in 0..<Int.random(in: 0...3, using: &random) {
            let count = random.isTrue(oneIn: 3) ? 0 : Int.random(in: 1...20, using: &random)
            let evidence = engine.judge(batch(count, &random), source: UInt32(number), ordinal: 0)
            let accounts = evidence.accounts
            try store.add(evidence)
            store.add(outcome(number, services: count, &random), number: UInt32(number), accounts: accounts)
        }
        let gate = Gate(
            failOn: random.isTrue(oneIn: 5) ? nil : Severity.allCases.randomElement(using: &random),
            allowsNoServices: random.isTrue(oneIn: 3), isStrict: random.isTrue(oneIn: 3))
        let isInterrupted = random.isTrue(oneIn: 8)
        let run = AuditReport.Run(
            startedAt: now, finishedAt: now, durationMilliseconds: 0, now: now, isInterrupted: false, gate: gate,
            rulesDigest: "")
        var report = try store.finish(tool: .init(name: "proxy-audit", version: "0"), run: run) { isInterrupted }
        if random.isTrue(oneIn: 6) { report.warnings = ["the file can be read by others"] }
        report.verdict = Verdict(of: report)
        report.exitCode = ReportFixture.exitCode(report.verdict.decision)
        return report
    }

    @Test func redIsWhatTheProcessEndsRedFor() throws {
        var met: Set<Verdict.Decision> = []
        for seed in 1...400 {
            let report = try Self.report(seed: seed)
            met.insert(report.verdict.decision)
            for detail in ReportOptions.JUnitDetail.allCases {
                let bytes = try RenderedReport.bytes(.junit, report, options: ReportOptions(junitDetail: detail))
                let suites = try #require(JUnitDocument(bytes)).suites
                let failures = suites.reduce(0) { $0 + $1.count("failure") }
                let errors = suites.reduce(0) { $0 + $1.count("error") }
                #expect((failures + errors > 0) == (report.exitCode != 0), "seed \(seed): \(report.verdict)")
                let reaching = report.counts.open(reaching: report.run.gate.failOn)
                #expect((failures > 0) == (reaching > 0), "seed \(seed): \(reaching) findings reach the gate")
                for suite in suites {
                    #expect(suite.attributes["tests"] == "\(suite.cases.count)")
                    let names = suite.cases.map { "\($0.className) \($0.name)" }
                    #expect(Set(names).count == names.count, "seed \(seed)")
                }
            }
        }
        #expect(met == [.passed, .failed, .incomplete, .nothingLoaded, .interrupted])
    }

    /// Each count stands once and is the sum of what it counts, in every report.
    @Test func countsAgree() throws {
        for seed in 1...100 {
            let report = try Self.report(seed: seed)
            var cursor = report.findings.makeCursor()
            var listed = 0
            while try cursor.next() != nil { listed += 1 }
            #expect(listed == report.findings.count)
            #expect(report.coverage.reduce(0) { $0 + $1.counts.total } == listed, "seed \(seed)")
            for entry in report.coverage {
                #expect((entry.outcome == .fail) == (entry.counts[.open] > 0), "seed \(seed)")
                if entry.outcome == .pass { #expect(entry.services > 0 && entry.errors == 0, "seed \(seed)") }
            }
            let json = try RenderedReport.bytes(.json, report)
            let root = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
            let run = try #require(root["run"] as? [String: Any])
            #expect(run["decision"] as? String == report.verdict.decision.rawValue)
            #expect(run["exit_code"] as? Int == Int(report.exitCode))
            #expect((root["findings"] as? [Any])?.count == listed)
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func isTrue(oneIn count: Int) -> Bool { next(below: count) == 0 }
}
