internal import Text

/// Finds conditions that are always true or always false, that stand twice, or that compare with what does not occur.
struct ConditionLinter {
    /// What is known about a condition without evaluating it.
    struct Verdict {
        /// The value that it always has.
        let value: Bool
        /// Whether the reason was reported.
        let isReported: Bool
    }

    /// What was found.
    var lints: [CELLint] = []
    private(set) var context: LintContext
    /// By slot of a macro's variable, the texts that it stands for, where the list is written there.
    private(set) var literalElements: [Int: [Expression]] = [:]
    private let source: [UInt8]
    private let constants: ConstantFinder

    /// Makes a linter for an expression that was checked with its types.
    init(_ environment: CELEnvironment, _ source: String, _ checked: CheckedExpression) {
        context = LintContext(checked, messages: environment.messages)
        self.source = Array(source.utf8)
        constants = ConstantFinder(environment, source, checked)
    }

    /// Lints the whole expression.
    ///
    /// - Parameter assumed: Conditions that hold whenever the expression is evaluated.
    mutating func lint(_ expression: Expression, assuming assumed: [(node: Expression, context: LintContext)]) {
        for failure in constants.failures(in: expression) {
            lints.append(CELLint(.failure(failure.error.message, isCertain: failure.isCertain), failure.span))
        }
        guard context.type(of: expression).unwrapped == .bool else { return visitChildren(expression) }
        var known = ValueConstraints()
        for (node, context) in assumed {
            for atom in ValueConstraints.atoms(of: node, being: true, context) { _ = known.add(atom) }
        }
        if let verdict = verdict(expression, known) {
            if !verdict.isReported { report(expression, .constantCondition(verdict.value)) }
        }
    }

    // MARK: - Verdicts

    /// What is known about a condition; what is found below it is reported.
    ///
    /// - Parameter known: What holds whenever the condition is evaluated.
    private mutating func verdict(_ node: Expression, _ known: ValueConstraints = ValueConstraints()) -> Verdict? {
        switch node.kind {
        case .logical(let isAnd, let operands): return verdict(operands, isAnd: isAnd, known)
        case .call(let call) where call.function == Operators.not && call.arguments.count == 1:
            if let inner = verdict(call.arguments[0]) {
                return Verdict(value: !inner.value, isReported: inner.isReported)
            }
            return contradiction(node, known)
        case .conditional(let condition, let then, let otherwise):
            visitCondition(condition)
            let (first, second) = (verdict(then), verdict(otherwise))
            guard let first, let second, first.value == second.value else { return nil }
            return Verdict(value: first.value, isReported: first.isReported || second.isReported)
        default: break
        }
        if let constant = constants.condition(node) { return Verdict(value: constant, isReported: false) }
        visitChildren(node)
        if let field = context.field(of: node), case .select(_, _, isTest: true, _) = node.kind, !field.isNullable {
            report(
                node, .neverNull(field: field.name),
                suggestion: "leave it out, or compare the value")
            return Verdict(value: true, isReported: true)
        }
        if let value = shapeVerdict(node) { return Verdict(value: value, isReported: true) }
        if let value = comparison(node) { return Verdict(value: value, isReported: false) }
        return contradiction(node, known)
    }

    /// That a single condition never holds, given what is known.
    private mutating func contradiction(_ node: Expression, _ known: ValueConstraints) -> Verdict? {
        var constraints = known
        guard let atom = ValueConstraints.atom(of: node, being: true, context), !constraints.add(atom) else {
            return nil
        }
        report(node, .contradiction)
        return Verdict(value: false, isReported: true)
    }

    private mutating func verdict(_ operands: [Expression], isAnd: Bool, _ known: ValueConstraints) -> Verdict? {
        let sign = isAnd ? "&&" : "||"
        let verdicts = operands.map { verdict($0) }
        reportRepeated(operands, sign)
        if let deciding = verdicts.firstIndex(where: { $0?.value == !isAnd }), let verdict = verdicts[deciding] {
            if !verdict.isReported {
                report(operands[deciding], .deciding(!isAnd, sign))
            }
            return Verdict(value: !isAnd, isReported: true)
        }
        if verdicts.allSatisfy({ $0 != nil }) {
            return Verdict(value: isAnd, isReported: verdicts.contains { $0?.isReported == true })
        }
        for (operand, verdict) in zip(operands, verdicts) where verdict?.isReported == false {
            report(operand, .idle(isAnd), suggestion: "leave it out")
        }
        // For '||', the contraries of the operands are looked at: if they never hold together, some operand always holds.
        var constraints = isAnd ? known : ValueConstraints()
        for operand in operands {
            guard let atom = ValueConstraints.atom(of: operand, being: isAnd, context), !constraints.add(atom) else {
                continue
            }
            report(
                operand, isAnd ? .exclusive : .exhaustive,
                suggestion: isAnd ? "did you mean '||'?" : "did you mean '&&'?")
            return Verdict(value: !isAnd, isReported: true)
        }
        return nil
    }

