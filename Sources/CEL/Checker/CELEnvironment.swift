/// What expressions may refer to: variables, message types, and the functions of libraries and of the host.
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

    /// All variables that were declared.
    private(set) var layout = VariableLayout()
    /// The slots of the variables that expressions may name.
    private(set) var slots: [String: Int] = [:]
    /// The constants that expressions may name.
    private(set) var constants: [String: Constant] = [:]
    /// What to say of names that expressions may not use here.
    private(set) var absences: [String: Absence] = [:]
    private(set) var messages: [String: CELMessageType] = [:]
    /// The functions, types and macros that there are.
    private(set) var contents: CELLibrary.Contents

    /// The functions by name.
    var functions: [String: [Function]] { contents.functions }

    /// Makes an environment with all libraries and no variable.
    public init() { contents = .all }

    /// Makes an environment with some libraries and no variable.
    ///
    /// - Parameter libraries: Usually ``CELLibrary/standard`` among them: without it, there are not even operators.
    public init(libraries: [CELLibrary]) { contents = CELLibrary.Contents(libraries) }

    /// A value that is the same for all evaluations.
    struct Constant: Sendable {
        let value: CELValue
        let type: CELType
        /// The expression that gave it, if one did.
        let expression: Expression?
    }

    /// Why a name cannot be used.
    struct Absence: Sendable {
        let message: String
        let suggestion: String?
    }

    /// Declares a variable. Declaring a name again makes it another variable.
    ///
    /// - Parameter variable: The name, possibly qualified with dots.
    public mutating func declare(variable: String, type: CELType) {
        append(VariableLayout.Slot(name: variable, type: type, definition: nil))
    }

    /// Declares a name for a value that is the same for all evaluations: what depends on it alone is computed when
    /// compiling, and wrong patterns, networks and time zones in it are reported then.
    public mutating func declare(constant: String, type: CELType, value: CELValue) {
        slots[constant] = nil
        absences[constant] = nil
        constants[constant] = Constant(value: value, type: type, expression: nil)
    }

    /// Declares a name for an expression, which is evaluated when it is first read, and then kept for all programs that are
    /// given the same ``CELVariables`` until a variable that it depends on is set. A failing one fails where it is read.
    ///
    /// One that depends on constants alone is computed now.
    /// - Throws: All problems of the expression, which may read what was declared before; a failure of a constant one.
    public mutating func define(_ name: String, as source: String) throws(CELCompileError) {
        let (expression, checked) = try check(source, expecting: nil)
        let root = Planner(checked, self).plan(expression)
        if checked.readSlots.isEmpty, !checked.callsHost {
            switch program(source, checked, expecting: nil, root: root).outcome(CELVariables(for: self)) {
            case .success(let value):
                declare(constant: name, type: checked.resultType, value: value)
                constants[name] = Constant(value: value, type: checked.resultType, expression: expression)
            case .failure(let error):
                let diagnostic = diagnostic(for: error, in: source)
                throw CELCompileError(.alwaysFails(diagnostic.message), diagnostic.span)
            }
            return
        }
        let slot = layout.slots.count
        let definition = NamedExpression(
            name: name, slot: slot, expression: expression, checked: checked, root: root,
            readSlots: checked.readSlots, bound: checked.bound)
        append(VariableLayout.Slot(name: name, type: checked.resultType, definition: definition))
    }

    private mutating func append(_ slot: VariableLayout.Slot) {
        slots[slot.name] = layout.slots.count
        constants[slot.name] = nil
        absences[slot.name] = nil
        layout = layout.appending(slot)
    }

    /// Whether a name stands for a variable, a constant or a named expression.
    public func declares(_ name: String) -> Bool { slots[name] != nil || constants[name] != nil }

    /// The names that the value of a variable depends on: itself and, for a named expression, what it reads; empty for a
    /// constant.
    package func dependencies(of name: String) -> Set<String> {
        guard let slot = slots[name] else { return [] }
        let read = layout.slots[slot].definition?.readSlots ?? []
        return Set(read.union([slot]).map { layout.slots[$0].name })
    }

    /// Takes a name away from the expressions that are compiled from now on; programs that read it read it all the same.
    ///
    /// - Parameters:
    ///   - message: What to say where an expression uses the name, such as `'value' is not declared here`.
    ///   - suggestion: What could be done about it.
    package mutating func hide(_ name: String, message: String, suggestion: String? = nil) {
        slots[name] = nil
        constants[name] = nil
        absences[name] = Absence(message: message, suggestion: suggestion)
    }

    /// Takes over what a name stands for in an environment that was made from this one.
    package mutating func adopt(_ name: String, from other: CELEnvironment) {
        append(after: other)
        slots[name] = other.slots[name]
        constants[name] = other.constants[name]
        absences[name] = other.absences[name]
    }

    /// The slot of a variable that expressions may name, for ``CELVariables/set(_:at:)``.
    package func slot(of name: String) -> Int? { slots[name] }

    /// Whether a text may be the name of a variable: neither a word of the language nor a type.
    public static func isName(_ text: String) -> Bool {
        guard case .identifier(text, false)? = Parser.parse(text, maximumDepth: 1).expression?.kind else {
            return false
        }
        return CELLibrary.Contents.all.types[text] == nil
    }

    /// Keeps the variables of an environment that was made from this one out of the way of those that are declared next, so
    /// that one ``CELVariables`` of the last environment serves the programs of all.
    package mutating func append(after other: CELEnvironment) {
        if other.layout.includes(layout) { layout = other.layout }
    }

    /// The names that expressions may use for values, in order.
    var names: [String] { (Array(slots.keys) + constants.keys).sorted() }

    /// The environment as a linter takes it, to whom constants are values that may change.
    var withVariableConstants: CELEnvironment {
        var environment = self
        for (name, constant) in constants.sorted(by: { $0.key < $1.key }) {
            environment.declare(variable: name, type: constant.type)
        }
        return environment
    }

    /// The expressions of names.
    var definitions: [String: Expression] {
        slots.compactMapValues { layout.slots[$0].definition?.expression }
            .merging(constants.compactMapValues(\.expression)) { $1 }
    }

    /// Declares a message type, for fields and variables of type `.message(name)`.
    public mutating func declare(message: CELMessageType) {
        messages[message.name] = message
    }

    /// Declares a function of the host, beside all others of the same name.
    public mutating func declare(function: CELFunction) {
        contents.functions[function.name, default: []].append(function.function)
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
            source, checked, expecting: expecting, root: Planner(checked, self).plan(expression))
    }

    /// Parses and checks an expression.
    func check(
        _ source: String, expecting: CELType?, isLenient: Bool = false
    ) throws(CELCompileError) -> (expression: Expression, checked: CheckedExpression) {
        let length = source.utf8.count
        guard length <= limits.sourceLength else {
            throw CELCompileError(.long(length, limit: limits.sourceLength), 0..<0)
        }
        let parsed = Parser.parse(source, maximumDepth: limits.nesting)
        guard let expression = parsed.expression else {
            throw CELCompileError(
                problems(parsed.problems, in: source, expecting), in: source, expecting: expecting, self)
        }
        let checked = try check(
            expression, in: source, parsed.problems, nodeCount: parsed.nodeCount, expecting: expecting,
            isLenient: isLenient)
        return (expression, checked)
    }

    /// Checks an expression that was parsed.
    ///
    /// - Parameter source: What it was parsed from, for trying suggestions in it; none where they are of no use.
    func check(
        _ expression: Expression, in source: String? = nil, _ parsing: [Problem] = [], nodeCount: Int,
        expecting: CELType?, isLenient: Bool = false
    ) throws(CELCompileError) -> CheckedExpression {
        var checker = Checker(self, nodeCount: nodeCount, isLenient: isLenient, hasSuggestions: source != nil)
        var checked = checker.check(expression, expecting: expecting)
        let problems = parsing + checked.problems
        guard problems.isEmpty else {
            guard let source else { throw CELCompileError(diagnostics: problems.map(\.plain)) }
            throw CELCompileError(
                self.problems(problems, in: source, expecting), in: source, expecting: expecting, self)
        }
        var estimator = CostEstimator(checked, self)
        let estimate = estimator.estimate(expression)
        checked.estimatedCost = estimate.steps
        checked.bound = estimate.value
        if let span = estimator.tooDeep {
            throw CELCompileError(.deepValue(limit: CostEstimator.valueDepthLimit), span)
        }
        return checked
    }

    /// The problems of a source, or fewer that explain them: that there is a comment in the manner of SQL.
    private func problems(_ problems: [Problem], in source: String, _ expecting: CELType?) -> [Problem] {
        guard source.utf8.contains(UInt8(ascii: "-")), source.contains("--") else { return problems }
        let parsed = Parser.parse(source, maximumDepth: limits.nesting, hasDashComments: true)
        guard let expression = parsed.expression else { return problems }
        var checker = Checker(self, nodeCount: parsed.nodeCount, isLenient: false)
        let others = parsed.problems + checker.check(expression, expecting: expecting).problems
        return others.count < problems.count || others.count == 1 ? others : problems
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
