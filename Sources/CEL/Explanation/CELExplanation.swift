/// How an expression came to its value: the type, the value and the steps of each of its parts.
public struct CELExplanation: Sendable {
    /// A part of the expression that has a value of its own.
    public struct Part: Sendable {
        /// The UTF-8 offsets of the part in the source.
        public let span: Range<Int>
        /// The type that the checker deduced.
        public let type: CELType
        /// What the part gave, in the order of evaluation: nothing if it was not needed, several values inside a macro. At
        /// most ``CELExplanation/outcomeLimit``.
        public let outcomes: [Result<CELValue, CELError>]
        /// How often the part was evaluated, which may be more often than there are ``outcomes``.
        public let evaluationCount: Int
        /// The steps that all evaluations of the part took one by one, those of ``parts`` included.
        public let steps: Int
        /// The parts of the part, in the order of the source.
        ///
        /// Literals are left out, and variables of which only a field is selected.
        public let parts: [Part]
    }

    /// The most outcomes that are kept for a part.
    public static let outcomeLimit = 4

    /// The program that was explained, planned as ``CELEnvironment/compile(_:expecting:)`` plans it.
    public let program: CELProgram
    /// The value of the whole, or what failed and where: the same that ``CELProgram/evaluate(_:)`` gives.
    public let outcome: Result<CELValue, CELError>
    /// The steps that the evaluation took of ``CELProgram/costLimit``.
    public let steps: Int
    /// The whole expression and its parts.
    public let whole: Part
}

extension CELEnvironment {
    /// Evaluates an expression and keeps what each part of it gives.
    ///
    /// Far slower than evaluating a program, and no part is computed beforehand: for people who want to understand.
    ///
    /// - Parameter expecting: The type that the value must have, as for ``compile(_:expecting:)``.
    /// - Throws: All problems of the expression that can be found at once.
    public func explain(
        _ source: String, expecting: CELType? = nil, variables: CELVariables
    ) throws(CELCompileError) -> CELExplanation {
        let (expression, checked) = try check(source, expecting: expecting)
        let nodeCount = checked.types.count
        let meter = EvaluationRecorder(nodeCount: nodeCount, outcomeLimit: 1)
        let planned = Planner(checked, self).plan(expression)
        let metered = program(
            source, checked, expecting: expecting, root: TracingNode(planned, id: expression.id, meter))
        let outcome = metered.outcome(variables)
        let recorder = EvaluationRecorder(nodeCount: nodeCount, outcomeLimit: CELExplanation.outcomeLimit)
        let root = Planner(checked, self, recorder: recorder).plan(expression)
        _ = program(source, checked, expecting: expecting, root: root).outcome(variables)
        return CELExplanation(
            program: program(source, checked, expecting: expecting, root: planned), outcome: outcome,
            steps: meter.noted[expression.id].steps,
            whole: CELExplanation.Part(expression, checked, recorder.noted))
    }
}

extension CELExplanation.Part {
    fileprivate init(_ node: Expression, _ checked: CheckedExpression, _ records: [EvaluationRecorder.Record]) {
        span = node.span
        type = checked.types[node.id]
        outcomes = records[node.id].outcomes
        evaluationCount = records[node.id].count
        steps = records[node.id].steps
        parts = Self.parts(of: node, checked).map { Self($0, checked, records) }
    }

    /// The nodes below a node that a reader wants to see.
    private static func parts(of node: Expression, _ checked: CheckedExpression) -> [Expression] {
        checked.evaluatedChildren(of: node).filter { child in
            if case .select = node.kind, case .identifier = child.kind { return false }
            return !child.isLiteral
        }
    }
}
