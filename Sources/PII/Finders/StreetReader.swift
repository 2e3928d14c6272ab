/// Reads the address around a house number.
struct StreetReader {
    /// An address that was read.
    struct Address {
        var range: Range<Int>
        var confidence: Double
        var reason: String
    }

    private let scan: Scan
    private let tokens: [StreetTokens.Token]

    /// The most words of a street's name, if the number comes first and if it comes last.
    private static let nameLimit = 4
    private static let longNameLimit = 7

    init(_ scan: Scan) {
        self.scan = scan
        tokens = StreetTokens(scan).tokens
    }

    /// The addresses of the text, in order and apart from each other.
    /// - Complexity: O(*n*).
    func addresses() -> [Address] {
        var addresses: [Address] = []
        for index in tokens.indices where tokens[index].kind == .houseNumber {
            let readings = [
                afterBoxOrFlat(index), afterEnding(index), afterTypeAndName(index), afterNameAndType(index),
                beforeTypeAndName(index), beforeNameAndType(index), grid(index),
            ]
            guard let best = readings.compactMap({ $0 }).max(by: { $0.confidence < $1.confidence }) else { continue }
            if let last = addresses.last, last.range.overlaps(best.range) {
                if last.confidence < best.confidence { addresses[addresses.count - 1] = best }
            } else {
                addresses.append(best)
            }
        }
        return addresses
    }

    // MARK: - Tokens

    private func token(_ index: Int) -> StreetTokens.Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    private func isWord(_ index: Int) -> Bool { token(index)?.kind == .word }

    private func units(_ index: Int) -> ArraySlice<Unit> { scan.units[tokens[index].range] }

    private func isCapitalized(_ index: Int) -> Bool {
        let first = units(index).first ?? 0
        return first.isUppercase || first.isOtherLetter
    }

    private func isService(_ index: Int) -> Bool {
        ServiceWords.contain(units(index)) && !StreetWords.names.contains(units(index))
            && !StreetWords.directions.contains(units(index))
            && !StreetWords.particles.contains(units(index))
    }

    /// Whether words of these tokens name a street: none a service's, and not all of them small.
    private func isName(_ range: Range<Int>) -> Bool {
        var hasName = false
        for index in range {
            if tokens[index].kind == .ordinal {
                hasName = true
                continue
            }
            guard tokens[index].kind == .word, !isService(index) else { return false }
            if index > range.lowerBound, tokens[index].gap.contains(.comma) || tokens[index].gap.contains(.other) {
                return false
            }
            let isStreet =
                !tokens[index].place.isDisjoint(with: [.last, .weakLast]) && !StreetWords.names.contains(units(index))
            hasName = hasName || (units(index).count >= 2 && !isStreet && !StreetWords.particles.contains(units(index)))
        }
        return hasName
    }

    /// Whether the word at `index` has a dot behind it that does not only part it from the next.
    private func isAbbreviated(_ index: Int) -> Bool {
        guard let next = token(index + 1), next.gap.contains(.dot) else { return false }
        return next.gap.contains(.space)
            || !tokens[index].gap.contains(.dot) && token(index + 2)?.gap.contains(.dot) != true
    }

    /// The number's value, and whether it has a letter.
    private func number(_ index: Int) -> (value: Int, hasLetter: Bool) {
        let digits = units(index).prefix { $0.isDigit }
        return (digits.reduce(0) { $0 * 10 + $1.digitValue }, digits.count < units(index).count)
    }

    private func isYear(_ index: Int) -> Bool { (1950...2039).contains(number(index).value) }

    /// Where the house number at `index` ends, with what belongs to it: `12-14`, `12/3`, `5-b`.
    private func end(ofNumber index: Int) -> Int {
        guard let next = token(index + 1), next.kind == .houseNumber, next.gap == .hyphen || next.gap == .slash else {
            return tokens[index].range.upperBound
        }
        return next.range.upperBound
    }

    /// Whether the token at `index` goes on with a word that a service has, so that the street is part of its name.
    private func isPartOfService(after index: Int) -> Bool {
        guard isWord(index + 1), let next = token(index + 1), !next.gap.contains(.comma) else { return false }
        return isService(index + 1) && !StreetWords.followers.contains(units(index + 1))
            && !ServiceWords.isStage(units(index + 1))
    }

    private func belongsToCounter(_ index: Int) -> Bool {
        guard isWord(index - 1), !tokens[index].gap.contains(.comma) else { return false }
        return StreetWords.counters.contains(units(index - 1))
    }

    /// The index of the last token before the number, a word such as `no` left out; `nil` if other numbers or signs stand there.
    private func lastWord(before number: Int) -> Int? {
        var index = number - 1
        if isWord(index), StreetWords.numberWords.contains(units(index)), units(index).count <= 2 || isWord(index - 1) {
            index -= 1
        }
        guard isWord(index), !tokens[index + 1].gap.contains(.other) || tokens[number].gap.contains(.space) else {
            return nil
        }
        return index
    }

