/// Finds the parts of an expression that do not depend on any variable, and computes them.
struct ConstantFinder {
    private let environment: CELEnvironment
    private let source: String
    private let checked: CheckedExpression

    /// Steps for computing one part; a costlier one counts as not constant.
    private static let stepLimit = 10_000

    /// Makes a finder for an expression that was checked.
    init(_ environment: CELEnvironment, _ source: String, _ checked: CheckedExpression) {
        self.environment = environment
        self.source = source
        self.checked = checked
    }

    /// The value of a condition without variables.
    func condition(_ node: Expression) -> Bool? {
        guard isConstant(node), case .success(.bool(let value)) = evaluate(node) else { return nil }
        return value
    }

    /// The failure of the first part without variables that has no value, if that fails the whole.
    ///
    /// Parts that may not be evaluated, or whose failure may be absorbed, are not looked at.
    func failure(in node: Expression) -> CELError? {
        if isConstant(node) {
            guard case .failure(let error) = evaluate(node), error.code != .costLimitExceeded else { return nil }
            return error
        }
        switch node.kind {
        case .logical, .literal, .identifier, .invalid: return nil
        case .conditional(let condition, _, _): return failure(in: condition)
        case .comprehension(let macro): return failure(in: macro.range)
        case .optionalMap(let macro): return failure(in: macro.operand)
        case .bind(_, let value, let body): return failure(in: value) ?? failure(in: body)
        case .select, .call, .list, .map, .message:
            for child in checked.evaluatedChildren(of: node) {
                if let error = failure(in: child) { return error }
            }
            return nil
        }
    }

    /// Whether the node reads no variable, of a macro around it neither, and calls no function of the host.
    func isConstant(_ node: Expression) -> Bool { isConstant(node, locals: []) }

    private func isConstant(_ node: Expression, locals: Set<Int>) -> Bool {
        var locals = locals
        switch checked.resolutions[node.id] {
        case .variable, .failure: return false
        case .local(let slot): return locals.contains(slot)
        case .constant: return true
        case .functions(let functions, _):
            if functions.contains(where: \.isHost) { return false }
        case .macroVariables(let first, let second):
            // What is walked or bound sees the variables around the macro only; a slot of its own was free there.
            guard let range = node.children.first, isConstant(range, locals: locals) else { return false }
            locals.insert(first)
            if let second { locals.insert(second) }
            return node.children.dropFirst().allSatisfy { isConstant($0, locals: locals) }
        default: break
        }
        return checked.evaluatedChildren(of: node).allSatisfy { isConstant($0, locals: locals) }
    }

    private func evaluate(_ node: Expression) -> Result<CELValue, CELError> {
        let planned = Planner(checked, environment).plan(node)
        var program = environment.program(source, checked, expecting: nil, root: planned)
        program.costLimit = Self.stepLimit
        return program.evaluate(CELVariables(for: environment))
    }
}
