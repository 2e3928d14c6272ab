extension Scan {
    /// Finds passports: a number in the form that some country gives them beside the word passport, and the lines for machines.
    /// - Complexity: O(*n*).
    mutating func findPassports() {
        findMachineReadableLines()
        // A word for a passport, and six letters and digits in one piece, or six digits after parts of a number.
        guard features.hints.contains(.passport), features.digits >= 4, features.longestCodeRun >= 6 else { return }
        var position = 0
        while let run = nextDigits(from: position) {
            position = run.upperBound
            if let end = longIdentifierEnd(from: run.lowerBound) {
                // All digits in it, and those that go on after it, are no passport's.
                position = max(position, end)
                if units[position - 1].isDigit { position = self.end(from: position, while: \.isDigit) }
                continue
            }
            guard run.count <= Self.passportLimit, !isInLongIdentifier(run), let number = passportNumber(around: run),
                isFreeOfMatches(number.range),
                let (confidence, reason) = judgement(of: number)
            else { continue }
            found(
                .passport, number.range, confidence: confidence, reason: reason,
                masked: Masks.passport(number.range.map { units[$0] }.filter(\.isWordCharacter)))
            position = max(position, number.range.upperBound)
        }
    }

    /// The end of the identifier that goes on from `index` for more than a passport's number has.
    private func longIdentifierEnd(from index: Int) -> Int? {
        var end = index
        while isClaimedAsIdentifier(end) { end += 1 }
        return end - index > Self.passportLimit ? end : nil
    }

    /// Whether `run` is claimed as part of an identifier that no passport's number is as long as.
    private func isInLongIdentifier(_ run: Range<Int>) -> Bool {
        guard claims[run.lowerBound] == .identifier else { return false }
        var (start, end) = (run.lowerBound, run.upperBound)
        while end - start <= Self.passportLimit, isClaimedAsIdentifier(start - 1) { start -= 1 }
        while end - start <= Self.passportLimit, isClaimedAsIdentifier(end) { end += 1 }
        return end - start > Self.passportLimit
    }

    private struct PassportNumber {
        var range: Range<Int>
        /// Whether letters belong to it, which no count of things has.
        var hasLetters: Bool
        var digits: Int
    }

    /// Whether nothing else stands at `range`; seven to ten hex digits alone are claimed as a hash, but are rather a number here.
    private func isFreeOfMatches(_ range: Range<Int>) -> Bool {
        !holds(.match, in: range) && !holds(.time, in: range) && !holds(.version, in: range)
            && !(holds(.identifier, in: range)
                && (isClaimedAsIdentifier(range.lowerBound - 1) || isClaimedAsIdentifier(range.upperBound)))
    }

    private func isClaimedAsIdentifier(_ index: Int) -> Bool {
        units.indices.contains(index) && claims[index] == .identifier
    }

    /// The longest number of a passport; RU has four and six digits, apart or not.
    private static let passportLimit = 10

    private func passportNumber(around run: Range<Int>) -> PassportNumber? {
        if let range = russianNumber(at: run) { return PassportNumber(range: range, hasLetters: false, digits: 10) }
        var start = run.lowerBound
        // One to three letters, touching the digits or one separator away.
        while start > run.lowerBound - 4, unit(start - 1).isLetter { start -= 1 }
        var letters = run.lowerBound - start
        if letters > 3 || unit(start - 1).isDigit {
            // They end a word instead, unless a capital of the number itself stands there: `passportX1234567`.
            let isCapital = unit(run.lowerBound - 1).isUppercase && unit(run.lowerBound - 2).isLowercase
            letters = isCapital ? 1 : 0
            start = run.lowerBound - letters
        }
        if letters == 0, unit(run.lowerBound - 1) == .space || unit(run.lowerBound - 1) == .hyphen,
            let series = capitals(before: run.lowerBound - 1), run.count >= 6
        {
            return PassportNumber(range: series.lowerBound..<run.upperBound, hasLetters: true, digits: run.count)
        }
        var end = run.upperBound
        while end < start + Self.passportLimit, unit(end).isWordCharacter { end += 1 }
        // Letters after digits belong to a number only in capitals, as in the German `C01X00T47`.
        if unit(end).isWordCharacter
            || (run.upperBound..<end).contains(where: { units[$0].isLowercase })
        {
            return nil
        }
        let isWord = start == run.lowerBound - letters && letters > 0 && isContextWord(start..<run.lowerBound)
        if isWord { start = run.lowerBound }
        let digits = (start..<end).count { units[$0].isDigit }
        guard (6...Self.passportLimit).contains(end - start), digits >= 4, digits >= 5 || end - start == 9 else {
            return nil
        }
        return PassportNumber(range: start..<end, hasLetters: digits < end - start, digits: digits)
    }

    /// Whether the letters at `range` are a short word such as `no` that belongs to the expression before the number.
    private func isContextWord(_ range: Range<Int>) -> Bool {
        let word = units[range]
        return PassportWords.passport.contains(word)
            || (PassportWords.fillers.contains(word) && !word.allSatisfy(\.isUppercase))
    }

    /// Two capitals that end before `index`, as in `AB 123456`.
    private func capitals(before index: Int) -> Range<Int>? {
        guard unit(index - 1).isUppercase, unit(index - 2).isUppercase, !unit(index - 3).isLetter,
            !PassportWords.passport.contains(units[index - 2..<index]),
            !PassportWords.fillers.contains(units[index - 2..<index])
        else { return nil }
        return index - 2..<index
    }

    /// Four and six digits, two, two and six, or two and seven as in passports for travel, with spaces between.
    private func russianNumber(at run: Range<Int>) -> Range<Int>? {
        var position = run.upperBound
        var digits = run.count
        guard run.count == 2 || run.count == 4, !unit(run.lowerBound - 1).isDigit else { return nil }
        if run.count == 4, let word = context(after: position, in: PassportWords.fillers) { position = word.upperBound }
        while digits < 10, unit(position) == .space || unit(position) == .hyphen {
            let end = end(from: position + 1, limit: 7)
            let count = end - position - 1
            if digits == 2, count == 7, !unit(end).isDigit { return run.lowerBound..<end }
            guard count == (digits == 2 ? 2 : 6) else { return nil }
            digits += count
            position = end
        }
        return digits == 10 ? run.lowerBound..<position : nil
    }

    private func end(from start: Int, limit: Int) -> Int {
        var end = start
        while end < start + limit, unit(end).isDigit { end += 1 }
        return end
    }

    private func judgement(of number: PassportNumber) -> (Double, String)? {
        let reason = "number in a passport's form beside a word for one"
        var start = number.range.lowerBound
        for _ in 0..<3 {
            if let word = context(before: start, in: PassportWords.passport) {
                return confidence(of: number, beside: word).map { ($0, reason) }
            }
            guard let filler = context(before: start, in: PassportWords.fillers) else { break }
            start = filler.lowerBound
        }
        let before = wordRanges(before: number.range.lowerBound, limit: 2)
        if let word = context(after: number.range.upperBound, in: PassportWords.passport),
            !before.contains(where: { ServiceWords.contain(units[$0]) })
        {
            let following = wordRanges(after: word.upperBound, limit: 1).first
            if let following, ServiceWords.contain(units[following]) { return nil }
            return confidence(of: number, beside: word).map { ($0 - 0.05, reason) }
        }
        // A person's name may stand between.
        guard number.hasLetters, number.digits >= 6, before.allSatisfy({ !ServiceWords.contain(units[$0]) }),
            before.contains(where: { context(before: $0.lowerBound, in: PassportWords.passport) != nil })
        else { return nil }
        return (0.7, "number in a passport's form after a word for one")
    }

    private func confidence(of number: PassportNumber, beside word: Range<Int>) -> Double? {
        let isAmbiguous = PassportWords.ambiguous.contains(units[word])
        if number.hasLetters { return isAmbiguous ? 0.6 : 0.93 }
        if isAmbiguous { return nil }
        return number.digits >= 8 ? 0.92 : number.digits == 7 ? 0.86 : 0.6
    }
}