    /// Whether no word that could be part of a name stands before the one at `index`.
    private func beginsPhrase(_ index: Int) -> Bool {
        guard isWord(index - 1) else { return true }
        return tokens[index].gap.contains(.comma) || isService(index - 1)
    }

    // MARK: - Readings with the house number last

    private func afterBoxOrFlat(_ index: Int) -> Address? {
        let number = tokens[index].range
        if let word = scan.context(before: number.lowerBound, in: StreetWords.boxes), !isPartOfService(after: index) {
            if StreetWords.weakBoxes.contains(scan.units[word]) { return nil }
            return Address(
                range: word.lowerBound..<number.upperBound, confidence: 0.92, reason: "post-office box and its number")
        }
        var start = number.lowerBound
        if let filler = scan.context(before: start, in: StreetWords.numberWords) { start = filler.lowerBound }
        guard let word = scan.context(before: start, in: StreetWords.flats), tokens[index].gap != [],
            !isPartOfService(after: index),
            self.number(index).value < 5_000
        else { return nil }
        let range = word.lowerBound..<number.upperBound
        if !StreetWords.weakFlats.contains(scan.units[word]) {
            let isOfService = scan.wordRanges(before: word.lowerBound, limit: 1).contains {
                ServiceWords.contain(scan.units[$0])
            }
            return Address(
                range: range, confidence: isOfService ? 0.4 : 0.75, reason: "flat or house and its number")
        }
        let hasShape = self.number(index).hasLetter || start < number.lowerBound
        let isSpaced = tokens[index].gap == .space || tokens[index].gap == [.dot, .space]
        let isHome = ["flat", "apt"].contains(scan.word(word))
        if isHome, hasShape || isSpaced {
            return Address(range: range, confidence: hasShape ? 0.75 : 0.55, reason: "flat and its number")
        }
        return Address(range: range, confidence: 0.3, reason: "word for a flat or other unit, and a number")
    }

    /// `Hauptstraße 12`
    private func afterEnding(_ number: Int) -> Address? {
        guard let word = lastWord(before: number), let ending = StreetWords.endings.suffix(of: units(word)),
            !StreetWords.impostors.contains(units(word)), !ServiceWords.contain(units(word)),
            !isPartOfService(after: number),
            ending.value == .certain || !isYear(number)
        else { return nil }
        let gap = tokens[number].gap
        let isSpaced = gap.contains(.space) || gap.contains(.dot) && !tokens[word].gap.contains(.dot)
        let isWritten = isSpaced && (isCapitalized(word) || self.number(number).hasLetter)
        let stem = units(word).count - ending.length
        guard stem >= (isWritten || ending.value == .certain ? 2 : 3), isSpaced || self.number(number).value < 1_000
        else {
            return nil
        }
        let confidence: Double? =
            switch ending.value {
            case .certain: 0.9
            case .usual where isWritten: 0.86
            case .usual: gap == [] && units(word).count < 7 ? nil : 0.62
            case .faint: isWritten && isCapitalized(word) && stem >= 3 ? 0.6 : nil
            }
        return confidence.map {
            Address(
                range: tokens[word].range.lowerBound..<end(ofNumber: number), confidence: $0,
                reason: "street by the ending of its name, and a house number")
        }
    }

    /// `calle Mayor 5`
    private func afterTypeAndName(_ number: Int) -> Address? {
        guard let last = lastWord(before: number), tokens[number].gap != [] else { return nil }
        for type in stride(from: last - 1, through: max(0, last - Self.longNameLimit), by: -1) {
            guard isWord(type) else { return nil }
            let place = tokens[type].place
            guard !place.isDisjoint(with: [.first, .weakFirst]), isName(type + 1..<last + 1) else { continue }
            guard !isPartOfService(after: number), self.number(number).value < 10_000 else { return nil }
            let range = tokens[type].range.lowerBound..<end(ofNumber: number)
            let reason = "word for a street, its name and a house number"
            let isEnglish = place.contains(.last)
            if place.contains(.first), !isEnglish { return Address(range: range, confidence: 0.9, reason: reason) }
            // Abbreviations and common words need a capital and a name with one, or the abbreviation's dot.
            let isDotted = isAbbreviated(type)
            let isWritten = isCapitalized(last) && tokens[number].gap != .hyphen && tokens[number].gap != .dot
            let isCommon = place.contains(.weakMiddle) && units(type).count > 2
            if isCommon, !StreetWords.particles.contains(units(type + 1)) { return nil }
            if isEnglish, units(type).count > 3, self.number(number).value >= 400 || !beginsPhrase(type) { return nil }
            if isDotted || (isWritten && isCapitalized(type)) {
                return Address(range: range, confidence: isEnglish ? 0.6 : 0.82, reason: reason)
            }
            if isEnglish {
                let hasParticle = StreetWords.particles.contains(units(type + 1))
                return isWritten || hasParticle ? Address(range: range, confidence: 0.6, reason: reason) : nil
            }
            let startsText = type == 0 || tokens[type].gap.contains(.comma) || token(type - 1)?.kind == .other
            let isShort = units(type).count < 3
            if isWritten, !isShort { return Address(range: range, confidence: 0.7, reason: reason) }
            guard startsText, StreetWords.plainFirst.contains(units(type)), !isYear(number) else { return nil }
            return Address(range: range, confidence: 0.55, reason: reason)
        }
        return nil
    }

