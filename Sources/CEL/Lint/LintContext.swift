/// A checked expression as the linters look at it, with the macro variables in scope.
struct LintContext: Sendable {
    /// What a macro's variable stands for.
    struct Binder: Sendable {
        let key: ValueKey
        let nullness: Nullness
        /// The variable that is the list of which it is an element.
        let list: String?
    }

    /// What the checker found out, types included.
    let checked: CheckedExpression
    private let messages: [String: CELMessageType]
    /// The macro variables in scope, by slot.
    var binders: [Int: Binder] = [:]

    /// Makes the context of an expression that was checked with its types.
    init(_ checked: CheckedExpression, messages: [String: CELMessageType]) {
        self.checked = checked
        self.messages = messages
    }

    /// The type of a node.
    func type(of node: Expression) -> CELType { checked.types[node.id] }

    /// The declared field that a node selects or tests; `nil` for keys of maps, and where the type is not known.
    func field(of node: Expression) -> CELField? {
        guard case .select(let operand, _, _, _) = node.kind, case .field(let slot) = checked.resolutions[node.id],
            case .message(let name) = type(of: operand), let fields = messages[name]?.fields,
            fields.indices.contains(slot)
        else { return nil }
        return fields[slot]
    }

    /// A key for what the node denotes, or for what it tests; `nil` where the value has no name.
    func key(of node: Expression) -> ValueKey? {
        switch checked.resolutions[node.id] {
        case .variable(_, let name): return ValueKey(root: .variable(name))
        case .local(let slot): return binders[slot]?.key
        case .constant, .failure: return nil
        default: break
        }
        switch node.kind {
        case .select(let operand, let field, _, false): return key(of: operand)?.appending("." + field.name)
        case .call(let call): return key(of: call, node)
        default: return nil
        }
    }

    private func key(of call: Expression.Call, _ node: Expression) -> ValueKey? {
        guard case .functions(let functions, isNamespaced: false) = checked.resolutions[node.id],
            !functions.contains(where: \.isHost), let first = call.operands.first, let target = key(of: first)
        else { return nil }
        var others: [String] = []
        for operand in call.operands.dropFirst() {
            if case .literal(let value) = operand.kind, let text = LintContext.text(of: value) {
                others.append(text)
            } else if let key = key(of: operand) {
                others.append(key.text)
            } else {
                return nil
            }
        }
        guard call.function == Operators.index, others.count == 1 else {
            return target.appending("|\(call.function)(\(others.joined(separator: ",")))")
        }
        if case .variable(let list) = target.root, target.path.text.isEmpty {
            return ValueKey(root: .element(list: list, index: CodePointString(others[0])))
        }
        return target.appending("[\(others[0])]")
    }

    /// A literal as part of a key; `nil` for one that takes no part in any.
    static func text(of literal: CELValue) -> String? {
        switch literal {
        case .string(let text): CELLiteral.quoted(text)
        case .int(let number): "\(number)"
        case .uint(let number): "\(number)u"
        case .bool(let bool): "\(bool)"
        case .null: "null"
        default: nil
        }
    }

    /// The functions that a call may run, if it is one.
    func functions(of node: Expression) -> [Function] {
        if case .functions(let functions, _) = checked.resolutions[node.id] { functions } else { [] }
    }

    /// What follows from a call, as its function declares it.
    func trait<Trait>(_ trait: KeyPath<FunctionTraits, Trait?>, of node: Expression) -> Trait? {
        functions(of: node).lazy.compactMap { $0.traits[keyPath: trait] }.first
    }

    /// The operands of a call that are evaluated: not those that are part of the function's name.
    func operands(of call: Expression.Call, _ node: Expression) -> [Expression] {
        if case .functions(_, isNamespaced: true) = checked.resolutions[node.id] { return call.arguments }
        return call.operands
    }

    /// Whether a call fails when the operand at an index is null.
    func rejectsNull(_ node: Expression, operand index: Int, of count: Int) -> Bool {
        let overloads = functions(of: node).flatMap(\.overloads).filter { $0.parameters.count == count }
        return !overloads.isEmpty
            && overloads.allSatisfy { overload in
                switch overload.parameters[index] {
                case .dyn, .typeParameter, .wrapper, .null: false
                default: true
                }
            }
    }

    /// The variable whose value's elements the node's elements are.
    func list(of node: Expression) -> String? {
        switch (node.kind, checked.resolutions[node.id]) {
        case (_, .variable(_, let name)): name
        case (.comprehension(let macro), _) where macro.macro == .filter: list(of: macro.range)
        default: nil
        }
    }
}
