/// Turns a checked expression into nodes that evaluate: names become slots, and what is constant is computed now.
struct Planner {
    /// By node, what its name stands for.
    let resolutions: [CheckedExpression.Resolution]
    /// The message types by name.
    let messages: [String: CELMessageType]
    private let layout: VariableLayout
    private let indexSlots: [Int: Int]
    private let elementTables: [Int: CheckedExpression.ElementTable]
    /// Where the nodes note what they give; nothing is fused or computed beforehand then.
    let recorder: EvaluationRecorder?
    /// The type of each node, by its id.
    let types: [CELType]
    /// Whether conditions of one text may be remembered: not within one that is.
    var remembers = true

    /// The steps that computing one constant may take; a costlier part is left to the evaluation.
    static let foldingLimit = 10_000

    /// Makes a planner for what the checker found out.
    ///
    /// - Parameter recorder: Where each node is to note what it gives, for an explanation.
    init(_ checked: CheckedExpression, _ environment: CELEnvironment, recorder: EvaluationRecorder? = nil) {
        self.recorder = recorder
        resolutions = checked.resolutions
        messages = environment.messages
        layout = environment.layout
        indexSlots = checked.indexSlots
        elementTables = checked.elementTables
        types = checked.types
    }

    /// Plans a node and those below it.
    func plan(_ node: Expression) -> any PlanNode {
        guard let recorder else { return planRemembered(node) ?? planUntraced(node) }
        return TracingNode(planUntraced(node), id: node.id, recorder)
    }

    func planUntraced(_ node: Expression) -> any PlanNode {
        if case .failure(let fault) = resolutions[node.id] { return FailureNode(fault, node.span) }
        switch node.kind {
        case .literal(let value): return ConstantNode(value, node.span)
        case .identifier(let name, _): return planName(node) ?? unresolved(name, node)
        case .select: return planSelect(node)
        case .call(let call): return planCall(node, call)
        case .logical(let isAnd, let operands): return planLogical(isAnd: isAnd, operands, node.span)
        case .conditional: return planConditional(node)
        case .list(let elements): return planList(elements, node.span)
        case .map(let entries): return planMap(entries, node.span)
        case .comprehension(let comprehension): return planComprehension(node, comprehension)
        case .bind(let name, let value, let body): return planBind(node, name, value, body)
        case .optionalMap(let macro): return planOptionalMap(node, macro)
        case .message(let name, _, _): return unresolved(name, node)
        case .invalid: return unresolved("", node)
        }
    }

    /// A node that fails because of a name that stands for nothing.
    func unresolved(_ name: String, _ node: Expression) -> any PlanNode {
        FailureNode(CELFault.undeclared(name), node.span)
    }

    /// Whether a node's value is a text or null, as far as its type tells.
    func isText(_ node: Expression) -> Bool {
        types.indices.contains(node.id) && types[node.id].unwrapped == .string
    }

    /// The named expression of a slot, if it is one's.
    func definition(at slot: Int) -> NamedExpression? { layout.slots[slot].definition }

    // MARK: - Names

    private func planName(_ node: Expression) -> (any PlanNode)? {
        switch resolutions[node.id] {
        case .variable(let slot, let name):
            layout.slots[slot].definition.map { DefinitionNode($0, node.span) }
                ?? VariableNode(slot: slot, name: name, node.span)
        case .local(let slot): LocalNode(slot: slot, node.span)
        case .constant(let value): ConstantNode(value, node.span)
        default: nil
        }
    }

    private func planSelect(_ node: Expression) -> any PlanNode {
        if let name = planName(node) { return name }
        guard case .select(let operand, let field, let isTest, _) = node.kind else { return unresolved("", node) }
        let target = plan(operand)
        if let optional = planOptionalSelect(node, target, field.name, isTest: isTest) { return optional }
        guard case .field(let slot) = resolutions[node.id] else {
            let member = MemberNode(target, field: field.name, messages: messages, isTest: isTest, node.span)
            return folded(member, of: [target])
        }
        if let variable = target as? VariableNode {
            let selected = VariableFieldNode(variable, slot: slot, name: field.name, node.span)
            return isTest ? VariableFieldPresenceNode(selected, node.span) : selected
        }
        let selected = FieldNode(target, slot: slot, field: field.name, node.span)
        if target is ConstantNode { return folded(isTest ? FieldPresenceNode(selected, node.span) : selected, of: []) }
        return isTest ? FieldPresenceNode(selected, node.span) : selected
    }

    // MARK: - Calls

