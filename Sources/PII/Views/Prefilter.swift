internal import Text

/// Decides from the bytes alone that a text holds nothing worth a closer look, as most names do.
enum Prefilter {
    /// Texts of more words are looked at closely in any case.
    private static let wordLimit = 8
    /// Fewer digits are part of no number that is looked for, but of dates and addresses, which stand beside words.
    private static let fewestDigits = 4
    /// Nor are these without a word for birth: years, versions and the numbers of tickets.
    private static let mostDigits = 5
    private static let mostRuns = 3
    /// Up to so many letters and digits are no name of which a letter is written as a digit, as in `J0hn`: `k8s`, `18f`.
    private static let longestMixed = 3
    /// Fewer letters that stand alone are initials or sizes, and no word that was spaced out.
    private static let fewestLetters = 3

    /// Whether `bytes`, of which `classes` tells what they are, are ASCII words that are no names, and numbers too short to be anything.
    ///
    /// The answer is yes only where the whole search would find nothing at all.
    /// - Complexity: O(*n*); does not allocate.
    static func holdsNothing(_ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnitClasses) -> Bool {
        let digits = classes.digits.nonzeroBitCount
        let runs = (classes.digits & ~(classes.digits << 1)).nonzeroBitCount
        guard classes.otherLetters == 0, digits < fewestDigits || digits <= mostDigits && runs <= mostRuns,
            !haveLongMixed(classes), havePlainSigns(bytes, classes.signs)
        else { return false }
        if digits == 0, areCommonWords(bytes) { return true }
        return withUnsafeTemporaryAllocation(of: Unit.self, capacity: UnitClasses.limit) { units in
            for (index, byte) in bytes.enumerated() { units.initializeElement(at: index, to: Unit(byte)) }
            return areWords(
                UnsafeBufferPointer(rebasing: units.prefix(bytes.count)), classes, digits: digits, runs: runs)
        }
    }

    /// Whether letters follow digits in more than ``longestMixed`` letters and digits.
    private static func haveLongMixed(_ classes: UnitClasses) -> Bool {
        var mixed = classes.letters & classes.digits << 1
        while mixed != 0 {
            // The run around the first of them.
            let place = UInt64(mixed.trailingZeroBitCount)
            let before = (~(classes.words << (63 - place))).leadingZeroBitCount
            let length = before + (~(classes.words >> place)).trailingZeroBitCount - 1
            if length > longestMixed { return true }
            mixed &= mixed - 1
        }
        return false
    }

