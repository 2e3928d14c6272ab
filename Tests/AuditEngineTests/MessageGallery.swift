import Foundation
import ServiceModel

@testable import AuditEngine

/// Everything that authors of rules are told about the packs in the folder `Gallery`, which are full of mistakes.
struct MessageGallery {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Gallery")
    static let golden = folder.appendingPathComponent("gallery.txt")

    /// The pack whose rules compile and cannot be evaluated.
    private static let evaluated = "run.yaml"

    /// What is told, as a terminal shows it: a heading for each pack and below it each problem.
    let text: String

    init() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
        var sections: [String] = []
        for name in names {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
            let pack = RulePackText(label: name, text: text)
            var problems = Self.problems(of: pack)
            if name == Self.evaluated, problems.isEmpty { problems = try Self.failures(of: pack) }
            let about = text.utf8.split(separator: UInt8(ascii: "\n")).first.map { String(decoding: $0, as: UTF8.self) }
            sections.append(([about ?? ""] + problems).joined(separator: "\n\n"))
        }
        text = sections.joined(separator: "\n\n\n") + "\n"
    }

    private static func problems(of pack: RulePackText) -> [String] {
        do {
            _ = try RuleSet(packs: [pack])
            return []
        } catch {
            return error.problems.map(\.rendered)
        }
    }

    /// What the rules of a pack fail with for a Service without optional fields, or else for a large one.
    private static func failures(of pack: RulePackText) throws -> [String] {
        guard let now = Timestamp("2026-01-01T00:00:00Z") else { return [] }
        let engine = AuditEngine(rules: try RuleSet(packs: [pack]), now: now, masker: Masker())
        let bare = WrittenService(
            sid: "KS" + String(repeating: "0", count: 32), accountSID: "AC" + String(repeating: "0", count: 32),
            defaultTTL: 0, links: [FieldValue.Link(name: "sessions", url: "https://a.test")])
        let large = WrittenService(
            sid: "KS" + String(repeating: "1", count: 32), accountSID: "AC" + String(repeating: "1", count: 32),
            uniqueName: String(repeating: "a", count: 6000), defaultTTL: 0,
            links: (10..<100).map { FieldValue.Link(name: "\($0)", url: "") })
        var store = EvidenceStore(engine: engine)
        try store.add(engine.judge(WrittenService.batch([bare, large]), source: 0, ordinal: 0))
        let failures = try store.results().failures
        return engine.rules.rules.compactMap { rule in
            let failure = failures.first { $0.ruleID == rule.description.id }
            guard let failure else { return "\(pack.label): rule '\(rule.description.id)' was evaluated" }
            return failure.problem?.rendered ?? "no place: \(failure.message)"
        }
    }
}
