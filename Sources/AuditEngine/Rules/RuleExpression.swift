internal import CEL
internal import YAMLReader

/// An expression of a rule where it is written, for showing in its pack what is wrong with it.
final class RuleExpression: Sendable {
    /// The keys of a rule under which expressions stand.
    enum Key: String, CaseIterable {
        case condition = "flag_when"
        case filter = "where"
        case group = "group_by"
        case message = "message_expression"
    }

    private let ruleID: String
    private let key: Key
    private let source: String
    private let environment: CELEnvironment
    private let problems: ProblemList
    /// For each byte of the expression, its offset in the pack's text.
    private let offsets: [Int]
    private let start: Int
    /// Whether YAML took the rest of the line for a comment.
    private let isCut: Bool

    /// Takes a text node of a pack.
    ///
    /// - Parameter problems: The list of the pack's problems, for its file and text.
    init(
        _ node: YAMLNode, key: Key, ruleID: String, environment: CELEnvironment, in document: YAMLDocument,
        problems: ProblemList
    ) {
        self.ruleID = ruleID
        self.key = key
        source = node.string ?? ""
        self.environment = environment
        self.problems = problems
        offsets = document.offsets(ofBytesIn: node) ?? []
        start = node.offset
        isCut = offsets.last.map { YAMLAdvice.isComment(in: document.text, at: $0) } ?? false
    }

    /// Compiles the expression.
    ///
    /// - Throws: All problems of the expression, for ``problem(_:)-(CELDiagnostic)``.
    func compile(expecting type: CELType?) throws(CELCompileError) -> CELProgram {
        try environment.compile(source, expecting: type)
    }

    /// What the compiler reports, at its place in the pack.
    func problem(_ diagnostic: CELDiagnostic) -> PackProblem {
        problems.problem(
            "rule '\(ruleID)': \(key.rawValue): \(text(diagnostic))",
            at: RuleCompiler.span(diagnostic.span, offsets: offsets, fallback: start))
    }

    /// What an evaluation failed with, at its place in the pack, with advice. Free of what came from Services.
    ///
    /// Compiles the expression again.
    func problem(_ error: CELError) -> (message: String, problem: PackProblem) {
        let diagnostic = environment.diagnostic(for: error, in: source)
        return (text(diagnostic), problem(diagnostic))
    }

    private func text(_ diagnostic: CELDiagnostic) -> String {
        var suggestion = diagnostic.suggestion
        if isCut, diagnostic.span.upperBound >= source.utf8.count {
            suggestion =
                "YAML takes a blank and '#' for a comment: write the expression on a line of its own, after '|'"
        }
        return diagnostic.message + (suggestion.map { "; \($0)" } ?? "")
    }
}
