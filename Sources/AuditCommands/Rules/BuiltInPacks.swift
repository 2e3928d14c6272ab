internal import AuditEngine
internal import RulePacks

/// The rule packs that are part of the program, and the examples of their rules.
enum BuiltInPacks {
    /// In the order in which reports list their rules.
    static var all: [RulePackText] {
        (0..<rule_pack_count()).map { text(rule_pack_at($0), kind: "built-in pack") }
    }

    /// The example files of all rules, by their ids.
    static var examples: [RulePackText] {
        (0..<rule_example_count()).map { text(rule_example_at($0), kind: "built-in examples") }
    }

    private static func text(_ embedded: rule_pack, kind: String) -> RulePackText {
        let bytes = UnsafeBufferPointer(start: embedded.bytes, count: embedded.count)
        let name = embedded.name.map { String(cString: $0) } ?? ""
        return RulePackText(label: "\(kind) \(name)", text: String(decoding: bytes, as: UTF8.self))
    }
}
