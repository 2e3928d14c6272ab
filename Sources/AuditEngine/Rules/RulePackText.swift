/// The text of a rule pack and what to call it in messages.
package struct RulePackText: Sendable {
    /// The file's path as it was given, or the name of a built-in pack.
    package let label: String
    package let text: String

    package init(label: String, text: String) {
        self.label = label
        self.text = text
    }
}
