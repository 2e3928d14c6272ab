internal import CEL
internal import YAMLReader

/// An expression of a rule or of a pack where it is written, for showing in its pack what is wrong with it.
final class RuleExpression: Sendable {
    /// Which of the expressions it is.
    enum Key: Hashable, Sendable {
        case condition
        case filter
        case group
        case message
        case severity(Severity)
        case variable(String)

        /// The keys of a rule under which a single expression stands.
        static let single: [Key] = [.condition, .filter, .group, .message]

        /// The key as it is written, with the keys above it.
        var text: String {
            switch self {
            case .condition: "flag_when"
            case .filter: "where"
            case .group: "group_by"
            case .message: "message_expression"
            case .severity(let severity): "severity_when.\(severity.rawValue)"
            case .variable(let name): "variables.\(name)"
            }
        }
    }

    let key: Key
    let source: String
    /// What the expression may name.
    let environment: CELEnvironment
    private let owner: String
    private let problems: ProblemList
    private let parameters: ParameterPlaces
    /// For each byte of the expression, its offset in the pack's text.
    private let offsets: [Int]
    private let start: Int
    /// Whether YAML took the rest of the line for a comment.
    private let isCut: Bool

    /// Takes a text node of a pack.
    ///
    /// - Parameters:
    ///   - owner: Whose expression it is, such as `rule 'x'`.
    ///   - parameters: Where the parameters stand that it may read.
    ///   - problems: The list of the pack's problems, for its file and text.
    init(
        _ node: YAMLNode, key: Key, owner: String, environment: CELEnvironment, parameters: ParameterPlaces,
        in document: YAMLDocument, problems: ProblemList
    ) {
        self.owner = owner
        self.key = key
        source = node.string ?? ""
        self.environment = environment
        self.parameters = parameters
        self.problems = problems
        offsets = document.offsets(ofBytesIn: node) ?? []
        start = node.offset
        isCut = offsets.last.map { YAMLAdvice.isComment(in: document.text, at: $0) } ?? false
    }

    /// Compiles the expression.
    ///
    /// - Throws: All problems of the expression, for ``problem(_:)-(CELDiagnostic)``.
    func compile(expecting type: CELType? = nil) throws(CELCompileError) -> CELProgram {
        try environment.compile(source, expecting: type)
    }

    /// What the compiler reports, at its place in the pack.
    func problem(_ diagnostic: CELDiagnostic) -> PackProblem {
        let message = "\(owner): \(key.text): \(text(diagnostic))"
        if let constant = diagnostic.constant,
            let problem = parameters.problem(message, constant, problems)
        {
            return problem
        }
        return problem(message, at: diagnostic.span, isWarning: false)
    }

    /// A problem at a part of the expression.
    func problem(_ message: String, at span: Range<Int>, isWarning: Bool) -> PackProblem {
        problems.problem(
            message, at: RuleCompiler.span(span, offsets: offsets, fallback: start), isWarning: isWarning)
    }

    /// A warning about a part of the expression.
    func warning(_ message: String, at span: Range<Int>) -> PackProblem {
        problem("\(owner): \(key.text): \(message)", at: span, isWarning: true)
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

/// Where the parameters in force stand.
struct ParameterPlaces: Sendable {
    /// Those of the pack's text by name.
    var written: [String: RulePack.Parameter] = [:]
    /// Those given by an option.
    var given: Set<String> = []

    /// A problem of a parameter, at its place; `nil` if it is none that is known.
    func problem(_ message: String, _ place: CELConstantPlace, _ problems: ProblemList) -> PackProblem? {
        let parts = place.name.split(separator: ".")
        guard parts.count >= 2, parts[0] == RuleEnvironment.Variable.params.rawValue else { return nil }
        let name = String(parts[1])
        if given.contains(name) {
            return PackProblem(
                file: "--param", line: 0, column: 0, message: "\(message), in \(place.name)", excerpt: nil)
        }
        guard let parameter = written[name] else { return nil }
        let span = place.element.flatMap { parameter.elements.indices.contains($0) ? parameter.elements[$0] : nil }
        return problems.problem("\(message), in \(place.name)", at: span ?? parameter.span)
    }
}
