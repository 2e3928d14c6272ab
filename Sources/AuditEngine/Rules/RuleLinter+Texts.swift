internal import CEL
internal import YAMLReader

// Texts of rules that YAML has cut short, and messages that are taken for templates.
extension RuleLinter {
    /// Warns of what is wrong with the texts of a rule.
    mutating func lintTexts(of definition: RulePack.Definition, _ owner: String) {
        guard let rules = pack.document.root["rules"]?.sequence,
            let rule = rules.first(where: { $0["id"]?.offset == definition.idOffset })
        else { return }
        lintComments(in: rule, ["title", "message", "why", "fix"], owner)
        lintTightComments(in: rule, owner)
        for key in ["title", "message"] {
            guard let node = rule[key], let text = node.string, let clause = MessageTemplate.clause(in: text) else {
                continue
            }
            warn(
                "\(owner): \(key): '\(clause)' stays as it is in this text; write 'message_expression' to put values into it",
                at: node)
        }
    }

    /// Warns of prose that ends where YAML takes a blank and `#` for a comment.
    mutating func lintComments(in mapping: YAMLNode, _ keys: [String], _ owner: String) {
        for key in keys {
            guard let node = mapping[key], isCut(node, ifTight: false) else { continue }
            warn("\(owner): \(key): \(RuleLinter.cutText)", at: node)
        }
    }

    /// Warns of expressions, parameters and elements of lists behind which a `#` stands that no blank follows, as it does
    /// in most comments.
    private mutating func lintTightComments(in rule: YAMLNode, _ owner: String) {
        let keys = RuleExpression.Key.single.map(\.text)
        for entry in rule.mapping ?? []
        where keys.contains(entry.key) || entry.value.mapping != nil || entry.value.sequence != nil {
            for node in leaves(of: entry.value) where isCut(node, ifTight: true) {
                warn("\(owner): \(entry.key): \(RuleLinter.cutText)", at: node)
            }
        }
    }

    private static let cutText =
        "YAML takes a blank and '#' for a comment, so the text ends here; put it between quotes"

    private func leaves(of node: YAMLNode) -> [YAMLNode] {
        if let elements = node.sequence { return elements.flatMap(leaves) }
        if let entries = node.mapping { return entries.flatMap { leaves(of: $0.value) } }
        return [node]
    }

    private func isCut(_ node: YAMLNode, ifTight: Bool) -> Bool {
        guard node.isPlain, let end = pack.document.offsets(ofBytesIn: node)?.last else { return false }
        let text = pack.document.text
        guard YAMLAdvice.isComment(in: text, at: end) else { return false }
        guard ifTight else { return true }
        let behind = text.utf8.dropFirst(end).drop { $0 == 0x20 || $0 == 0x09 }.dropFirst().first
        return behind.map { ![0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "#")].contains($0) } ?? false
    }

    private mutating func warn(_ message: String, at node: YAMLNode) {
        let end = pack.document.offsets(ofBytesIn: node)?.last ?? node.offset + 1
        problems.add(message, at: node.offset..<max(end, node.offset + 1), isWarning: true)
    }
}

/// What in a plain message is taken for the place of a value.
enum MessageTemplate {
    /// The first `%s`, `{name}`, `${name}`, `{{name}}` or the like.
    static func clause(in text: String) -> String? {
        if let clause = FormatClause.first(in: text) { return clause }
        let bytes = Array(text.utf8)
        for start in bytes.indices where bytes[start] == UInt8(ascii: "{") {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
            let inner = bytes[start + 1..<end]
            let isName = inner.allSatisfy {
                $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == 0x20
                    || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            }
            let isRead = ["service", "value", "field", "params", "group", "account", "kinds", "now"].contains { name in
                let trimmed = inner.drop { $0 == UInt8(ascii: "{") || $0 == 0x20 }
                return trimmed.starts(with: name.utf8)
            }
            let isDollar = start > 0 && bytes[start - 1] == UInt8(ascii: "$")
            guard isName, !inner.isEmpty, isRead || isDollar || inner.first == UInt8(ascii: "{") else { continue }
            let first = isDollar ? start - 1 : start
            let isDouble =
                inner.first == UInt8(ascii: "{") && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "}")
            return String(decoding: bytes[first...(isDouble ? end + 1 : end)], as: UTF8.self)
        }
        return nil
    }
}
