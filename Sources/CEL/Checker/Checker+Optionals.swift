// Optional values: the types of selections from them, of what `?` marks and of the macros on them.
extension Checker {
    /// The type of a selected field or of a test for one: an optional if asked for or if selected from one.
    mutating func selectionType(
        from target: CELType, _ field: Expression.FieldName, _ node: Expression, isTest: Bool, isOptional: Bool
    ) -> CELType {
        if isOptional, let type = failUnless(.optionals, "'.?'", node, field.span) { return type }
        let resolved = unifier.resolve(target)
        let content = resolved.optionalContent
        let type = fieldType(of: content ?? resolved, field, node)
        if isOptional || content != nil {
            switch resolutions[node.id] {
            case .field(let slot): resolutions[node.id] = .optionalField(slot: slot)
            case .failure: break
            default: resolutions[node.id] = .optionalMember
            }
            return isTest ? .bool : .optional(type)
        }
        if case .none = resolutions[node.id], isUnknown(resolved) { resolutions[node.id] = .dynamicMember }
        return isTest ? .bool : type
    }

    /// Whether evaluation alone can tell what the values are.
    private func isUnknown(_ type: CELType) -> Bool {
        switch type {
        case .dyn, .typeParameter: true
        default: isLenient
        }
    }

    /// The type of what is in the optional that an element or entry marked with `?` is given as.
    mutating func markedContent(_ type: CELType, _ node: Expression) -> CELType {
        if let type = failUnless(.optionals, "'?' before an element", node, node.span) { return type }
        if let content = optionalContent(of: type) { return content }
        report(.noMarkedOptional(shown(type)), node.span, suggestion: "leave out the '?'")
        return .dyn
    }

    /// The type of what is in an optional; `nil` if values of the type are none.
    private mutating func optionalContent(of type: CELType) -> CELType? {
        switch unifier.resolve(type) {
        case .dyn: return .dyn
        case .typeParameter:
            let content = unifier.freshParameter()
            return unifier.fits([type], [.optional(content)]) ? content : nil
        case let other: return other.optionalContent
        }
    }

    /// The type of `a.optMap(x, b)` or `a.optFlatMap(x, b)`.
    mutating func checkOptionalMap(_ node: Expression, _ macro: Expression.OptionalMap) -> CELType {
        if let type = failUnless(.optionals, "the macro '\(macro.macro.rawValue)'", node, node.span) {
            _ = check(macro.operand)
            return type
        }
        let slot = push(macro.variable, operandContent(of: macro))
        defer { locals.removeLast() }
        resolutions[node.id] = .macroVariables(first: slot, second: nil)
        let body = check(macro.body)
        return macro.macro == .optMap ? .optional(body) : flattened(body, macro.body)
    }

    private mutating func operandContent(of macro: Expression.OptionalMap) -> CELType {
        let type = check(macro.operand)
        if let content = optionalContent(of: type) { return content }
        report(.noOptional(macro: macro.macro.rawValue, shown(type)), macro.operand.span)
        return .dyn
    }

    private mutating func flattened(_ type: CELType, _ body: Expression) -> CELType {
        let result = unifier.freshParameter()
        if unifier.fits([type, .optional(unifier.freshParameter())], [result, result]) {
            return unifier.resolve(result)
        }
        report(
            .noOptionalResult(shown(type)), body.span,
            suggestion: "use 'optMap', which makes one of it")
        return .dyn
    }
}