    private mutating func reportRepeated(_ operands: [Expression], _ sign: String) {
        var seen: Set<[UInt8]> = []
        var spans: Set<Range<Int>> = []
        // Operands at one place are those of a named expression, which is looked at by itself.
        for operand in operands where spans.insert(operand.span).inserted {
            let text = source[operand.span.clamped(to: 0..<source.count)]
            guard !seen.insert(Array(text)).inserted else { continue }
            lints.append(
                CELLint(.repeated(in: sign), operand.span, suggestion: "leave it out, or mend the copy"))
        }
    }

    /// The value of a comparison that the range of its operands decides.
    private func comparison(_ node: Expression) -> Bool? {
        guard case .call(let call) = node.kind, call.target == nil, call.arguments.count == 2 else { return nil }
        let (left, right) = (call.arguments[0], call.arguments[1])
        if let relation = OrderRelation(function: call.function) {
            if let known = isSame(left, right) { return known ? relation.holds(.equal) : nil }
            guard let left = IntegerRange.of(left, context), let right = IntegerRange.of(right, context) else {
                return nil
            }
            return IntegerRange.verdict(left, relation, right)
        }
        switch call.function {
        case Operators.equal, Operators.notEqual:
            let isNegated = call.function == Operators.notEqual
            if let known = isSame(left, right) { return known ? !isNegated : nil }
            guard let left = IntegerRange.of(left, context), let right = IntegerRange.of(right, context),
                !left.overlaps(right)
            else { return nil }
            return isNegated
        case Operators.contains:
            if case .list(let elements) = right.kind, elements.isEmpty { return false }
            return nil
        default: return nil
        }
    }

    /// True for two operands that always have the same value, which is no number that may be NaN.
    private func isSame(_ left: Expression, _ right: Expression) -> Bool? {
        guard let key = context.key(of: left), key == context.key(of: right) else { return nil }
        switch context.type(of: left).unwrapped {
        case .string, .int, .uint, .bool, .bytes, .timestamp, .duration: return true
        default: return nil
        }
    }

    // MARK: - What is below

    private mutating func visitCondition(_ node: Expression) {
        guard let verdict = verdict(node), !verdict.isReported else { return }
        report(node, .constantCondition(verdict.value))
    }

    private mutating func visitChildren(_ node: Expression) {
        if constants.isConstant(node) { return }
        reportUnknownValue(node)
        reportTexts(of: node)
        bindVariables(of: node)
        switch node.kind {
        case .comprehension(let macro):
            visit(macro.range)
            if let filter = macro.filter { visitCondition(filter) }
            if macro.macro.isPredicate { visitCondition(macro.body) } else { visit(macro.body) }
        case .conditional(let condition, let then, let otherwise):
            visitCondition(condition)
            visit(then)
            visit(otherwise)
        default: for child in context.checked.evaluatedChildren(of: node) { visit(child) }
        }
    }

    /// Gives a macro's variables keys of their own. The slots of the macros around it are others.
    private mutating func bindVariables(of node: Expression) {
        guard case .macroVariables(let first, let second) = context.checked.resolutions[node.id] else { return }
        literalElements[first] = nil
        if let second { literalElements[second] = nil }
        if case .comprehension(let macro) = node.kind, second == nil, case .list(let elements) = macro.range.kind {
            literalElements[first] = elements.map(\.value)
        }
        for (offset, slot) in [first, second].enumerated() {
            guard let slot else { continue }
            let key = ValueKey(root: .local(2 * node.id + offset))
            context.binders[slot] = LintContext.Binder(key: key, nullness: .never, list: nil)
        }
    }

    /// Lints a node whose value is not used as a condition, as far as is known.
    private mutating func visit(_ node: Expression) {
        switch node.kind {
        case .logical: visitCondition(node)
        case .literal: break
        case .call(let call) where call.function == Operators.not: visitCondition(node)
        default: visitChildren(node)
        }
    }

    private mutating func reportUnknownValue(_ node: Expression) {
        guard case .call(let call) = node.kind, call.target == nil, call.arguments.count == 2 else { return }
        let (left, right) = (call.arguments[0], call.arguments[1])
        switch (call.function, right.kind) {
        case (Operators.contains, .list(let elements)):
            for element in elements { reportUnknownValue(element.value, of: left) }
        case (Operators.equal, _), (Operators.notEqual, _):
            reportUnknownValue(right, of: left)
            reportUnknownValue(left, of: right)
        default: break
        }
    }

    private mutating func reportUnknownValue(_ literal: Expression, of node: Expression) {
        guard case .literal(.string(let text)) = literal.kind, !text.isEmpty, let field = context.field(of: node),
            !field.knownValues.isEmpty, !field.knownValues.contains(where: { $0.hasSameBytes(as: text) })
        else { return }
        let known = field.knownValues.joined(separator: ", ")
        let suggestion = Spelling.suggestion(for: text, among: field.knownValues) ?? "known are \(known)"
        lints.append(CELLint(.unknownValue(of: field.name), literal.span, suggestion: suggestion))
    }

    mutating func report(_ node: Expression, _ remark: Remark, suggestion: String? = nil) {
        lints.append(CELLint(remark, node.span, suggestion: suggestion))
    }
}
