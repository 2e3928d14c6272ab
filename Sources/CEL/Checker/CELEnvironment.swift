/// What expressions may refer to: variables, message types and functions. The language's own functions are always there.
///
/// A value: declaring in a copy leaves the original as it was.
public struct CELEnvironment: Sendable {
    /// Bounds on the sources that are compiled.
    public struct Limits: Sendable, Hashable {
        /// The longest source in UTF-8 bytes.
        public var sourceLength = 100_000
        /// How deep operators, calls and brackets may be nested; the passes recurse, on stacks of 512 KiB and more.
        public var nesting = 100

        /// The bounds that are right for sources from outside.
        public init() {}
    }

    /// The qualified name whose parts are put before names to resolve them, such as `audit.rules`; empty for none.
    public var container = ""
    /// Bounds on sources.
    public var limits = Limits()
    /// The steps that one evaluation may take; see ``CELProgram/costLimit``.
    public var costLimit = 1_000_000
    /// How large values from outside are taken to be for ``CELProgram/estimatedCost``.
    public var sizeAssumptions = CELSizeAssumptions()

    private(set) var variableTypes: [CELType] = []
    private(set) var layout = VariableLayout(names: [])
    private(set) var messages: [String: CELMessageType] = [:]
    private(set) var functions: [String: [Function]] = StandardLibrary.functions

    /// Makes an environment with the language's functions and no variable.
    public init() {}

    /// Declares a variable. Declaring a name again changes its type.
    ///
    /// - Parameter variable: The name, possibly qualified with dots.
    public mutating func declare(variable: String, type: CELType) {
        if let slot = layout.slots[variable] {
            variableTypes[slot] = type
        } else {
            variableTypes.append(type)
            layout = VariableLayout(names: layout.names + [variable])
        }
    }

    /// Declares a message type, for fields and variables of type `.message(name)`.
    public mutating func declare(message: CELMessageType) {
        messages[message.name] = message
    }

    /// Declares a function of the host, beside all others of the same name.
    public mutating func declare(function: CELFunction) {
        functions[function.name, default: []].append(function.function)
    }

    /// Parses, checks and plans an expression.
    ///
    /// - Parameter expecting: The type that the value must have. Where the checker cannot tell, evaluation does.
    /// - Throws: All problems of the expression that can be found at once.
    public func compile(_ source: String, expecting: CELType? = nil) throws(CELCompileError) -> CELProgram {
        try compile(source, expecting: expecting, isLenient: false)
    }

    /// Parses and plans an expression without checking: what does not resolve or fit fails when evaluated.
    ///
    /// - Throws: Syntax errors.
    public func compileUnchecked(_ source: String) throws(CELCompileError) -> CELProgram {
        try compile(source, expecting: nil, isLenient: true)
    }

    private func compile(
        _ source: String, expecting: CELType?, isLenient: Bool
    ) throws(CELCompileError) -> CELProgram {
        let (expression, checked) = try check(source, expecting: expecting, isLenient: isLenient)
        return program(
            source, checked, expecting: expecting, root: Planner(checked, messages: messages).plan(expression))
    }

    /// Parses and checks an expression.
    func check(
        _ source: String, expecting: CELType?, isLenient: Bool = false
    ) throws(CELCompileError) -> (expression: Expression, checked: CheckedExpression) {
        let length = source.utf8.count
        guard length <= limits.sourceLength else {
            let message = "the expression is \(length) bytes long; at most \(limits.sourceLength) are allowed"
            throw CELCompileError(diagnostics: [CELDiagnostic(message: message, span: 0..<0)])
        }
        let parsed = Parser.parse(source, maximumDepth: limits.nesting)
        guard let expression = parsed.expression else { throw CELCompileError(diagnostics: parsed.diagnostics) }
        var checker = Checker(self, nodeCount: parsed.nodeCount, isLenient: isLenient)
        var checked = checker.check(expression, expecting: expecting)
        let diagnostics = parsed.diagnostics + checked.diagnostics
        guard diagnostics.isEmpty else { throw CELCompileError(diagnostics: diagnostics) }
        var estimator = CostEstimator(checked, self)
        checked.estimatedCost = estimator.estimate(expression).steps
        if let span = estimator.tooDeep {
            let message =
                "lists, maps and optionals would be nested more than \(CostEstimator.valueDepthLimit) deep here"
            throw CELCompileError(diagnostics: [CELDiagnostic(message: message, span: span)])
        }
        return (expression, checked)
    }

    /// The program of a checked expression that was planned.
    func program(
        _ source: String, _ checked: CheckedExpression, expecting: CELType?, root: any PlanNode
    ) -> CELProgram {
        let plan = ProgramPlan(source: source, checked: checked, root: root, layout: layout, expecting: expecting)
        return CELProgram(costLimit: costLimit, plan: plan)
    }

    /// The names that a name may stand for in the container, in the order in which they are tried.
    func candidates(for name: String, isAbsolute: Bool) -> [String] {
        guard !isAbsolute, !container.isEmpty else { return [name] }
        var candidates: [String] = []
        var prefix = container[...]
        while !prefix.isEmpty {
            candidates.append("\(prefix).\(name)")
            prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
        }
        return candidates + [name]
    }
}
