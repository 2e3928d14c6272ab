/// Readings in which the house number stands last.
extension StreetReader {
    /// `PO Box 123` or `flat 5B`
    func afterBoxOrFlat(_ index: Int) -> Address? {
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
            let isOfService = scan.wordRanges(before: word.lowerBound, limit: 2).contains {
                ServiceWords.contain(scan.units[$0])
            }
            return Address(
                range: range, confidence: isOfService ? 0.4 : 0.75, reason: "flat or house and its number")
        }
        let hasShape = self.number(index).hasLetter || start < number.lowerBound
        let isSpaced = tokens[index].gap == .space || tokens[index].gap == [.dot, .space]
        let isFlat = ["flat", "apt"].contains(scan.word(word))
        let isHome = isFlat || (["house", "plot"].contains(scan.word(word)) && start < number.lowerBound)
        if isHome, hasShape || isSpaced {
            return Address(range: range, confidence: hasShape ? 0.75 : 0.55, reason: "flat and its number")
        }
        return Address(range: range, confidence: 0.3, reason: "word for a flat or other unit, and a number")
    }

    /// `Hauptstraße 12`
    func afterEnding(_ number: Int) -> Address? {
        guard let word = lastWord(before: number), let ending = StreetWords.endings.suffix(of: units(word)),
            !StreetWords.impostors.contains(units(word)), !ServiceWords.contain(units(word)),
            !isPartOfService(after: number),
            ending.value == .certain || !isYear(number)
        else { return nil }
        let gap = tokens[number].gap
        let isSpaced = gap.contains(.space) || gap.contains(.dot) && !tokens[word].gap.contains(.dot)
        let isWritten = isSpaced && (isCapitalized(word) || self.number(number).hasLetter)
        let stem = units(word).count - ending.length
        guard stem >= (isWritten || ending.value == .certain ? 2 : 3)
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
    func afterTypeAndName(_ number: Int) -> Address? {
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
                return isWritten || hasParticle || last < number - 1
                    ? Address(range: range, confidence: 0.6, reason: reason) : nil
            }
            let hasNumberWord = last < number - 1
            let hasParticle = StreetWords.particles.contains(units(type + 1)) && type + 1 < last
            let startsText = type == 0 || tokens[type].gap.contains(.comma) || token(type - 1)?.kind == .other
            let isShort = units(type).count < 3
            if isWritten, !isShort { return Address(range: range, confidence: 0.7, reason: reason) }
            guard startsText, hasNumberWord || hasParticle || StreetWords.plainFirst.contains(units(type)),
                !isYear(number)
            else { return nil }
            return Address(range: range, confidence: 0.55, reason: reason)
        }
        return nil
    }

    /// `Atatürk Caddesi 15`
    func afterNameAndType(_ number: Int) -> Address? {
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
            let isCount = place.contains(.last) && self.number(number).value < 10 && !self.number(number).hasLetter
            return Address(range: range, confidence: isCount ? 0.4 : 0.7, reason: reason)
        }
        // Of these words the short ones are written small.
        if isCapitalized(type - 1), tokens[number].gap == .space, tokens[type].gap == .space, !place.contains(.last) {
            return Address(range: range, confidence: 0.6, reason: reason)
        }
        let isLong = units(type).count >= 4
        guard isLong, tokens[number].gap != [] else { return nil }
        return Address(range: range, confidence: self.number(number).hasLetter ? 0.6 : 0.35, reason: reason)
    }

    /// `Calle 12 # 34-56`
    func grid(_ index: Int) -> Address? {
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
