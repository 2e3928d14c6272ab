internal import Text

/// Estimates what evaluating an expression costs, from its structure and assumed sizes of values.
struct CostEstimator {
    /// What is known of a part.
    struct Estimate {
        /// The fewest and the most steps.
        var steps: ClosedRange<Int>
        /// How large the value can be.
        var value: ValueBound
        /// Whether the part is made of constants, so that it may be computed when planning.
        var isConstant = false
    }

    /// How deep values may stand in one another: what goes through a value recurses.
    static let valueDepthLimit = 100

    // Not the whole of what the checker found: reading a part of it would put a copy on the stack of each level.
    private let resolutions: [CheckedExpression.Resolution]
    private let types: [CELType]
    private let environment: CELEnvironment
    private var locals: [ValueBound]
    /// The first part whose value may be nested too deeply.
    private(set) var tooDeep: Range<Int>?

    init(_ checked: CheckedExpression, _ environment: CELEnvironment) {
        resolutions = checked.resolutions
        types = checked.types
        self.environment = environment
        locals = Array(repeating: .any, count: checked.localCount)
    }

    private var assumptions: CELSizeAssumptions { environment.sizeAssumptions }

    /// What is known of a part of which nothing is known.
    private static let unknown = Estimate(steps: 0...0, value: .any)

    /// What is known of a node.
    mutating func estimate(_ node: Expression) -> Estimate {
        var estimate = known(node) ?? estimateParts(of: node)
        if estimate.value.depth > Self.valueDepthLimit {
            tooDeep = tooDeep ?? node.span
            estimate.value = .any
        }
        if estimate.isConstant { estimate.steps = 0...estimate.steps.upperBound }
        return estimate
    }

    /// What is known of a node without looking at others.
    private func known(_ node: Expression) -> Estimate? {
        switch resolutions[node.id] {
        case .variable(let slot, _):
            let variable = environment.layout.slots[slot]
            return Estimate(steps: 0...0, value: variable.definition?.bound ?? .of(variable.type, assumptions))
        case .local(let slot): return Estimate(steps: 0...0, value: locals[slot])
        case .constant(let value): return Estimate(steps: 0...0, value: .of(value, assumptions), isConstant: true)
        case .failure: return Estimate(steps: 0...0, value: .scalar)
        default: break
        }
        switch node.kind {
        case .literal(let value): return Estimate(steps: 0...0, value: .of(value, assumptions), isConstant: true)
        case .identifier, .message, .invalid: return Self.unknown
        default: return nil
        }
    }

    // One function for each kind of node, so that the stack of a deep expression holds the variables of no other.
    private mutating func estimateParts(of node: Expression) -> Estimate {
        switch node.kind {
        case .select: estimateSelect(node)
        case .call: estimateCall(node)
        case .logical: estimateLogical(node)
        case .conditional: estimateConditional(node)
        case .list, .map: estimateAggregate(node)
        case .comprehension: estimateComprehension(node)
        case .bind, .optionalMap: estimateBinding(node)
        case .literal, .identifier, .message, .invalid: Self.unknown
        }
    }

    private mutating func estimateSelect(_ node: Expression) -> Estimate {
        guard case .select(let operand, let field, _, _) = node.kind else { return Self.unknown }
        let target = estimate(operand)
        var value = target.value.element
        if case .message(let name) = target.value.form,
            let field = environment.messages[name]?.fields.first(where: { $0.name.hasSameBytes(as: field.name) })
        {
            value = .of(field.type, field.assumedSizes ?? assumptions)
        }
        return Estimate(steps: target.steps, value: value, isConstant: target.isConstant)
    }

    private mutating func estimateCall(_ node: Expression) -> Estimate {
        guard case .call(let call) = node.kind, case .functions(let functions, let isNamespaced) = resolutions[node.id]
        else { return Self.unknown }
        let (steps, values, isConstant) = sum(of: isNamespaced ? call.arguments : call.operands)
        let bounds = CallBounds(operands: values, resultType: types[node.id], assumptions: assumptions)
        var most = 1
        var result = ValueBound.scalar
        // Whichever of them runs.
        for (index, function) in functions.enumerated() {
            let cost = function.cost
            most = max(most, cost.steps(bounds))
            result = index == 0 ? cost.result(bounds) : .larger(result, cost.result(bounds), assumptions)
        }
        return Estimate(
            steps: adding(steps, 1...most), value: result,
            isConstant: isConstant && !functions.contains(where: \.isHost))
    }

