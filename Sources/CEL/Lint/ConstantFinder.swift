/// Finds the parts of an expression that do not depend on any variable, and computes them.
struct ConstantFinder {
    private let environment: CELEnvironment
    private let source: String
    let checked: CheckedExpression

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

    /// A part without variables that has no value.
    struct Failure {
        let error: CELError
        /// Whether the whole has none because of it: not where the part may not be evaluated, or its failure be absorbed.
        let isCertain: Bool

        var span: Range<Int> { error.span }
    }

    /// The failures of all parts without variables that have no value, in the order of the source.
    func failures(in node: Expression) -> [Failure] { failures(in: node, isCertain: true) }

    private func failures(in node: Expression, isCertain: Bool) -> [Failure] {
        if node.isLiteral { return [] }
        if isConstant(node) {
            guard case .failure(let error) = evaluate(node), error.code != .costLimitExceeded else { return [] }
            return [Failure(error: error, isCertain: isCertain)]
        }
        let children = checked.evaluatedChildren(of: node)
        return children.enumerated().flatMap { index, child in
            failures(in: child, isCertain: isCertain && evaluates(node, child: index))
        }
    }

    /// Whether a node is only evaluated with a child, without whose value it has none.
    private func evaluates(_ node: Expression, child index: Int) -> Bool {
        switch node.kind {
        case .logical, .literal, .identifier, .invalid: false
        case .conditional, .comprehension, .optionalMap: index == 0
        case .bind: index == 1
        case .select, .call, .list, .map, .message: true
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

    /// The value of a node that reads no variable.
    func evaluate(_ node: Expression) -> Result<CELValue, CELError> {
        let planned = Planner(checked, environment).plan(node)
        var program = environment.program(source, checked, expecting: nil, root: planned)
        program.costLimit = Self.stepLimit
        return program.outcome(CELVariables(for: environment))
    }
}