    /// Whether the signs at the bits of `signs` are those that part the words of most names.
    private static func havePlainSigns(_ bytes: UnsafeBufferPointer<UInt8>, _ signs: UInt64) -> Bool {
        var rest = signs
        var hasDot = false
        while rest != 0 {
            switch bytes[rest.trailingZeroBitCount] {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): break
            case UInt8(ascii: "."): hasDot = true
            // After a dot one ends a host, behind which somebody's profile may stand.
            case UInt8(ascii: "/") where !hasDot: break
            default: return false
            }
            rest &= rest - 1
        }
        return true
    }

    /// Whether letters and signs are words without capitals inside that are plain whatever stands beside them, as those of most
    /// names are, or stand alone among such. Asks nothing but the lexicon.
    private static func areCommonWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        withUnsafeTemporaryAllocation(of: (hash: UnitHash, length: Int).self, capacity: wordLimit) { buffer in
            var (words, letters) = (0, 0)
            var index = 0
            while index < bytes.count {
                guard bytes[index].isLetter else {
                    index += 1
                    continue
                }
                let start = index
                var (hash, capitals) = (UnitHash(), 0)
                while index < bytes.count, bytes[index].isLetter {
                    capitals += bytes[index].isUppercase ? 1 : 0
                    hash.add(Unit(bytes[index] | 0x20))
                    index += 1
                }
                let length = index - start
                guard length > 1 else {
                    letters += 1
                    guard letters < fewestLetters, !NameToken.mayBeElided(Unit(bytes[start])) else { return false }
                    continue
                }
                guard words < wordLimit,
                    capitals == 0 || capitals == length || capitals == 1 && bytes[start].isUppercase
                else { return false }
                buffer.initializeElement(at: words, to: (hash, length))
                words += 1
            }
            // The lexicon is larger than most caches: look-ups in a row wait for several words at a time.
            var (hasRole, namesInRole, arePlain) = (false, 0, true)
            var (mayGoOn, mayBeSign) = (false, false)
            for (hash, length) in buffer.prefix(words) {
                let knowledge = Lexicon.knowledge(hash)
                hasRole = hasRole || knowledge.isAboutPerson
                namesInRole += knowledge.mayBeInRole ? 1 : 0
                mayBeSign = mayBeSign || signWords.mayContain(hash)
                if knowledge.isPlain {
                    mayGoOn = knowledge.contains(.particle)
                } else {
                    arePlain = false
                    guard !mayGoOn, !mayBeMore(knowledge, length) else { return false }
                    mayGoOn = true
                }
            }
            return arePlain ? !hasRole || namesInRole < 2 : !hasRole && !mayBeSign && letters == 0
        }
    }

    /// Whether a word may be a name with two syllables beside it, or two names that are run together.
    private static func mayBeMore(_ knowledge: WordKnowledge, _ length: Int) -> Bool {
        knowledge.family >= 4 || NameFinder<NameScore>.mayRunTogether(length, knowledge)
    }

    private static func areWords(
        _ units: UnsafeBufferPointer<Unit>, _ classes: UnitClasses, digits: Int, runs: Int
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: NameToken.self, capacity: wordLimit) { buffer in
            var tokenizer = NameTokenizer(units)
            var (words, letters) = (0, 0)
            var (hasRole, mayBeName, isParted) = (false, false, false)
            // Words that are names as well are one where a person is meant, if there are two of them.
            var namesInRole = 0
            while var word = tokenizer.next() {
                guard words < wordLimit else { return false }
                isParted = isParted || word.gap == .camelCase
                if word.length == 1 {
                    letters += 1
                    guard letters < fewestLetters, digits < fewestDigits, !word.mayBeElided(units) else { return false }
                } else {
                    word.lookUp()
                    mayBeName = mayBeName || !word.knowledge.isPlain
                    // `driver Will Grant`
                    hasRole = hasRole || word.knowledge.isAboutPerson
                    namesInRole += word.knowledge.mayBeInRole ? 1 : 0
                    if digits > 0, mayEndInDigit(word, units) { return false }
                }
                buffer.initializeElement(at: words, to: word)
                words += 1
            }
            if hasRole, namesInRole > 1 || mayBeName { return false }
            // A letter by itself may be an initial.
            if mayBeName, letters > 0 { return false }
            let hints = digits > 0 || mayBeName && isParted ? WordHints(units, classes) : []
            if digits > 0, mayTell(ofNumbers: digits, runs: runs, units, hints) { return false }
            guard mayBeName else { return true }
            // Signs are spelled out in capitals, and random letters are an encoded text.
            if isParted, !hints.isDisjoint(with: [.spelled, .network]) || EncodedText.mayStand(in: units) {
                return false
            }
            let tokens = UnsafeBufferPointer(rebasing: buffer.prefix(words))
            return !mayHoldSigns(tokens, units) && !NamePrefilter.mayHoldName(tokens, units)
        }
    }

    /// Whether words may say that a number is of an address or a date of birth.
    private static func mayTell(
        ofNumbers digits: Int, runs: Int, _ units: UnsafeBufferPointer<Unit>, _ hints: WordHints
    ) -> Bool {
        // A date of so few digits has several parts.
        return StreetWords.mayStand(in: units, hints)
            || digits >= fewestDigits && runs > 1 && hints.contains(.birth)
    }

    /// Whether a digit that touches the word may be a letter of it.
    private static func mayEndInDigit(_ word: NameToken, _ units: UnsafeBufferPointer<Unit>) -> Bool {
        let end = word.range.upperBound
        return end < units.count && units[end].isDigit && LeetText.mayEndName(units[word.range.lowerBound...])
    }

    /// The words that stand for `@`, and the names of networks.
    private static let signWords = HashBits(
        SpelledText.ats.union(SocialNetworks.wordList.split(whereSeparator: \.isWhitespace).map(String.init)))

    /// Whether words may stand for the signs of a mailbox, or a handle after the name of a network.
    private static func mayHoldSigns(
        _ tokens: UnsafeBufferPointer<NameToken>, _ units: UnsafeBufferPointer<Unit>
    ) -> Bool {
        let mayHoldHandle = units.contains { $0 == .underscore || $0 == .dot || $0.isDigit }
        // Few words are any of those.
        for token in tokens where token.hash.map(signWords.mayContain) ?? false {
            let word = units[token.range]
            if tokens.count >= 3, SpelledText.isAt(word) { return true }
            if mayHoldHandle, SocialNetworks.words.contains(word) { return true }
        }
        return false
    }
}
