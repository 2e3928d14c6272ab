/// Where in the constants that the host declared a fault lies.
public struct CELConstantPlace: Sendable, Hashable {
    /// The constant as the expression calls it, such as `params.special_ranges`.
    public let name: String
    /// The index of the element, if the constant is a list of which one element is wrong.
    public let element: Int?
}

/// Something wrong in an expression, found before it is evaluated.
public struct CELDiagnostic: Sendable, Hashable {
    /// What is wrong: one sentence without a full stop.
    public let message: String
    /// The UTF-8 offsets in the expression that it is about.
    public let span: Range<Int>
    /// What could have been meant, such as `did you mean 'callback_url'?`.
    public let suggestion: String?
    /// The constant of the host that the fault lies in, if it does in one.
    public let constant: CELConstantPlace?

    /// Makes a diagnostic. Control and bidirectional formatting characters that it quotes become U+FFFD.
    public init(
        message: String, span: Range<Int>, suggestion: String? = nil, constant: CELConstantPlace? = nil
    ) {
        self.message = message.withoutControls
        self.span = span
        self.suggestion = suggestion?.withoutControls
        self.constant = constant
    }
}

extension CELDiagnostic {
    /// The diagnostic as people read it: `line:column: message; suggestion`, and below it the line of the source with carets
    /// under the part that it is about.
    ///
    /// Lines and columns count from 1, columns in code points.
    /// - Parameter source: The source of the expression.
    /// - Complexity: Linear in the length of the source.
    public func text(in source: String) -> String { text(in: SourceText(source)) }

    fileprivate func text(in source: SourceText) -> String {
        let (line, column) = source.location(ofUTF8Offset: span.lowerBound)
        let excerpt = source.excerpt(span).split(separator: "\n", omittingEmptySubsequences: false)
        let heading = "\(line):\(column): \(message)\(suggestion.map { "; \($0)" } ?? "")"
        return ([heading] + excerpt.map { "    " + $0 }).joined(separator: "\n")
    }
}

extension CELCompileError {
    /// All diagnostics as people read them, one below the other.
    ///
    /// - Parameter source: The source of the expression.
    public func text(in source: String) -> String {
        let source = SourceText(source)
        return diagnostics.map { $0.text(in: source) }.joined(separator: "\n")
    }
}

/// An expression that cannot be compiled.
public struct CELCompileError: Error, Sendable, Hashable {
    /// All problems found, in the order of the source; never empty.
    public let diagnostics: [CELDiagnostic]

    /// Makes an error, putting the diagnostics in the order of the source.
    public init(diagnostics: [CELDiagnostic]) {
        self.diagnostics = diagnostics.enumerated()
            .sorted { left, right in
                (left.element.span.lowerBound, left.element.span.upperBound, left.offset)
                    < (right.element.span.lowerBound, right.element.span.upperBound, right.offset)
            }
            .map(\.element)
    }
}
extension CELCompileError {
    /// Makes an error of one mistake.
    init(_ mistake: Mistake, _ span: Range<Int>) {
        self.init(diagnostics: [CELDiagnostic(message: mistake.message, span: span)])
    }
}
