extension Expression {
    /// The nodes right below this one, in the order of the source.
    var children: [Expression] {
        switch kind {
        case .literal, .identifier: []
        case .invalid(let parts): parts
        case .select(let operand, _, _, _): [operand]
        case .call(let call): call.operands
        case .logical(_, let operands): operands
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .comprehension(let macro): [macro.range] + (macro.filter.map { [$0] } ?? []) + [macro.body]
        case .bind(_, let value, let body): [value, body]
        case .optionalMap(let macro): [macro.operand, macro.body]
        case .message(_, _, let fields): fields.map(\.value)
        }
    }

    /// Whether the node is written with literals only, so that its source says all about its value.
    var isLiteral: Bool {
        switch kind {
        case .literal: true
        case .list, .map: children.allSatisfy(\.isLiteral)
        default: false
        }
    }
}
