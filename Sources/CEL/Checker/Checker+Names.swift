internal import Text

// Names: identifiers, qualified names and fields.
extension Checker {
    /// The type of what a name stands for: a macro's variable, a declared variable or a type.
    mutating func checkIdentifier(_ node: Expression) -> CELType {
        guard case .identifier(let name, let isAbsolute) = node.kind else { return .dyn }
        if !isAbsolute, let local = locals.last(where: { $0.name == name }) {
            resolutions[node.id] = .local(slot: local.slot)
            return local.type
        }
        if let type = resolve(name, isAbsolute: isAbsolute, node) { return type }
        if let absence = environment.absences[name] {
            return fail(
                node, .unknownName, .hidden(absence.message), node.span,
                suggestion: absence.suggestion.map { Suggestion($0) })
        }
        if let library = missingLibrary(ofType: name) {
            return fail(node, .unknownName, .library("the type '\(name)'", library.name), node.span)
        }
        guard suggests else { return fail(node, .unknownName, .undeclared(name), node.span) }
        return fail(
            node, .unknownName, .undeclared(name), node.span, suggestion: nameSuggestion(name, node.span))
    }

    /// For a name that is not declared.
    private func nameSuggestion(_ name: String, _ span: Range<Int>) -> Suggestion? {
        if environment.functions[name] != nil { return "'\(name)' is a function: call it, as in \(name)(…)" }
        if let suggestion = ForeignWords.suggestion(forName: name, at: span) { return suggestion }
        let known =
            locals.map(\.name).filter { !$0.isEmpty } + environment.names + environment.contents.types.keys.sorted()
        if let nearest = Spelling.nearest(to: name, among: known) {
            return .name(nearest, at: span)
        }
        return name.utf8.count > 1 ? "if it is meant as text, put it between quotes: '\(name)'" : nil
    }

    /// Whether a name stands for something.
    func isDeclared(_ name: String) -> Bool {
        if locals.contains(where: { $0.name == name }) || environment.absences[name] != nil { return true }
        return environment.candidates(for: name, isAbsolute: false).contains { candidate in
            environment.declares(candidate) || environment.contents.types[candidate] != nil
                || environment.messages[candidate] != nil
        }
    }

    /// Resolves a name to a variable or type; `nil` when there is none.
    private mutating func resolve(_ name: String, isAbsolute: Bool, _ node: Expression) -> CELType? {
        for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
            if let slot = environment.slots[candidate] {
                resolutions[node.id] = .variable(slot: slot, name: candidate)
                note(variable: candidate)
                note(slot: slot)
                return environment.layout.slots[slot].type
            }
            if let constant = environment.constants[candidate] {
                resolutions[node.id] = .constant(constant.value)
                note(variable: candidate)
                return constant.type
            }
            if let type = environment.contents.types[candidate]
                ?? environment.messages[candidate].map({ .message($0.name) })
            {
                resolutions[node.id] = .constant(.type(type))
                return .type
            }
        }
        return nil
    }

    /// Whether the node is a chain of selections from a macro's variable.
    func startsWithLocal(_ node: Expression) -> Bool {
        guard let root = node.rootIdentifier else { return false }
        return locals.contains { $0.name == root }
    }

    /// The type of a qualified name or of a selected field.
    mutating func checkSelect(_ node: Expression) -> CELType {
        guard case .select(let operand, let field, let isTest, let isOptional) = node.kind else { return .dyn }
        if !isTest, !isOptional, !startsWithLocal(node), let (name, isAbsolute) = node.qualifiedName,
            let type = resolve(name, isAbsolute: isAbsolute, node)
        {
            return type
        }
        if let name = node.qualifiedName?.name, !startsWithLocal(node), let library = missingLibrary(ofType: name) {
            return fail(node, .unknownName, .library("the type '\(name)'", library.name), node.span)
        }
        return selectionType(from: check(operand), field, node, isTest: isTest, isOptional: isOptional)
    }

    /// The type of a field of a message or of the values of a map.
    mutating func fieldType(
        of target: CELType, _ field: Expression.FieldName, _ node: Expression
    ) -> CELType {
        switch unifier.resolve(target) {
        case .message(let name):
            guard let message = environment.messages[name] else { return .dyn }
            guard let slot = message.slot(of: field.name) else {
                return fail(
                    node, .noSuchField, .noField(field.name, of: name), field.span,
                    suggestion: suggests ? nearestField(field, of: message) : nil)
            }
            note(field: field.name, of: name)
            resolutions[node.id] = .field(slot: slot)
            return message.fields[slot].type
        // Of whatever type the keys are, as the reference implementations have it: a name is simply not among them.
        case .map(_, let value):
            return value
        case .dyn: return .dyn
        case .typeParameter:
            _ = unifier.fits([target], [.dyn])
            return .dyn
        case let other:
            // A lenient checker leaves it to the evaluation, which knows the value.
            if isLenient { return .dyn }
            return fail(
                node, .noSuchOverload, .noFields(shown(other)), field.span,
                suggestion: fieldSuggestion(field.name, node))
        }
    }

    private func nearestField(_ field: Expression.FieldName, of message: CELMessageType) -> Suggestion? {
        let names = message.fields.map(\.name)
        let longer = names.filter { $0.hasPrefix(field.name + "_") }
        return (Spelling.nearest(to: field.name, among: names) ?? (longer.count == 1 ? longer[0] : nil))
            .map { .name($0, at: field.span) }
    }
}
