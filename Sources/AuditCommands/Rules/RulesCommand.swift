internal import ArgumentParser
internal import AuditEngine
internal import JSON

/// `proxy-audit rules`: what is checked, and tools for people who write rules.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List, show, check and test rules.",
        subcommands: [RulesListCommand.self, RulesShowCommand.self, RulesCheckCommand.self, RulesTestCommand.self])
}

/// `proxy-audit rules list`
struct RulesListCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rules that a scan applies.")

    @OptionGroup var options: RuleOptions

    @Flag(help: "Print a JSON array.")
    var json = false

    func run(console: Console) async throws -> ExitStatus {
        let rules = try options.ruleSet().rules.map(\.description)
        if json {
            var writer = JSONWriter(isPretty: true)
            writer.beginArray()
            for rule in rules { rule.write(to: &writer) }
            writer.endArray()
            writer.newline()
            try console.write(writer.bytes)
        } else {
            let idWidth = rules.map(\.id.count).max() ?? 0
            let packWidth = rules.map(\.pack.count).max() ?? 0
            let lines = rules.map { rule in
                let columns = [
                    rule.id.padded(to: idWidth), rule.severity.rawValue.padded(to: 8), rule.pack.padded(to: packWidth),
                    rule.title,
                ]
                return columns.joined(separator: "  ") + "\n"
            }
            try console.write(lines.joined())
        }
        return .success
    }
}

/// `proxy-audit rules show ID`
struct RulesShowCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a rule: what it flags, why, and what to do about it.")

    @Argument(help: "The rule's id, as 'rules list' gives it.")
    var id: String

    @OptionGroup var options: RuleOptions

    func run(console: Console) async throws -> ExitStatus {
        var options = options
        options.only = [id]
        let rules: RuleSet
        do {
            rules = try RuleSet(packs: try options.packs(), selection: try options.selection())
        } catch let error as RulePackError where error.problems.allSatisfy({ $0.file == "--only" }) {
            throw CommandError.usage(error.problems.map(\.message).joined(separator: "\n"))
        } catch let error as RulePackError {
            throw CommandError.rules(error)
        }
        try console.write(rules.rules.map(RulesShowCommand.text).joined(separator: "\n"))
        return .success
    }

    private static func text(of rule: Rule) -> String {
        let description = rule.description
        var facts = [
            ("severity", description.severity.rawValue), ("category", description.category.rawValue),
            ("pack", "\(description.pack) (\(rule.origin))"),
        ]
        if !description.tags.isEmpty { facts.append(("tags", description.tags.joined(separator: ", "))) }
        if let field = description.field { facts.append(("field", field)) }
        if !description.fields.isEmpty { facts.append(("fields", description.fields.joined(separator: ", "))) }
        facts += rule.parameters.map { ("parameter", "\($0.name) = \($0.value.canonicalText)") }
        facts += description.frameworks.map { ($0.name, $0.controls.joined(separator: ", ")) }
        let width = facts.map(\.0.count).max() ?? 0
        var lines = ["\(description.id): \(description.title)", ""]
        lines += facts.map { "  \($0.padded(to: width))  \($1)" }
        let subject =
            rule.scope == nil ? description.fields.isEmpty ? "Service" : "field" : "group of Services"
        lines += ["", "Flags a \(subject) when"] + indented(rule.conditionSource)
        for clause in rule.otherClauses { lines += ["", clause.key] + indented(clause.source) }
        for (heading, text) in [("Why", description.why), ("Fix", description.fix)] where !text.isEmpty {
            lines += ["", heading] + Paragraph.lines(of: text, width: 78).map { "  " + $0 }
        }
        if !description.references.isEmpty { lines += ["", "See"] + description.references.map { "  " + $0 } }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func indented(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
            .reversed().drop { $0.isEmpty }.reversed()
    }
}

extension RuleDescription {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("title", title)
        writer.member("severity", severity.rawValue)
        writer.member("category", category.rawValue)
        writer.member("pack", pack)
        writer.member("field", field)
        writer.member("fields", fields)
        writer.member("tags", tags)
        writer.member("why", why)
        writer.member("fix", fix)
        writer.endObject()
    }
}

extension String {
    /// The text, with blanks after it up to a width in characters.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
