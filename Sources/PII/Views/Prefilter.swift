/// Decides from the bytes alone that a text holds nothing worth a closer look, as most names do.
enum Prefilter {
    /// Longer texts, and those of more words, are looked at closely in any case.
    private static let lengthLimit = 64
    private static let wordLimit = 8
    /// Fewer digits are part of no number that is looked for, but of dates and addresses, which stand beside words.
    private static let fewestDigits = 4
    /// Fewer letters that stand alone are initials or sizes, and no word that was spaced out.
    private static let fewestLetters = 3

    /// Whether `bytes` are ASCII words that are no names, and numbers too short to be anything.
    ///
    /// The answer is yes only where the whole search would find nothing at all.
    /// - Complexity: O(*n*); does not allocate.
    static func holdsNothing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= lengthLimit else { return false }
        var digits = 0
        var previous = UInt8(ascii: " ")
        for byte in bytes {
            if byte &- 0x30 < 10 {
                digits += 1
                guard digits < fewestDigits else { return false }
            } else if isLetter(byte) {
                // `J0hn`
                if previous &- 0x30 < 10 { return false }
            } else if !isPlainSign(byte) {
                return false
            }
            previous = byte
        }
        return withUnsafeTemporaryAllocation(of: Unit.self, capacity: lengthLimit) { units in
            for (index, byte) in bytes.enumerated() { units.initializeElement(at: index, to: Unit(byte)) }
            return areWords(UnsafeBufferPointer(rebasing: units.prefix(bytes.count)), hasDigits: digits > 0)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Signs that part words and have no other meaning.
    private static func isPlainSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): return true
        default: return false
        }
    }

    private static func areWords(_ units: UnsafeBufferPointer<Unit>, hasDigits: Bool) -> Bool {
        withUnsafeTemporaryAllocation(of: NameToken.self, capacity: wordLimit) { buffer in
            var tokenizer = NameTokenizer(units)
            var (words, letters) = (0, 0)
            var (hasRole, mayBeInRole, mayBeName) = (false, false, false)
            while var word = tokenizer.next() {
                guard words < wordLimit else { return false }
                if word.length == 1 {
                    letters += 1
                    guard letters < fewestLetters, !word.mayBeElided(units) else { return false }
                } else {
                    word.lookUp()
                    mayBeName = mayBeName || !word.knowledge.isPlain
                    // `driver Will Grant`
                    hasRole = hasRole || word.knowledge.isAboutPerson
                    mayBeInRole = mayBeInRole || word.knowledge.mayBeInRole
                    if hasDigits, mayBelongToNumber(word, units) { return false }
                }
                buffer.initializeElement(at: words, to: word)
                words += 1
            }
            if hasRole, mayBeInRole || mayBeName { return false }
            guard mayBeName else { return true }
            // A letter by itself may be an initial.
            guard letters == 0 else { return false }
            let tokens = UnsafeBufferPointer(rebasing: buffer.prefix(words))
            return !mayHoldSigns(tokens, units) && !NamePrefilter.mayHoldName(tokens, units)
        }
    }

    /// Whether a number that touches the word may be that of a house, or a letter of the word.
    private static func mayBelongToNumber(_ word: NameToken, _ units: UnsafeBufferPointer<Unit>) -> Bool {
        let end = word.range.upperBound
        if StreetWords.mayBelong(to: units[word.range]) || mayEndBoxOrFlat(units[..<end]) { return true }
        return end < units.count && units[end].isDigit && LeetText.mayEndName(units[word.range.lowerBound...])
    }

    /// Whether words may stand for the signs of a mailbox, or a handle after the name of a network.
    private static func mayHoldSigns(
        _ tokens: UnsafeBufferPointer<NameToken>, _ units: UnsafeBufferPointer<Unit>
    ) -> Bool {
        let mayHoldHandle = units.contains { $0 == .underscore || $0 == .dot || $0.isDigit }
        for token in tokens {
            let word = units[token.range]
            if tokens.count >= 3, SpelledText.isAt(word) { return true }
            if mayHoldHandle, SocialNetworks.words.contains(word) { return true }
        }
        return false
    }

    /// Whether the last letters may be those of a post-office box or flat, whatever parts its words.
    private static func mayEndBoxOrFlat(_ units: Slice<UnsafeBufferPointer<Unit>>) -> Bool {
        var hash = ReversedHash()
        var letters = 0
        for unit in units.reversed() where unit.isLetter {
            hash.combine(unit)
            letters += 1
            if letters == WordTable<Void>.tailLength { return StreetWords.boxesAndFlats.mayEnd(in: hash) }
        }
        return true
    }
}