    private func planCall(_ node: Expression, _ call: Expression.Call) -> any PlanNode {
        if let single = planSingleElement(node, call) { return single }
        if case .functions(_, true) = resolutions[node.id] { return makeCall(node, call, plan(call.arguments)) }
        return makeCall(node, call, plan(call.operands))
    }

    private func plan(_ nodes: [Expression]) -> [any PlanNode] {
        var planned: [any PlanNode] = []
        planned.reserveCapacity(nodes.count)
        for node in nodes { planned.append(plan(node)) }
        return planned
    }

    private func makeCall(_ node: Expression, _ call: Expression.Call, _ operands: [any PlanNode]) -> any PlanNode {
        if recorder == nil, let table = elementTables[node.id] {
            switch table.content {
            case .values(let values): return ElementTableNode(values, indexSlot: table.indexSlot, node.span)
            case .patterns(let patterns):
                return ElementMatchNode(operands[0], patterns, indexSlot: table.indexSlot, node.span)
            }
        }
        switch resolutions[node.id] {
        case .functions(let functions, _):
            let planned = makeCall(call.function, functions, operands, node.span)
            return functions.contains(where: \.isHost) ? planned : folded(planned, of: operands)
        default: return unresolved(call.function, node)
        }
    }

    private func makeCall(
        _ name: String, _ functions: [Function], _ operands: [any PlanNode], _ span: Range<Int>
    ) -> any PlanNode {
        if let special = planOptionalCall(functions, operands, span) { return special }
        if functions.count == 1, !functions[0].isHost {
            if let special = planOperator(name, operands, span) { return special }
            if let special = planTextCall(functions[0].name, operands, span) { return special }
            switch functions[0].body {
            case .unary(let body) where operands.count == 1: return UnaryCallNode(body, operands[0], span)
            case .binary(let body) where operands.count == 2:
                if let element = TextElementNode(name, body, operands[0], operands[1], span) { return element }
                if let sum = TextSumNode(name, body, operands[0], operands[1], span) { return sum }
                return BinaryCallNode(body, operands[0], operands[1], span)
            case .match(let pattern) where operands.count == 2: return MatchNode(operands[0], pattern, span)
            case .variadic where name == StringExtensions.splitName:
                let call = CallNode(name, functions, operands, span)
                return SplitNode(operands, call) ?? call
            default: break
            }
        }
        if functions.count == 1, operands.count == 1, case .text(let function) = functions[0].body {
            let givesText = functions[0].overloads.first?.result == .string
            return TextFunctionNode(operands[0], name, function, givesText: givesText, span)
        }
        return CallNode(name, functions, operands, span)
    }

    private func planOperator(_ name: String, _ operands: [any PlanNode], _ span: Range<Int>) -> (any PlanNode)? {
        if name == Operators.not, operands.count == 1 { return NotNode(operands[0], span) }
        if name == "size", operands.count == 1 { return SizeNode(operands[0], span) }
        guard operands.count == 2 else { return nil }
        if let relation = Relation(function: name) { return planComparison(operands[0], relation, operands[1], span) }
        guard let constant = operands[1] as? ConstantNode else { return nil }
        switch constant.constant {
        case .list(let elements) where name == Operators.contains:
            return ConstantMembershipNode(operands[0], in: elements, span)
        case .string(let text):
            return TextTest(rawValue: name).map { TextTestNode(operands[0], $0, text, span) }
        default: return nil
        }
    }

    private func planComparison(
        _ left: any PlanNode, _ relation: Relation, _ right: any PlanNode, _ span: Range<Int>
    ) -> any PlanNode {
        switch (right as? ConstantNode)?.constant {
        case .int(let number): IntComparisonNode(left, relation, number, span)
        case .string(let text): TextComparisonNode(left, relation, text, span)
        case .null where relation.isEquality: NullComparisonNode(left, relation, span)
        default: ComparisonNode(left, relation, right, span)
        }
    }

    // MARK: - Logic and aggregates

    private func planLogical(isAnd: Bool, _ operands: [Expression], _ span: Range<Int>) -> any PlanNode {
        var planned = plan(operands)
        if recorder == nil, let decided = decided(by: !isAnd, &planned, operands, span) { return decided }
        if isAnd {
            planned = joiningGuards(planned)
            if planned.count == 1 { return planned[0] }
        }
        return folded(logicNode(isAnd: isAnd, planned[...], span), of: planned)
    }

