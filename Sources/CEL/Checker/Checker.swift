/// Finds the type of each part of an expression and what each name stands for, and reports all that does not fit.
///
/// A part that was reported is of type `dyn`, so that nothing is reported because of it. A lenient checker reports
/// nothing: what it cannot resolve becomes a failure of the evaluation.
struct Checker {
    /// A variable of a macro.
    struct Local {
        let name: String
        let type: CELType
        let slot: Int
        /// What it stands for, if that is an element of a constant list.
        var elements: ConstantElements?
    }

    /// What is declared.
    let environment: CELEnvironment
    /// Whether nothing is reported.
    let isLenient: Bool
    /// Whether what could be meant by unknown names is looked for.
    let hasSuggestions: Bool
    /// What type parameters stand for so far.
    var unifier = TypeUnifier()
    /// By node, what its name stands for.
    var resolutions: [CheckedExpression.Resolution]
    /// By node, its type.
    private var types: [CELType]
    /// The types of the elements of the list that was checked last: a call's last argument, if that is written as one.
    var lastElementTypes: [CELType] = []
    /// What was reported.
    var problems: [Problem] = []
    /// The macro variables in scope, the innermost last.
    var locals: [Local] = []
    /// The most macro variables that were in scope at once.
    var localCount = 0
    private var variables: Set<String> = []
    private var fields: Set<CheckedExpression.FieldReference> = []
    private var readSlots: Set<Int> = []
    /// By macro over a constant list, the slot of the element's index.
    var indexSlots: [Int: Int] = [:]
    /// By call of an element of a constant list, what it gives.
    var elementTables: [Int: CheckedExpression.ElementTable] = [:]

    /// Makes a checker for an expression of so many nodes.
    init(_ environment: CELEnvironment, nodeCount: Int, isLenient: Bool, hasSuggestions: Bool = true) {
        self.environment = environment
        self.isLenient = isLenient
        self.hasSuggestions = hasSuggestions
        types = Array(repeating: .dyn, count: nodeCount)
        resolutions = Array(repeating: .none, count: nodeCount)
    }

    /// Checks the whole expression.
    mutating func check(_ expression: Expression, expecting: CELType?) -> CheckedExpression {
        let type = check(expression)
        if let expecting, !isLenient, !expression.isInvalid, !unifier.fits([type], [expecting]) {
            report(
                .result(shown(type), expected: expecting), expression.span,
                suggestion: resultSuggestion(expression, type, expecting))
        }
        return CheckedExpression(
            resultType: isLenient ? .dyn : unifier.resolve(type, unknown: .dyn), resolutions: resolutions,
            types: types.map { unifier.resolve($0, unknown: .dyn) },
            problems: problems, localCount: localCount, referencedVariables: variables.sorted(),
            referencedFields: fields.sorted(), readSlots: readSlots, indexSlots: indexSlots,
            elementTables: elementTables)
    }

    /// Checks a node and those below it.
    mutating func check(_ node: Expression) -> CELType {
        let type: CELType =
            switch node.kind {
            case .literal(let value): value.type
            case .identifier: checkIdentifier(node)
            case .select: checkSelect(node)
            case .call(let call): checkCall(node, call)
            case .logical(_, let operands): checkLogical(operands)
            case .conditional: checkConditional(node)
            case .list(let elements): checkList(elements)
            case .map(let entries): checkMap(entries)
            case .comprehension(let comprehension): checkComprehension(node, comprehension)
            case .bind(let name, let value, let body): checkBind(node, name, value, body)
            case .optionalMap(let macro): checkOptionalMap(node, macro)
            case .message(let name, let span, let fields): checkMessage(node, name, span, fields)
            case .invalid(let parts): checkParts(parts)
            }
        types[node.id] = type
        return type
    }

    // MARK: - Reports

    /// Whether problems are still reported.
    var hasRoom: Bool { problems.count < Problem.notedLimit }

