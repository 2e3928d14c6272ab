extension Scan {
    /// Finds addresses: a house number and a street in the forms of many countries, flats and post-office boxes.
    ///
    /// A street alone is a place like any other, and so is a number beside a word that other things have too.
    /// - Complexity: O(*n*).
    mutating func findStreetAddresses() {
        findEasternAddresses()
        guard units.contains(where: \.isDigit) else { return }
        for address in StreetReader(self).addresses() where !isTaken(address.range) {
            found(
                .streetAddress, address.range, confidence: address.confidence, reason: address.reason,
                masked: Masks.streetAddress)
        }
    }
}
