extension PIIDetector {
    /// The features of everything in `text` that may be a person's name, for learning their weights.
    package func nameFeatures(of text: String) -> [[(feature: NameFeature, amount: Double)]] {
        var scan = Scan(NormalizedText(text))
        claimAllButNames(in: &scan)
        let finder = NameFinder(units: scan.units, records: true) { !scan.isFree($0) }
        return finder.allCandidates().map { ($0.score.features ?? []).map { (feature: $0.0, amount: $0.1) } }
    }
}
