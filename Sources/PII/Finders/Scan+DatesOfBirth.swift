extension Scan {
    /// Finds dates beside a word that says that somebody was born then, before or after them.
    ///
    /// A word of a service between the two (`birthday-campaign-2024-05-01`) makes it the date of something else; a person's name
    /// does not.
    /// - Complexity: O(*n*).
    mutating func findDatesOfBirth() {
        // A word for birth, and digits in one piece of six or eight, or in two parts beside a month's name, or in three.
        guard features.hints.contains(.birth), looseDigits > 0, features.digitRuns >= 2 || features.longestNumber >= 6
        else { return }
        var position = 0
        while let run = nextDigits(from: position) {
            position = run.upperBound
            guard claims[run.lowerBound] != .identifier, run.count <= 8, !continuesNumber(run.lowerBound),
                let date = birthDate(at: run), !isTaken(date.range),
                let confidence = confidence(ofBirthDate: date)
            else { continue }
            found(
                .dateOfBirth, date.range, confidence: confidence, reason: "date beside a word for birth",
                masked: Masks.dateOfBirth)
            position = date.range.upperBound
        }
    }

    /// Reads the date at `run`; a method that changes nothing, for one that does would copy the scan to hand it on.
    @inline(never)
    private func birthDate(at run: Range<Int>) -> BirthDate? { BirthDate(self, at: run) }

    /// Whether digits and one sign stand before `index`, so that what starts there is part of a longer number.
    private func continuesNumber(_ index: Int) -> Bool {
        let before = unit(index - 1)
        return (before == .dot || before == .slash || before == .plus || before == .hyphen) && unit(index - 2).isDigit
    }

    /// The last year in which a date beside a weak word is rather one of birth than one of a release.
    private static let lastCertainYear = 2012

    private func confidence(ofBirthDate date: BirthDate) -> Double? {
        let base = date.hasFullYear ? 0.95 : date.isCompact ? 0.7 : 0.88
        if isUnit(unit(date.range.upperBound)) { return nil }
        var start = date.range.lowerBound
        for _ in 0..<3 {
            if let word = context(before: start, in: BirthWords.plain) { return isCertain(word, date) ? base : 0.4 }
            if let word = context(before: start, in: BirthWords.dotted), unit(word.upperBound) == .dot { return base }
            guard let filler = context(before: start, in: BirthWords.fillers) else { break }
            start = filler.lowerBound
        }
        let end = context(after: date.range.upperBound, in: BirthWords.fillers)?.upperBound ?? date.range.upperBound
        let word =
            context(after: date.range.upperBound, in: BirthWords.plain) ?? context(after: end, in: BirthWords.plain)
        if let word, !followsServiceWord(date.range.lowerBound) {
            // In `born-1985-03-12-birthday-campaign` as in `2024-05-01-birthday-campaign` the word belongs to what follows.
            let following = wordRanges(after: word.upperBound, limit: 1).first
            if let following, ServiceWords.contain(units[following]) { return nil }
            return isCertain(word, date) ? base - 0.05 : 0.4
        }
        return date.hasFullYear && date.year <= Self.lastCertainYear && hasBirthWordBeforeName(date) ? base - 0.1 : nil
    }

    private func isCertain(_ word: Range<Int>, _ date: BirthDate) -> Bool {
        !date.hasFullYear || date.year <= Self.lastCertainYear || !BirthWords.weak.contains(units[word])
    }

    private func followsServiceWord(_ index: Int) -> Bool {
        wordRanges(before: index, limit: 1).contains { ServiceWords.contain(units[$0]) }
    }

    /// Whether a word for birth stands before up to two words that no service has, as in `dob_maria_1985-03-12`.
    private func hasBirthWordBeforeName(_ date: BirthDate) -> Bool {
        for word in wordRanges(before: date.range.lowerBound, limit: 3) {
            if ServiceWords.contain(units[word]) { return false }
            if context(before: word.lowerBound, in: BirthWords.plain) != nil { return true }
        }
        return false
    }

    /// Whether letters go on after a date as they do in a unit of measure or a hash.
    private func isUnit(_ unit: Unit) -> Bool { unit.isLowercase && unit != Unit(ascii: "t") }
}
