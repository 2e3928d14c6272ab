/// Something wrong in an expression, found before it is evaluated.
public struct CELDiagnostic: Sendable, Hashable {
    /// What is wrong: one sentence without a full stop.
    public let message: String
    /// The UTF-8 offsets in the expression that it is about.
    public let span: Range<Int>
    /// What could have been meant, such as `did you mean 'callback_url'?`.
    public let suggestion: String?

    /// Makes a diagnostic. Control and bidirectional formatting characters that it quotes become U+FFFD.
    public init(message: String, span: Range<Int>, suggestion: String? = nil) {
        self.message = message.withoutControls
        self.span = span
        self.suggestion = suggestion?.withoutControls
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
