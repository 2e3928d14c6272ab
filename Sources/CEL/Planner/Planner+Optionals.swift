// Optional values: selections and functions that have nodes of their own.
extension Planner {
    /// Plans the selection of a name, or the test for it, where the operand is an optional or may be one.
    ///
    /// - Returns: `nil` if it is a plain selection.
    func planOptionalSelect(
        _ node: Expression, _ operand: any PlanNode, _ field: String, isTest: Bool
    ) -> (any PlanNode)? {
        let selection: any OptionalNode
        switch resolutions[node.id] {
        case .optionalField(let slot): selection = OptionalFieldNode(operand, slot: slot, field: field, node.span)
        case .optionalMember:
            selection = OptionalMemberNode(operand, MemberLookup(field, messages: messages), node.span)
        case .dynamicMember:
            let lookup = MemberLookup(field, messages: messages)
            return folded(DynamicMemberNode(operand, lookup, isTest: isTest, node.span), of: [operand])
        default: return nil
        }
        return folded(isTest ? OptionalPresenceNode(selection, node.span) : selection, of: [operand])
    }

    /// Plans a call of a function of optionals, or an index of what may be one.
    ///
    /// - Returns: `nil` for other functions, and where the host gave the name further meanings.
    func planOptionalCall(
        _ functions: [Function], _ operands: [any PlanNode], _ span: Range<Int>
    ) -> (any PlanNode)? {
        if let index = Optionals.index(among: functions), operands.count == 2 {
            return BinaryCallNode(index, operands[0], operands[1], span)
        }
        guard functions.count == 1, !functions[0].isHost, let name = OptionalFunction(rawValue: functions[0].name)
        else { return nil }
        switch (name, operands.count) {
        case (.hasValue, 1): return OptionalTestNode(operands[0], span)
        case (.value, 1): return OptionalValueNode(operands[0], span)
        case (.or, 2): return OptionalOrNode(operands[0], operands[1], span)
        case (.orValue, 2): return OptionalOrValueNode(operands[0], operands[1], span)
        default: return nil
        }
    }

    /// Plans `a.optMap(x, b)` or `a.optFlatMap(x, b)`.
    func planOptionalMap(_ node: Expression, _ macro: Expression.OptionalMap) -> any PlanNode {
        guard case .macroVariables(let slot, _) = resolutions[node.id] else { return unresolved(macro.variable, node) }
        let operand = plan(macro.operand)
        let body = plan(macro.body)
        return switch macro.macro {
        case .optMap: OptionalMapNode(operand, slot: slot, body: body, node.span)
        case .optFlatMap: OptionalFlatMapNode(operand, slot: slot, body: body, node.span)
        }
    }
}
