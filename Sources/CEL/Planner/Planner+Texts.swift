// Functions of texts that have nodes of their own, and searches for an element of a constant list of texts.
extension Planner {
    /// Plans a call of one function of the language.
    ///
    /// - Returns: `nil` if the function has no node of its own.
    func planTextCall(_ name: String, _ operands: [any PlanNode], _ span: Range<Int>) -> (any PlanNode)? {
        switch operands.count {
        case 1:
            switch name {
            case URLFunctions.name: return URLNode(operands[0], span)
            case URLFunctions.testName: return URLTestNode(operands[0], span)
            case StringExtensions.trimName: return TrimNode(operands[0], span)
            default: break
            }
            if let mapping = StringExtensions.LetterCase(rawValue: name) {
                return LetterCaseNode(operands[0], mapping, span)
            }
            guard let part = URLFunctions.Part(rawValue: name), let url = operands[0] as? URLNode else { return nil }
            return URLPartNode(url, part, span)
        case 3:
            guard name == StringExtensions.replaceName, case .string(let part)? = constant(operands[1]),
                case .string(let new)? = constant(operands[2])
            else { return nil }
            return ReplacementNode(operands[0], ReplacementNode.Call(part: part, new: new, span))
        default: return nil
        }
    }

    /// Plans `[a].map(x, b)[0]`.
    func planSingleElement(_ node: Expression, _ call: Expression.Call) -> (any PlanNode)? {
        guard recorder == nil, call.function == Operators.index, isPlainCall(node), call.operands.count == 2,
            case .literal(.int(0)) = call.operands[1].kind, case .comprehension(let macro) = call.operands[0].kind,
            macro.macro == .map, macro.filter == nil, macro.secondVariable == nil,
            case .macroVariables(let slot, _) = resolutions[call.operands[0].id],
            case .list(let elements) = macro.range.kind, elements.count == 1, !elements[0].isOptional
        else { return nil }
        let element = plan(elements[0].value)
        if element is ConstantNode { return nil }
        return SingleElementNode(
            element, slot: slot, body: plan(macro.body), list: macro.range.span, macro: call.operands[0].span,
            node.span)
    }

    func constant(_ node: any PlanNode) -> CELValue? { (node as? ConstantNode)?.constant }

    /// `['x', 'y'].exists(e, text.contains(e))` and the like: one test of the text with all of them.
    func planAnyTextTest(
        _ node: Expression, _ macro: Expression.Comprehension, _ range: any PlanNode, slot: Int
    ) -> (any PlanNode)? {
        guard macro.macro == .exists, let texts = texts(range), case .call(let call) = macro.body.kind,
            let test = TextTest(rawValue: call.function), isPlainCall(macro.body), call.operands.count == 2,
            case .local(slot) = resolutions[call.operands[1].id], !reads(slot, call.operands[0])
        else { return nil }
        return AnyTextTestNode(plan(call.operands[0]), test, texts, call: macro.body.span, node.span)
    }

    /// `['x', 'y'].exists(e, text.endsWith(e) && …)` and the like: the elements are found that pass the test.
    func planElementSearch(
        _ node: Expression, _ macro: Expression.Comprehension, _ range: any PlanNode, slot: Int, indexSlot: Int?
    ) -> (any PlanNode)? {
        guard macro.macro == .exists, macro.secondVariable == nil, let texts = texts(range) else { return nil }
        var search = ElementTests(planner: self, slot: slot, indexSlot: indexSlot, elements: texts)
        guard search.add(macro.body), let text = search.text else { return nil }
        return ElementSearchNode(
            over: texts.map(CELValue.string), slot: slot, indexSlot: indexSlot, text, search.tests,
            body: plan(macro.body), node.span)
    }

    /// The elements of a constant list, if there are any and all are texts.
    private func texts(_ range: any PlanNode) -> [String]? {
        guard case .list(let elements)? = (range as? ConstantNode)?.constant, !elements.isEmpty else { return nil }
        let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == elements.count ? texts : nil
    }

    /// Whether a call is one of a function of the language alone.
    fileprivate func isPlainCall(_ node: Expression) -> Bool {
        guard case .functions(let functions, isNamespaced: false) = resolutions[node.id] else { return false }
        return functions.count == 1 && !functions[0].isHost
    }

    /// Whether an expression reads a variable of a macro.
    private func reads(_ slot: Int, _ node: Expression) -> Bool {
        if case .local(slot) = resolutions[node.id] { return true }
        return node.children.contains { reads(slot, $0) }
    }
}

