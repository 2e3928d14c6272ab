/// `[a, b, …]`, where `?` may stand before an element.
final class ListNode: PlanNode {
    private let elements: [any PlanNode]
    /// By element, whether it is an optional whose content is the element; empty if none is.
    private let optionals: [Bool]
    let span: Range<Int>

    let givesTexts: Bool

    /// - Parameter areTexts: Whether the elements are texts or null, as far as their types tell.
    init(_ elements: [any PlanNode], optionals: [Bool], areTexts: Bool, _ span: Range<Int>) {
        self.elements = elements
        givesTexts = areTexts && !optionals.contains(true)
        self.optionals = optionals.contains(true) ? optionals : []
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        var values: [CELValue] = []
        values.reserveCapacity(elements.count)
        try appendElements(from: 0, to: &values, &context)
        return .list(values)
    }

    func texts(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextList? {
        try context.step(at: span)
        var list = context.room.makeList(capacity: elements.count)
        for index in elements.indices {
            try context.step(at: elements[index].span)
            var value = CELValue.null
            let text = try elements[index].text(&context, else: &value)
            switch (text, value) {
            case (nil, .null), (.some, _): list.append(text)
            case (nil, _):
                var values = list.values + [value]
                try appendElements(from: index + 1, to: &values, &context)
                other = .list(values)
                return nil
            }
        }
        return list
    }

    private func appendElements(
        from first: Int, to values: inout [CELValue], _ context: inout EvaluationContext
    ) throws(CELError) {
        for index in elements.indices.dropFirst(first) {
            let element = elements[index]
            try context.step(at: element.span)
            let value = try element.value(&context)
            if optionals.isEmpty || !optionals[index] {
                values.append(value)
            } else if let content = try content(of: value, after: element) {
                values.append(content)
            }
        }
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
