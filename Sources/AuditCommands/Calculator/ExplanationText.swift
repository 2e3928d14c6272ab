internal import CEL
internal import Reports

/// An explanation as text: a line for each part of the expression, with its type, its steps and what it gave.
struct ExplanationText {
    /// The lines, each with a line end.
    let text: String

    private struct Line {
        let source: String
        let type: String
        let steps: String
        let value: String
    }

    /// Columns for a part's source, its type and its value; what is longer is cut off.
    private static let widths = (source: 60, type: 24, value: 60)
    /// Deeper parts are not indented further.
    private static let deepestIndent = 12

    /// Makes the text of an explanation.
    init(_ explanation: CELExplanation, source: String) {
        var lines = [Line(source: "part", type: "type", steps: "steps", value: "value")]
        Self.add(explanation.whole, depth: 0, Array(source.utf8), &lines)
        let sourceWidth = lines.map { TerminalText.width(of: $0.source) }.max() ?? 0
        let typeWidth = lines.map { TerminalText.width(of: $0.type) }.max() ?? 0
        let stepsWidth = lines.map(\.steps.count).max() ?? 0
        let parts = lines.map { line in
            let steps = String(repeating: " ", count: stepsWidth - line.steps.count) + line.steps
            let source = TerminalText.pad(line.source, to: sourceWidth)
            return "\(source)  \(TerminalText.pad(line.type, to: typeWidth))  \(steps)  \(line.value)"
        }
        let constant = explanation.whole.steps - explanation.steps
        let folded = constant > 0 ? "; \(constant) more for constant parts were taken when compiling" : ""
        let estimate = explanation.program.estimatedCost
        let most = estimate.upperBound == .max ? "any number" : "\(estimate.upperBound)"
        let totals = [
            "", "type      \(explanation.whole.type)",
            "steps     \(explanation.steps), of \(explanation.program.costLimit) allowed\(folded)",
            "estimate  \(estimate.lowerBound) to \(most), before the variables were known",
        ]
        text = (parts + totals).map { $0 + "\n" }.joined()
    }

    private static func add(_ part: CELExplanation.Part, depth: Int, _ source: [UInt8], _ lines: inout [Line]) {
        let indent = String(repeating: "  ", count: min(depth, deepestIndent))
        let text = String(decoding: source[part.span.clamped(to: 0..<source.count)], as: UTF8.self)
        lines.append(
            Line(
                source: indent + shortened(oneLine(text), to: widths.source - indent.count),
                type: shortened(part.type.description, to: widths.type), steps: "\(part.steps)", value: value(of: part))
        )
        for part in part.parts { add(part, depth: depth + 1, source, &lines) }
    }

    private static func value(of part: CELExplanation.Part) -> String {
        guard part.evaluationCount > 0 else { return "not evaluated" }
        let width = part.outcomes.count == 1 ? widths.value : widths.value / CELExplanation.outcomeLimit
        let shown = part.outcomes.map { outcome in
            switch outcome {
            case .success(let value): ValueExcerpt(value, width: width).text
            case .failure(let error): "error: \(error.message)"
            }
        }
        let values = shown.joined(separator: ", ")
        return part.evaluationCount > part.outcomes.count ? "\(values), … (\(part.evaluationCount) in all)" : values
    }

    /// The text with each run of blanks and line ends as one blank, safe for a terminal.
    private static func oneLine(_ text: String) -> String {
        TerminalText.escape(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private static func shortened(_ text: String, to width: Int) -> String { TerminalText.truncate(text, to: width) }
}