    /// Whether suggestions for what is reported are of use.
    var suggests: Bool { hasSuggestions && !isLenient && hasRoom }

    /// Reports a problem, unless lenient.
    mutating func report(_ mistake: Mistake, _ span: Range<Int>, suggestion: Suggestion? = nil) {
        if isLenient || !hasRoom { return }
        problems.append(Problem(mistake, span, suggestion))
    }

    /// Reports that a node is of no use, or makes it fail when evaluated.
    mutating func fail(
        _ node: Expression, _ code: CELError.Code, _ mistake: Mistake, _ span: Range<Int>,
        suggestion: Suggestion? = nil
    ) -> CELType {
        report(mistake, span, suggestion: suggestion)
        resolutions[node.id] = .failure(.other(code, mistake.message))
        return .dyn
    }

    /// The type as messages show it.
    func shown(_ type: CELType) -> String {
        let type = unifier.resolve(type, unknown: .dyn)
        if case .wrapper(let content) = type { return "nullable \(content)" }
        if case .null = type { return "null" }
        return type.description
    }

    // MARK: - Parts

    /// Checks a node that must be a condition.
    mutating func checkIsBool(_ node: Expression) {
        let type = check(node)
        if !unifier.fits([type], [.bool]) {
            report(.noBool(shown(type)), node.span, suggestion: conditionSuggestion(node, type))
        }
    }

    /// Checks what could be read of something that was reported.
    private mutating func checkParts(_ parts: [Expression]) -> CELType {
        for part in parts { _ = check(part) }
        return .dyn
    }

    private mutating func checkLogical(_ operands: [Expression]) -> CELType {
        for operand in operands { checkIsBool(operand) }
        return .bool
    }

    private mutating func checkConditional(_ node: Expression) -> CELType {
        guard case .conditional(let condition, let then, let otherwise) = node.kind else { return .dyn }
        checkIsBool(condition)
        let first = check(then)
        let second = check(otherwise)
        let result = unifier.freshParameter()
        if unifier.fits([first, second], [result, result]) { return unifier.resolve(result) }
        report(
            .branches(shown(first), shown(second)),
            then.span.lowerBound..<otherwise.span.upperBound)
        return .dyn
    }

    private mutating func checkList(_ elements: [Expression.Element]) -> CELType {
        var type: CELType?
        var types: [CELType] = []
        for element in elements {
            var next = check(element.value)
            if element.isOptional { next = markedContent(next, element.value) }
            types.append(next)
            type = unifier.join(type, next)
        }
        lastElementTypes = types
        return .list(type ?? unifier.freshParameter())
    }

    private mutating func checkMap(_ entries: [Expression.Entry]) -> CELType {
        var keyType: CELType?
        var valueType: CELType?
        for entry in entries {
            let key = checkKey(entry.key)
            switch unifier.resolve(key).unwrapped {
            case .bool, .int, .uint, .string, .dyn, .typeParameter: break
            case let other:
                report(.keyType(other), entry.key.span)
            }
            var value = check(entry.value)
            if entry.isOptional { value = markedContent(value, entry.value) }
            keyType = unifier.join(keyType, key)
            valueType = unifier.join(valueType, value)
        }
        return .map(keyType ?? unifier.freshParameter(), valueType ?? unifier.freshParameter())
    }

    /// The type of a map's key; a name that is none is probably meant as text.
    private mutating func checkKey(_ node: Expression) -> CELType {
        guard case .identifier(let name, false) = node.kind, !isDeclared(name) else { return check(node) }
        return fail(
            node, .unknownName, .undeclared(name), node.span,
            suggestion: .write("'\(name)'", at: node.span, "if it is meant as text"))
    }

    private mutating func checkMessage(
        _ node: Expression, _ name: String, _ span: Range<Int>, _ fields: [Expression.MessageField]
    ) -> CELType {
        for field in fields { _ = check(field.value) }
        return fail(node, .unknownName, .message(name), span)
    }

    // MARK: - Macros

