/// Finds personal data in short identifier-like strings, and masks it.
///
/// The detector is made for unique names of up to 191 characters such as `prod-john.smith@acme.io`, not for prose.
/// Any text of any length is safe: time and memory grow linearly with it. Texts of ordinary words are decided in one pass over
/// their bytes, without allocating; of others one pass counts what they have (``TextFeatures``), and only what that leaves possible is
/// looked for.
///
/// Kinds are looked for in a fixed order, and what one kind has claimed is never counted as another: SIDs, UUIDs and
/// hashes, then dates, epochs and versions, then dates of birth, e-mail, handles and profiles, IBAN, payment card, IP address,
/// passport, national identification number and phone, then street addresses, and names of persons last.
/// A right checksum alone is never held to be certain.
package struct PIIDetector: Sendable {
    private let configuration: PIIConfiguration
    private let homePlans: [NumberingPlan]
    /// Whether there are texts in which nothing is looked for; asked for every text, so that the configuration is not.
    private let allowsNames: Bool
    /// Whether finders are left out that a text's features show to find nothing.
    private let skips: Bool

    /// Makes a detector; costs nothing: the tables are part of the program and read in place.
    package init(_ configuration: PIIConfiguration = PIIConfiguration()) {
        self.init(configuration, skips: true)
    }

    /// Makes a detector that may run every finder on every text: for tests, as it finds the same.
    package init(_ configuration: PIIConfiguration = PIIConfiguration(), skips: Bool) {
        self.configuration = configuration
        self.skips = skips
        allowsNames = !configuration.allowedNames.isEmpty
        homePlans = configuration.regions.sorted().compactMap { NumberingPlan(region: $0) }
    }

    /// Finds the personal data in `text`: matches that do not overlap, in order of their ranges.
    ///
    /// Disguises are undone before looking (``Disguise`` lists them); ranges are those of the original text.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes.
    package func find(in text: String) -> [PIIMatch] {
        var text = text
        return text.withUTF8 { find(in: $0) }
    }

    /// The same in the UTF-8 of a text, of which no string is made.
    package func find(in bytes: UnsafeBufferPointer<UInt8>) -> [PIIMatch] {
        if allowsNames, configuration.allows(String(decoding: bytes, as: UTF8.self)) { return [] }
        let matches = search(bytes)
        return matches.isEmpty ? matches : matches.filter(configuration.admits)
    }

    private func search(_ bytes: UnsafeBufferPointer<UInt8>) -> [PIIMatch] {
        guard skips, bytes.count <= UnitClasses.limit else {
            let text = NormalizedText(bytes)
            return search(text, features(of: text))
        }
        let classes = UnitClasses(bytes)
        if Prefilter.holdsNothing(bytes, classes) { return [] }
        let text = NormalizedText(bytes, classes)
        // Units that are bytes are what these are.
        return search(text, TextFeatures(text.units, classes: text.isDisguised ? nil : classes))
    }

    private func search(_ text: NormalizedText, _ features: TextFeatures) -> [PIIMatch] {
        var matches = matches(in: text, features)
        for view in EncodedText.decode(in: text, features) {
            let features = self.features(of: view)
            merge(self.matches(in: view, features), into: &matches)
            // What was encoded twice.
            for inner in EncodedText.decode(in: view, features) {
                merge(self.matches(in: inner, self.features(of: inner)), into: &matches)
            }
        }
        mergeHidden(in: text.reversed, into: &matches)
        mergeHidden(in: SpelledText.view(of: text, features), into: &matches)
        mergeHidden(in: SpelledText.chineseNumbers(in: text, features), into: &matches)
        mergeHidden(in: SpacedText.view(of: text, features), into: &matches)
        mergeHidden(in: LeetText.view(of: text, features), into: &matches)
        mergeHidden(in: LookalikeDigits.view(of: text, features), into: &matches)
        if matches.count > 1 { matches.sort { $0.range.lowerBound < $1.range.lowerBound } }
        return matches
    }

    private func features(of text: NormalizedText) -> TextFeatures { skips ? TextFeatures(text.units) : .unknown }

    private func matches(in text: NormalizedText, _ features: TextFeatures) -> [PIIMatch] {
        var scan = Scan(text, features: features)
        claimAllButNames(in: &scan)
        scan.findNames()
        return scan.matches
    }

    /// Everything in the order of precedence but names, which are looked for in what remains.
    func claimAllButNames(in scan: inout Scan) {
        scan.homePlans = homePlans
        scan.claimIdentifiers()
        scan.claimTimes()
        scan.claimVersions()
        if scan.mayHoldIdentifiers { scan.countLooseDigits() }
        scan.findDatesOfBirth()
        scan.findEmails()
        scan.findSocialHandles()
        scan.findIBANs()
        scan.findPaymentCards()
        scan.findIPv6Addresses()
        scan.findIPv4Addresses()
        scan.findPassports()
        scan.findNationalIDs()
        scan.findPhones()
        scan.claimRandomTokens()
        scan.findStreetAddresses()
        scan.claimHosts()
    }

    /// Adds the matches of a view that are there because of what was undone to make it.
    @inline(__always)
    private func mergeHidden(in view: NormalizedText?, into matches: inout [PIIMatch]) {
        guard let view else { return }
        merge(self.matches(in: view, features(of: view)).filter { !$0.disguise.isEmpty }, into: &matches)
    }

    /// Adds matches of another view where there are none yet, or only low ones and names that are less certain; neither list
    /// has any that overlap.
    /// - Complexity: O(*n* log *n*) in the number of matches.
    private func merge(_ others: [PIIMatch], into matches: inout [PIIMatch]) {
        guard !others.isEmpty else { return }
        let both = matches.map { (match: $0, isNew: false) } + others.map { (match: $0, isNew: true) }
        let sorted = both.sorted {
            ($0.match.range.lowerBound, $0.isNew ? 1 : 0) < ($1.match.range.lowerBound, $1.isNew ? 1 : 0)
        }
        var merged: [(match: PIIMatch, isNew: Bool)] = []
        for next in sorted {
            guard let last = merged.last, last.match.range.overlaps(next.match.range) else {
                merged.append(next)
                continue
            }
            let (old, new) = last.isNew ? (next, last) : (last, next)
            // A name among the words of a number or mailbox that is spelled out is none, however certain.
            let isFirm = old.match.level != .low && old.match.kind != .personName
            let isName = old.match.kind == .personName && new.match.kind != .personName && new.match.level != .low
            let winner = isName || !isFirm && new.match.confidence > old.match.confidence ? new : old
            merged[merged.count - 1] = winner
        }
        matches = merged.map(\.match)
    }
}
