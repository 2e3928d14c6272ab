internal import CEL

/// Something wrong in a rule pack or an example file, at a place in it.
package struct PackProblem: Sendable, Hashable {
    /// The file's path as it was given, or the name of a built-in pack.
    package let file: String
    /// From 1; 0 where the place is an option of the command line, which `file` names then.
    package let line: Int
    /// From 1, in code points.
    package let column: Int
    /// What is wrong: one sentence, without a full stop.
    package let message: String
    /// The source line and a line with carets; nil where the place is the whole file.
    package let excerpt: String?
    /// Whether the pack can be used all the same.
    package let isWarning: Bool

    package init(
        file: String, line: Int, column: Int, message: String, excerpt: String?, isWarning: Bool = false
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.excerpt = excerpt
        self.isWarning = isWarning
    }

    /// `file:line:column: message`, with `warning: ` before the message of one, and below it the source line with carets.
    package var rendered: String {
        let message = isWarning ? "warning: \(message)" : message
        let heading = line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
        guard let excerpt else { return heading }
        let indented = excerpt.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        return heading + "\n" + indented.joined(separator: "\n")
    }
}

/// Rule packs that cannot be used: every problem of every pack, in the order of the files.
package struct RulePackError: Error, Sendable {
    package let problems: [PackProblem]

    package init(problems: [PackProblem]) {
        self.problems = problems
    }
}

/// Collects the problems of one file.
struct ProblemList {
    let file: String
    private let source: SourceText
    private(set) var problems: [PackProblem] = []

    init(file: String, text: String) {
        self.file = file
        source = SourceText(text)
    }

    /// Adds a problem that stands at a range of UTF-8 offsets of the file.
    mutating func add(_ message: String, at span: Range<Int>, isWarning: Bool = false) {
        problems.append(problem(message, at: span, isWarning: isWarning))
    }

    /// Adds a problem that was made before.
    mutating func add(_ problem: PackProblem) { problems.append(problem) }

    /// A problem that stands at a range of UTF-8 offsets of the file, without adding it.
    func problem(_ message: String, at span: Range<Int>, isWarning: Bool = false) -> PackProblem {
        let (line, column) = source.location(ofUTF8Offset: span.lowerBound)
        return PackProblem(
            file: file, line: line, column: column, message: message, excerpt: source.excerpt(span),
            isWarning: isWarning)
    }

    /// `file:line` of an offset.
    func place(of offset: Int) -> String {
        "\(file):\(source.location(ofUTF8Offset: offset).line)"
    }

    /// Adds a problem that stands at one character.
    mutating func add(_ message: String, at offset: Int) {
        add(message, at: offset..<offset + 1)
    }
}
