/// Writes values as the language writes them.
enum CELLiteral {
    /// A string between double quotes, with what cannot stand in it escaped.
    static func quoted(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append("\"")
        for scalar in text.unicodeScalars {
            if let letter = escapes[scalar] {
                result.append("\\")
                result.append(letter)
            } else {
                result.append(scalar)
            }
        }
        result.append("\"")
        return String(result)
    }

    /// A string between single quotes, as people write it; between double ones if it needs escapes.
    static func singleQuoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x27 && $0 != 0x5C && $0 != 0x7F }
        return isPlain ? "'\(text)'" : quoted(text)
    }

    /// A regular expression as a text without escapes, if its quotes allow that.
    static func pattern(_ text: String) -> String {
        if text.contains("\n") || text.contains("'") && text.contains("\"") { return quoted(text) }
        return text.contains("'") ? "r\"\(text)\"" : "r'\(text)'"
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{07}": "a", "\u{08}": "b", "\u{0C}": "f", "\n": "n", "\r": "r", "\t": "t", "\u{0B}": "v", "\\": "\\",
        "\"": "\"",
    ]
}
