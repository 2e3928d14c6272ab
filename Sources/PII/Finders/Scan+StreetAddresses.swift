extension Scan {
    /// Finds addresses: a house number and a street in the forms of many countries, flats and post-office boxes.
    ///
    /// A street alone is a place like any other, and so is a number beside a word that other things have too.
    /// - Complexity: O(*n*).
    mutating func findStreetAddresses() {
        findEasternAddresses()
        guard looseDigits > 0, units.withUnsafeBufferPointer({ StreetWords.mayStand(in: $0, features.hints) }),
            mayHoldHouseNumber(), !features.isKnown || mayHoldStreet()
        else { return }
        for address in StreetReader(self).addresses() where !isTaken(address.range) {
            found(
                .streetAddress, address.range, confidence: address.confidence, reason: address.reason,
                masked: Masks.streetAddress)
        }
    }

    /// Whether there is a word for a street, or before a number the name of one by its ending, or a word for a box or flat.
    ///
    /// Every reading of ``StreetReader`` starts from one of these; numbers that are no house's are not told apart here.
    private func mayHoldStreet() -> Bool {
        var position = 0
        // The last word, and the one before it, which stands before the number where `no` or the like follows.
        var (last, before) = (0..<0, 0..<0)
        while position < units.count {
            if units[position].isDigit {
                if StreetWords.endings.suffix(of: units[last]) != nil
                    || StreetWords.endings.suffix(of: units[before]) != nil || mayFollowBoxOrFlat(position)
                {
                    return true
                }
                position = end(from: position, while: \.isDigit)
            } else if units[position].isAnyLetter {
                var end = position + 1
                while end < units.count, units[end].isAnyLetter, !startsWord(end) { end += 1 }
                if StreetWords.whole[units[position..<end]] != nil { return true }
                (before, last) = (last, position..<end)
                position = end
            } else {
                position += 1
            }
        }
        return false
    }

    private func mayFollowBoxOrFlat(_ index: Int) -> Bool {
        if context(before: index, in: StreetWords.boxesAndFlats) != nil { return true }
        guard let filler = context(before: index, in: StreetWords.numberWords) else { return false }
        return context(before: filler.lowerBound, in: StreetWords.boxesAndFlats) != nil
    }

    /// Whether a number of at most five digits stands free.
    private func mayHoldHouseNumber() -> Bool {
        var position = 0
        while let run = nextDigits(from: position) {
            position = run.upperBound
            if run.count <= 5, claims[run.lowerBound] == .none { return true }
        }
        return false
    }
}
