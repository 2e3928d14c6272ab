internal import JSON
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
        package let services: RecordBatch
        /// The fields that findings must point at, if the case says; in the order of the file.
        package let fields: [ServiceField]?
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
                    if let example = examples.read(node, expectation, reader: &reader) { cases.append(example) }
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

    mutating func read(
        _ node: YAMLNode, _ expectation: RuleExamples.Expectation, reader: inout YAMLFieldReader
    ) -> RuleExamples.Case? {
        let keys = ["name", "service", "services"] + (expectation == .flag ? ["field", "fields"] : [])
        guard let entry = reader.mapping(node, what: "a case", keys: keys), let name = reader.string(entry, "name")
        else {
            return nil
        }
        let field = reader.serviceField(entry, "field").flatMap(ServiceField.init(name:)).map { [$0] }
        let fields = entry["fields"].map { _ in reader.serviceFields(entry, "fields") }
        if field != nil, fields != nil { reader.add("a case has 'field' or 'fields', not both", at: entry, "fields") }
        let nodes: [YAMLNode]
        if let single = entry["service"] {
            nodes = [single]
        } else {
            guard let group = reader.sequence(entry, "services") else { return nil }
            nodes = group
        }
        let values = nodes.compactMap { node in service(node, reader: &reader).map { (json: $0, node: node) } }
        return RuleExamples.Case(
            name: name, expectation: expectation, services: batch(values, reader: &reader), fields: field ?? fields,
            origin: reader.problems.place(of: node.offset))
    }

    /// The records that the scan's own reader makes of JSON objects.
    private func batch(_ values: [(json: JSONValue, node: YAMLNode)], reader: inout YAMLFieldReader) -> RecordBatch {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: "example"))
        for (index, value) in values.enumerated() {
            var text = JSONReader(Array(value.json.jsonText.utf8))
            let place = RecordBatchBuilder.Place(position: index)
            if case .service? = try? builder.read(&text, at: place, isFragment: true) { continue }
            reader.add("this is no Service", at: value.node.offset)
        }
        return builder.finish()
    }

    private mutating func service(_ node: YAMLNode, reader: inout YAMLFieldReader) -> JSONValue? {
        let names = ServiceField.allCases.map(\.name)
        guard let entries = reader.mapping(node, what: "a Service", keys: names)?.mapping else { return nil }
        count += 1
        let digits = String(count, radix: 16)
        let zeros = String(repeating: "0", count: 32 - digits.utf8.count)
        var members = [
            JSONMember(name: ServiceField.sid.name, value: .string("KS" + zeros + digits)),
            JSONMember(name: ServiceField.accountSID.name, value: .string("AC" + String(repeating: "0", count: 32))),
        ]
        for entry in entries {
            members.removeAll { $0.name == entry.key }
            members.append(JSONMember(name: entry.key, value: JSONValue(entry.value)))
        }
        return .object(members)
    }
}

extension JSONValue {
    /// What a node of YAML says.
    fileprivate init(_ node: YAMLNode) {
        self =
            switch node.content {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .number(JSONNumber(value))
            case .double(let value): JSONNumber(value).map(JSONValue.number) ?? .null
            case .string(let text): .string(text)
            case .sequence(let elements): .array(elements.map(JSONValue.init))
            case .mapping(let entries):
                .object(entries.map { JSONMember(name: $0.key, value: JSONValue($0.value)) })
            }
    }
}