    /// `Atatürk Caddesi 15`
    private func afterNameAndType(_ number: Int) -> Address? {
        guard let type = lastWord(before: number), type > 0, isWord(type - 1) else { return nil }
        let place = tokens[type].place
        let isAtMarket = place == .weakAfter && isCapitalized(type) && scan.word(tokens[type - 1].range) == "am"
        guard !place.isDisjoint(with: [.after, .weakAfter]),
            isAtMarket || (isName(type - 1..<type) && units(type - 1).count >= 3), !tokens[type].gap.contains(.comma),
            !isPartOfService(after: number), self.number(number).value < 10_000
        else { return nil }
        let range = tokens[type - 1].range.lowerBound..<end(ofNumber: number)
        let reason = "street's name, word for a street and a house number"
        if place.contains(.after), self.number(number).value < 2_000 {
            return Address(range: range, confidence: 0.87, reason: reason)
        }
        let isSpaced = tokens[number].gap.contains(.space) || tokens[number].gap.contains(.comma)
        let isWritten = isCapitalized(type - 1) && isCapitalized(type) && tokens[number].gap != []
        let isDotted = isAbbreviated(type)
        guard !isYear(number), self.number(number).value < 1_000 else { return nil }
        if isWritten && (isSpaced || self.number(number).hasLetter) || (isDotted && isCapitalized(type - 1)) {
            return Address(range: range, confidence: 0.7, reason: reason)
        }
        // Of these words the short ones are written small.
        if isCapitalized(type - 1), tokens[number].gap == .space, tokens[type].gap == .space, !place.contains(.last) {
            return Address(range: range, confidence: 0.6, reason: reason)
        }
        let isLong = units(type).count >= 4
        guard isLong, tokens[number].gap != [] else { return nil }
        return Address(range: range, confidence: self.number(number).hasLetter ? 0.6 : 0.35, reason: reason)
    }

    // MARK: - Readings with the house number first

    /// `12 rue de la Paix`
    private func beforeTypeAndName(_ number: Int) -> Address? {
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
        if isEnglish, !hasParticle, !tokens[type].gap.contains(.space) || !isCapitalized(type + 1) { return nil }
        return Address(
            range: tokens[number].range.lowerBound..<tokens[end - 1].range.upperBound,
            confidence: isEnglish ? 0.8 : 0.9,
            reason: "house number, word for a street and its name")
    }

    /// `12 Main Street`
    private func beforeNameAndType(_ number: Int) -> Address? {
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
        let isWritten = isCapitalized(type) && name.allSatisfy { isCapitalized($0) || tokens[$0].kind == .ordinal }
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
        guard value >= 100, !value.isMultiple(of: 100), name.count <= 2, name.allSatisfy({ units($0).count >= 3 })
        else { return nil }
        return isWritten ? 0.66 : 0.35
    }

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

    // MARK: - Streets with numbers for names

    /// `Calle 12 # 34-56`
    private func grid(_ index: Int) -> Address? {
        guard isWord(index - 1), !tokens[index - 1].place.isDisjoint(with: [.first, .weakFirst]),
            units(index - 1).count >= 2
        else {
            return nil
        }
        var next = index + 1
        for _ in 0..<2 where isWord(next) && (units(next).count == 1 || StreetWords.gridWords.contains(units(next))) {
            if !StreetWords.numberWords.contains(units(next)) { next += 1 }
        }
        let plain = next
        if isWord(next), StreetWords.numberWords.contains(units(next)) { next += 1 }
        guard next > plain || token(next)?.gap.contains(.other) == true, token(next)?.kind == .houseNumber,
            let last = token(next + 1), last.kind == .houseNumber, last.gap.contains(.hyphen)
        else { return nil }
        return Address(
            range: tokens[index - 1].range.lowerBound..<last.range.upperBound, confidence: 0.92,
            reason: "numbered street and the numbers of a house")
    }
}
