/// Finds values that may be null where null is an error, and functions that fail for some values, following what conditions
/// before and around them have asked.
///
/// Each value is reported once, where it is used first.
struct GuardLinter {
    /// What was found, in the order of evaluation.
    var lints: [CELLint] = []
    var context: LintContext
    var knowledge: Knowledge
    private var reported: Set<ValueKey> = []
    /// What was reported of calls, with the lists for which messages have no name.
    var reportedCalls: Set<ReportedCall> = []
    /// The beginnings of values that were checked when the expression was compiled.
    var constantRoots: Set<ValueKey.Root>
    private var localCount = 0

    /// Makes a linter.
    ///
    /// - Parameters:
    ///   - knowledge: What is known whenever the expression is evaluated.
    ///   - constants: The names of variables whose values were known when it was compiled.
    init(_ context: LintContext, _ knowledge: Knowledge, constants: some Sequence<String>) {
        self.context = context
        self.knowledge = knowledge
        constantRoots = Set(constants.map { ValueKey.Root.variable($0) })
    }

    /// Lints a node and those below it.
    ///
    /// - Returns: Whether its value may be null.
    mutating func visit(_ node: Expression) -> Nullness {
        switch node.kind {
        case .literal(.null): return .scalar(mayBeNull: true)
        case .literal: return .never
        case .identifier: return refined(nullness(ofName: node), node)
        case .select(let operand, let field, let isTest, _): return visitSelect(node, operand, field, isTest: isTest)
        case .call(let call): return visitCall(node, call)
        case .logical(let isAnd, let operands): return visitLogical(operands, isAnd: isAnd)
        case .conditional(let condition, let then, let otherwise):
            visitCondition(condition, of: "'?:'")
            let first = visit(then, knowing: context.clauses(of: condition, being: true, ifEvaluated: true))
            let second = visit(otherwise, knowing: context.clauses(of: condition, being: false, ifEvaluated: true))
            return first.joined(with: second)
        case .list(let elements):
            return .container(mayBeNull: false, element: joined(elements.map { ($0.value, $0.isOptional) }))
        case .map(let entries):
            for entry in entries { _ = visit(entry.key) }
            return .container(mayBeNull: false, element: joined(entries.map { ($0.value, $0.isOptional) }))
        case .comprehension(let macro): return visitComprehension(node, macro)
        case .bind(_, let value, let body): return visitBind(node, value, body)
        case .optionalMap(let macro): return visitOptionalMap(node, macro)
        case .message(_, _, let fields):
            for field in fields { _ = visit(field.value) }
            return .never
        case .invalid: return .never
        }
    }

    /// The nullness of whichever node; of what is in it for an optional one.
    private mutating func joined(_ nodes: [(node: Expression, isOptional: Bool)]) -> Nullness {
        var result: Nullness?
        for (node, isOptional) in nodes {
            let visited = visit(node)
            let next = isOptional ? visited.element : visited
            result = result?.joined(with: next) ?? next
        }
        return result ?? .never
    }

    private mutating func visit(_ node: Expression, knowing more: [Knowledge.Clause]) -> Nullness {
        let outer = knowledge
        defer { knowledge = outer }
        knowledge.add(more)
        return visit(node)
    }

    // MARK: - Values

    private func nullness(ofName node: Expression) -> Nullness {
        if case .local(let slot) = context.checked.resolutions[node.id], let binder = context.binders[slot] {
            return binder.nullness
        }
        return Nullness(of: context.type(of: node))
    }

    /// The nullness with what is known about the value.
    private func refined(_ nullness: Nullness, _ node: Expression) -> Nullness {
        guard nullness.mayBeNull, let key = context.key(of: node),
            knowledge.entails(Fact(key: key, isNull: false))
        else { return nullness }
        return nullness.with(mayBeNull: false)
    }

