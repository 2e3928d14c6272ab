internal import ServiceModel
internal import Text
internal import YAMLReader

/// Reads the typed values of a mapping's keys, and collects what is wrong with them instead of stopping at the first.
struct YAMLFieldReader {
    var problems: ProblemList
    /// For texts that are expressions; nil where there are none.
    var advice: YAMLAdvice?
    /// The names of parameters and variables with mistakes, whose uses are not to blame.
    var unreadNames: Set<String> = []
    /// The keys that may stand where nothing could be read, so that they are not missing.
    var unreadKeys: Set<String> = []

    /// Adds what a text cannot be read for.
    mutating func add(_ error: YAMLError) {
        let advice = advice?.advice(at: error.offset).map { "; \($0)" } ?? ""
        add(error.message + advice, at: error.offset)
    }

    /// Adds what is wrong with parts that cannot be read; nothing more is said of what may be in them.
    mutating func passOver(_ parts: [YAMLRemains.Part]) {
        for part in parts {
            add(part.error)
            unreadKeys.formUnion(part.words)
            if part.words.isDisjoint(with: ["params", "variables"]) { continue }
            unreadNames.formUnion(part.words.filter(ParameterName.isValid))
        }
    }

    mutating func add(_ message: String, at offset: Int) {
        problems.add(message, at: offset)
    }

    mutating func add(_ message: String, at mapping: YAMLNode, _ key: String) {
        add(message, at: mapping[key]?.offset ?? mapping.offset)
    }

    /// The node, where it is a mapping; its keys must be among `keys`, all are allowed where that is nil.
    mutating func mapping(_ node: YAMLNode, what: String, keys: [String]?) -> YAMLNode? {
        guard let entries = node.mapping else {
            add("\(what) must be a mapping, not \(node.kindName)", at: node.offset)
            return nil
        }
        if let keys {
            for entry in entries where !keys.contains(entry.key) {
                let suggestion = Spelling.remark(for: entry.key, among: keys)
                add("\(what) has no key '\(entry.key)'\(suggestion)", at: entry.keyOffset)
            }
        }
        return node
    }

    mutating func sequence(_ mapping: YAMLNode, _ key: String, isRequired: Bool = true) -> [YAMLNode]? {
        guard let node = value(mapping, key, isRequired: isRequired) else { return nil }
        guard let sequence = node.sequence else {
            add("\(key) must be a list, not \(node.kindName)", at: node.offset)
            return nil
        }
        return sequence
    }

    mutating func string(_ mapping: YAMLNode, _ key: String, isRequired: Bool = true) -> String? {
        guard let node = value(mapping, key, isRequired: isRequired) else { return nil }
        guard let text = node.string else {
            let advice = advice?.advice(at: node.offset).map { "; \($0)" } ?? ""
            add("\(key) must be a text, not \(node.kindName)\(advice)", at: node.offset)
            return nil
        }
        if isRequired, text.allSatisfy(\.isWhitespace) { add("\(key) must not be empty", at: node.offset) }
        return text
    }

    mutating func integer(_ mapping: YAMLNode, _ key: String) -> Int64? {
        guard let node = value(mapping, key, isRequired: true) else { return nil }
        guard case .integer(let number) = node.content else {
            add("\(key) must be a whole number, not \(node.kindName)", at: node.offset)
            return nil
        }
        return number
    }

    /// A text of lower-case letters, digits and single hyphens.
    mutating func name(_ mapping: YAMLNode, _ key: String) -> String? {
        guard let text = string(mapping, key), let node = mapping[key] else { return nil }
        guard YAMLFieldReader.isKebabCase(text) else {
            add(
                "\(key) must be in kebab-case: lower-case letters, digits and single hyphens, 80 at most",
                at: node.offset)
            return nil
        }
        return text
    }

    /// Whether a text is of lower-case letters, digits and single hyphens, 80 at most.
    static func isKebabCase(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return text.utf8.count <= 80
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { byte in
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                            || byte.isDigit
                    }
            }
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ mapping: YAMLNode, _ key: String, isRequired: Bool = true
    ) -> Choice? {
        guard let text = string(mapping, key, isRequired: isRequired), let node = mapping[key] else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let suggestion = Spelling.remark(for: text, among: known)
        add("\(key) must be one of \(known.joined(separator: ", "))\(suggestion)", at: node.offset)
        return nil
    }

    /// The node of an expression, which must be a text.
    mutating func expression(_ mapping: YAMLNode, _ key: String, isRequired: Bool = true) -> YAMLNode? {
        guard let text = string(mapping, key, isRequired: isRequired) else { return nil }
        // A required one was told to be empty.
        return isRequired && text.allSatisfy(\.isWhitespace) ? nil : mapping[key]
    }

    mutating func serviceField(_ mapping: YAMLNode, _ key: String) -> String? {
        guard let text = string(mapping, key, isRequired: false), let node = mapping[key] else { return nil }
        guard ServiceField(name: text) == nil else { return text }
        let suggestion = Spelling.remark(for: text, among: ServiceField.allCases.map(\.name))
        add("a Service has no field '\(text)'\(suggestion)", at: node.offset)
        return nil
    }

    /// A list of texts.
    mutating func strings(_ mapping: YAMLNode, _ key: String) -> [String]? {
        guard let elements = sequence(mapping, key, isRequired: false) else { return nil }
        return elements.compactMap { element in
            guard let text = element.string else {
                add("\(key) must hold texts only, not \(element.kindName)", at: element.offset)
                return nil
            }
            return text
        }
    }

    /// A mapping of framework names to lists of controls, sorted by name.
    mutating func frameworks(_ rule: YAMLNode, _ key: String) -> [RuleDescription.Framework] {
        guard let node = value(rule, key, isRequired: false),
            let entries = mapping(node, what: key, keys: nil)?.mapping
        else { return [] }
        let frameworks = entries.map { entry in
            RuleDescription.Framework(name: entry.key, controls: strings(node, entry.key) ?? [])
        }
        return frameworks.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private mutating func value(_ mapping: YAMLNode, _ key: String, isRequired: Bool) -> YAMLNode? {
        guard let node = mapping[key] else {
            if isRequired, !unreadKeys.contains(key) { add("\(key) is missing", at: mapping.offset) }
            return nil
        }
        // All of its value stood where nothing could be read.
        if case .null = node.content, unreadKeys.contains(key) { return nil }
        return node
    }
}

/// The grammar of parameter names: CEL identifiers in ASCII.
enum ParameterName {
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !first.isDigit else {
            return false
        }
        return name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte.isLetter
                || byte.isDigit
        }
    }
}