    private mutating func estimateLogical(_ node: Expression) -> Estimate {
        var most = 0
        var least: Int?
        var isConstant = true
        for operand in node.children {
            let estimate = estimate(operand)
            most = most.saturatingAdd(estimate.steps.upperBound)
            // The first may decide.
            least = least ?? estimate.steps.lowerBound
            isConstant = isConstant && estimate.isConstant
        }
        return Estimate(steps: min(least ?? 0, most)...most, value: .scalar, isConstant: isConstant)
    }

    private mutating func estimateConditional(_ node: Expression) -> Estimate {
        let parts = node.children
        let condition = estimate(parts[0])
        let first = estimate(parts[1])
        let second = estimate(parts[2])
        let least = min(first.steps.lowerBound, second.steps.lowerBound)
        let most = max(first.steps.upperBound, second.steps.upperBound)
        return Estimate(
            steps: adding(condition.steps, least...most), value: .larger(first.value, second.value, assumptions))
    }

    private mutating func estimateAggregate(_ node: Expression) -> Estimate {
        let (steps, values, isConstant) = sum(of: node.children)
        let count = if case .map = node.kind { values.count / 2 } else { values.count }
        var element = ValueBound.scalar
        for value in values { element = .larger(element, value, assumptions) }
        return Estimate(
            steps: adding(steps, (count + 1)...(count + 1)), value: .elements(count: count, of: element),
            isConstant: isConstant)
    }

    private mutating func estimateBinding(_ node: Expression) -> Estimate {
        let parts = node.children
        let value = estimate(parts[0])
        if case .macroVariables(let slot, _) = resolutions[node.id] { locals[slot] = value.value }
        let body = estimate(parts[1])
        guard case .optionalMap(let macro) = node.kind else {
            // A value that is bound is computed once if it is read, and maybe it is not.
            return Estimate(steps: adding(0...value.steps.upperBound, body.steps), value: body.value)
        }
        return Estimate(
            steps: adding(adding(value.steps, 1...1), 0...body.steps.upperBound),
            value: macro.macro == .optMap ? body.value.wrapped : body.value)
    }

    private mutating func estimateComprehension(_ node: Expression) -> Estimate {
        guard case .comprehension(let macro) = node.kind else { return Self.unknown }
        let range = estimate(macro.range)
        if case .macroVariables(let slot, let second) = resolutions[node.id] {
            locals[slot] = range.value.element
            if let second { locals[second] = range.value.element }
        }
        let filter = macro.filter.map { estimate($0) }
        let body = estimate(macro.body)
        let count = range.value.count(assumptions)
        var perElement = body.steps.upperBound.saturatingAdd(filter?.steps.upperBound ?? 0).saturatingAdd(1)
        let value: ValueBound
        switch macro.macro {
        case .all, .exists, .existsOne, .existsOneTwo: value = .scalar
        case .filter: value = range.value
        case .sortBy:
            perElement = perElement.saturatingAdd(
                (64 - count.leadingZeroBitCount).saturatingMultiply(body.value.walk(assumptions)))
            value = range.value
        case .transformMapEntry:
            value = .elements(
                count: count.saturatingMultiply(max(1, body.value.count(assumptions))), of: body.value.element)
        case .map, .transformList, .transformMap: value = .elements(count: count, of: body.value)
        }
        return Estimate(
            steps: adding(range.steps, 0...count.saturatingMultiply(perElement)), value: value)
    }

    private mutating func sum(
        of nodes: [Expression]
    ) -> (steps: ClosedRange<Int>, values: [ValueBound], isConstant: Bool) {
        var steps = 0...0
        var values: [ValueBound] = []
        var isConstant = true
        for node in nodes {
            let estimate = estimate(node)
            steps = adding(steps, estimate.steps)
            values.append(estimate.value)
            isConstant = isConstant && estimate.isConstant
        }
        return (steps, values, isConstant)
    }

    private func adding(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> ClosedRange<Int> {
        left.lowerBound.saturatingAdd(right.lowerBound)...left.upperBound.saturatingAdd(right.upperBound)
    }
}