/// The tests which a macro's body begins with, all of one text.
private struct ElementTests {
    let planner: Planner
    /// The slot of the macro's variable.
    let slot: Int
    /// The slot of the element's index, if something reads it.
    let indexSlot: Int?
    let elements: [String]
    private(set) var text: ElementSearchNode.InvariantText?
    private(set) var tests: [ElementSearchNode.Test] = []
    /// What the text's name stands for.
    private var place: TextPlace?

    /// Where a text is found: two that are alike are the same text.
    private enum TextPlace: Equatable {
        case variable(Int)
        case field(VariableField)
        case local(Int)
    }

    init(planner: Planner, slot: Int, indexSlot: Int?, elements: [String]) {
        self.planner = planner
        self.slot = slot
        self.indexSlot = indexSlot
        self.elements = elements
    }

    /// Takes the tests of a condition: without any that holds, it is false, and has evaluated them alone.
    ///
    /// - Returns: False for a condition of which this cannot be said.
    mutating func add(_ condition: Expression) -> Bool {
        switch condition.kind {
        case .logical(isAnd: true, let operands): return operands.first.map { add($0) } ?? false
        case .logical(isAnd: false, let operands): return operands.allSatisfy { add($0) }
        case .call(let call): return add(condition, call)
        default: return false
        }
    }

    private mutating func add(_ node: Expression, _ call: Expression.Call) -> Bool {
        let operands = call.operands
        guard planner.isPlainCall(node), operands.count == 2 else { return false }
        let function = TextTest(rawValue: call.function)
        guard function != nil || call.function == Operators.equal else { return false }
        if addText(operands[0]), let test = test(function, operands[1]) {
            tests.append(test)
            return true
        }
        guard function == nil, addText(operands[1]), let test = test(function, operands[0]) else { return false }
        tests.append(test)
        return true
    }

    /// Whether the expression is a text that no element changes, and the same as that of the other tests.
    private mutating func addText(_ node: Expression) -> Bool {
        guard let found = Self.place(of: planner.plan(node)), found != .local(slot) else { return false }
        if let place { return place == found }
        place = found
        text =
            switch found {
            case .variable(let slot): .variable(slot)
            case .field(let field): .field(field)
            case .local(let slot): .local(slot)
            }
        return true
    }

    private static func place(of node: any PlanNode) -> TextPlace? {
        switch node {
        case let node as VariableNode: .variable(node.slot)
        case let node as DefinitionNode: .variable(node.slot)
        case let node as VariableFieldNode: .field(node.field)
        case let node as LocalNode: .local(node.slot)
        default: nil
        }
    }

    /// The test for what an expression of the element gives, if it gives a text for each.
    private func test(_ function: TextTest?, _ part: Expression) -> ElementSearchNode.Test? {
        guard dependsOnElementAlone(part) else { return nil }
        let node = planner.plan(part)
        var parts: [[UInt8]] = []
        var steps: [Int] = []
        for (index, element) in elements.enumerated() {
            var locals: [(slot: Int, value: CELValue)] = [(slot, .string(element))]
            if let indexSlot { locals.append((indexSlot, .int(Int64(index)))) }
            guard let (text, taken) = planner.text(of: node, locals) else { return nil }
            parts.append(Array(text.utf8))
            steps.append(taken)
        }
        return ElementSearchNode.Test(function: function, parts: parts, partSteps: steps)
    }

    private func dependsOnElementAlone(_ node: Expression) -> Bool {
        switch node.kind {
        case .literal: return true
        case .identifier, .select:
            switch planner.resolutions[node.id] {
            case .local(slot), .constant: return true
            default: return false
            }
        case .call(let call):
            return planner.isPlainCall(node) && call.operands.allSatisfy { dependsOnElementAlone($0) }
        default: return false
        }
    }
}

extension Planner {
    /// The text that a node gives, and the steps that it takes.
    ///
    /// - Parameter locals: All variables of macros that it reads, their slots and values.
    fileprivate func text(
        of node: any PlanNode, _ locals: [(slot: Int, value: CELValue)]
    ) -> (text: String, steps: Int)? {
        let count = (locals.map(\.slot).max() ?? -1) + 1
        return EvaluationContext.with(
            VariableStorage(count: 0), localCount: count, costLimit: Self.foldingLimit
        ) { context in
            for (slot, value) in locals { context.locals[slot] = .value(value) }
            guard case .string(let text)? = try? node.value(&context) else { return nil }
            return (text, Self.foldingLimit - context.meter.remaining)
        }
    }
}
