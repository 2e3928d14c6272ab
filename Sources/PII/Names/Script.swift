/// Groups of scripts that words are made of, as far as they matter for where one ends.
enum Script: UInt8, Sendable {
    case han, hiragana, katakana, hangul, other

    /// The script of a letter beyond Latin.
    init(_ unit: Unit) {
        self =
            switch unit {
            case 0x3041...0x309F: .hiragana
            // With the mark of long vowels.
            case 0x30A0...0x30FF, 0x31F0...0x31FF: .katakana
            case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
            case 0xAC00...0xD7A3: .hangul
            default: .other
            }
    }
}
