// Lists and how many elements they have at least, whatever they are made by.
extension LintContext {
    /// Deeper nodes have no key of their own, so that finding those of all lists takes no longer than reading the source
    /// some times.
    private static let deepestList = 32

    /// A key for a list, also for one that macros and functions of the host make; `nil` where its value cannot be told
    /// from others, or is the same whatever the variables are.
    ///
    /// Of equal calls of the host's functions the lists are taken to be as long.
    func key(ofList node: Expression) -> ValueKey? {
        if let key = key(of: node) { return key }
        guard case .list = type(of: node), node.depth <= Self.deepestList else { return nil }
        var writer = ListWriter(self)
        return writer.text(of: node).flatMap { writer.key($0) }
    }

    /// The list of which an optional is an element, if that is what it is.
    func listOfElement(_ optional: Expression) -> Expression? {
        guard case .call(let call) = optional.kind, functions(of: optional).contains(where: \.traits.isAnElement)
        else { return nil }
        return call.operands.first
    }

    /// The elements that a list has at least, given what is known of the lists in it.
    func leastCount(of list: Expression, knowing knowledge: Knowledge) -> Int {
        max(madeCount(of: list, knowledge), key(ofList: list).map(knowledge.leastLength) ?? 0)
    }

    private func madeCount(of list: Expression, _ knowledge: Knowledge) -> Int {
        switch list.kind {
        case .list(let elements): return elements.count { !$0.isOptional }
        case .comprehension(let macro):
            let keeps = [.map, .transformList, .sortBy].contains(macro.macro) && macro.filter == nil
            return keeps ? leastCount(of: macro.range, knowing: knowledge) : 0
        case .call(let call):
            return trait(\.leastCount, of: list)?(KnownArguments(call, list, self, knowing: knowledge)) ?? 0
        default: return 0
        }
    }

    /// What follows when a text or list has so many characters or elements at least.
    func lengths(of node: Expression, _ least: Int) -> [Knowledge.Clause] {
        guard least > 0 else { return [] }
        let own = key(ofList: node).map { [[Fact(key: $0, .length(least))]] } ?? []
        guard case .comprehension(let macro) = node.kind,
            [.filter, .map, .transformList, .sortBy].contains(macro.macro)
        else { return own }
        // None of these gives more elements than it gets.
        return own + lengths(of: macro.range, least)
    }

    /// What follows for lists when a macro has looked at their elements and gave a value.
    func walked(by node: Expression, being value: Bool) -> [Knowledge.Clause] {
        guard case .comprehension(let macro) = node.kind else { return [] }
        switch macro.macro {
        case .exists, .existsOne, .existsOneTwo:
            guard value else { return [] }
            var writer = ListWriter(self)
            let found = node.depth <= Self.deepestList ? writer.text(of: macro, node, as: .filter) : nil
            return lengths(of: macro.range, 1)
                + (found.flatMap { writer.key($0) }.map { [[Fact(key: $0, .length(1))]] } ?? [])
        case .all: return value ? [] : lengths(of: macro.range, 1)
        default: return []
        }
    }
}

/// Writes lists as texts that are the same wherever the same is written: macros' variables are numbered.
private struct ListWriter {
    private var context: LintContext
    /// What the list is made of.
    private var roots: Set<ValueKey.Root> = []
    private var callsHost = false
    private var variableCount = 0

    init(_ context: LintContext) { self.context = context }

    /// The key of a list that was written; `nil` if it is made of literals alone.
    func key(_ text: String) -> ValueKey? {
        if roots.isEmpty, !callsHost { return nil }
        let isOfOne = roots.count == 1 && !callsHost
        return ValueKey(root: isOfOne ? roots.first ?? .several : .several, path: CodePointString("|" + text))
    }

    mutating func text(of node: Expression) -> String? {
        switch context.checked.resolutions[node.id] {
        case .variable, .local: return context.key(of: node).map { named($0) }
        case .functions(let functions, _): callsHost = callsHost || functions.contains(where: \.isHost)
        case .constant, .failure: return nil
        default: break
        }
        switch node.kind {
        case .literal(let value): return LintContext.text(of: value)
        case .select(_, let field, let isTest, let isOptional):
            return text((isTest ? "has ." : isOptional ? ".?" : ".") + CELLiteral.quoted(field.name), node)
        case .call(let call): return text(qualifiedName(of: call, node), node)
        case .logical(let isAnd, _): return text(isAnd ? "&&" : "||", node)
        case .conditional: return text("?:", node)
        case .list(let elements): return elements.contains(where: \.isOptional) ? nil : text("[]", node)
        case .comprehension(let macro): return text(of: macro, node, as: macro.macro)
        case .identifier, .map, .bind, .optionalMap, .message, .invalid: return nil
        }
    }

    /// What a macro would give that has a list, variables and conditions of another's.
    mutating func text(
        of macro: Expression.Comprehension, _ node: Expression, as other: ComprehensionMacro
    ) -> String? {
        guard let range = text(of: macro.range),
            case .macroVariables(let first, let second) = context.checked.resolutions[node.id]
        else { return nil }
        let outer = context.binders
        defer { context.binders = outer }
        let slots = second.map { [first, $0] } ?? [first]
        for slot in slots {
            variableCount += 1
            // Below 0, so that no other has the number.
            let key = ValueKey(root: .local(-variableCount))
            context.binders[slot] = LintContext.Binder(key: key, nullness: .never, list: nil)
        }
        var parts = [range]
        for part in (macro.filter.map { [$0] } ?? []) + [macro.body] {
            guard let text = text(of: part) else { return nil }
            parts.append(text)
        }
        return "\(other.rawValue) \(slots.count)(\(parts.joined(separator: ",")))"
    }

    private mutating func text(_ head: String, _ node: Expression) -> String? {
        var parts: [String] = []
        for child in context.checked.evaluatedChildren(of: node) {
            guard let text = text(of: child) else { return nil }
            parts.append(text)
        }
        return "\(head)(\(parts.joined(separator: ",")))"
    }

    private func qualifiedName(of call: Expression.Call, _ node: Expression) -> String {
        guard case .functions(_, isNamespaced: true) = context.checked.resolutions[node.id],
            let namespace = call.target?.qualifiedName?.name
        else { return call.function }
        return "\(namespace).\(call.function)"
    }

    private mutating func named(_ key: ValueKey) -> String {
        if case .local(..<0) = key.root { return key.text }
        roots.insert(key.root)
        return key.text
    }
}
