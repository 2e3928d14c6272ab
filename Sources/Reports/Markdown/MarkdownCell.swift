import AuditEngine

/// The cells that several tables share.
enum MarkdownCell {
    /// The most characters of a name or value in a cell.
    static var nameLimit: Int { 120 }
    /// The most characters of a sentence in a cell.
    static var messageLimit: Int { 400 }

    /// A text in a code span, or a dash where there is none.
    static func code(_ text: String?, limit: Int = nameLimit) -> String {
        text.map { MarkdownText.codeSpan($0, limit: limit, isInTable: true) } ?? "–"
    }

    /// A sentence.
    static func prose(_ text: String) -> String {
        MarkdownText.prose(text, limit: messageLimit, isInTable: true)
    }

    /// The value that a finding points at.
    static func value(_ value: Finding.Value) -> String {
        switch value {
        case .null: "–"
        case .integer(let number): "`\(number)`"
        case .text(let text): code(text)
        }
    }

    /// How many others a flagged group has, and the first of them.
    static func related(_ related: Finding.Related) -> String {
        let shown = related.members.prefix(3)
        let names = shown.map { code($0.serviceSID ?? $0.uniqueName) }.joined(separator: ", ")
        let more = related.total > shown.count ? ", …" : ""
        return "\(related.total): \(names)\(more)"
    }
}
