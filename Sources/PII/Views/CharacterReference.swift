internal import Text

/// A character reference of HTML (section 13.5 of the standard): by number, or by the name of a sign or accented letter.
struct CharacterReference {
    let scalar: Unicode.Scalar
    /// How many bytes spell it, with `&` and `;`.
    let length: Int

    /// The longest name read, in bytes.
    private static let nameLimit = 8

    /// Reads the reference that starts at `index`; a number may stand without its semicolon.
    init?(in bytes: [UInt8], at index: Int) {
        guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "&") else { return nil }
        if bytes[index + 1] == UInt8(ascii: "#") {
            guard let number = Self.number(in: bytes, from: index + 2) else { return nil }
            scalar = number.scalar
            length = number.end - index
            return
        }
        let nameStart = index + 1
        var end = nameStart
        while end < bytes.count, end - nameStart < Self.nameLimit, bytes[end] | 0x20 >= 0x61, bytes[end] | 0x20 <= 0x7A
        {
            end += 1
        }
        guard end > nameStart, end < bytes.count, bytes[end] == UInt8(ascii: ";"),
            let named = Self.scalar(named: String(decoding: bytes[nameStart..<end], as: UTF8.self))
        else { return nil }
        scalar = named
        length = end + 1 - index
    }

    private static func number(in bytes: [UInt8], from start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        var position = start
        let isHex = bytes[position] | 0x20 == UInt8(ascii: "x")
        if isHex { position += 1 }
        let digits = position
        var value: UInt32 = 0
        // Seven digits hold the largest code point in either base; more are leading zeros or none at all.
        while position < bytes.count, position - digits < 7, let digit = bytes[position].hexDigitValue,
            isHex || digit < 10
        {
            value = value * (isHex ? 16 : 10) + UInt32(digit)
            position += 1
        }
        // Shorter ones would be read in `a&#1b`; a reference is never shorter than the UTF-8 of its character.
        guard position - digits >= 2, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        let hasSemicolon = position < bytes.count && bytes[position] == UInt8(ascii: ";")
        return (scalar, position + (hasSemicolon ? 1 : 0))
    }

    private static let signs: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "commat": "@", "period": ".",
        "plus": "+",
        "lpar": "(", "rpar": ")", "num": "#", "hyphen": "-", "dash": "-", "ndash": "-", "mdash": "-", "lowbar": "_",
        "sol": "/",
        "colon": ":", "comma": ",", "semi": ";", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
        "szlig": "\u{DF}", "aelig": "\u{E6}", "AElig": "\u{C6}", "oelig": "\u{153}", "OElig": "\u{152}",
        "eth": "\u{F0}",
        "ETH": "\u{D0}", "thorn": "\u{FE}", "THORN": "\u{DE}", "oslash": "\u{F8}", "Oslash": "\u{D8}",
        "lstrok": "\u{142}", "Lstrok": "\u{141}", "dstrok": "\u{111}", "Dstrok": "\u{110}", "inodot": "\u{131}",
    ]

    private static let accents: Set<String> = [
        "acute", "breve", "caron", "cedil", "circ", "dot", "grave", "macr", "ogon", "ring", "tilde", "uml",
    ]

    /// Accents fall away when the text is folded, so that the letter alone is enough.
    private static func scalar(named name: String) -> Unicode.Scalar? {
        if let sign = signs[name] { return sign }
        guard let letter = name.unicodeScalars.first, accents.contains(String(name.dropFirst())) else { return nil }
        return letter
    }
}
