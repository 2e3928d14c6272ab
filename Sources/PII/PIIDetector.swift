/// Finds personal data in short identifier-like strings, and masks it.
///
/// The detector is made for unique names of up to 191 characters such as `prod-john.smith@acme.io`, not for prose.
/// Any text of any length is safe: time and memory grow linearly with it. Texts that hold no
/// digit and none of the characters that every kind needs are decided in one pass over their bytes, without allocating.
///
/// Kinds are looked for in a fixed order, and what one kind has claimed is never counted as another: SIDs, UUIDs and
/// hashes, then dates, epochs and versions, then dates of birth, e-mail, handles and profiles, IBAN, payment card, IP address,
/// passport and phone, and street addresses last.
/// A right checksum alone is never held to be certain.
package struct PIIDetector: Sendable {
    /// Makes a detector; costs nothing, the tables are set up when a text first needs them.
    package init() {}

    /// Finds the personal data in `text`: matches that do not overlap, in order of their ranges.
    ///
    /// Percent-encoding (up to twice), full-width forms, digits of other scripts and invisible characters are
    /// undone before looking; ranges are those of the original text.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes.
    package func find(in text: String) -> [PIIMatch] {
        guard Prefilter.mayHoldPersonalData(text) else { return [] }
        var scan = Scan(NormalizedText(text))
        scan.claimIdentifiers()
        scan.claimTimes()
        scan.claimVersions()
        scan.findDatesOfBirth()
        scan.findEmails()
        scan.findSocialHandles()
        scan.findIBANs()
        scan.findPaymentCards()
        scan.findIPv6Addresses()
        scan.findIPv4Addresses()
        scan.findPassports()
        scan.findPhones()
        scan.findStreetAddresses()
        return scan.matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
