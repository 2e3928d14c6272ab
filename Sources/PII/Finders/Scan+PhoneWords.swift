/// How surely a word says that the number beside it is that of a telephone.
enum PhoneContext: Sendable {
    /// The word is one for a telephone.
    case named
    /// The word is about calling or writing to somebody, or just `number`.
    case hinted
}

extension Scan {
    /// How far from a number a word for a phone may stand, in units.
    private static let phoneReach = 24

    /// What the words beside a number say.
    func phoneContext(of range: Range<Int>) -> PhoneContext? {
        phoneContext(before: range.lowerBound) ?? phoneContext(after: range.upperBound)
    }

    /// What the words before a number say; only `no.`, `my` and the like may stand between.
    func phoneContext(before index: Int) -> PhoneContext? {
        guard features.hints.contains(.phone) else { return nil }
        var position = index
        var isNumber = false
        for _ in 0..<3 {
            guard let range = wordRange(before: position, farthest: max(0, index - Self.phoneReach)) else { break }
            let kinds = PhoneWords.kinds(of: units[range])
            let context = phoneContext(kinds, at: range, isBefore: true)
            // Numbers of orders and the like are told apart by the word before `number`.
            guard kinds.contains(.filler), context != .named else { return context }
            isNumber = isNumber || context != nil
            position = range.lowerBound
        }
        return isNumber ? .hinted : nil
    }

    /// What the word after a number says; words for other things than phones are not looked for there.
    func phoneContext(after index: Int) -> PhoneContext? {
        guard features.hints.contains(.phone), let first = wordRange(after: index) else { return nil }
        guard phoneContext(PhoneWords.kinds(of: units[first]), at: first, isBefore: false) == .named else { return nil }
        if let second = wordRange(after: first.upperBound), PhoneWords.kinds(of: units[second]).contains(.technology) {
            return nil
        }
        return .named
    }

    /// Whether the words before a number say that it counts or names a thing.
    func isIdentifierNamed(before index: Int) -> Bool {
        hasWord(before: index, limit: 2, in: ContextWords.identifier)
    }

    private func phoneContext(_ kinds: PhoneWords.Kinds, at range: Range<Int>, isBefore: Bool) -> PhoneContext? {
        if !kinds.isDisjoint(with: [.telephone, .joined]) { return .named }
        if kinds.contains(.contact) { return .hinted }
        if units[range.lowerBound].isLetter { return PhoneWords.hasEnding(units[range]) ? .named : nil }
        // Scripts without blanks: the nearest letters count.
        for length in stride(from: min(range.count, 12), to: 0, by: -1) {
            let nearest = isBefore ? range.suffix(length) : range.prefix(length)
            if PhoneWords.kinds(of: units[nearest]).contains(.joined) { return .named }
        }
        return nil
    }

    /// The word before `index`, at most one digit and a few signs away (`tel2: …`): Latin letters up to a change of case, or letters
    /// of other scripts.
    private func wordRange(before index: Int, farthest: Int) -> Range<Int>? {
        var end = index
        while end > farthest, !isAnyLetter(unit(end - 1)) {
            if unit(end - 1).isDigit, end == index || !isAnyLetter(unit(end - 2)) { return nil }
            end -= 1
        }
        guard end > farthest else { return nil }
        let isLatin = unit(end - 1).isLetter
        var start = end - 1
        while start > farthest, isAnyLetter(unit(start - 1)), unit(start - 1).isLetter == isLatin {
            if unit(start - 1).isLowercase, unit(start).isUppercase { break }
            start -= 1
        }
        return start..<end
    }

    /// The word after `index`, at most two signs away.
    private func wordRange(after index: Int) -> Range<Int>? {
        var start = index
        while start < index + 2, !isAnyLetter(unit(start)) {
            if unit(start).isDigit { return nil }
            start += 1
        }
        guard isAnyLetter(unit(start)) else { return nil }
        let isLatin = unit(start).isLetter
        var end = start + 1
        while end < start + Self.phoneReach, isAnyLetter(unit(end)), unit(end).isLetter == isLatin {
            if unit(end - 1).isLowercase, unit(end).isUppercase { break }
            end += 1
        }
        return start..<end
    }

    private func isAnyLetter(_ unit: Unit) -> Bool { unit.isLetter || unit.isOtherLetter }
}
