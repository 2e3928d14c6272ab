extension PIIDetector {
    /// The features of everything in `text` that may be a person's name, for learning their weights.
    package func nameFeatures(of text: String) -> [[(feature: NameFeature, amount: Double)]] {
        let normalized = NormalizedText(text)
        var scan = Scan(normalized, features: TextFeatures(normalized.units))
        claimAllButNames(in: &scan)
        return NameFinder<RecordedNameScore>(scan).allCandidates().map(\.score.features)
    }
}
