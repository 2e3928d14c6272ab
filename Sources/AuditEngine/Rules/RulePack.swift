internal import ServiceModel
internal import YAMLReader

/// A rule pack as it is written, with what is wrong with its keys and values; no expression was looked at.
struct RulePack {
    /// A rule as it is written.
    struct Definition {
        let description: RuleDescription
        let idOffset: Int
        let fields: [ServiceField]
        let fieldsOffset: Int
        /// Whether `fields` is there, though it may name nothing that a Service has.
        let hasFields: Bool
        /// None only where it is missing, which is a problem.
        let flagWhen: YAMLNode?
        let filter: YAMLNode?
        let message: String
        let messageExpression: YAMLNode?
        let groupKey: YAMLNode?
        let scope: Rule.Scope
        /// The highest first.
        let severities: [(severity: Severity, condition: YAMLNode)]
        let variables: [Variable]
        let parameters: [Parameter]
    }

    /// A named expression.
    struct Variable {
        let name: String
        let nameOffset: Int
        let expression: YAMLNode
    }

    /// A parameter's default and where it stands.
    struct Parameter: Sendable {
        let value: RuleParameter
        let offset: Int
        /// Where the value stands.
        let span: Range<Int>
        /// Where the elements of a list stand.
        let elements: [Range<Int>]
    }

    let text: RulePackText
    let document: YAMLDocument
    let name: String
    let nameOffset: Int
    let variables: [Variable]
    let parameters: [Parameter]
    let rules: [Definition]
    /// What is wrong with keys and values, in the order of the text.
    let problems: [PackProblem]
    /// The names of parameters and variables with mistakes.
    let unreadNames: Set<String>
    /// Whether all of it is YAML: otherwise it may have more names than are known.
    let isWhole: Bool

    private static let keys = ["pack", "version", "description", "variables", "params", "rules"]

    /// Reads a pack, with what can be read of its rules where something is wrong.
    ///
    /// - Throws: `RulePackError` for a text of which no part is YAML, or that is no mapping.
    init(_ text: RulePackText) throws(RulePackError) {
        var reader = YAMLFieldReader(
            problems: ProblemList(file: text.label, text: text.text), advice: YAMLAdvice(text.text))
        let document: YAMLDocument
        do {
            document = try YAMLDocument(text.text)
            isWhole = true
        } catch {
            guard let remains = YAMLRemains(text.text, keys: RulePack.keys) else {
                reader.add(error)
                throw RulePackError(problems: reader.problems.problems)
            }
            document = remains.document
            isWhole = false
            reader.passOver(remains.unread)
            // Nothing else is left of it.
            if case .null = document.root.content { throw RulePackError(problems: reader.problems.problems) }
        }
        guard let pack = reader.mapping(document.root, what: "a rule pack", keys: RulePack.keys) else {
            throw RulePackError(problems: reader.problems.problems)
        }
        name = reader.name(pack, "pack") ?? ""
        nameOffset = pack["pack"]?.offset ?? 0
        if let version = reader.integer(pack, "version"), version != 1 {
            reader.add(
                "version \(version) of rule packs is not known; this program reads version 1", at: pack, "version")
        }
        _ = reader.string(pack, "description", isRequired: false)
        variables = reader.variables(pack, "variables")
        parameters = reader.parameters(pack, "params")
        var rules: [Definition] = []
        let elements = reader.sequence(pack, "rules")
        // Each rule is read as a whole, or not at all.
        reader.unreadKeys = []
        if let elements {
            if elements.isEmpty { reader.add("the pack has no rule, so it would check nothing", at: pack, "rules") }
            for element in elements {
                if let rule = Definition(element, pack: name, reader: &reader) { rules.append(rule) }
            }
        }
        self.text = text
        self.document = document
        self.rules = rules
        self.problems = reader.problems.problems
        unreadNames = reader.unreadNames
    }

    /// A problem at an offset of the pack's text.
    func problem(_ message: String, at offset: Int, isWarning: Bool = false) -> PackProblem {
        ProblemList(file: text.label, text: text.text)
            .problem(message, at: offset..<offset + 1, isWarning: isWarning)
    }
}

extension RulePack.Definition {
    private static let keys = [
        "id", "title", "severity", "severity_when", "category", "tags", "field", "fields", "variables", "flag_when",
        "message", "message_expression", "why", "fix", "references", "frameworks", "params", "group_by", "where",
        "across",
    ]

    fileprivate init?(_ node: YAMLNode, pack: String, reader: inout YAMLFieldReader) {
        guard let rule = reader.mapping(node, what: "a rule", keys: Self.keys) else { return nil }
        let id = reader.name(rule, "id")
        let title = reader.string(rule, "title")
        let severity: Severity? = reader.choice(rule, "severity")
        let category: RuleDescription.Category? = reader.choice(rule, "category")
        let field = reader.serviceField(rule, "field")
        let fields = reader.serviceFields(rule, "fields")
        let flagWhen = reader.expression(rule, "flag_when")
        let message = reader.string(rule, "message")
        let messageExpression = reader.expression(rule, "message_expression", isRequired: false)
        let groupKey = reader.expression(rule, "group_by", isRequired: false)
        let scope: Rule.Scope? = reader.choice(rule, "across", isRequired: groupKey != nil)
        if scope != nil, groupKey == nil { reader.add("across is for rules with group_by", at: rule, "across") }
        if rule["fields"] != nil {
            if rule["field"] != nil { reader.add("a rule has 'field' or 'fields', not both", at: rule, "fields") }
            if groupKey != nil {
                reader.add("a rule with group_by names one 'field': a group is judged as a whole", at: rule, "fields")
            }
        }
        let description = RuleDescription(
            id: id ?? "", title: title ?? "", severity: severity ?? .info, category: category ?? .hygiene, pack: pack,
            field: field, fields: fields.map(\.name), tags: reader.names(rule, "tags"),
            why: reader.string(rule, "why", isRequired: false) ?? "",
            fix: reader.string(rule, "fix", isRequired: false) ?? "",
            references: reader.strings(rule, "references") ?? [], frameworks: reader.frameworks(rule, "frameworks"))
        let filter = reader.expression(rule, "where", isRequired: false)
        let severities = reader.severities(rule, "severity_when", above: severity)
        let variables = reader.variables(rule, "variables")
        let parameters = reader.parameters(rule, "params")
        self.init(
            description: description, idOffset: rule["id"]?.offset ?? node.offset, fields: fields,
            fieldsOffset: rule["fields"]?.offset ?? node.offset, hasFields: rule["fields"] != nil, flagWhen: flagWhen,
            filter: filter, message: message ?? "",
            messageExpression: messageExpression, groupKey: groupKey, scope: scope ?? .account, severities: severities,
            variables: variables, parameters: parameters)
    }
}
