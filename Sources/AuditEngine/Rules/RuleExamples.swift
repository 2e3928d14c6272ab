package import ServiceModel
internal import YAMLReader

/// The example file of a rule: Services that it must flag, and near misses that it must not.
package struct RuleExamples: Sendable {
    /// What a case must come to.
    package enum Expectation: String, CaseIterable, Sendable {
        case flag
        case pass
        case error
    }

    /// One Service, or the Services of one group rule's case.
    package struct Case: Sendable {
        package let name: String
        package let expectation: Expectation
        package let services: [Service]
        /// The file and line of the case.
        package let origin: String
    }

    package let ruleID: String
    /// The file's path as it was given.
    package let label: String
    package let cases: [Case]
    let overrides: [RuleParameter]
    let now: Timestamp?

    /// Reads an example file.
    ///
    /// - Throws: `RulePackError` with every problem: a text that is no YAML, unknown keys, fields that a Service does
    ///   not have, values of a wrong type, and a file without at least one `flag` and one `pass`.
    package init(_ text: RulePackText) throws(RulePackError) {
        var problems = ProblemList(file: text.label, text: text.text)
        let document: YAMLDocument
        do {
            document = try YAMLDocument(text.text)
        } catch {
            problems.add(error.message, at: error.offset)
            throw RulePackError(problems: problems.problems)
        }
        var reader = YAMLFieldReader(problems: problems)
        let keys = ["rule", "params", "now"] + Expectation.allCases.map(\.rawValue)
        var cases: [Case] = []
        var now: Timestamp?
        var overrides: [RuleParameter] = []
        var ruleID = ""
        if let root = reader.mapping(document.root, what: "an example file", keys: keys) {
            ruleID = reader.name(root, "rule") ?? ""
            overrides = reader.parameters(root, "params").map(\.value)
            if let text = reader.string(root, "now", isRequired: false) {
                now = Timestamp(text)
                if now == nil {
                    reader.add("now must be a date and time such as 2026-01-31T00:00:00Z", at: root, "now")
                }
            }
            var examples = ExampleServices()
            for expectation in Expectation.allCases {
                let isRequired = expectation != .error
                for node in reader.sequence(root, expectation.rawValue, isRequired: isRequired) ?? [] {
                    if let (name, services) = examples.read(node, reader: &reader) {
                        let place = reader.problems.place(of: node.offset)
                        cases.append(Case(name: name, expectation: expectation, services: services, origin: place))
                    }
                }
                if isRequired, !cases.contains(where: { $0.expectation == expectation }) {
                    reader.add("an example file needs at least one case under '\(expectation.rawValue)'", at: 0)
                }
            }
        }
        guard reader.problems.problems.isEmpty else { throw RulePackError(problems: reader.problems.problems) }
        self.ruleID = ruleID
        label = text.label
        self.cases = cases
        self.overrides = overrides
        self.now = now
    }
}

/// Makes the Services of example files: each gets a SID of its own where the file gives none.
private struct ExampleServices {
    private var count = 0

    mutating func read(_ node: YAMLNode, reader: inout YAMLFieldReader) -> (name: String, services: [Service])? {
        guard let entry = reader.mapping(node, what: "a case", keys: ["name", "service", "services"]),
            let name = reader.string(entry, "name")
        else { return nil }
        if let single = entry["service"] {
            return service(single, reader: &reader).map { (name, [$0]) }
        }
        guard let group = reader.sequence(entry, "services") else { return nil }
        return (name, group.compactMap { service($0, reader: &reader) })
    }

    private mutating func service(_ node: YAMLNode, reader: inout YAMLFieldReader) -> Service? {
        let names = ServiceField.allCases.map(\.name)
        guard let entries = reader.mapping(node, what: "a Service", keys: names)?.mapping else { return nil }
        count += 1
        let digits = String(count, radix: 16)
        let zeros = String(repeating: "0", count: 32 - digits.utf8.count)
        var service = Service(sid: "KS" + zeros + digits, accountSID: "AC" + String(repeating: "0", count: 32))
        for entry in entries {
            guard let field = ServiceField(rawValue: entry.key) else { continue }
            if !service.set(field, to: entry.value) {
                reader.add("\(entry.key) cannot be \(entry.value.kindName) like this", at: entry.value.offset)
            }
        }
        return service
    }
}

extension Service {
    /// Sets a field to a value of an example file; false where the value does not fit.
    fileprivate mutating func set(_ field: ServiceField, to node: YAMLNode) -> Bool {
        switch (field, node.content) {
        case (.defaultTTL, .integer(let number)): defaultTTL = number
        case (.links, .mapping(let entries)):
            links = entries.map { Link(name: $0.key, url: $0.value.string ?? "") }
        case (.dateCreated, .string(let text)):
            dateCreated = Timestamp(text)
            return dateCreated != nil
        case (.dateUpdated, .string(let text)):
            dateUpdated = Timestamp(text)
            return dateUpdated != nil
        case (.defaultTTL, _), (.links, _): return false
        case (.dateCreated, .null): dateCreated = nil
        case (.dateUpdated, .null): dateUpdated = nil
        case (_, .null): return setText(nil, of: field)
        case (_, .string(let text)): return setText(text, of: field)
        default: return false
        }
        return true
    }

    private mutating func setText(_ text: String?, of field: ServiceField) -> Bool {
        switch field {
        case .sid: sid = text
        case .accountSID: accountSID = text
        case .chatInstanceSID: chatInstanceSID = text
        case .uniqueName: uniqueName = text
        case .callbackURL: callbackURL = text
        case .geoMatchLevel: geoMatchLevel = text.map(GeoMatchLevel.init)
        case .numberSelectionBehavior: numberSelectionBehavior = text.map(NumberSelectionBehavior.init)
        case .interceptCallbackURL: interceptCallbackURL = text
        case .outOfSessionCallbackURL: outOfSessionCallbackURL = text
        case .url: url = text
        case .defaultTTL, .dateCreated, .dateUpdated, .links: return false
        }
        return true
    }
}
