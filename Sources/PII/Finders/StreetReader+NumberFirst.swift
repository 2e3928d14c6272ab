/// Readings in which the house number stands first.
extension StreetReader {
    /// `12 rue de la Paix`
    func beforeTypeAndName(_ number: Int) -> Address? {
        guard startsAddress(number) else { return nil }
        var type = afterNumber(number)
        if isWord(type), ["bis", "ter", "quater"].contains(scan.word(tokens[type].range)) { type += 1 }
        guard isWord(type), !tokens[type].place.isDisjoint(with: [.middle, .weakMiddle]) else { return nil }
        if let name = token(type + 1), name.kind == .houseNumber, tokens[type].place == [.first, .middle],
            tokens[type].gap.contains(.space) || tokens[type].gap.contains(.comma)
        {
            return Address(
                range: tokens[number].range.lowerBound..<self.end(ofNumber: type + 1), confidence: 0.8,
                reason: "house number and numbered street")
        }
        var end = type + 1
        while end <= type + Self.nameLimit, isWord(end), !tokens[end].gap.contains(.comma), !isService(end) { end += 1 }
        guard end > type + 1, isName(type + 1..<end) else { return nil }
        let hasParticle = StreetWords.particles.contains(units(type + 1))
        let isEnglish = tokens[type].place.contains(.last)
        let isWritten = isCapitalized(type) && isCapitalized(type + 1) && end >= type + 3 && tokens[type].gap == .space
        guard tokens[type].place.contains(.middle) || hasParticle || isWritten,
            !isEnglish || !isPartOfService(after: end - 1)
        else {
            return nil
        }
        // In `12 Avenue Road` and `2 street smart` the name is English, and the word for a street at its end.
        if isEnglish, !hasParticle, !tokens[type].gap.contains(.space) || !isCapitalized(type + 1) {
            // No English address has an avenue before its name, but `39-avenue-bailly` is one in French.
            guard end == tokens.count, units(type).count >= 6, scan.word(tokens[type].range) != "street",
                !isYear(number)
            else {
                return nil
            }
            return Address(
                range: tokens[number].range.lowerBound..<tokens[end - 1].range.upperBound, confidence: 0.6,
                reason: "house number, word for a street and its name")
        }
        return Address(
            range: tokens[number].range.lowerBound..<tokens[end - 1].range.upperBound,
            confidence: isEnglish ? 0.8 : 0.9,
            reason: "house number, word for a street and its name")
    }

    /// `12 Main Street`
    func beforeNameAndType(_ number: Int) -> Address? {
        guard startsAddress(number) else { return nil }
        let name = afterNumber(number)
        for type in name..<(name + Self.nameLimit + 1) {
            guard let token = token(type), token.kind == .word || token.kind == .ordinal else { return nil }
            guard type > name, !token.place.isDisjoint(with: [.last, .weakLast, .rareLast]) else { continue }
            // `St` before a name is a saint: the street ends further on.
            if token.place.contains(.weakLast), let next = self.token(type + 1), next.kind == .word,
                !next.place.isDisjoint(with: [.last, .weakLast])
            {
                continue
            }
            guard isName(name..<type), !isPartOfService(after: type) else { return nil }
            let start = tokens[number].range.lowerBound
            let isClosed = closesAddress(type)
            guard
                let confidence = confidence(
                    ofEnglish: token.place, number: number, name: name..<type, type: type, isClosed: isClosed)
            else { return nil }
            return Address(
                range: start..<token.range.upperBound, confidence: confidence,
                reason: "house number, name and word for a street")
        }
        return nil
    }

    private func confidence(
        ofEnglish place: StreetWords.Place, number: Int, name: Range<Int>, type: Int, isClosed: Bool
    ) -> Double? {
        let isTouched = tokens[name.lowerBound].gap == [] && self.number(number).value < 10
        let isWritten =
            !isTouched && isCapitalized(type) && name.allSatisfy { isCapitalized($0) || tokens[$0].kind == .ordinal }
        let (value, hasLetter) = self.number(number)
        if place.contains(.last) {
            if isYear(number), !isWritten { return nil }
            return isClosed ? 0.92 : 0.8
        }
        guard isClosed, !isYear(number) else { return nil }
        if place.contains(.weakLast) {
            if isWritten { return 0.86 }
            let isShort = units(type).count <= 2
            return value >= 10 || hasLetter ? 0.7 : isShort && tokens[number].gap == .start ? 0.6 : 0.4
        }
        guard value >= 100, !value.isMultiple(of: 50), name.count <= 2, name.allSatisfy({ units($0).count >= 3 }) else {
            return nil
        }
        if isWritten { return 0.66 }
        let hasFlat =
            (token(type + 2).map { $0.kind != .word } ?? false) && StreetWords.followers.contains(units(type + 1))
        if hasFlat { return 0.7 }
        let isWholeText = tokens[number].gap == .start && type == tokens.count - 1 && name.count == 1
        return isWholeText && !Self.knownNumbers.contains(value) ? 0.5 : 0.35
    }

    /// Numbers that stand for something else in names.
    private static let knownNumbers: Set<Int> = [
        101, 112, 123, 247, 311, 360, 365, 404, 411, 420, 511, 666, 711, 777, 811, 888, 911, 999,
    ]

    /// Whether nothing but what stands behind streets in addresses follows the token at `index`.
    private func closesAddress(_ index: Int) -> Bool {
        guard let next = token(index + 1) else { return true }
        return next.kind != .word || next.gap.contains(.comma) || next.gap.contains(.dot) || next.gap.contains(.other)
            || StreetWords.followers.contains(units(index + 1)) || next.gap != tokens[index].gap
            || isCapitalized(index + 1) || ServiceWords.isStage(units(index + 1))
    }

    /// Whether the number at `index` may begin an address: nothing counts by it, and it goes on with a separator or capital.
    private func startsAddress(_ index: Int) -> Bool {
        guard tokens[index].gap != [], tokens[index].gap != .slash, !belongsToCounter(index) else { return false }
        // A number right before makes it the end of a range, a decimal or a time.
        guard let before = token(index - 1), before.kind != .word else { return true }
        return !tokens[index].gap.isDisjoint(with: [.space, .comma, .underscore])
    }

    /// The token after the house number and what belongs to it.
    private func afterNumber(_ index: Int) -> Int {
        end(ofNumber: index) > tokens[index].range.upperBound ? index + 2 : index + 1
    }
}
