extension Unicode.Scalar {
    /// Whether a reader would not see the character, or could see something else than it is: control and format characters,
    /// line and paragraph separators, blanks other than the space, what Unicode calls ignorable, private characters and
    /// noncharacters.
    package var isHidden: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: return true
        case 0x20..<0x7F: return false
        // The braille pattern without a dot, which is a symbol but blank.
        case 0x2800: return true
        default: break
        }
        if properties.isNoncharacterCodePoint || properties.isDefaultIgnorableCodePoint { return true }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .surrogate: true
        default: false
        }
    }

    /// Whether the character combines with the one before it.
    package var isMark: Bool {
        guard value >= 0x300 else { return false }
        return switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