    private mutating func visitSelect(
        _ node: Expression, _ operand: Expression, _ field: Expression.FieldName, isTest: Bool
    ) -> Nullness {
        switch context.checked.resolutions[node.id] {
        case .variable, .constant: return nullness(ofName: node)
        default: break
        }
        let target = visit(operand)
        if target.mayBeNull { report(operand, "it has no field '\(field.name)' then") }
        switch context.checked.resolutions[node.id] {
        // A field that is null is absent, so it is in no optional.
        case .optionalField: return isTest ? .never : .container(mayBeNull: false, element: .never)
        case .optionalMember: return isTest ? .never : .container(mayBeNull: false, element: target.element)
        default: break
        }
        if isTest { return .never }
        lintKey(node, of: operand, field)
        guard let declared = context.field(of: node) else {
            return refined(target.element.joined(with: Nullness(of: context.type(of: node))), node)
        }
        return refined(Nullness(of: declared.type).with(mayBeNull: declared.isNullable), node)
    }

    private mutating func visitCall(_ node: Expression, _ call: Expression.Call) -> Nullness {
        let operands = context.operands(of: call, node)
        var found: [Nullness] = []
        for (index, operand) in operands.enumerated() {
            let nullness = visit(operand)
            found.append(nullness)
            if nullness.mayBeNull, context.rejectsNull(node, operand: index, of: operands.count) {
                report(operand, "\(Operators.shownName(call.function)) fails on null")
            }
        }
        lintCall(node, call, operands)
        if call.function == Operators.index, let list = found.first { return refined(list.element, node) }
        if call.function == Operators.optionalIndex, let list = found.first {
            return .container(mayBeNull: false, element: list.element)
        }
        let result = Nullness(of: context.type(of: node))
        // What a function gives is made of what it gets: of lists without null, none is in the result either.
        guard result.holdsNull, !found.contains(where: \.holdsNull) else { return refined(result, node) }
        return result.mayBeNull ? result.with(mayBeNull: false) : .container(mayBeNull: false, element: .never)
    }

    // MARK: - Conditions

    private mutating func visitCondition(_ node: Expression, of use: String) {
        if visit(node).mayBeNull { report(node, "\(use) fails on null") }
    }

    private mutating func visitLogical(_ operands: [Expression], isAnd: Bool) -> Nullness {
        let outer = knowledge
        defer { knowledge = outer }
        // What a later operand tells counts too: when it decides, the failure of an earlier one does not matter.
        let tests = operands.map { context.clauses(of: $0, being: isAnd, ifEvaluated: false) }
        var before = outer
        for (index, operand) in operands.enumerated() {
            knowledge = before.adding(tests[(index + 1)...].joined().prefix(Self.testLimit))
            visitCondition(operand, of: isAnd ? "'&&'" : "'||'")
            before.add(context.clauses(of: operand, being: isAnd, ifEvaluated: true))
        }
        return .never
    }

    /// The most tests behind an operand that are looked at.
    private static let testLimit = 64

    // MARK: - Macros

    private mutating func visitComprehension(_ node: Expression, _ macro: Expression.Comprehension) -> Nullness {
        let range = visit(macro.range)
        if range.mayBeNull { report(macro.range, "'\(macro.macro.rawValue)' fails on null") }
        let outer = (context.binders, knowledge)
        defer { (context.binders, knowledge) = outer }
        guard case .macroVariables(let first, let second) = context.checked.resolutions[node.id] else { return .never }
        // Of a map, a single variable is the key.
        var isMap = false
        if case .map = context.type(of: macro.range) { isMap = true }
        let walked = second ?? (isMap ? nil : first)
        bind(first, .never, of: nil)
        if let walked { bind(walked, range.element, of: macro.range) }
        // There is an element when one is looked at.
        knowledge.add(context.lengths(of: macro.range, 1))
        if let filter = macro.filter {
            visitCondition(filter, of: "'\(macro.macro.rawValue)'")
            knowledge.add(context.clauses(of: filter, being: true, ifEvaluated: true))
        }
        if macro.macro.isPredicate {
            visitCondition(macro.body, of: "'\(macro.macro.rawValue)'")
            guard macro.macro == .filter else { return .never }
            knowledge.add(context.clauses(of: macro.body, being: true, ifEvaluated: true))
            guard let walked, let binder = context.binders[walked] else {
                return .container(mayBeNull: false, element: .never)
            }
            let isSet = knowledge.entails(Fact(key: binder.key, isNull: false))
            return .container(
                mayBeNull: false, element: isSet ? binder.nullness.with(mayBeNull: false) : binder.nullness)
        }
        let body = visit(macro.body)
        switch macro.macro {
        case .sortBy: return .container(mayBeNull: false, element: range.element)
        case .transformMapEntry: return .container(mayBeNull: false, element: body.element)
        default: return .container(mayBeNull: false, element: body)
        }
    }

