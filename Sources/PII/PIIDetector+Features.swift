extension PIIDetector {
    /// The features of everything in `text` that may be a person's name, for learning their weights.
    package func nameFeatures(of text: String) -> [[(feature: NameFeature, amount: Double)]] {
        var scan = Scan(NormalizedText(text))
        claimAllButNames(in: &scan)
        return NameFinder<RecordedNameScore>(units: scan.units, claims: scan.claims, features: scan.features)
            .allCandidates()
            .map(\.score.features)
    }
}
