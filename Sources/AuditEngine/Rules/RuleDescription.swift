/// What a report says about a rule: everything but how it is evaluated.
package struct RuleDescription: Sendable, Hashable {
    /// What kind of harm a rule guards against.
    package enum Category: String, CaseIterable, Sendable {
        case privacy
        case transport
        case retention
        case isolation
        case reliability
        case hygiene
    }

    /// The controls of one framework that a rule gives evidence for.
    package struct Framework: Sendable, Hashable {
        /// The framework's key, such as `gdpr` or `iso27001`.
        package let name: String
        /// The controls or articles, such as `5(1)(e)`.
        package let controls: [String]

        package init(name: String, controls: [String]) {
            self.name = name
            self.controls = controls
        }
    }

    /// Stable, kebab-case, never reused.
    package let id: String
    /// The state of affairs that the rule flags, as a short sentence.
    package let title: String
    package let severity: Severity
    package let category: Category
    /// The pack that holds the rule.
    package let pack: String
    /// The name of the one Service property that findings point at; nil where that is not the same for all.
    package var field: String? { fields.count == 1 ? fields[0] : nil }
    /// The names of the Service properties that the rule judges one by one; empty where it judges the whole Service.
    package let fields: [String]
    /// Further names to pick rules by; kebab-case.
    package let tags: [String]
    /// Why the state of affairs is a risk; empty where the pack says nothing.
    package let why: String
    /// What to do about it; empty where the pack says nothing.
    package let fix: String
    /// URLs or document names for further reading.
    package let references: [String]
    /// Sorted by name.
    package let frameworks: [Framework]

    package init(
        id: String, title: String, severity: Severity, category: Category, pack: String,
        fields: [String] = [], tags: [String] = [], why: String = "", fix: String = "", references: [String] = [], frameworks: [Framework] = []
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.category = category
        self.pack = pack
        self.fields = fields
        self.tags = tags
        self.why = why
        self.fix = fix
        self.references = references
        self.frameworks = frameworks
    }
}
