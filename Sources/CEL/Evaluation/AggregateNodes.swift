/// `[a, b, …]`, where `?` may stand before an element.
final class ListNode: PlanNode {
    private let elements: [any PlanNode]
    /// By element, whether it is an optional whose content is the element; empty if none is.
    private let optionals: [Bool]
    let span: Range<Int>

    init(_ elements: [any PlanNode], optionals: [Bool], _ span: Range<Int>) {
        self.elements = elements
        self.optionals = optionals.contains(true) ? optionals : []
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        var values: [CELValue] = []
        values.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            try context.step(at: element.span)
            let value = try element.value(&context)
            if optionals.isEmpty || !optionals[index] {
                values.append(value)
            } else if let content = try content(of: value, after: element) {
                values.append(content)
            }
        }
        return .list(values)
    }
}

/// `{a: b, …}`, where `?` may stand before a key.
final class MapNode: PlanNode {
    private let keys: [any PlanNode]
    private let values: [any PlanNode]
    /// By entry, whether the value is an optional whose content is the value; empty if none is.
    private let optionals: [Bool]
    let span: Range<Int>

    init(keys: [any PlanNode], values: [any PlanNode], optionals: [Bool], _ span: Range<Int>) {
        self.keys = keys
        self.values = values
        self.optionals = optionals.contains(true) ? optionals : []
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        var entries: [(key: CELValue, value: CELValue)] = []
        entries.reserveCapacity(keys.count)
        for (index, (key, node)) in zip(keys, values).enumerated() {
            try context.step(at: key.span)
            let name = try key.value(&context)
            guard CELMap.isKey(name) else { throw notAKey(name, key.span) }
            let value = try node.value(&context)
            if optionals.isEmpty || !optionals[index] {
                entries.append((name, value))
            } else if let content = try content(of: value, after: node) {
                entries.append((name, content))
            }
        }
        guard let map = CELMap(entries) else {
            throw CELFault.repeatedKey.at(span)
        }
        return .map(map)
    }

    private func notAKey(_ value: CELValue, _ span: Range<Int>) -> CELError {
        CELFault.noKeyType(value.type).at(span)
    }
}

/// What is in the optional that an element or entry marked with `?` is given as; `nil` leaves it out.
private func content(of value: CELValue, after node: any PlanNode) throws(CELError) -> CELValue? {
    if let optional = value.asOptional { return optional.content }
    throw CELFault.noMarkedOptional(value.type).at(node.span)
}