    private mutating func checkBind(
        _ node: Expression, _ name: String, _ value: Expression, _ body: Expression
    ) -> CELType {
        if let type = failUnless(.bindings, "the macro 'cel.bind'", node, node.span) { return type }
        let outer = locals.count
        let most = localCount
        localCount = outer
        let type = check(value)
        // The value is computed inside of the body: its own variables must not be those of the body's macros.
        while locals.count < localCount { _ = push("", .dyn) }
        localCount = max(localCount, most)
        let slot = push(name, type)
        defer { locals.removeSubrange(outer...) }
        resolutions[node.id] = .macroVariables(first: slot, second: nil)
        return check(body)
    }

    /// Declares a macro's variable until the caller removes it from ``locals``, and gives it a slot.
    mutating func push(_ name: String, _ type: CELType) -> Int {
        let slot = locals.count
        locals.append(Local(name: name, type: type, slot: slot))
        localCount = max(localCount, locals.count)
        return slot
    }

    private mutating func checkComprehension(
        _ node: Expression, _ comprehension: Expression.Comprehension
    ) -> CELType {
        if let feature = comprehension.feature,
            let type = failUnless(feature, comprehension.shownMacro, node, comprehension.macroSpan)
        {
            _ = check(comprehension.range)
            return type
        }
        let (first, second) = elementTypes(of: comprehension)
        let outer = locals.count
        let elements = constantElements(of: comprehension, node)
        let slot = push(comprehension.variable, comprehension.secondVariable == nil ? first : second.index)
        var secondSlot: Int?
        if let name = comprehension.secondVariable { secondSlot = push(name, second.value) }
        defer { locals.removeSubrange(outer...) }
        locals[slot].elements = elements
        resolutions[node.id] = .macroVariables(first: slot, second: secondSlot)
        if let filter = comprehension.filter { checkIsBool(filter) }
        if comprehension.macro.isPredicate {
            checkIsBool(comprehension.body)
            return comprehension.macro == .filter ? .list(first) : .bool
        }
        let body = check(comprehension.body)
        switch comprehension.macro {
        case .sortBy:
            checkIsOrdered(body, comprehension.body)
            return .list(first)
        case .transformMap: return .map(second.index, body)
        case .transformMapEntry: return body
        default: return .list(body)
        }
    }

    /// Reports a key of `sortBy` that has no order.
    private mutating func checkIsOrdered(_ type: CELType, _ key: Expression) {
        let type = unifier.resolve(type, unknown: .dyn)
        if !type.isDynamic, !ListOrder.types.contains(type.unwrapped) {
            report(.noOrder(type), key.span)
        }
    }

    /// The types of what a macro walks: with one variable, and with two.
    private mutating func elementTypes(
        of comprehension: Expression.Comprehension
    ) -> (CELType, (index: CELType, value: CELType)) {
        let type = check(comprehension.range)
        switch unifier.resolve(type) {
        case .list(let element): return (element, (.int, element))
        case .map(let key, let value) where comprehension.macro.takesMaps: return (key, (key, value))
        case .dyn: return (.dyn, (.dyn, .dyn))
        case .typeParameter:
            _ = unifier.fits([type], [.dyn])
            return (.dyn, (.dyn, .dyn))
        case let other:
            report(.noContainer(macro: comprehension.macro, shown(other)), comprehension.range.span)
            return (.dyn, (.dyn, .dyn))
        }
    }

    // MARK: - References

    /// Notes that a declared variable is read.
    mutating func note(variable: String) { variables.insert(variable) }

    /// Notes that the variable of a slot is read, and those that its definition reads.
    mutating func note(slot: Int) {
        readSlots.insert(slot)
        readSlots.formUnion(environment.layout.slots[slot].definition?.readSlots ?? [])
    }

    /// Notes that a field of a message type is read.
    mutating func note(field: String, of message: String) {
        fields.insert(CheckedExpression.FieldReference(message: message, field: field))
    }
}
