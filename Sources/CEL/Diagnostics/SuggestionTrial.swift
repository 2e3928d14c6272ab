/// Tries suggestions: puts what each says into the source, and looks whether the expression is right in that place then.
struct SuggestionTrial {
    private let environment: CELEnvironment
    private let source: [UInt8]
    private let expecting: CELType?
    private let problems: [Problem]
    /// How many bytes of source may still be read again, so that a long source with many mistakes takes linear time.
    private var budget = 200_000

    /// - Parameter problems: All problems of the source, in its order.
    init(_ problems: [Problem], in source: String, expecting: CELType?, _ environment: CELEnvironment) {
        self.environment = environment
        self.source = Array(source.utf8)
        self.expecting = expecting
        self.problems = problems
    }

    /// What to show: each problem with the first of its suggestions that is right.
    mutating func diagnostics() -> [CELDiagnostic] {
        var diagnostics: [CELDiagnostic] = []
        for problem in problems {
            diagnostics.append(
                CELDiagnostic(
                    message: problem.message, span: problem.span, suggestion: words(for: problem),
                    constant: problem.constant))
        }
        return diagnostics
    }

    private mutating func words(for problem: Problem) -> String? {
        for way in problem.suggestion?.ways ?? [] {
            switch way {
            case .words(let words): return words
            case .edit(let edit):
                if mends(edit, problem) { return edit.before + edit.code.shortText(from: source) + edit.after }
            }
        }
        return nil
    }

    /// Whether the expression is right in the edited place, and the problem is gone.
    private mutating func mends(_ edit: Suggestion.Edit, _ problem: Problem) -> Bool {
        let code = Array(edit.code.text(from: source).utf8)
        let span = edit.span.clamped(to: 0..<source.count)
        let edited = source[..<span.lowerBound] + code + source[span.upperBound...]
        guard edited.count <= budget else { return false }
        budget -= edited.count
        let place = span.lowerBound..<span.lowerBound + code.count
        let text = String(decoding: edited, as: UTF8.self)
        let parsed = Parser.parse(text, maximumDepth: environment.limits.nesting)
        guard let expression = parsed.expression else { return false }
        var checker = Checker(environment, nodeCount: parsed.nodeCount, isLenient: false, hasSuggestions: false)
        let checked = checker.check(expression, expecting: expecting)
        let others = problems.filter { $0.span != problem.span || $0.message != problem.message }
        for found in parsed.problems + checked.problems where found.span.touches(place) {
            let isOld = others.contains {
                $0.message == found.message && $0.span.moved(by: span, to: place) == found.span
            }
            if !isOld { return false }
        }
        guard checked.resolutions.count > expression.id else { return false }
        return ConstantFinder(environment, text, checked).failures(in: expression)
            .allSatisfy { !$0.span.touches(place) }
    }
}

extension Range<Int> {
    /// Whether both have a byte in common; an empty range, whether it lies in the other.
    fileprivate func touches(_ other: Range<Int>) -> Bool {
        isEmpty || other.isEmpty
            ? lowerBound <= other.upperBound && other.lowerBound <= upperBound : overlaps(other)
    }

    /// The range of the same text after a part of the source was replaced.
    fileprivate func moved(by old: Range<Int>, to new: Range<Int>) -> Range<Int> {
        func moved(_ offset: Int) -> Int { offset >= old.upperBound ? offset + new.count - old.count : offset }
        let lower = moved(lowerBound)
        return lower..<Swift.max(lower, moved(upperBound))
    }
}

extension CELCompileError {
    /// Makes an error of problems, with those of their suggestions that are right.
    init(_ problems: [Problem], in source: String, expecting: CELType?, _ environment: CELEnvironment) {
        let ordered = problems.enumerated().sorted { left, right in
            (left.element.span.lowerBound, left.element.span.upperBound, left.offset)
                < (right.element.span.lowerBound, right.element.span.upperBound, right.offset)
        }
        var trial = SuggestionTrial(ordered.map(\.element), in: source, expecting: expecting, environment)
        self.init(diagnostics: trial.diagnostics())
    }
}
