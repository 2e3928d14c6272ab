/// What a handle's letters say of its owner.
enum HandleShape {
    /// Words joined by `_` or `.`, or letters with a number behind them, none of them a service's.
    case personal
    /// One word that is no service's.
    case word
    /// Words for services, roles or brands among its own.
    case service
    /// Hardly any letters.
    case number

    /// Judges the units of a handle.
    init(_ units: ArraySlice<Unit>) {
        let letters = units.count { $0.isLetter }
        guard letters >= 3, units.first?.isDigit == false || letters >= 5 else {
            self = .number
            return
        }
        var words = 0
        var longWords = 0
        var isService = false
        var hasName = false
        var start = units.startIndex
        while start < units.endIndex {
            guard units[start].isLetter else {
                start += 1
                continue
            }
            var end = start + 1
            while end < units.endIndex, units[end].isLetter, !(units[end].isUppercase && units[end - 1].isLowercase) {
                end += 1
            }
            let word = units[start..<end]
            // A region or stage may stand behind, as in `maria.garcia_eu`.
            if end == units.endIndex, words > 0, ServiceWords.isStage(word) { break }
            // `the.real.maria` and `its_maria` have small words before the name.
            isService =
                isService || ServiceWords.frame(word) && !Self.prefixes.contains(word)
                || RoleMailboxes.contain(String(units: word))
            hasName = hasName || Self.isGivenName(word)
            words += 1
            longWords += word.count >= 3 ? 1 : 0
            start = end
        }
        // `maria_travel` is Maria's.
        if isService, !hasName {
            self = .service
            return
        }
        let trailingDigits = units.reversed().prefix { $0.isDigit }.count
        let hasVersion = units.count >= 2 && trailingDigits == 1 && words == 1
        // `v2`, `us1`: a letter or two and a digit.
        self = (words >= 2 && longWords >= 1) || (trailingDigits >= 2 && !hasVersion) ? .personal : .word
    }

    /// Whether a word is a given name, and no common word.
    private static func isGivenName(_ word: ArraySlice<Unit>) -> Bool {
        let knowledge = Lexicon.knowledge(UnitHash(word))
        return knowledge.given >= 5 && knowledge.word < 5
            && knowledge.intersection([.brand, .ambiguous, .codename, .place]).isEmpty
    }

    private static let prefixes = WordTable("the real its i am im not just iam mr mrs ms dr miss")
}
