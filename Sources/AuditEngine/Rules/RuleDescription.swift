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
    /// The name of the Service property that findings point at; nil where they concern the whole Service, or one of `fields`.
    package let field: String?
    /// The names of the properties that the rule is evaluated for one by one; empty for other rules.
    package let fields: [String]
    /// Words of the pack's author to find rules by, in kebab-case.
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
        id: String, title: String, severity: Severity, category: Category, pack: String, field: String?,
        fields: [String] = [], tags: [String] = [], why: String = "", fix: String = "", references: [String] = [],
        frameworks: [Framework] = []
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.category = category
        self.pack = pack
        self.field = field
        self.fields = fields
        self.tags = tags
        self.why = why
        self.fix = fix
        self.references = references
        self.frameworks = frameworks
    }
}
