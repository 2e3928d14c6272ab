extension Scan {
    /// Finds payment cards: 13 to 19 digits in a scheme's range and with a right Luhn digit, in one piece or in the groups that
    /// are printed on cards.
    ///
    /// One bare number in thirty has the leading digits and check digit of a card by chance, so bare digits of a rare scheme or
    /// length, or beside a word such as `order`, stay low.
    /// - Complexity: O(*n*).
    mutating func findPaymentCards() {
        guard looseDigits >= 13, features.longestNumber >= 13 else { return }
        var position = 0
        while let run = nextDigits(from: position) {
            position = run.upperBound
            guard let card = card(at: run) else { continue }
            found(
                .paymentCard, card.range, confidence: card.confidence, reason: card.reason,
                masked: Masks.card(firstDigit: card.digits.first ?? 0, lastDigits: Array(card.digits.suffix(2))))
        }
    }

    private struct Card {
        var range: Range<Int>
        var digits: [UInt8]
        var confidence: Double
        var reason: String
    }

    private static let longestCard = 19

    private func isGroupSeparator(_ unit: Unit) -> Bool {
        unit == .space || unit == .hyphen || unit == .dot || unit == .underscore || unit == .slash
    }

    /// Groups printed on cards of 19, 16, 15, 14 and 13 digits.
    private static let cardGroupings: [[Int]] = [
        [4, 4, 4, 4, 3], [4, 4, 4, 4, 2], [4, 4, 4, 4, 1], [6, 13], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 1],
        [4, 4, 4, 2], [4, 3, 3, 3],
    ]

    private func card(at run: Range<Int>) -> Card? {
        let before = unit(run.lowerBound - 1)
        // With a plus sign it is a phone number: German mobile numbers begin as Visa cards do.
        guard before != .plus, !before.isDigit else { return nil }
        if (13...19).contains(run.count) {
            // A fraction's digits are no card.
            if before == .dot, unit(run.lowerBound - 2).isDigit { return nil }
            return unit(run.upperBound).isWordCharacter ? nil : card(in: run, isGrouped: false)
        }
        guard run.count == 4 || run.count == 6, !followsGroupOfFour(run.lowerBound) else { return nil }
        for grouping in Self.cardGroupings where grouping[0] == run.count {
            if let range = groups(grouping, from: run.lowerBound), let card = card(in: range, isGrouped: true) {
                return card
            }
        }
        return nil
    }

    private func card(in range: Range<Int>, isGrouped: Bool) -> Card? {
        // A range that starts inside of a date or version is that, whatever its digits add up to.
        guard claims[range.lowerBound] == .none else { return nil }
        var digits: [UInt8] = []
        digits.reserveCapacity(Self.longestCard)
        for unit in units[range] where unit.isDigit { digits.append(UInt8(truncatingIfNeeded: unit.digitValue)) }
        guard let weight = CardIssuers.weight(of: digits[...]), hasRightLuhnDigit(digits), !isTaken(range) else {
            return nil
        }
        let words = wordRanges(before: range.lowerBound, limit: 3)
        let isNamed =
            words.contains { ContextWords.card.contains(units[$0]) }
            || context(before: range.lowerBound, in: ContextWords.card) != nil
            || context(after: range.upperBound, in: ContextWords.card) != nil
        guard isNamed || !unit(range.lowerBound - 1).isLetter, isNamed || !isNamedNationalID(range) else { return nil }
        let evidence = "number in a card scheme's range with a right check digit"
        if CardIssuers.isTestCard(digits[...]) {
            return Card(range: range, digits: digits, confidence: 0.2, reason: "published test card")
        }
        let countsThing = words.contains { ContextWords.identifier.contains(units[$0]) }
        let (confidence, reason) =
            switch (isGrouped, isNamed, weight) {
            case (true, true, _): (0.97, evidence + ", grouped as on cards and beside a word for one")
            case (true, false, .usual): (0.93, evidence + ", grouped as on cards")
            case (true, false, .rare): (0.8, evidence + ", grouped as on cards")
            case (false, true, _): (0.92, evidence + ", beside a word for a card")
            case (false, false, .usual) where !countsThing: (0.6, evidence)
            case (false, false, .rare) where !countsThing:
                (0.52, evidence + ", though of a rare scheme or length")
            case (false, false, _): (0.4, evidence + ", which other numbers have by chance")
            }
        return Card(range: range, digits: digits, confidence: confidence, reason: reason)
    }

    /// The range of groups of these lengths, one kind of separator between them and none of it with more digits after.
    private func groups(_ lengths: [Int], from start: Int) -> Range<Int>? {
        var position = start
        var separator: Unit?
        for (index, length) in lengths.enumerated() {
            if index > 0 {
                guard isGroupSeparator(unit(position)), separator == nil || separator == unit(position) else {
                    return nil
                }
                separator = unit(position)
                position += 1
            }
            guard (position..<position + length).allSatisfy({ unit($0).isDigit }) else { return nil }
            position += length
        }
        return unit(position).isWordCharacter ? nil : start..<position
    }

    /// Whether four letters or digits, digits among them, and a separator stand before `index`, as inside of an IBAN.
    private func followsGroupOfFour(_ index: Int) -> Bool {
        guard isGroupSeparator(unit(index - 1)) else { return false }
        let group = index - 5..<index - 1
        return group.allSatisfy { unit($0).isDigit || unit($0).isLetter } && group.contains { unit($0).isDigit }
            && !unit(index - 6).isWordCharacter
    }

    /// The check of ISO/IEC 7812-1, annex B.
    private func hasRightLuhnDigit(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = index.isMultiple(of: 2) ? Int(digit) : Int(digit) * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum.isMultiple(of: 10)
    }
}
