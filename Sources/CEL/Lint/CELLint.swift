/// Something in an expression that compiles but is probably not meant.
package struct CELLint: Sendable, Hashable {
    /// What kind of slip it is.
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// A value that may be null is used where null is an error.
        case unguardedNull
        /// A function that fails for some values is called without asking whether it would.
        case unguardedFailure
        /// A value that is always null is used where null is an error.
        case alwaysNull
        /// A part without variables has no value, and the whole has none without it.
        case certainFailure
        /// A part without variables, which need not be evaluated each time, has no value.
        case failingConstant
        /// A condition has the same value whatever the variables are.
        case constantCondition
        /// The same condition stands twice in one `&&` or `||`.
        case repeatedCondition
        /// A field is compared with a text that is not among its known values.
        case unknownValue
        /// A regular expression or a text is probably meant in another way.
        case suspiciousText
    }

    /// What kind of slip it is.
    package let kind: Kind
    /// What is wrong, where, and what can be done about it.
    package let diagnostic: CELDiagnostic

    /// Makes a lint.
    init(_ remark: Remark, _ span: Range<Int>, suggestion: String? = nil) {
        kind = remark.kind
        diagnostic = CELDiagnostic(message: remark.message, span: span, suggestion: suggestion)
    }
}

/// What is known whenever an expression is evaluated, because another one was evaluated before.
package struct CELAssumption: Sendable {
    /// What is known about the other expression.
    enum Content: Sendable {
        /// It was true.
        case holds
        /// It had a value that is not null.
        case hasValue
    }

    /// The elements of a list, for each of which the expression was evaluated.
    struct Elements: Sendable {
        /// The variable of the other expression that stood for the element.
        let variable: String
        /// The variable that is the list.
        let list: String
    }

    let source: String
    let environment: CELEnvironment
    let content: Content
    let elements: Elements?

    /// The condition was true for the same variables.
    package static func holds(_ condition: String, in environment: CELEnvironment) -> Self {
        Self(source: condition, environment: environment, content: .holds, elements: nil)
    }

    /// The expression had a value other than null for the same variables.
    package static func hasValue(_ expression: String, in environment: CELEnvironment) -> Self {
        Self(source: expression, environment: environment, content: .hasValue, elements: nil)
    }

    /// The same is known of each element of a list that is a variable of the linted expression.
    ///
    /// - Parameter variable: The variable that stands for the element in the other expression.
    package func ofEach(_ variable: String, in list: String) -> Self {
        Self(
            source: source, environment: environment, content: content,
            elements: Elements(variable: variable, list: list))
    }
}

extension CELEnvironment {
    /// Finds what in an expression is probably not meant: nullable values and functions that fail for some values which are
    /// used without asking, conditions that never change, comparisons with values that do not occur.
    ///
    /// Nothing found does not prove anything, but what is found is so for some or all values of the variables.
    /// - Parameter assumptions: What is known whenever the expression is evaluated. One that does not compile is ignored.
    /// - Returns: In the order of the source.
    /// - Throws: All problems for which the expression does not compile.
    /// - Complexity: Linear in the source for usual expressions; bounded for all.
    package func lint(
        _ source: String, expecting: CELType? = nil, assuming assumptions: [CELAssumption] = []
    ) throws(CELCompileError) -> [CELLint] {
        let (expression, checked, places) = try lintable(source, expecting: expecting)
        var knowledge = Knowledge()
        var conditions: [(node: Expression, context: LintContext)] = []
        for assumption in assumptions {
            guard
                let (node, known, _) = try? assumption.environment.lintable(assumption.source, expecting: nil)
            else { continue }
            let context = LintContext(known, messages: assumption.environment.messages)
            let clauses =
                switch assumption.content {
                case .holds: context.clauses(of: node, being: true, ifEvaluated: true)
                case .hasValue: context.clausesOfValue(node)
                }
            if let elements = assumption.elements {
                knowledge.add(clauses, ofEach: elements.variable, in: elements.list)
            } else {
                knowledge.add(clauses)
                if case .holds = assumption.content { conditions.append((node, context)) }
            }
        }
        let context = LintContext(checked, messages: messages)
        var guards = GuardLinter(context, knowledge, constants: constants.keys)
        _ = guards.visit(expression)
        var linter = ConditionLinter(withVariableConstants, source, checked)
        linter.lint(expression, assuming: conditions)
        // What is the matter with a condition in a named expression is found there.
        let found = linter.lints.filter { !places.contains($0.diagnostic.span) }
        return (guards.lints + found).enumerated()
            .sorted {
                ($0.element.diagnostic.span.lowerBound, $0.offset) < ($1.element.diagnostic.span.lowerBound, $1.offset)
            }
            .map(\.element)
    }

    /// The expression as linters look at it: with named expressions in the places of their names, and with constants as
    /// values that may change.
    ///
    /// - Returns: The expression, what the checker found out about it, and where names stood.
    private func lintable(
        _ source: String, expecting: CELType?
    ) throws(CELCompileError) -> (Expression, CheckedExpression, Set<Range<Int>>) {
        let environment = withVariableConstants
        let (written, checked) = try environment.check(source, expecting: expecting)
        var inliner = ExpressionInliner(definitions)
        guard let expression = inliner.inlined(written), !inliner.spans.isEmpty, expression.depth <= limits.nesting,
            let inlined = try? environment.check(expression, nodeCount: inliner.nodeCount, expecting: expecting)
        else { return (written, checked, []) }
        return (expression, inlined, inliner.spans)
    }
}
