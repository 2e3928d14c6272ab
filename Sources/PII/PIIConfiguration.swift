/// What a ``PIIDetector`` is told of the names that it will see.
package struct PIIConfiguration: Sendable, Hashable {
    /// Countries whose national telephone numbers count without a word for a phone beside them, as ISO 3166-1 alpha-2 codes in capitals.
    package var regions: Set<String>

    /// Texts in which nothing is looked for, compared by their UTF-8 bytes.
    package var allowedNames: Set<String>

    /// The least confidence of the matches of a kind, 0 to 1; others are left out. Kinds that are not named keep all matches.
    package var minimumConfidence: [PIIKind: Double]

    /// Everything that is found anywhere, unless told otherwise.
    package init(
        regions: Set<String> = [], allowedNames: Set<String> = [], minimumConfidence: [PIIKind: Double] = [:]
    ) {
        self.regions = regions
        self.allowedNames = allowedNames
        self.minimumConfidence = minimumConfidence
    }

    /// Whether `match` is confident enough.
    func admits(_ match: PIIMatch) -> Bool {
        minimumConfidence.isEmpty || match.confidence >= minimumConfidence[match.kind] ?? 0
    }

    /// Whether nothing is to be looked for in `text`.
    func allows(_ text: String) -> Bool {
        // Strings that look the same are equal in Swift, though their bytes may differ.
        guard let index = allowedNames.firstIndex(of: text) else { return false }
        return allowedNames[index].utf8.elementsEqual(text.utf8)
    }
}
