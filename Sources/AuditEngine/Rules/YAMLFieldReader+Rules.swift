internal import ServiceModel
internal import Text
internal import YAMLReader

// What packs and rules have beside plain values.
extension YAMLFieldReader {
    /// A list of one or more of a Service's fields, each once.
    mutating func serviceFields(_ mapping: YAMLNode, _ key: String) -> [ServiceField] {
        guard let elements = sequence(mapping, key, isRequired: false) else { return [] }
        if elements.isEmpty { add("\(key) must name a field at least", at: mapping, key) }
        var fields: [ServiceField] = []
        for element in elements {
            guard let name = element.string else {
                add("\(key) must hold names of fields only, not \(element.kindName)", at: element.offset)
                continue
            }
            guard let field = ServiceField(name: name) else {
                let suggestion = Spelling.remark(for: name, among: ServiceField.allCases.map(\.name))
                add("a Service has no field '\(name)'\(suggestion)", at: element.offset)
                continue
            }
            if fields.contains(field) { add("the field '\(name)' is named twice", at: element.offset) }
            fields.append(field)
        }
        return fields
    }

    /// A list of words in kebab-case, each once.
    mutating func names(_ mapping: YAMLNode, _ key: String) -> [String] {
        var names: [String] = []
        for element in sequence(mapping, key, isRequired: false) ?? [] {
            guard let name = element.string, YAMLFieldReader.isKebabCase(name) else {
                add("\(key) must be in kebab-case: lower-case letters, digits and single hyphens", at: element.offset)
                continue
            }
            if names.contains(name) { add("'\(name)' stands twice in \(key)", at: element.offset) }
            names.append(name)
        }
        return names
    }

    /// A mapping of severities to conditions, the highest first.
    mutating func severities(
        _ rule: YAMLNode, _ key: String, above severity: Severity?
    ) -> [(severity: Severity, condition: YAMLNode)] {
        guard let node = rule[key], let entries = mapping(node, what: key, keys: nil)?.mapping else { return [] }
        var severities: [(severity: Severity, condition: YAMLNode)] = []
        for entry in entries {
            guard let other = Severity(rawValue: entry.key) else {
                let known = Severity.allCases.map(\.rawValue)
                let suggestion = Spelling.remark(for: entry.key, among: known)
                add(
                    "\(key) has severities as keys, such as \(known.joined(separator: ", "))\(suggestion)",
                    at: entry.keyOffset)
                continue
            }
            if other == severity {
                add("'\(entry.key)' is the rule's severity already", at: entry.keyOffset)
            }
            guard let condition = expression(node, entry.key) else { continue }
            severities.append((other, condition))
        }
        return severities.sorted { $0.severity > $1.severity }
    }

    /// A mapping of names to expressions, in the order of the text.
    mutating func variables(_ mapping: YAMLNode, _ key: String) -> [RulePack.Variable] {
        guard let node = mapping[key], let entries = self.mapping(node, what: key, keys: nil)?.mapping else {
            return []
        }
        var variables: [RulePack.Variable] = []
        for entry in entries {
            guard ParameterName.isValid(entry.key) else {
                add("a variable's name must be letters, digits and underscores", at: entry.keyOffset)
                continue
            }
            if RuleEnvironment.Variable(rawValue: entry.key) != nil {
                add("'\(entry.key)' is there already, and a variable cannot take its name", at: entry.keyOffset)
                continue
            }
            guard let expression = expression(node, entry.key) else {
                unreadNames.insert(entry.key)
                continue
            }
            variables.append(RulePack.Variable(name: entry.key, nameOffset: entry.keyOffset, expression: expression))
        }
        return variables
    }

    /// A mapping of parameter names to defaults, sorted by name.
    mutating func parameters(_ rule: YAMLNode, _ key: String) -> [RulePack.Parameter] {
        guard let node = rule[key], let entries = mapping(node, what: key, keys: nil)?.mapping else { return [] }
        var parameters: [RulePack.Parameter] = []
        for entry in entries {
            guard ParameterName.isValid(entry.key) else {
                add("a parameter's name must be letters, digits and underscores", at: entry.keyOffset)
                continue
            }
            guard let value = RuleParameter.Value(entry.value) else {
                let message =
                    "parameter '\(entry.key)' must be a truth value, a number, a text, or a list or map of such"
                add(message, at: entry.value.offset)
                unreadNames.insert(entry.key)
                continue
            }
            let elements = entry.value.sequence ?? []
            parameters.append(
                RulePack.Parameter(
                    value: RuleParameter(name: entry.key, value: value), offset: entry.keyOffset,
                    span: span(of: entry.value), elements: elements.map(span)))
        }
        return parameters.sorted { $0.value.name.utf8.lexicographicallyPrecedes($1.value.name.utf8) }
    }

    /// Where a value of one line stands, as far as can be told: a text that is written with escapes takes more.
    private func span(of node: YAMLNode) -> Range<Int> {
        node.offset..<node.offset + max(1, node.string?.utf8.count ?? 1)
    }
}
