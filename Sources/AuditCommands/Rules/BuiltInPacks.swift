internal import AuditEngine
internal import RulePacks

/// The rule packs that are part of the program.
enum BuiltInPacks {
    /// In the order in which reports list their rules.
    static var all: [RulePackText] {
        (0..<rule_pack_count()).map { index in
            let pack = rule_pack_at(index)
            let bytes = UnsafeBufferPointer(start: pack.bytes, count: pack.count)
            let name = pack.name.map { String(cString: $0) } ?? ""
            return RulePackText(label: "built-in pack \(name)", text: String(decoding: bytes, as: UTF8.self))
        }
    }
}
