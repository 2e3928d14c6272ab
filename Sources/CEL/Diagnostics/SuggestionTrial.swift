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
        // Names first: what is right beside them depends on what they stand for.
        let named = problems.map { $0.suggestion?.isName == true ? way(for: $0, beside: []) : nil }
        let names = named.compactMap { way in
            if case .edit(let edit) = way { edit } else { nil }
        }
        var diagnostics: [CELDiagnostic] = []
        for (problem, name) in zip(problems, named) {
            let way = problem.suggestion?.isName == true ? name : way(for: problem, beside: names)
            diagnostics.append(
                CELDiagnostic(
                    message: problem.mistake.message, span: problem.span, suggestion: way.map(words),
                    constant: problem.constant))
        }
        return diagnostics
    }

    private func words(_ way: Suggestion.Way) -> String {
        switch way {
        case .words(let words): words
        case .edit(let edit): edit.before + edit.code.shortText(from: source) + edit.after
        }
    }

    private mutating func way(for problem: Problem, beside names: [Suggestion.Edit]) -> Suggestion.Way? {
        for way in problem.suggestion?.ways ?? [] {
            guard case .edit(let edit) = way else { return way }
            if mends(edit, problem, beside: []) && (names.isEmpty || mends(edit, problem, beside: names)) { return way }
        }
        return nil
    }

    /// Whether the expression is right in the edited place, and the problem is gone.
    ///
    /// - Parameter names: Other edits that are made as well.
    private mutating func mends(
        _ edit: Suggestion.Edit, _ problem: Problem, beside names: [Suggestion.Edit]
    ) -> Bool {
        let (text, places) = edited([edit] + names.filter { !$0.span.overlaps(edit.span) })
        guard text.utf8.count <= budget else { return false }
        budget -= text.utf8.count
        let place = places[0]
        let parsed = Parser.parse(text, maximumDepth: environment.limits.nesting)
        guard let expression = parsed.expression else { return false }
        var checker = Checker(environment, nodeCount: parsed.nodeCount, isLenient: false, hasSuggestions: false)
        let checked = checker.check(expression, expecting: expecting)
        let span = edit.span.clamped(to: 0..<source.count)
        for found in parsed.problems + checked.problems where found.span.touches(place) {
            let isOld = problems.contains { other in
                (other.span != problem.span || other.mistake != problem.mistake) && other.mistake == found.mistake
                    && (!names.isEmpty || other.span.moved(by: span, to: place) == found.span)
            }
            if !isOld { return false }
        }
        guard checked.resolutions.count > expression.id else { return false }
        return ConstantFinder(environment, text, checked).failures(in: expression)
            .allSatisfy { !$0.span.touches(place) }
    }

    /// The source with edits that do not overlap, and the places of what they put there, in their order.
    private func edited(_ edits: [Suggestion.Edit]) -> (text: String, places: [Range<Int>]) {
        var result: [UInt8] = []
        var places = [Range<Int>](repeating: 0..<0, count: edits.count)
        var end = 0
        for (index, edit) in edits.enumerated().sorted(by: { $0.element.span.lowerBound < $1.element.span.lowerBound })
        {
            let span = edit.span.clamped(to: 0..<source.count)
            guard span.lowerBound >= end else { continue }
            result += source[end..<span.lowerBound]
            // Of a part that an edit takes over, other edits are left out.
            let code = Array(edit.code.text(from: source).utf8)
            places[index] = result.count..<result.count + code.count
            result += code
            end = span.upperBound
        }
        return (String(decoding: result + source[end...], as: UTF8.self), places)
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
    ///
    /// Of many, the first are told, and where there are more.
    init(_ problems: [Problem], in source: String, expecting: CELType?, _ environment: CELEnvironment) {
        let ordered = problems.enumerated().sorted { left, right in
            (left.element.span.lowerBound, left.element.span.upperBound, left.offset)
                < (right.element.span.lowerBound, right.element.span.upperBound, right.offset)
        }
        var told = ordered.prefix(Problem.toldLimit).map(\.element)
        if told.count < ordered.count {
            let next = ordered[told.count].element.span
            told.append(Problem(.more, next, "it is told when those before it are mended"))
        }
        var trial = SuggestionTrial(told, in: source, expecting: expecting, environment)
        self.init(diagnostics: trial.diagnostics())
    }
}
