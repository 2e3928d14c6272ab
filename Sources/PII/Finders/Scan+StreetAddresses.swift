extension Scan {
    /// Finds addresses: a house number and a street in the forms of many countries, flats and post-office boxes.
    ///
    /// A street alone is a place like any other, and so is a number beside a word that other things have too.
    /// - Complexity: O(*n*).
    mutating func findStreetAddresses() {
        findEasternAddresses()
        guard mayHoldHouseNumber() else { return }
        for address in StreetReader(self).addresses() where !isTaken(address.range) {
            found(
                .streetAddress, address.range, confidence: address.confidence, reason: address.reason,
                masked: Masks.streetAddress)
        }
    }

    /// Whether a number of at most five digits stands free.
    private func mayHoldHouseNumber() -> Bool {
        var position = 0
        while let run = nextRun(from: position, where: \.isDigit) {
            position = run.upperBound
            if run.count <= 5, claims[run.lowerBound] == .none { return true }
        }
        return false
    }
}