    private mutating func visitBind(_ node: Expression, _ value: Expression, _ body: Expression) -> Nullness {
        let nullness = visit(value)
        let outer = context.binders
        defer { context.binders = outer }
        if case .macroVariables(let slot, _) = context.checked.resolutions[node.id] {
            context.binders[slot] = LintContext.Binder(
                key: context.key(ofList: value) ?? newLocal(), nullness: nullness, list: context.list(of: value))
        }
        return visit(body)
    }

    private mutating func visitOptionalMap(_ node: Expression, _ macro: Expression.OptionalMap) -> Nullness {
        let content = visit(macro.operand).element
        let outer = context.binders
        defer { context.binders = outer }
        if case .macroVariables(let slot, _) = context.checked.resolutions[node.id] {
            context.binders[slot] = LintContext.Binder(key: newLocal(), nullness: content, list: nil)
        }
        let body = visit(macro.body)
        return macro.macro == .optMap ? .container(mayBeNull: false, element: body) : body
    }

    /// Puts a macro's variable into scope.
    ///
    /// - Parameter range: What the variable stands for an element of, if for one.
    private mutating func bind(_ slot: Int, _ nullness: Nullness, of range: Expression?) {
        // A list of one is a way to name a value: what is known about the value goes for the name.
        if case .list(let elements) = range?.kind, elements.count == 1, let key = context.key(of: elements[0].value) {
            context.binders[slot] = LintContext.Binder(key: key, nullness: nullness, list: nil)
            return
        }
        let key = newLocal()
        if let range { addFilters(of: range, key) }
        context.binders[slot] = LintContext.Binder(key: key, nullness: nullness, list: nil)
        if let range, range.isLiteral || context.key(of: range).map({ constantRoots.contains($0.root) }) == true {
            constantRoots.insert(key.root)
        }
        if let list = range.flatMap(context.list) {
            knowledge = knowledge.instantiated(for: key.root, elementOf: list)
        }
    }

    /// Adds what the filters of a list say of each element.
    private mutating func addFilters(of range: Expression, _ key: ValueKey) {
        guard case .comprehension(let filter) = range.kind, filter.macro == .filter, filter.secondVariable == nil,
            case .macroVariables(let slot, _) = context.checked.resolutions[range.id]
        else { return }
        addFilters(of: filter.range, key)
        let outer = context.binders
        context.binders[slot] = LintContext.Binder(key: key, nullness: .never, list: nil)
        knowledge.add(context.clauses(of: filter.body, being: true, ifEvaluated: true))
        context.binders = outer
    }

    private mutating func newLocal() -> ValueKey {
        localCount += 1
        return ValueKey(root: .local(localCount))
    }

    // MARK: - Reports

    private mutating func report(_ node: Expression, _ consequence: String) {
        let key = context.key(of: node)
        if let key, !reported.insert(key).inserted { return }
        let name = shown(node)
        if let key, knowledge.entails(Fact(key: key, isNull: true)) {
            lints.append(CELLint(.alwaysNull(name, consequence), node.span))
            return
        }
        lints.append(
            CELLint(.null(name, consequence), node.span, suggestion: guardText(node)))
    }

    /// The value as messages call it: what is written, if that is a name.
    private func shown(_ node: Expression) -> String {
        node.qualifiedName.map { "'\($0.name)'" } ?? "this value"
    }

    private func guardText(_ node: Expression) -> String? {
        guard let name = node.qualifiedName?.name else { return nil }
        let test = context.field(of: node) == nil ? "\(name) != null" : "has(\(name))"
        return "ask first: \(test) && …"
    }
}
