extension Unicode.Scalar {
    /// Whether showing the character could change how what follows is shown, or do something to a terminal.
    var isControl: Bool {
        properties.generalCategory == .control || properties.isBidiControl || value == 0x2028 || value == 0x2029
    }

    /// The character as messages name it: between quotes, or by its number and name if it cannot be seen.
    var shown: String {
        switch properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
            .surrogate, .nonspacingMark, .enclosingMark, .spacingMark:
            let digits = String(value, radix: 16, uppercase: true)
            let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            return number + (properties.name.map { " (\($0))" } ?? "")
        default: return "'\(self)'"
        }
    }
}

extension String {
    /// The text with U+FFFD in place of control and bidirectional formatting characters.
    var withoutControls: String {
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars { result.append(scalar.isControl ? "\u{FFFD}" : scalar) }
        return String(result)
    }
}
