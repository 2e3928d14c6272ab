internal import AuditEngine
internal import PII
internal import Reports

/// What was found in a name, as text for people.
struct NameExplanation {
    /// The lines, each with a line end.
    let text: String

    /// Explains a name with what was found in it, in order.
    ///
    /// - Parameter isAllowed: Whether the user allows the name, so that nothing counts in it.
    init(_ name: String, _ matches: [PIIMatch], isAllowed: Bool) {
        let shown = TerminalText.escape(name)
        var lines = matches.isEmpty ? [shown, ""] : []
        for match in matches {
            lines += [
                shown, Self.carets(under: match.range, of: name),
                "  \(match.kind.rawValue): \(match.level.rawValue), confidence \(match.shownConfidence)",
                "  why     \(match.reason)",
                "  seen    \(match.disguise.view)",
                "  masked  \(match.masked)",
                "",
            ]
        }
        if isAllowed {
            lines.append("Allowed: nothing is looked for in this name.")
        } else if matches.isEmpty {
            lines.append("No personal data found.")
        } else if matches.allSatisfy({ $0.level == .low }) {
            lines.append("For information only: reasonable people judge this neither way, and scans do not count it.")
        }
        lines.append("Reports show it as: \(TerminalText.escape(Masker().name(name)))")
        text = lines.map { $0 + "\n" }.joined()
    }

    /// Carets under the characters of a range of UTF-8 offsets, as the terminal shows them.
    private static func carets(under range: Range<Int>, of name: String) -> String {
        let bytes = Array(name.utf8)
        func width(ofPrefix length: Int) -> Int {
            TerminalText.width(of: TerminalText.escape(String(decoding: bytes[..<length], as: UTF8.self)))
        }
        let start = width(ofPrefix: range.lowerBound)
        let count = max(1, width(ofPrefix: range.upperBound) - start)
        return String(repeating: " ", count: start) + String(repeating: "^", count: count)
    }
}
