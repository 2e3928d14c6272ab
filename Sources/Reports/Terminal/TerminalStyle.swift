import AuditEngine

/// Colours of the summary's own words; other people's text is never coloured.
///
/// Select Graphic Rendition sequences as in ECMA-48, 8.3.117: every terminal that has colours knows the first eight.
struct TerminalStyle {
    private let isColored: Bool

    init(isColored: Bool) {
        self.isColored = isColored
    }

    func bold(_ text: String) -> String { styled(text, "1") }

    /// A text in the colour of a severity: red for what is grave, yellow for what is not, none for `info`.
    func severity(_ severity: Severity, _ text: String) -> String {
        switch severity {
        case .critical: styled(text, "1;31")
        case .high: styled(text, "31")
        case .medium: styled(text, "33")
        case .low: styled(text, "36")
        case .info: text
        }
    }

    /// A text in the colour of a verdict: green only for a pass.
    func verdict(_ decision: Verdict.Decision, _ text: String) -> String {
        switch decision {
        case .passed: styled(text, "1;32")
        case .failed: styled(text, "1;31")
        case .incomplete, .nothingLoaded, .interrupted, .invalidConfiguration, .notFinished: styled(text, "1;33")
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
