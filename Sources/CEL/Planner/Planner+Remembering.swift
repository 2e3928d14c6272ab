// Conditions of one named text, whose verdicts are worth remembering.
extension Planner {
    /// Plans a condition that goes through a list or matches a pattern, and reads one named text and nothing else.
    ///
    /// - Returns: `nil` for any other expression.
    func planRemembered(_ node: Expression) -> (any PlanNode)? {
        guard remembers, types.indices.contains(node.id), types[node.id] == .bool else { return nil }
        var reading = Reading(planner: self)
        guard reading.add(node), reading.isCostly, let text = reading.text else { return nil }
        var planner = self
        planner.remembers = false
        return RememberedConditionNode(planner.planUntraced(node), of: text)
    }
}

/// What an expression reads.
private struct Reading {
    let planner: Planner
    /// The one named text.
    private(set) var text: DefinitionNode?
    /// Whether computing it takes longer than finding a verdict does.
    private(set) var isCostly = false
    /// The macro variables that are its own.
    private var locals: Set<Int> = []

    init(planner: Planner) { self.planner = planner }

    /// Takes a part of it.
    ///
    /// - Returns: False where it reads more than one named text, or may give something else each time.
    mutating func add(_ node: Expression) -> Bool {
        switch planner.resolutions[node.id] {
        case .variable(let slot, _): return addVariable(slot, node)
        case .local(let slot): return locals.contains(slot)
        case .failure: return false
        case .functions(let functions, let isNamespaced):
            guard case .call(let call) = node.kind, !functions.contains(where: \.isHost) else { return false }
            if case .match? = functions.first?.body { isCostly = true }
            return (isNamespaced ? call.arguments : call.operands).allSatisfy { add($0) }
        case .macroVariables(let first, let second):
            if case .comprehension = node.kind { isCostly = true }
            locals.insert(first)
            if let second { locals.insert(second) }
        case .none, .constant, .field, .optionalField, .optionalMember, .dynamicMember: break
        }
        if case .constant = planner.resolutions[node.id] { return true }
        return node.children.allSatisfy { add($0) }
    }

    private mutating func addVariable(_ slot: Int, _ node: Expression) -> Bool {
        guard let definition = planner.definition(at: slot), definition.isText else { return false }
        if let text { return text.slot == slot }
        text = DefinitionNode(definition, node.span)
        return true
    }
}