    /// Takes those operands out that are constant and decide nothing, and what stands behind one that decides: none of them is
    /// asked for. What stands before it is, and may spend the steps.
    ///
    /// - Parameter deciding: The value that decides, whatever fails.
    /// - Returns: What gives the value, where that is known or one operand alone has it.
    private func decided(
        by deciding: Bool, _ planned: inout [any PlanNode], _ operands: [Expression], _ span: Range<Int>
    ) -> (any PlanNode)? {
        var left: [Int] = []
        for index in planned.indices {
            guard case .bool(let bool)? = constant(planned[index]) else {
                left.append(index)
                continue
            }
            if bool == deciding {
                left.append(index)
                break
            }
        }
        switch left.count {
        case planned.count: return nil
        case 0: return ConstantNode(.bool(!deciding), span)
        case 1:
            guard types.indices.contains(operands[left[0]].id), types[operands[left[0]].id] == .bool else { return nil }
            return planned[left[0]]
        default:
            planned = left.map { planned[$0] }
            return nil
        }
    }

    /// So many operands are planned as two, of which the second are the rest: nodes of two take less time, and give and fail
    /// alike. More would be nested too deep.
    private static let nestedOperandLimit = 8

    private func logicNode(isAnd: Bool, _ operands: ArraySlice<any PlanNode>, _ span: Range<Int>) -> any PlanNode {
        var operands = Array(operands)
        if (3...Self.nestedOperandLimit).contains(operands.count) {
            operands = [operands[0], logicNode(isAnd: isAnd, operands[1...], span)]
        }
        return isAnd ? AndNode(operands, span) : OrNode(operands, span)
    }

    /// The conditions, with each guard and the test that it guards made one.
    private func joiningGuards(_ conditions: [any PlanNode]) -> [any PlanNode] {
        var joined: [any PlanNode] = []
        for condition in conditions {
            if let last = joined.last, let guarded = GuardedTextTestNode(last, condition) {
                joined[joined.count - 1] = guarded
            } else {
                joined.append(condition)
            }
        }
        return joined
    }

    private func planConditional(_ node: Expression) -> any PlanNode {
        guard case .conditional(let condition, let then, let otherwise) = node.kind else { return unresolved("", node) }
        let planned = plan(condition)
        let first = plan(then)
        let second = plan(otherwise)
        if let constant = planned as? ConstantNode, case .bool(let bool) = constant.constant {
            return bool ? first : second
        }
        return ConditionalNode(planned, then: first, otherwise: second, node.span)
    }

    private func planList(_ elements: [Expression.Element], _ span: Range<Int>) -> any PlanNode {
        let planned = plan(elements.map(\.value))
        let list = ListNode(
            planned, optionals: elements.map(\.isOptional), areTexts: elements.allSatisfy { isText($0.value) }, span)
        return folded(list, of: planned)
    }

    private func planMap(_ entries: [Expression.Entry], _ span: Range<Int>) -> any PlanNode {
        let keys = plan(entries.map(\.key))
        let values = plan(entries.map(\.value))
        let map = MapNode(keys: keys, values: values, optionals: entries.map(\.isOptional), span)
        return folded(map, of: keys + values)
    }

    // MARK: - Macros

    private func planComprehension(_ node: Expression, _ macro: Expression.Comprehension) -> any PlanNode {
        guard case .macroVariables(let slot, let second) = resolutions[node.id] else { return unresolved("", node) }
        let range = plan(macro.range)
        if recorder == nil {
            if let test = planAnyTextTest(node, macro, range, slot: slot) { return test }
            if let search = planElementSearch(node, macro, range, slot: slot, indexSlot: indexSlots[node.id]) {
                return search
            }
        }
        return ComprehensionNode(
            macro.macro, over: range, slot: slot, secondSlot: second, indexSlot: indexSlots[node.id],
            filter: macro.filter.map(plan), body: plan(macro.body), resultsAreTexts: isText(macro.body), node.span)
    }

    private func planBind(
        _ node: Expression, _ name: String, _ value: Expression, _ body: Expression
    ) -> any PlanNode {
        guard case .macroVariables(let slot, _) = resolutions[node.id] else { return unresolved(name, node) }
        return BindNode(slot: slot, bound: plan(value), body: plan(body), node.span)
    }

    // MARK: - Constants

    /// The node's value as a constant, if all operands are constants and it has a value.
    func folded(_ node: any PlanNode, of operands: [any PlanNode]) -> any PlanNode {
        guard operands.allSatisfy({ $0 is ConstantNode }) else { return node }
        return EvaluationContext.with(VariableStorage(count: 0), costLimit: Self.foldingLimit) { context in
            do throws(CELError) {
                return ConstantNode(try node.value(&context), node.span)
            } catch {
                // Failing is what the evaluation then does, where an operator around it may absorb the failure.
                return node
            }
        }
    }
}
