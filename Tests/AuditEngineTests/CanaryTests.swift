import PII
import SeededGenerator
import ServiceModel
import Testing

@testable import AuditEngine

/// Random messages over Services with planted canaries: nothing that is written shows four letters of one in a row, in any
/// case, order or spacing.
@Suite struct CanaryTests {
    /// Words that no vocabulary has, so that what shows up can only be them.
    private static let canaries = ["Zbigniew", "Kowalczyk", "tarkvix", "wyzzeql"]
    /// Names that hold them as people write them; `F` is a given name, `L` a surname, `M` and `D` a mailbox and a domain.
    private static let names = [
        "driver F L", "F.L@D.com", "L, F (driver) F.L@D.com", "prod F.M@D.com eu", "F L +44 20 7946 0958",
        "rider F_L F.L@D.io 1985-02-03", "F%20L%40D.com F.L@D.com", "Ms F L-L, F.L@D.net", "mailto:M@D.com?F.L",
        "F L F L F.L@D.com LF", "F.L@D.com https://F.L.example/L?name=F", "M@D.com key-L-F", "«F L» M@D.com",
    ]
    private static let urls = [
        "https://L:F@hooks.test/a", "https://hooks.test/cb?user=F&token=L", "https://hooks.test/M@D.com/x",
        "http://hooks.test/#F-L", "https://hooks.test/x?F", "//L:F@hooks.test/a?b=M", "https://M%40D.com:L@hooks.test",
    ]

    /// What is done to a text.
    private static let changes = [
        "X", "X.upperAscii()", "X.lowerAscii()", "X.reverse()", "X.split('').join('-')", "X.split(' ').join('')",
        "X.replace('.', '')", "X.substring(size(X) / 2)", "X.substring(0, size(X) / 2)", "X.split('@')[0]", "X + X",
        "strings.quote(X)", "X.trim().foldCase()", "X.split('').reverse().join(' ')", "'%s'.format([X])",
        "X.split('').map(c, c.upperAscii()).join('')", "X.split('').filter(c, c != '-').join('')",
        "(X.matches('[A-Z]') ? X : X.reverse())", "X.split('').sort().reverse().join('') + X",
        "base64.encode(bytes(X))", "(X.contains('a') ? X.charAt(0) : '') + X.substring(1)",
        "pii.find(X).map(m, m.masked + m.reason).join(',')",
    ]
    private static let texts = [
        "service.unique_name", "value", "string(service.callback_url)", "kinds.join(',')",
        "service.links.map(k, k + service.links[k]).join(' ')",
    ]

    private static func planted(_ template: String) -> String {
        String(
            template.map { character -> String in
                switch character {
                case "F": canaries[0]
                case "L": canaries[1]
                case "M": canaries[2]
                case "D": canaries[3]
                default: String(character)
                }
            }.joined())
    }

    private static func expression(_ random: inout SeededGenerator) -> String {
        var text = texts.randomElement(using: &random) ?? "value"
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            text = (changes.randomElement(using: &random) ?? "X").replacing("X", with: "(\(text))")
        }
        return text
    }

    /// A rule with a random message, which flags every name and callback.
    private static func rule(_ number: Int, _ random: inout SeededGenerator) -> String {
        """
          - id: rule-\(number)
            title: T
            severity: low
            category: hygiene
            message: It is so.
            fields: [unique_name, callback_url]
            flag_when: "true"
            message_expression: |
              \(expression(&random))

        """
    }

    /// Rules with random messages; those that would take too many steps are left out.
    private static func rules(_ random: inout SeededGenerator) throws -> RuleSet {
        let head = "pack: canaries\nversion: 1\nrules:\n"
        let rules = (0..<12).map { rule($0, &random) }.filter { rule in
            (try? RuleSet(packs: [RulePackText(label: "canaries.yaml", text: head + rule)])) != nil
        }
        return try RuleSet(packs: [RulePackText(label: "canaries.yaml", text: head + rules.joined())])
    }

    /// Whether a text shows four letters of a canary in a row, forwards or backwards, whatever stands between them.
    private static func shown(_ text: String) -> [String] {
        let letters = String(text.lowercased().filter(\.isLetter))
        return canaries.flatMap { canary -> [String] in
            let word = Array(canary.lowercased())
            return (0...(word.count - 4)).flatMap { start -> [String] in
                let run = String(word[start..<start + 4])
                return [run, String(run.reversed())].filter(letters.contains)
            }
        }
    }

    @Test(arguments: 1...24)
    func noMessageShowsWhatIsHidden(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let rules = try Self.rules(&random)
        #expect(rules.rules.count >= 6)
        let engine = AuditEngine(rules: rules, now: try #require(Timestamp(seconds: 0)), masker: Masker())
        let services = (0..<24).map { number in
            let url = Self.planted(Self.urls.randomElement(using: &random) ?? "")
            let links = [("sessions", url), (Self.planted("F.L@D.com"), url)].map(FieldValue.Link.init)
            return WrittenService(
                sid: "KS\(number)", uniqueName: Self.planted(Self.names.randomElement(using: &random) ?? ""),
                callbackURL: url, links: number % 2 == 0 ? links : [])
        }
        var store = EvidenceStore(engine: engine)
        try store.add(engine.judge(WrittenService.batch(services), source: 0, ordinal: 0))
        let (findings, failures) = try store.results()
        #expect(findings.count >= services.count * 6)
        for finding in findings {
            let text = [finding.message, finding.service.uniqueName ?? "", "\(finding.value)"].joined(separator: " | ")
            #expect(Self.shown(text).isEmpty, "\(text)")
        }
        for failure in failures { #expect(Self.shown(failure.message).isEmpty, "\(failure.message)") }
    }

    /// The check above sees what it looks for.
    @Test func canariesAreSeenWhereTheyAreShown() {
        for text in ["xKOWAx", "k-o-w-a", "c z l a w o", "weingib", "Zbig"] {
            #expect(!Self.shown(text).isEmpty, "\(text)")
        }
        for text in ["***", "driver ***", "person_name", "z***@***.com"] {
            #expect(Self.shown(text).isEmpty, "\(text)")
        }
        for name in Self.names {
            let found = PIIDetector().find(in: Self.planted(name))
            #expect(found.contains { $0.level >= .medium }, "\(name): not found, so that nothing is hidden")
        }
    }
}
