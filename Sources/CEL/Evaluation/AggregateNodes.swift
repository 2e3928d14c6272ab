/// `[a, b, …]`.
final class ListNode: PlanNode {
    private let elements: [any PlanNode]
    let span: Range<Int>

    init(_ elements: [any PlanNode], _ span: Range<Int>) {
        self.elements = elements
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        var values: [CELValue] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            try context.step(at: element.span)
            values.append(try element.value(&context))
        }
        return .list(values)
    }
}

/// `{a: b, …}`.
final class MapNode: PlanNode {
    private let keys: [any PlanNode]
    private let values: [any PlanNode]
    let span: Range<Int>

    init(keys: [any PlanNode], values: [any PlanNode], _ span: Range<Int>) {
        self.keys = keys
        self.values = values
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        try context.step(at: span)
        var entries: [(key: CELValue, value: CELValue)] = []
        entries.reserveCapacity(keys.count)
        for (key, value) in zip(keys, values) {
            try context.step(at: key.span)
            let name = try key.value(&context)
            guard CELMap.isKey(name) else {
                throw CELError(
                    code: .invalidArgument, message: "a key of a map cannot be of type \(name.type)", span: key.span)
            }
            entries.append((name, try value.value(&context)))
        }
        guard let map = CELMap(entries) else {
            throw CELError(code: .invalidArgument, message: "the map has the same key twice", span: span)
        }
        return .map(map)
    }
}
