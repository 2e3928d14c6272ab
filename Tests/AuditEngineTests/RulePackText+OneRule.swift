@testable import AuditEngine

extension RulePackText {
    /// A pack, `mine.yaml`, of one rule `one` that says "It is so." in severity low.
    ///
    /// - Parameters:
    ///   - keys: The other keys of the rule, a line each; the first is line 9 of the file, or 10 with variables.
    ///   - variables: Those of the pack, as a flow mapping.
    static func oneRule(_ keys: String, variables: String? = nil) -> RulePackText {
        let head =
            ["pack: mine", "version: 1"] + (variables.map { ["variables: \($0)"] } ?? []) + [
                "rules:", "  - id: one", "    title: One", "    severity: low", "    category: hygiene",
                "    message: It is so.",
            ]
        let lines = head + keys.split(separator: "\n").map { "    \($0)" }
        return RulePackText(label: "mine.yaml", text: lines.joined(separator: "\n") + "\n")
    }
}
